import type { Context, WriteContext } from '../context.ts'
import { abolishUnit, createUnit, mergeUnits, moveUnit, renameUnit, splitUnit } from './actions/change-units.ts'
import { likelyKind } from './likely-kind.ts'
import type { UnitAct } from './pages/unit-form-page.tsx'
import { pickLines, pickUnit } from './pick-unit.ts'
import { type Unit, UnitAbolition, UnitCreation, UnitMerger, UnitMove, UnitRenaming, UnitSplit } from './schema.ts'

/** A change that the form describes: how to make it, which units end, and where what stands below them goes. */
export interface PlannedChange {
  readonly run: (tx: WriteContext) => Promise<unknown>
  readonly ending: readonly Unit[]
  /** The name of the unit below which their units will stand. */
  readonly heirName: string | null
}

/** Reads the form of an act. Throws `ZodError`, `Refusal('invalid')` or `AmbiguousUnit`; nothing is changed yet. */
export async function planUnitChange(
  ctx: Context,
  act: UnitAct,
  unit: Unit,
  form: URLSearchParams,
): Promise<PlannedChange> {
  const given = withKind(form)
  switch (act) {
    case 'create': {
      const creation = UnitCreation.parse({ ...given, parentId: unit.id })
      return { run: (tx) => createUnit(tx, creation), ending: [], heirName: null }
    }
    case 'rename': {
      const renaming = UnitRenaming.parse(given)
      return { run: (tx) => renameUnit(tx, unit.id, renaming), ending: [], heirName: null }
    }
    case 'move': {
      const parent = await pickUnit(ctx, form, 'parent')
      const move = UnitMove.parse({ ...given, parentId: parent?.id })
      return { run: (tx) => moveUnit(tx, unit.id, move), ending: [], heirName: parent?.name ?? null }
    }
    case 'merge':
      return planMerger(ctx, unit, form)
    case 'split':
      return planSplit(unit, given)
    case 'abolish': {
      const heir = await pickUnit(ctx, form, 'heir')
      const abolition = UnitAbolition.parse({ ...given, heirId: heir?.id ?? null })
      return { run: (tx) => abolishUnit(tx, unit.id, abolition), ending: [unit], heirName: heir?.name ?? null }
    }
  }
}

/** The form's fields; a kind that is left open follows from the name. */
function withKind(form: URLSearchParams): Record<string, string> {
  const given = Object.fromEntries(form)
  return { ...given, kind: given['kind'] || likelyKind(given['name'] ?? '') }
}

async function planMerger(ctx: Context, unit: Unit, form: URLSearchParams): Promise<PlannedChange> {
  const given = withKind(form)
  const partners = await pickLines(ctx, form, 'partners')
  const all = [unit, ...partners.filter(({ id }) => id !== unit.id)]
  const heir = form.get('into') === 'old' ? await pickUnit(ctx, form, 'heir') : null
  const ending = all.filter(({ id }) => id !== heir?.id)
  const into = form.get('into') === 'old' ? { intoId: heir?.id } : { unit: { ...given, parentId: unit.parentId } }
  const merger = UnitMerger.parse({ ...given, unitIds: ending.map(({ id }) => id), into })
  const heirName = 'unit' in merger.into ? merger.into.unit.name : (heir?.name ?? null)
  return { run: (tx) => mergeUnits(tx, merger), ending, heirName }
}

/** The new units are of the old one's kind; what they are called is a line each. */
function planSplit(unit: Unit, given: Record<string, string>): PlannedChange {
  const names = (given['parts'] ?? '').split('\n').map((line) => line.trim())
  const parts = names.filter(Boolean).map((name) => ({ name, kind: unit.kind, shortName: null, code: null }))
  const split = UnitSplit.parse({ ...given, parts, heirNumber: 0 })
  return { run: (tx) => splitUnit(tx, unit.id, split), ending: [unit], heirName: split.parts[0]?.name ?? null }
}
