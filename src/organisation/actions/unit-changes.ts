import { sql } from 'kysely'
import type { WriteContext } from '../../context.ts'
import { type Problem, Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { inheritWork } from '../../duties/inherit-work.ts'
import { organisationPermissions } from '../permissions.ts'
import { unitColumns } from '../queries/find-unit.ts'
import { abolishedProblems, dayProblems, overtakenProblems } from '../rules.ts'
import type { NewUnit, Unit } from '../schema.ts'

export type UnitChangeKind = 'created' | 'renamed' | 'moved' | 'merged' | 'split' | 'abolished' | 'imported'

/** One change to the tree: every version, unit and succession that it makes carries its id, so that it can be undone whole. */
export interface UnitChange {
  readonly id: string
  readonly on: string
}

/** The day in Viet Nam, as `YYYY-MM-DD`. */
export function todayIn(ctx: Pick<WriteContext, 'actor'>): string {
  return ctx.actor.on
}

export function refuseIf(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal('invalid', [], problems)
}

/** Any number of ours: changes to the tree take turns, else a unit added below one that moves meanwhile keeps a path that no longer is. */
const TREE_LOCK = 5_177_004

/**
 * Locks the tree and the units, in the order of their numbers so that two changes never wait for each other, and checks that the actor may see
 * and change each of them. Throws `Refusal('not-found')` or `Refusal('forbidden')`.
 */
export async function lockUnits(ctx: WriteContext, ids: readonly number[]): Promise<Map<number, Unit>> {
  await sql`select pg_advisory_xact_lock(${TREE_LOCK})`.execute(ctx.db)
  const rows = (await ctx.db
    .selectFrom('unit')
    .select(unitColumns)
    .where('id', '=', sql<number>`any(${[...ids]}::integer[])`)
    .orderBy('id')
    .forUpdate()
    .execute()) as Unit[]
  const seen = rows.filter((unit) => can(ctx.actor, organisationPermissions.readUnits, unit.path))
  if (seen.length < new Set(ids).size) throw new Refusal('not-found')
  if (seen.some((unit) => !can(ctx.actor, organisationPermissions.changeUnits, unit.path)))
    throw new Refusal('forbidden')
  return new Map(seen.map((unit) => [unit.id, unit]))
}

/** The locked unit; every id asked for is in the map. */
export function locked(units: ReadonlyMap<number, Unit>, id: number): Unit {
  const unit = units.get(id)
  if (!unit) throw new Refusal('not-found')
  return unit
}

/** Starts a change that holds for these units from a day on: they must exist that day, and nothing later be recorded of them. */
export async function beginChange(
  ctx: WriteContext,
  kind: UnitChangeKind,
  { on, decision }: { on: string; decision: string | null },
  units: readonly Unit[],
): Promise<UnitChange> {
  refuseIf([
    ...dayProblems({ on, today: todayIn(ctx) }, units),
    ...units.flatMap((unit) => abolishedProblems('unitIds', unit)),
    ...overtakenProblems(on, await lastChangeOn(ctx, units)),
  ])
  const id = ctx.chance.id()
  const row = { id, kind, onDate: on, decision, madeAt: ctx.clock.now(), madeBy: ctx.actor.id }
  await ctx.db.insertInto('unitChange').values(row).execute()
  return { id, on }
}

async function lastChangeOn(ctx: WriteContext, units: readonly Unit[]): Promise<string | null> {
  const { last } = await ctx.db
    .selectFrom('unitVersion')
    .select((eb) => eb.fn.max('fromDate').as('last'))
    .where('unitId', '=', sql<number>`any(${units.map((unit) => unit.id)}::integer[])`)
    .executeTakeFirstOrThrow()
  return last as string | null
}

/** Adds a unit below its parent. */
export async function addUnit(
  ctx: WriteContext,
  change: UnitChange,
  unit: Omit<NewUnit, 'parentId'>,
  parent: Unit,
): Promise<Unit> {
  const id = await nextUnitId(ctx)
  const path = `${parent.path}.${id}`
  const row = { ...unit, id, path, parentId: parent.id, foundedOn: change.on, abolishedOn: null }
  await ctx.db.insertInto('unit').values(row).execute()
  const version = { unitId: id, fromDate: change.on, untilDate: null, changeId: change.id }
  await ctx.db
    .insertInto('unitVersion')
    .values({ ...unit, ...version, parentId: parent.id })
    .execute()
  return row
}

async function nextUnitId(ctx: WriteContext): Promise<number> {
  const next = sql<{ id: number }>`select nextval(pg_get_serial_sequence('unit', 'id')) as id`
  const { rows } = await next.execute(ctx.db)
  return rows[0]?.id ?? 0
}

/** From the day of the change on the unit is called, is or stands otherwise; the past keeps its own version. */
export async function reviseUnit(
  ctx: WriteContext,
  change: UnitChange,
  unit: Unit,
  revised: Partial<Pick<Unit, 'name' | 'shortName' | 'kind' | 'code' | 'parentId'>>,
): Promise<void> {
  const { name, shortName, kind, code, parentId } = { ...unit, ...revised }
  const now = { name, shortName, kind, code, parentId }
  await endVersion(ctx, change, unit.id)
  const version = { ...now, unitId: unit.id, fromDate: change.on, untilDate: null, changeId: change.id }
  await ctx.db.insertInto('unitVersion').values(version).execute()
  await ctx.db.updateTable('unit').set(now).where('id', '=', unit.id).execute()
}

/** The unit's last version ends where the change begins. */
export async function endVersion(ctx: WriteContext, change: UnitChange, unitId: number): Promise<void> {
  const open = ctx.db.updateTable('unitVersion').set({ untilDate: change.on, endedBy: change.id })
  await open.where('unitId', '=', unitId).where('untilDate', 'is', null).execute()
}

/** Hangs the unit, with everything below it, under another parent. */
export async function rehangUnit(ctx: WriteContext, change: UnitChange, unit: Unit, parent: Unit): Promise<void> {
  await reviseUnit(ctx, change, unit, { parentId: parent.id })
  await sql`update unit set path = ${parent.path}::ltree || subpath(path, nlevel(${unit.path}::ltree) - 1)
    where path <@ ${unit.path}::ltree`.execute(ctx.db)
}

/** The unit is no more from the day of the change on; its heir, where there is one, is written down. */
export async function endUnit(ctx: WriteContext, change: UnitChange, unit: Unit, heirId: number | null): Promise<void> {
  await endVersion(ctx, change, unit.id)
  await ctx.db.updateTable('unit').set({ abolishedOn: change.on }).where('id', '=', unit.id).execute()
  if (heirId === null) return
  await succeed(ctx, change, unit.id, heirId)
  await inheritWork(ctx, change.id, unit.id, heirId)
}

export async function succeed(
  ctx: WriteContext,
  change: UnitChange,
  predecessorId: number,
  successorId: number,
): Promise<void> {
  await ctx.db
    .insertInto('unitSuccession')
    .values({ predecessorId, successorId, onDate: change.on, changeId: change.id })
    .execute()
}

/** Units directly below that still exist, locked. */
export async function lockChildren(ctx: WriteContext, unit: Unit): Promise<Unit[]> {
  const children = ctx.db.selectFrom('unit').select(unitColumns).where('parentId', '=', unit.id)
  return (await children.where('abolishedOn', 'is', null).orderBy('id').forUpdate().execute()) as Unit[]
}
