import type { WriteContext } from '../../context.ts'
import { recordHistory } from '../../history/record-history.ts'
import { abolishedProblems, mergerProblems, moveProblems } from '../rules.ts'
import type { Unit, UnitAbolition, UnitCreation, UnitMerger, UnitMove, UnitRenaming, UnitSplit } from '../schema.ts'
import {
  addUnit,
  beginChange,
  endUnit,
  lockChildren,
  locked,
  lockUnits,
  refuseIf,
  rehangUnit,
  reviseUnit,
  succeed,
  type UnitChange,
} from './unit-changes.ts'

export async function createUnit(ctx: WriteContext, creation: UnitCreation): Promise<Unit> {
  const { parentId, on, decision, ...unit } = creation
  const parent = locked(await lockUnits(ctx, [parentId]), parentId)
  refuseIf(abolishedProblems('parentId', parent))
  const change = await beginChange(ctx, 'created', { on, decision }, [])
  const created = await addUnit(ctx, change, unit, parent)
  await journal(ctx, 'unit.created', change, parent, {
    created: created.id,
    name: created.name,
    parent: parent.name,
    decision,
  })
  return created
}

export async function renameUnit(ctx: WriteContext, id: number, renaming: UnitRenaming): Promise<UnitChange> {
  const { on, decision, ...revised } = renaming
  const unit = locked(await lockUnits(ctx, [id]), id)
  const change = await beginChange(ctx, 'renamed', { on, decision }, [unit])
  await reviseUnit(ctx, change, unit, revised)
  const before = { name: unit.name, shortName: unit.shortName, kind: unit.kind, code: unit.code }
  await journal(ctx, 'unit.renamed', change, unit, { before, after: revised, decision })
  return change
}

export async function moveUnit(
  ctx: WriteContext,
  id: number,
  { parentId, on, decision }: UnitMove,
): Promise<UnitChange> {
  const units = await lockUnits(ctx, [id, parentId])
  const [unit, parent] = [locked(units, id), locked(units, parentId)]
  refuseIf([...moveProblems(unit, parent), ...abolishedProblems('parentId', parent)])
  const change = await beginChange(ctx, 'moved', { on, decision }, [unit])
  await rehangUnit(ctx, change, unit, parent)
  await journal(ctx, 'unit.moved', change, unit, {
    before: unit.parentId,
    after: parent.id,
    parent: parent.name,
    decision,
  })
  return change
}

/**
 * Several units become one. What stands below them moves below the heir, and the heir inherits what is open. Returns the heir.
 * (Sắp xếp đơn vị hành chính: the new unit often takes the name of one of the old; it is a unit of its own all the same.)
 */
export async function mergeUnits(ctx: WriteContext, { unitIds, into, on, decision }: UnitMerger): Promise<Unit> {
  const placeId = 'intoId' in into ? into.intoId : into.unit.parentId
  const units = await lockUnits(ctx, [...unitIds, placeId])
  const [ending, place] = [unitIds.map((id) => locked(units, id)), locked(units, placeId)]
  refuseIf([
    ...mergerProblems(ending, 'intoId' in into ? place : null),
    ...abolishedProblems('intoId' in into ? 'intoId' : 'parentId', place),
  ])
  const change = await beginChange(ctx, 'merged', { on, decision }, ending)
  const heir = 'intoId' in into ? place : await addUnit(ctx, change, withoutParent(into.unit), place)
  for (const unit of ending) await endInto(ctx, change, unit, heir)
  const names = ending.map((unit) => unit.name)
  await journal(ctx, 'unit.merged', change, place, { merged: unitIds, names, into: heir.name, decision })
  return heir
}

/** One unit becomes several beside it; the first heir in line takes over what stands below it and what is open. */
export async function splitUnit(
  ctx: WriteContext,
  id: number,
  { parts, heirNumber, on, decision }: UnitSplit,
): Promise<Unit[]> {
  const unit = locked(await lockUnits(ctx, [id]), id)
  refuseIf(unit.parentId === null ? [{ field: 'parts', code: 'root-stays' }] : [])
  refuseIf(parts[heirNumber] ? [] : [{ field: 'heirNumber', code: 'heir-missing' }])
  const parent = locked(await lockUnits(ctx, [unit.parentId ?? id]), unit.parentId ?? id)
  const change = await beginChange(ctx, 'split', { on, decision }, [unit])
  const made: Unit[] = []
  for (const part of parts) made.push(await addUnit(ctx, change, part, parent))
  const [heir, ...others] = [...made.slice(heirNumber), ...made.slice(0, heirNumber)]
  if (heir) await endInto(ctx, change, unit, heir)
  for (const other of others) await succeed(ctx, change, unit.id, other.id)
  await journal(ctx, 'unit.split', change, unit, {
    into: made.map((part) => part.name),
    heir: heir?.name ?? null,
    decision,
  })
  return made
}

/** The unit is no more; what stands below it moves to its heir, or up to its parent where it has none. */
export async function abolishUnit(
  ctx: WriteContext,
  id: number,
  { heirId, on, decision }: UnitAbolition,
): Promise<UnitChange> {
  const units = await lockUnits(ctx, heirId === null ? [id] : [id, heirId])
  const unit = locked(units, id)
  refuseIf(unit.parentId === null ? [{ field: null, code: 'root-stays' }] : [])
  const heir = heirId === null ? null : locked(units, heirId)
  refuseIf(heir ? [...mergerProblems([unit], heir), ...abolishedProblems('heirId', heir)] : [])
  const change = await beginChange(ctx, 'abolished', { on, decision }, [unit])
  const above = heir ?? locked(await lockUnits(ctx, [unit.parentId ?? id]), unit.parentId ?? id)
  for (const child of await lockChildren(ctx, unit)) await rehangUnit(ctx, change, child, above)
  await endUnit(ctx, change, unit, heir?.id ?? null)
  await journal(ctx, 'unit.abolished', change, unit, { name: unit.name, heir: heir?.name ?? null, decision })
  return change
}

async function endInto(ctx: WriteContext, change: UnitChange, unit: Unit, heir: Unit): Promise<void> {
  for (const child of await lockChildren(ctx, unit))
    if (child.id !== heir.id) await rehangUnit(ctx, change, child, heir)
  await endUnit(ctx, change, unit, heir.id)
}

function withoutParent<U extends { parentId: number }>({ parentId: _, ...unit }: U): Omit<U, 'parentId'> {
  return unit
}

/**
 * In the chain of a unit that outlives an undo: of the place, where units are made. The change's id is the subject, so that
 * whoever looks at a change finds what was said of it.
 */
async function journal(
  ctx: WriteContext,
  event: string,
  change: UnitChange,
  unit: Unit,
  facts: Parameters<typeof recordHistory>[3],
): Promise<void> {
  await recordHistory(ctx, event, { id: change.id, unitId: unit.id }, { unit: unit.id, on: change.on, ...facts })
}
