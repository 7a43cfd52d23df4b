import { findPeriods } from '../../core/dates/find-periods.ts'
import type { Period, Target } from '../contract.ts'
import type { Read, Sourced } from '../read.ts'
import { CriteriaReader } from './criteria.ts'
import { cutUnits } from './cut-units.ts'
import { type Part, partOf } from './field-parts.ts'
import { kindAt } from './kinds.ts'
import { cutAtLabels, readLabel } from './labels.ts'
import { isInside, type Line } from './lines.ts'
import type { Passage } from './passage.ts'
import { apart, atInnerLabel, joined, leadsFirmly, ordered, piecesOf } from './pieces.ts'
import { besideLeaders, type FieldUnits, noUnits, readAssignment } from './read-assignment.ts'
import { rolesInBrackets } from './roles-in-brackets.ts'
import { sentencesOf } from './sentences.ts'
import { namedKinds } from './subjects.ts'
import { setsCeiling, setsTarget, targetsIn } from './targets.ts'
import { hasUnitLabel, unitLabel } from './unit-labels.ts'
import { beginsUnit, namesUnit, saysMore } from './unit-names.ts'
import { cutAtVerb } from './unit-verbs.ts'

type Opened = 'aside' | 'targets' | 'time' | 'lead' | 'coordinating'

const FIGURE = /(?<![\d/.,])\d{1,3}(?![\d/.,]|\s?%)/

/** «Thời gian thực hiện: Từ tháng 3/2024 đến tháng 10/2024»; an end that is not printed leaves the period open. */
export function periodIn(words: Passage): Read<Period> | null {
  const found = findPeriods(words.text).filter((period) => !period.open && period.kind !== 'edge')
  const first = found[0]
  const year = /^\W*((?:19|20)\d\d)\W*$/.exec(words.text)?.[1]
  if (year !== undefined) return words.as({ from: `${year}-01`, to: `${year}-12` })
  if (!first || /^\s*(?:den|truoc|xong truoc|cham nhat|tu nay|ke tu)\b/.test(words.folded)) return null
  const last = found.reduce((a, b) => (b.to > a.to ? b : a), first)
  const from = found.reduce((a, b) => (b.from < a.from ? b : a), first).from
  return words.sub(first.start, Math.max(last.end, first.end)).as({ from, to: last.to })
}

/** «Phụ trách: A; phối hợp:» at the end of a page: the units follow in the next paragraph. */
const LEFT_OPEN = /[;.,]\s*(?:(?:don vi|co quan) )?phoi hop(?: (?:voi|thuc hien))?\s*:\s*$/

/** «Tổ tự quản, cá nhân dũng cảm» */
const AND_PEOPLE = /(?:,| va) (?:cac |nhung )?(?:ca nhan|ho gia dinh|gia dinh|ho dan|nguoi dan)(?![a-z])/

/** «Giáo viên dạy giỏi»: people in small letters are looked for, not told. */
function describesPeople(words: Passage): boolean {
  const small = !/\p{Lu}/u.test(words.text.slice(1)) && !words.folded.startsWith('cong an')
  return (small && kindAt(words)?.subject === 'individual') || AND_PEOPLE.test(words.folded)
}

const isList = (body: Passage): boolean => body.length < 300 && cutUnits(body).units.every((unit) => beginsUnit(unit))

/** Reads one field line by line. */
export class FieldReader {
  readonly units: FieldUnits = noUnits()
  readonly criteria = new CriteriaReader()
  readonly targets: Sourced<Target>[] = []
  period: Read<Period> | null = null
  /** Numbers under «Chỉ tiêu» of nobody knows whom. */
  readonly numbers: Passage[] = []
  /** A line that only names what stands below it. */
  private open: { readonly line: Line; readonly what: Opened; readonly broken?: boolean } | null = null
  /** Whether a paragraph of nothing but names of units hands the field to them; in a column of criteria it describes them. */
  listsUnits = true
  private readonly title: Passage

  constructor(title: Passage) {
    this.title = title
  }

  paragraph(line: Line, body: Passage): void {
    const open = this.open
    const told = open?.what === 'aside' && open.line.mark === 'plain' && readLabel(body) !== null
    const below =
      !told && open !== null && (isInside(line, open.line) || (open.broken && line.mark === 'plain' && isList(body)))
    if (below && this.under(open.what, body)) return
    this.open = null
    const units = unitLabel(body)
    if (units) {
      if (units.rest.length < 2) this.open = { line, what: units.side }
      else this.sentences(line, body)
      if (LEFT_OPEN.test(body.folded)) this.open = { line, what: 'coordinating', broken: true }
      return
    }
    if (readLabel(body)) {
      this.labelled(line, body)
      return
    }
    const part = partOf(body)
    if (!part) this.sentences(line, body)
    else if (part.part === 'criteria') this.part(line, part.part, part.rest)
    else {
      const [own, more] = apart(part.rest)
      this.part(line, part.part, own)
      if (more) this.paragraph(line, more)
    }
  }

  /** A paragraph under a line that named what it is about; false where it is something else after all. */
  private under(what: Opened, body: Passage): boolean {
    if (what === 'targets') return this.addTargets(body)
    if (what === 'time') {
      this.period ??= periodIn(body)
      return this.period !== null
    }
    if (what === 'aside') return true
    if (unitLabel(body)) return false
    const { units, doubtful } = cutUnits(body)
    const list = { lead: [], coordinating: [], doubtful: [...doubtful], relation: null }
    this.addUnits({ ...list, [what]: [...units] })
    return true
  }

  private part(line: Line, part: Part, rest: Passage): void {
    if (part === 'audience') this.criteria.fallback = namedKinds(rest)?.kinds ?? []
    else if (part === 'criteria') {
      this.criteria.close()
      if (rest.length > 1) this.paragraph(line, rest)
    } else {
      this.open = { line, what: part }
      if (part === 'time') this.period ??= periodIn(rest)
      else if (part === 'targets' && !this.addTargets(rest) && FIGURE.test(rest.folded)) this.numbers.push(rest)
      else if (part === 'aside' && setsTarget(rest)) this.addTargets(rest)
    }
  }

  private labelled(line: Line, body: Passage): void {
    for (const piece of cutAtLabels(body)) {
      const label = readLabel(piece)
      if (!label) {
        this.sentences(line, piece)
        continue
      }
      const kept = this.withoutOrders(label.rest)
      this.criteria.label(line, {
        kinds: label.kinds,
        rest: kept[0] ?? label.rest.sub(label.rest.length),
        bare: label.bare,
      })
      for (const more of kept.slice(1)) this.criteria.text(more)
    }
  }

  /** Takes out what hands the field to units or sets numbers; gives the rest. */
  private withoutOrders(text: Passage): Passage[] {
    const kept: Passage[] = []
    const sentences = piecesOf(text)
    for (const [i, sentence] of sentences.entries()) {
      if (!this.takes(sentence, i === 0 || !leadsFirmly(sentence))) kept.push(sentence)
    }
    return kept.length === sentences.length ? [text].filter((piece) => piece.length > 0) : joined(kept)
  }

  private sentences(line: Line, body: Passage): void {
    const inner = atInnerLabel(body)
    if (inner) {
      this.sentences(line, inner[0])
      this.paragraph(line, inner[1])
      return
    }
    const pieces = cutAtLabels(body)
    if (pieces.length > 1) {
      this.labelled(line, body)
      return
    }
    let bound = this.criteria.binds(line)
    if (!bound && this.listsUnits && this.isUnitList(body)) return
    const sentences = piecesOf(body)
    const kept = sentences.filter((sentence) => {
      const free = hasUnitLabel(sentence) || (sentence.start > body.start && leadsFirmly(sentence))
      const taken = this.takes(sentence, bound && !free)
      bound &&= !taken
      return !taken
    })
    if (kept.length === sentences.length) this.criteria.text(body)
    else for (const piece of joined(kept)) this.criteria.text(piece)
  }

  /** «3. Phong trào “…”: Phòng Nội vụ, Công an xã.»: nothing but names of units. */
  private isUnitList(body: Passage): boolean {
    if (
      body.length > 160 ||
      hasUnitLabel(body) ||
      rolesInBrackets(body) ||
      sentencesOf(body).length > 1 ||
      cutAtVerb(body).verb !== null
    )
      return false
    const { units, doubtful } = cutUnits(body)
    if (units.length === 0 || !units.every((unit) => namesUnit(unit) && !saysMore(unit) && !describesPeople(unit)))
      return false
    this.addUnits({ lead: [...units], coordinating: [], doubtful: [...doubtful], relation: null })
    return true
  }

  /** `bound`: the sentence stands under a label, where only plain orders and firm numbers are no criteria. */
  private takes(sentence: Passage, bound: boolean): boolean {
    const time = partOf(sentence)
    if (time?.part === 'time' && !bound) {
      this.period ??= periodIn(time.rest)
      return true
    }
    const told = ordered(sentence)
    const plainly = told !== null && beginsUnit(told)
    const assignment = !bound || plainly ? readAssignment(sentence) : null
    if (assignment) this.addUnits(this.units.lead.length > 0 ? besideLeaders(assignment, sentence) : assignment)
    const sets = assignment !== null || setsTarget(sentence, bound)
    if (sets) this.addTargets(sentence)
    return sets || setsCeiling(sentence)
  }

  /** A sentence that is known to hand the field to a unit. */
  order(sentence: Passage): void {
    const assignment = readAssignment(sentence)
    if (assignment) this.addUnits(assignment)
    this.addTargets(sentence)
  }

  addTargets(text: Passage): boolean {
    const found = sentencesOf(text).flatMap((sentence) => targetsIn(sentence, this.title))
    this.targets.push(...found)
    return found.length > 0
  }

  addUnits(more: FieldUnits): void {
    const { lead, coordinating } = this.units
    const known = (list: readonly Passage[], unit: Passage) => list.some((other) => other.folded === unit.folded)
    for (const unit of more.lead) if (!known(lead, unit)) lead.push(unit)
    for (const unit of more.coordinating) {
      if (!known(coordinating, unit) && !known(lead, unit)) coordinating.push(unit)
    }
    this.units.doubtful.push(...more.doubtful)
    this.units.relation ??= more.relation
  }
}
