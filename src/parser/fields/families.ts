import { isCapitals } from '../../core/text/fold.ts'
import { type Candidate, isNoName, kindsOnly } from './candidates.ts'
import { type Aim, isPlanPart, isTask, isTimed, mayBePart } from './context.ts'
import { type Facts, PARAGRAPHS } from './evidence.ts'
import { extentOf, opensPart } from './extent.ts'
import { endsFields } from './field-parts.ts'
import { namesPart } from './general-titles.ts'
import type { Line } from './lines.ts'
import { HEADING_MARKS, NUMBERED } from './marks-of-headings.ts'
import type { Passage } from './passage.ts'
import { namedKinds } from './subjects.ts'
import { beginsUnit } from './unit-names.ts'
import { cutAtVerb } from './unit-verbs.ts'

/** A heading among others of its look, with the lines that it heads. */
export interface Member {
  readonly candidate: Candidate
  /** Index behind its last line. */
  readonly end: number
  readonly shows: Shows
}

/** Which of the three things that a field has stand in a passage: criteria, a number of exemplars, a unit with a role. */
interface Shows {
  readonly criteria: boolean
  readonly number: boolean
  readonly unit: boolean
}

/** Headings of one look under one holder, most of which have beneath them what a field has. */
export type Family = readonly Member[]

/** Of the three things a field has at least so many. */
const ENOUGH = 2
const LONGEST = 130
/** A title that ends like a sentence is shorter still. */
const SHORT = 70
/** So many paragraphs are a chapter, in which everything stands somewhere. */
const MOST = 40
/** A heading without a mark is short. */
const LONGEST_PLAIN = 110

const lookBehind = (text: string): string | null =>
  text === '' ? 'bare' : text.startsWith(':') ? 'colon' : text.startsWith(',') ? 'comma' : null

/** What makes headings look alike in print; null for a line that heads nothing. */
function lookOf({ line, heading: { title } }: Candidate): string | null {
  if (line.mark === 'decimal') return `decimal ${line.ordinal?.split('.').length}`
  if (line.mark !== 'plain') return line.mark
  const behind = line.body.sub(title.end - line.body.start).text.trimStart()
  if (title.length > LONGEST_PLAIN || !/^[“"«(]?[\p{Lu}\d]/u.test(title.text)) return null
  const look = line.called !== null ? 'called' : lookBehind(behind)
  return look && `${look} ${isCapitals(title.text) ? 'capitals' : 'small'}`
}

/** Headings without a mark may stand below one another in the tree; what holds them all is the marked heading above. */
const holderOf = (line: Line): Line | undefined =>
  line.mark === 'plain' ? line.above.findLast(({ mark }) => mark !== 'plain') : line.above.at(-1)

/** «1. Phụ nữ khởi nghiệp.»: a short numbered line of one clause is a heading though a full stop ends it. */
const isStopped = (line: Line, title: Passage): boolean =>
  NUMBERED.has(line.mark) && title.length < SHORT && /[^.]\.$/.test(line.body.text) && !title.text.includes(';')

/** Whether a heading could name a field by its words: no step of time, no part or task of a plan, no sentence, no mere kind. */
function mayName({ heading, line }: Candidate): boolean {
  const { title, rests, kind } = heading
  const { folded } = title
  const named = kind === 'exemplar' || kind === 'movement'
  if (isNoName(title) || isTimed(folded) || (!named && title.length > LONGEST)) return false
  if (!named && isPlanPart(folded) && !mayBePart(folded)) return false
  return rests.length > 0 || !/[.;,]$/.test(line.body.text) || isStopped(line, title)
}

/** Headings by holder and look, in order. */
function groupsOf(candidates: readonly Candidate[]): Candidate[][] {
  const groups = new Map<Line | undefined, Map<string, Candidate[]>>()
  for (const candidate of candidates) {
    const look = lookOf(candidate)
    if (look === null || !mayName(candidate)) continue
    const holder = holderOf(candidate.line)
    const looks = groups.get(holder) ?? new Map<string, Candidate[]>()
    const group = looks.get(look) ?? []
    group.push(candidate)
    groups.set(holder, looks.set(look, group))
  }
  return [...groups.values()].flatMap((looks) => [...looks.values()]).filter(({ length }) => length > 1)
}

/** Whether another part of the plan begins with a line that stands no deeper than the heading. */
const opensOther = (line: Line, head: Line): boolean =>
  endsFields(line.body) ||
  opensPart(line, head) ||
  (HEADING_MARKS.has(line.mark) && line.above.length <= head.above.length && !namesPart(line.body))

/** Index behind the lines between a heading and the next of its family; numbers keep what stands under them in the tree. */
function endOf(lines: readonly Line[], { index, line }: Candidate, next: number): number {
  if (NUMBERED.has(line.mark)) return Math.min(extentOf(lines, index), next)
  let end = index + 1
  while (end < next && !opensOther(lines[end] ?? line, line)) end++
  return end
}

/** Paragraphs without a mark that stand behind the bullets of the others, and so behind those of the last one. */
function endOfLast(lines: readonly Line[], facts: readonly Facts[], { index, line }: Candidate, habit: number): number {
  const own = extentOf(lines, index)
  let end = own
  for (let at = own; at < own + habit; at++) {
    const [more, shown] = [lines[at], facts[at]]
    if (!more || !shown || more.mark !== 'plain' || more.above.at(-1) !== line.above.at(-1) || endsFields(more.body))
      break
    if (shown.criteria || shown.counts || shown.hands) end = at + 1
  }
  return end
}

function showsIn(facts: readonly Facts[]): Shows {
  const few = facts.slice(0, PARAGRAPHS)
  return {
    criteria: few.some((fact) => fact.criteria),
    number: few.some((fact) => fact.counts),
    unit: few.some((fact) => fact.hands),
  }
}

/** How many of the three. */
export const countOf = (shows: Shows): number => Object.values(shows).filter(Boolean).length

function memberOf(candidate: Candidate, end: number, facts: readonly Facts[]): Member {
  const { index, said, heading, label } = candidate
  const seen = [...said, ...facts.slice(index + 1, Math.min(end, index + 1 + PARAGRAPHS))]
  const shows = showsIn(seen)
  // below «Bác sĩ trực tiếp điều trị» everybody is described who is not counted or handed to a unit
  const described =
    (label?.rest.length ?? 0) > 0 ||
    (namedKinds(heading.title) !== null && seen.some(({ counts, hands }) => !counts && !hands))
  return { candidate, end, shows: { ...shows, criteria: shows.criteria || described } }
}

function familyOf(lines: readonly Line[], facts: readonly Facts[], group: readonly Candidate[]): Member[] {
  const ends = group.slice(0, -1).map((candidate, i) => endOf(lines, candidate, group[i + 1]?.index ?? lines.length))
  const habit = Math.max(...ends.map((end, i) => end - extentOf(lines, group[i]?.index ?? end, PARAGRAPHS)))
  return group.map((candidate, i) => memberOf(candidate, ends[i] ?? endOfLast(lines, facts, candidate, habit), facts))
}

/** «Tuyên truyền pháp luật», «Nâng cao tay nghề»: the heading of a task, unless fields are announced; «công tác dân vận» is a field of work. */
function isDoubtful({ kind, title: { folded } }: Candidate['heading'], announced: boolean): boolean {
  if (kind === 'exemplar' || kind === 'movement') return false
  return isPlanPart(folded) || (isTask(folded) && !announced && !/^cong tac /.test(folded))
}

/** «Chi bộ bốn tốt», «Trường học hạnh phúc»: praise makes of the word for a unit the name of what one seeks. */
const PRAISE =
  /(?<![a-z])(?:tot|so|kieu mau|mau|vung manh|hanh phuc|xanh|sach|dep|van minh|an toan|tu quan|tieu bieu|than thien|doan ket|sang tao|gioi|dien hinh|binh yen|khong|kheo|xuat sac|gan dan|hoc tap|am no|nang dong|tien tien)(?![a-z])/

const isUnit = (title: Passage): boolean => beginsUnit(title) && !PRAISE.test(title.folded)

/** «Các đơn vị sự nghiệp», «Hội Nông dân chọn hộ»: units in general, or one with what it does. */
const tellsUnit = (title: Passage): boolean => /^(?:cac|nhung) /.test(title.folded) || cutAtVerb(title).verb !== null

/**
 * Whether a member could be a field: a heading that names a unit tells it something, unless another unit and criteria stand below; mere
 * kinds are labels of criteria, unless nothing is missing below.
 */
function isAble({ candidate: { heading, context, index }, end, shows }: Member): boolean {
  if (end - index > MOST) return false
  if (/^(?:moi|tung|tat ca|toan the) /.test(heading.title.folded)) return false
  if (isUnit(heading.title) && (tellsUnit(heading.title) || !(shows.criteria && shows.unit))) return false
  if (isDoubtful(heading, context.announced) && countOf(shows) < 3) return false
  const kinds = kindsOnly(heading.title)
  return kinds === null || (kinds === 'own' ? shows.unit : countOf(shows) === 3)
}

/** Whether most of the headings have beneath them what a field has, and nothing above them speaks against it. */
function holds(family: Family, aim: Aim): boolean {
  const covered = family.filter((member) => isAble(member) && countOf(member.shows) >= ENOUGH)
  const firm = covered.filter(({ candidate }) => !isDoubtful(candidate.heading, candidate.context.announced))
  const [first] = covered
  if (!first || covered.length < 2 || covered.length * 2 <= family.length || firm.length * 2 < covered.length)
    return false
  const { closed, unlikely, contents, announced } = first.candidate.context
  if (aim === 'other' || closed) return false
  if (unlikely) return contents && covered.every(({ shows }) => countOf(shows) === 3)
  const handed = covered.every(({ shows }) => shows.number && shows.unit)
  return announced || handed || covered.filter(({ shows }) => shows.criteria).length * 2 > covered.length
}

export interface Families {
  /** Headings that are fields by what stands beneath them; those that show nothing are left out. */
  readonly held: readonly Family[]
  /** Headings of other families that have most of what a field has. */
  readonly near: readonly Member[]
}

export function familiesIn(
  lines: readonly Line[],
  facts: readonly Facts[],
  candidates: readonly Candidate[],
  aim: Aim,
): Families {
  const all = groupsOf(candidates).map((group) => familyOf(lines, facts, group))
  const able = (family: Family, least: number) =>
    family.filter((member) => countOf(member.shows) >= least && isAble(member))
  const held = all.filter((family) => holds(family, aim))
  const others = all.filter((family) => !held.includes(family)).map((family) => able(family, ENOUGH))
  return { held: held.map((family) => able(family, 1)), near: others.filter(({ length }) => length > 1).flat() }
}

/** «Tập thể thôn, bản: …»: headings that are labels of the criteria of one field, with no units of their own. */
export function hasLabels(family: Family): boolean {
  const labels = family.filter(
    ({ candidate, shows }) =>
      kindsOnly(candidate.heading.title) === 'general' || (candidate.label !== null && !shows.unit),
  )
  return labels.length * 2 > family.length
}

/** What a member shows outside the members of a family that stands below it. */
function ownOf({ candidate, end }: Member, below: Family, facts: readonly Facts[]): Shows {
  const last = Math.min(end, candidate.index + 1 + PARAGRAPHS)
  const inside = (at: number) => below.some((inner) => at >= inner.candidate.index && at < inner.end)
  return showsIn(facts.slice(candidate.index + 1, last).filter((_, i) => !inside(candidate.index + 1 + i)))
}

/** Whether the fields stand below: the heading above adds no unit and no number, or most of those below have all that it has. */
export function outdoes(below: Family, above: Member, facts: readonly Facts[]): boolean {
  if (hasLabels(below)) return false
  const own = ownOf(above, below, facts)
  const whole = below.filter(({ shows }) => countOf(shows) >= countOf(above.shows))
  return (!own.unit && !own.number) || whole.length * 2 > below.length
}
