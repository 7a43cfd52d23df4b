import type { Problem } from '../core/problem.ts'
import type { Unit } from './schema.ts'

/** What the tables of a change need to be checked: the units as they are, the day of the change, today in Viet Nam. */
interface Days {
  readonly on: string
  readonly today: string
}

/** A change is entered on the day it holds or later, and not before the unit began. */
export function dayProblems({ on, today }: Days, units: readonly Pick<Unit, 'name' | 'foundedOn'>[]): Problem[] {
  if (on > today) return [{ field: 'on', code: 'day-not-yet', today }]
  return units
    .filter((unit) => unit.foundedOn !== null && on < unit.foundedOn)
    .map((unit) => ({ field: 'on', code: 'day-before-unit', unit: unit.name, foundedOn: unit.foundedOn }))
}

/** Later versions cannot be overtaken: a change holds from after the last one of the same unit. */
export function overtakenProblems(on: string, lastChangeOn: string | null): Problem[] {
  return lastChangeOn !== null && on <= lastChangeOn
    ? [{ field: 'on', code: 'day-before-last-change', lastChangeOn }]
    : []
}

export function abolishedProblems(field: string, unit: Pick<Unit, 'name' | 'abolishedOn'>): Problem[] {
  return unit.abolishedOn === null ? [] : [{ field, code: 'unit-abolished', unit: unit.name, on: unit.abolishedOn }]
}

/** A unit does not stand below itself. */
export function moveProblems(unit: Pick<Unit, 'id' | 'path'>, parent: Pick<Unit, 'id' | 'path' | 'name'>): Problem[] {
  const isBelow = parent.id === unit.id || parent.path.startsWith(`${unit.path}.`)
  return isBelow ? [{ field: 'parentId', code: 'parent-below-itself', parent: parent.name }] : []
}

/** Who merges into an existing unit does not name that unit among those that end. */
export function mergerProblems(
  units: readonly Pick<Unit, 'id' | 'path' | 'name'>[],
  heir: Pick<Unit, 'id' | 'path'> | null,
): Problem[] {
  if (units.some((unit) => unit.path === '' || !unit.path.includes('.')))
    return [{ field: 'unitIds', code: 'root-stays' }]
  if (heir === null) return units.length < 2 ? [{ field: 'unitIds', code: 'merge-needs-two' }] : []
  const inside = units.find((unit) => heir.id === unit.id || heir.path.startsWith(`${unit.path}.`))
  return inside ? [{ field: 'intoId', code: 'heir-ends-too', unit: inside.name }] : []
}
