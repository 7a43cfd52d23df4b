import { similarity } from '../../core/text/similar.ts'
import type { UnitKind } from '../../organisation/schema.ts'
import { functionIn, type PrintedFunction } from './functions.ts'
import { placeOf, type UnitKey, unitKey } from './unit-key.ts'
import { wholeGroup } from './whole-groups.ts'

/** A unit as far as matching needs it; `former` are names that it, or a unit that it succeeds, once had. */
export interface KnownUnit {
  readonly id: number
  readonly name: string
  readonly shortName: string | null
  readonly kind: UnitKind
  readonly parentId: number | null
  /** The plan's own unit, below it, or above and beside it. */
  readonly place: 'own' | 'below' | 'outside'
  readonly former: readonly string[]
}

/** Why a unit is proposed. */
export type MatchReason = 'name' | 'short-name' | 'former-name' | 'group' | 'function' | 'similar'

export interface Proposal {
  readonly unitId: number
  /** The function of one officer inside the unit, else empty. */
  readonly title: string
  readonly reason: MatchReason
  /** 0 to 1. */
  readonly score: number
}

/** What is proposed for a printed name. `sure`: taken unless the officer says otherwise; else the officer has to choose. */
export interface NameMatch {
  readonly name: string
  readonly sure: boolean
  readonly proposals: readonly Proposal[]
}

const SIMILAR = 0.62
const MOST_PROPOSED = 5

interface Keyed {
  readonly unit: KnownUnit
  readonly names: readonly (readonly [key: UnitKey, reason: MatchReason])[]
}

/** Proposes units for the names that a plan prints. Pure: the units that come into question are given. */
export function matchNames(names: readonly string[], units: readonly KnownUnit[]): NameMatch[] {
  const own = units.find(({ place }) => place === 'own')
  const places = units.flatMap(({ place, name }) => (place === 'below' ? [] : (placeOf(name) ?? [])))
  const keyed = units.map((unit): Keyed => ({ unit, names: keysOf(unit, places) }))
  return names.map((name) => matchName(name, keyed, own, places))
}

const territories = new Set<UnitKind>(['province', 'district', 'commune', 'ward', 'special-zone'])
/** Whoever sets the office up says how it is called, not of which kind it is. */
const TERRITORY = /^(?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh) /iu

function keysOf(unit: KnownUnit, places: readonly string[]): Keyed['names'] {
  return [
    [unitKey(unit.name, places), 'name'],
    // A commune's people's committee acts for it: «UBND xã» is the commune itself where the tree has no committee of its own.
    ...(territories.has(unit.kind) || TERRITORY.test(unit.name.normalize('NFC'))
      ? [[unitKey(`uy ban nhan dan ${unit.name}`, places), 'name'] as const]
      : []),
    ...(unit.shortName ? [[unitKey(unit.shortName, places), 'short-name'] as const] : []),
    ...unit.former.map((name) => [unitKey(name, places), 'former-name'] as const),
  ]
}

function matchName(
  name: string,
  keyed: readonly Keyed[],
  own: KnownUnit | undefined,
  places: readonly string[],
): NameMatch {
  const key = unitKey(name, places)
  const same = sameNames(key, keyed)
  if (same.length === 1) return { name, sure: true, proposals: same }
  if (same.length > 1) return { name, sure: false, proposals: same.slice(0, MOST_PROPOSED) }
  const group = wholeGroup(name)
  if (group) return groupMatch(name, group, keyed, own)
  const fn = functionIn(name)
  const held = fn && functionMatch(fn, keyed, own, places)
  if (held) return { name, sure: true, proposals: [held] }
  return { name, sure: false, proposals: similarNames(key, keyed) }
}

/**
 * The unit in which the officer works: the one that is named besides, or of which the function is («Chủ tịch Hội Nông dân xã»), or the office for that («Công chức Văn hóa – Xã hội» in «Phòng Văn
 * hóa – Xã hội»); else the plan's own. Undefined where it is an officer of another level whom nobody here knows.
 */
function functionMatch(
  fn: PrintedFunction,
  keyed: readonly Keyed[],
  own: KnownUnit | undefined,
  places: readonly string[],
): Proposal | undefined {
  const inUnit = (unitId: number, title: string): Proposal => ({ unitId, title, reason: 'function', score: 1 })
  const [named, ...others] = fn.of ? sameNames(unitKey(fn.of, places), keyed) : []
  if (named && others.length === 0) return inUnit(named.unitId, fn.alone)
  const key = unitKey(fn.at, places)
  const found = [sameNames(key, keyed).map(({ unitId }) => unitId), officesFor(key, keyed)].find(
    ({ length }) => length === 1,
  )
  if (found?.[0] !== undefined) return inUnit(found[0], fn.title)
  const isElsewhere = isOfOutside(key) && key.level !== unitKey(own?.name ?? '').level
  return own && !isElsewhere ? inUnit(own.id, fn.title) : undefined
}

const OFFICE = /^(?:phong|ban|van phong|bo phan|to) /

/** Offices of the plan's own unit that are called by what they are for. */
function officesFor(key: UnitKey, keyed: readonly Keyed[]): number[] {
  if (key.words === '') return []
  return keyed.flatMap(({ unit, names }) => {
    const isFor = ([other]: readonly [UnitKey, MatchReason]) =>
      OFFICE.test(other.words) && other.words.replace(OFFICE, '') === key.words && levelFits(key, other, unit)
    return unit.place === 'below' && names.some(isFor) ? [unit.id] : []
  })
}

/** Units called so, those of the plan's own place before others of the same name. */
function sameNames(key: UnitKey, keyed: readonly Keyed[]): Proposal[] {
  const found = keyed.flatMap(({ unit, names }) => {
    const fitting = names.find(([other]) => other.words === key.words && levelFits(key, other, unit))
    return fitting ? [{ unit, reason: fitting[1] }] : []
  })
  const near = found.filter(({ unit }) => unit.place !== 'outside')
  const chosen = near.length > 0 && !isOfOutside(key) ? near : found
  return chosen.map(({ unit, reason }) => ({ unitId: unit.id, title: '', reason, score: 1 }))
}

const outsideLevels = new Set(['district', 'city', 'province', 'central'])

function isOfOutside({ level }: UnitKey): boolean {
  return level !== null && outsideLevels.has(level)
}

/** A name without a level fits the plan's own place; one with a level fits units that name the same or none where it is the own one. */
function levelFits(key: UnitKey, other: UnitKey, unit: KnownUnit): boolean {
  if (key.level === other.level) return true
  if (unit.place === 'outside') return key.level !== null && other.level === null && isOfOutside(key)
  return (key.level === null && !isOfOutside(other)) || (other.level === null && !isOfOutside(key))
}

function groupMatch(
  name: string,
  group: readonly UnitKind[] | 'direct',
  keyed: readonly Keyed[],
  own: KnownUnit | undefined,
): NameMatch {
  const members = keyed.filter(({ unit }) => {
    if (unit.place !== 'below') return false
    return group === 'direct' ? unit.parentId === own?.id && !isPlace(unit.kind) : group.includes(unit.kind)
  })
  const proposals = members.map(({ unit }) => ({ unitId: unit.id, title: '', reason: 'group' as const, score: 1 }))
  return { name, sure: proposals.length > 0 && group !== 'direct', proposals }
}

function isPlace(kind: UnitKind): boolean {
  return kind === 'hamlet' || kind === 'residential-group'
}

function similarNames(key: UnitKey, keyed: readonly Keyed[]): Proposal[] {
  return keyed
    .map(({ unit, names }) => {
      const scores = names.map(([other]) => (levelFits(key, other, unit) ? nearness(key.words, other.words) : 0))
      return { unitId: unit.id, title: '', reason: 'similar' as const, score: Math.max(...scores) }
    })
    .filter(({ score }) => score >= SIMILAR)
    .sort((a, b) => b.score - a.score || a.unitId - b.unitId)
    .slice(0, MOST_PROPOSED)
}

/** Spelling, or one name being the beginning of the other: «Phòng Văn hóa» for «Phòng Văn hóa - Xã hội». */
function nearness(words: string, other: string): number {
  const [shorter, longer] = words.length <= other.length ? [words, other] : [other, words]
  const begins = shorter.split(' ').length >= 3 && longer.startsWith(`${shorter} `)
  return Math.max(similarity(words, other), begins ? 0.8 : 0)
}
