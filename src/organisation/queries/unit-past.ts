import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { withinReach } from '../../platform/db/within-reach.ts'
import { organisationPermissions } from '../permissions.ts'
import type { Unit, UnitKind } from '../schema.ts'
import { unitColumns } from './find-unit.ts'

export type UnitChangeWord = 'created' | 'renamed' | 'moved' | 'merged' | 'split' | 'abolished' | 'imported'

/** What the unit was from a day to the day before another, and the change that began it. */
export interface PastVersion {
  readonly fromDate: string | null
  readonly untilDate: string | null
  readonly name: string
  readonly kind: UnitKind
  readonly parentName: string | null
  readonly decision: string | null
  /** Null for what was there from the start. */
  readonly changeId: string | null
  readonly changeKind: UnitChangeWord | null
}

/** The unit's versions, the present one first. */
export async function listPast(ctx: Context, unitId: number): Promise<PastVersion[]> {
  const rows = await ctx.db
    .selectFrom('unitVersion as version')
    .leftJoin('unit as parent', 'parent.id', 'version.parentId')
    .leftJoin('unitChange as change', 'change.id', 'version.changeId')
    .select(['version.fromDate', 'version.untilDate', 'version.name', 'version.kind', 'parent.name as parentName'])
    .select(['change.decision', 'change.id as changeId', 'change.kind as changeKind'])
    .where('version.unitId', '=', unitId)
    .orderBy(sql`version.from_date desc nulls last`)
    .execute()
  return rows as PastVersion[]
}

export interface Kin {
  readonly id: number
  readonly name: string
  readonly onDate: string
  readonly changeId: string
  readonly side: 'heir' | 'predecessor'
}

/** Who inherits from the unit, and from whom it inherits. */
export async function listKin(ctx: Context, unitId: number): Promise<Kin[]> {
  const { rows } = await sql<Kin>`
    select unit.id, unit.name, s.on_date, s.change_id, case when s.predecessor_id = ${unitId} then 'heir' else 'predecessor' end as side
    from unit_succession s
    join unit on unit.id = case when s.predecessor_id = ${unitId} then s.successor_id else s.predecessor_id end
    where ${unitId} in (s.predecessor_id, s.successor_id)
    order by s.on_date, unit.id`.execute(ctx.db)
  return rows
}

/**
 * The unit that somebody means by a number (`#12`, with or without its name), a code, a short name or a name: one when it is clear, several to choose from when it is not. Only
 * living units that the actor may read.
 */
export async function pickUnits(ctx: Context, typed: string): Promise<Unit[]> {
  const words = typed.trim()
  if (words === '') return []
  const byNumber = /^#(\d{1,9})(?:\s|$)/.exec(words)?.[1]
  const living = ctx.db
    .selectFrom('unit')
    .select(unitColumns)
    .where('abolishedOn', 'is', null)
    .where(withinReach(ctx.actor, organisationPermissions.readUnits, 'path'))
  if (byNumber) return (await living.where('id', '=', Number(byNumber)).execute()) as Unit[]
  const exact = await living
    .where(sql<boolean>`fold(${words}) in (fold(name), fold(coalesce(short_name, '')), fold(coalesce(code, '')))`)
    .limit(20)
    .execute()
  if (exact.length > 0) return exact as Unit[]
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const near = living.where(sql<boolean>`folded like fold(${like})`).orderBy(sql`length(name)`)
  return (await near.limit(20).execute()) as Unit[]
}

export interface UnitPosition {
  readonly id: string
  readonly personId: string
  readonly fullName: string
  readonly title: string
  readonly role: string
}

/** Who has a position in the unit today, by name. */
export async function listPositions(ctx: Context, unitId: number): Promise<UnitPosition[]> {
  return ctx.db
    .selectFrom('position')
    .innerJoin('person', 'person.id', 'position.personId')
    .select(['position.id', 'person.id as personId', 'person.fullName', 'position.title', 'position.role'])
    .where('unitId', '=', unitId)
    .where('fromDate', '<=', ctx.actor.on)
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>', ctx.actor.on)]))
    .orderBy('person.sortName')
    .limit(500)
    .execute()
}
