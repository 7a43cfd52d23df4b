import { accountName, isAccountName, plainPhone } from '../access/rules.ts'
import type { Problem } from '../core/problem.ts'
import type { NewDelegation, NewPerson, Unit } from './schema.ts'

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

/** Later versions cannot be overtaken: a change holds from the day of the last one of the same unit at the earliest. */
export function overtakenProblems(on: string, lastChangeOn: string | null): Problem[] {
  return lastChangeOn !== null && on < lastChangeOn
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

/** Somebody needs at least one name to sign in by, each in its form. */
export function personProblems(person: NewPerson): Problem[] {
  const problems: Problem[] = []
  if (!person.userName && !person.phone && !person.email) problems.push({ field: 'userName', code: 'account-missing' })
  if (person.userName && !isAccountName(person.userName.toLowerCase()))
    problems.push({ field: 'userName', code: 'user-name-form' })
  if (person.phone && plainPhone(person.phone) === null) problems.push({ field: 'phone', code: 'phone-form' })
  if (person.email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(person.email))
    problems.push({ field: 'email', code: 'email-form' })
  return problems
}

/** As it is kept: what people type is written one way. */
export function plainPerson(person: NewPerson): NewPerson {
  return {
    fullName: person.fullName.replace(/\s+/g, ' '),
    userName: person.userName && accountName(person.userName).value,
    phone: person.phone && plainPhone(person.phone),
    email: person.email?.toLowerCase() ?? null,
  }
}

interface Membership {
  readonly unit: string
  readonly fromDate: string
  /** The first day without it. */
  readonly untilDate: string | null
}

/** A unit joins once at a time, and after it has left. */
export function joiningProblems(from: string, earlier: readonly Membership[]): Problem[] {
  return earlier
    .filter(({ untilDate }) => untilDate === null || untilDate > from)
    .map(({ unit, untilDate }) =>
      untilDate === null
        ? { field: 'unitIds', code: 'member-already', unit }
        : { field: 'from', code: 'member-until', unit, until: untilDate },
    )
}

/** Whoever leads a year was in the cluster on some day of it. */
export function leaderProblems(year: number, memberships: readonly Omit<Membership, 'unit'>[]): Problem[] {
  const during = memberships.some(
    ({ fromDate, untilDate }) => fromDate <= `${year}-12-31` && (untilDate === null || untilDate > `${year}-01-01`),
  )
  return during ? [] : [{ field: 'unitId', code: 'leader-no-member', year }]
}

interface Held {
  readonly personId: string
  readonly fromDate: string
  /** The first day without it. */
  readonly untilDate: string | null
}

/** A delegation ends, begins no earlier than the position, goes to somebody else, and lasts a year at most. */
export function delegationProblems(given: NewDelegation, position: Held, today: string): Problem[] {
  if (given.personId === position.personId) return [{ field: 'personId', code: 'delegates-to-self' }]
  if (given.until < given.from) return [{ field: 'until', code: 'ends-before-it-begins', from: given.from }]
  if (given.until < today) return [{ field: 'until', code: 'already-over', today }]
  if (given.from < position.fromDate) return [{ field: 'from', code: 'day-before-position', from: position.fromDate }]
  if (position.untilDate !== null && given.until >= position.untilDate) {
    return [{ field: 'until', code: 'day-after-position', until: position.untilDate }]
  }
  return daysBetween(given.from, given.until) > 366 ? [{ field: 'until', code: 'delegation-long', most: 366 }] : []
}

const DAY = 86_400_000

export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)
}

/** The last day, of the first day without. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY).toISOString().slice(0, 10)
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY)
}
