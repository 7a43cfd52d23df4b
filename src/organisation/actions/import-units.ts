import type { WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { recordHistory } from '../../history/record-history.ts'
import type { Unit } from '../schema.ts'
import type { ReadyLine } from '../unit-list.ts'
import { addUnit, beginChange, locked, lockUnits } from './unit-changes.ts'

/** Adds a whole list below a unit in one change: all of it, or nothing; undone like any other change. Returns how many were added. */
export async function importUnits(
  ctx: WriteContext,
  rootId: number,
  lines: readonly ReadyLine[],
  { on, decision }: { readonly on: string; readonly decision: string | null },
): Promise<number> {
  const parents = lines.flatMap(({ parent }) => ('unitId' in parent ? [parent.unitId] : []))
  const units = await lockUnits(ctx, [...new Set([rootId, ...parents])])
  const root = locked(units, rootId)
  const outside = [...units.values()].some(({ path }) => path !== root.path && !path.startsWith(`${root.path}.`))
  if (outside) throw new Refusal('forbidden')
  const change = await beginChange(ctx, 'imported', { on, decision }, [])
  const made: Unit[] = []
  for (const { row: _, parent, ...unit } of lines) {
    const above = 'unitId' in parent ? locked(units, parent.unitId) : made[parent.line]
    if (!above) throw new Refusal('conflict')
    made.push(await addUnit(ctx, change, unit, above))
  }
  await recordHistory(ctx, 'unit.imported', { id: change.id, unitId: rootId }, { on, decision, count: made.length })
  return made.length
}
