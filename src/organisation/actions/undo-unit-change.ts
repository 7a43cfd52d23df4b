import { sql } from 'kysely'
import type { WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { returnWork } from '../../duties/inherit-work.ts'
import { recordHistory } from '../../history/record-history.ts'
import { moveProblems } from '../rules.ts'
import { locked, lockUnits } from './unit-changes.ts'

interface Version {
  readonly unitId: number
  readonly fromDate: string | null
  readonly name: string
  readonly shortName: string | null
  readonly kind: string
  readonly code: string | null
  readonly parentId: number | null
}

/**
 * Takes a change back whole: units that it made disappear, those that it ended live again, names and places are as before. The change
 * itself and both journal entries stay. Throws `Refusal('conflict')` when a later change, or any record, already rests on it.
 */
export async function undoUnitChange(ctx: WriteContext, changeId: string): Promise<void> {
  const change = await lockChange(ctx, changeId)
  const made = await versionsOf(ctx, 'changeId', changeId)
  const ended = await versionsOf(ctx, 'endedBy', changeId)
  const ids = [...new Set([...made, ...ended].map((version) => version.unitId))]
  const units = await lockUnits(ctx, ids)
  await refuseWhenOvertaken(ctx, changeId, ids)

  await returnWork(ctx, changeId)
  await ctx.db.deleteFrom('unitSuccession').where('changeId', '=', changeId).execute()
  await ctx.db.deleteFrom('unitVersion').where('changeId', '=', changeId).execute()
  await ctx.db
    .updateTable('unitVersion')
    .set({ untilDate: null, endedBy: null })
    .where('endedBy', '=', changeId)
    .execute()
  for (const version of ended) await restore(ctx, version)
  for (const { unitId, parentId } of ended)
    if (parentId !== null && parentId !== locked(units, unitId).parentId) await hangBack(ctx, unitId, parentId)
  await removeUnits(
    ctx,
    ids.filter((id) => !ended.some((version) => version.unitId === id)),
  )

  await ctx.db.updateTable('unitChange').set({ undoneAt: ctx.clock.now() }).where('id', '=', changeId).execute()
  const unitId = ended[0]?.unitId ?? units.get(ids[0] ?? 0)?.parentId ?? 1
  await recordHistory(
    ctx,
    'unit.change-undone',
    { id: changeId, unitId },
    { kind: change.kind, on: change.onDate, units: ids },
  )
}

async function lockChange(ctx: WriteContext, id: string): Promise<{ kind: string; onDate: string }> {
  const change = await ctx.db.selectFrom('unitChange').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!change) throw new Refusal('not-found')
  if (change.undoneAt) throw new Refusal('conflict', [], [{ field: null, code: 'change-already-undone' }])
  return change
}

async function versionsOf(ctx: WriteContext, by: 'changeId' | 'endedBy', changeId: string): Promise<Version[]> {
  const columns = ['unitId', 'fromDate', 'name', 'shortName', 'kind', 'code', 'parentId'] as const
  return ctx.db.selectFrom('unitVersion').select(columns).where(by, '=', changeId).orderBy('unitId').execute()
}

/** Nothing later may rest on the change: no version of another change that began or ended after it, no units below new ones. */
async function refuseWhenOvertaken(ctx: WriteContext, changeId: string, ids: readonly number[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select v.name from unit_version v join unit_change mine on mine.id = ${changeId}
    where (v.unit_id = any(${[...ids]}::integer[]) or v.parent_id in (
        select made.unit_id from unit_version made where made.change_id = ${changeId} and not exists (
          select from unit_version old where old.unit_id = made.unit_id and old.ended_by = ${changeId})))
      and (v.change_id in (select id from unit_change where number > mine.number)
        or v.ended_by in (select id from unit_change where number > mine.number))
    limit 1`.execute(ctx.db)
  const later = rows[0]
  if (later) throw new Refusal('conflict', [], [{ field: null, code: 'change-overtaken', unit: later.name }])
}

async function restore(ctx: WriteContext, version: Version): Promise<void> {
  const { unitId, name, shortName, kind, code, parentId } = version
  const was = { name, shortName, kind, code, parentId, abolishedOn: null }
  await ctx.db.updateTable('unit').set(was).where('id', '=', unitId).execute()
}

/** Back below the old parent, which the actor must reach as for any move, and which must still be there, outside of what moves. */
async function hangBack(ctx: WriteContext, unitId: number, parentId: number): Promise<void> {
  const units = await lockUnits(ctx, [unitId, parentId])
  const [unit, parent] = [locked(units, unitId), locked(units, parentId)]
  if (parent.abolishedOn !== null || moveProblems(unit, parent).length > 0)
    throw new Refusal('conflict', [], [{ field: null, code: 'change-overtaken', unit: parent.name }])
  await sql`update unit set path = ${parent.path}::ltree || subpath(path, nlevel(${unit.path}::ltree) - 1)
    where path <@ ${unit.path}::ltree`.execute(ctx.db)
}

async function removeUnits(ctx: WriteContext, ids: readonly number[]): Promise<void> {
  try {
    await ctx.db
      .deleteFrom('unit')
      .where('id', '=', sql<number>`any(${[...ids]}::integer[])`)
      .execute()
  } catch (error) {
    if ((error as { code?: string }).code !== '23503') throw error
    throw new Refusal('conflict', [], [{ field: null, code: 'unit-in-use' }])
  }
}
