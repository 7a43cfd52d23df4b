import { foldInPlace } from '../../core/text/fold.ts'
import type { Span } from '../../core/text/source.ts'
import type { Citation, Question } from '../contract.ts'
import type { Item, Outline } from '../outline.ts'
import { Read, type Reading, type Sourced } from '../read.ts'
import { findMentions, type Mention, type Printed } from './find-mentions.ts'
import { findNumbers, numberKey } from './find-numbers.ts'
import { kindBySymbol } from './kinds.ts'
import { openShortForms } from './short-forms.ts'

/** A document under one number, as gathered from every place that names it. */
interface Cited {
  readonly key: string
  readonly number: Printed
  kind: Printed | undefined
  date: Printed | undefined
  issuer: Printed | undefined
  basis: boolean
  readonly amended: boolean
  readonly at: Span
  /** Another date printed for the same number elsewhere. */
  otherDate: Printed | undefined
}

/** «(Kèm theo Kế hoạch số … của …)» under the head of an annex names the document itself. */
const ATTACHED_TO = /^\W{0,4}(?:ban\s+hanh\s+)?(?:kem\s+theo|dinh\s+kem\s+theo)\s/
/** «Căn cứ pháp lý», «Cơ sở xây dựng Kế hoạch»: a section of its own for what the plan rests on. */
const BASIS =
  /^(?:cac |nhung )?(?:can cu|co so)(?: (?:phap ly|xay dung|ban hanh|lap|chinh tri|thuc tien|de|va|,|ke hoach|chuong trinh|de an|phap luat|thuc hien))*\s*:?$/

function namesBasis(item: Item, text: string): boolean {
  const length = item.body.end - item.body.start
  return length < 80 && BASIS.test(foldInPlace(text.slice(item.body.start, item.body.end)).trim())
}

/** A plan that is amended or replaced is cited, but the new plan does not rest on it. */
const AMENDS = /(?:sua\s+doi|bo\s+sung|thay\s+the|dieu\s+chinh|bai\s+bo)(?:[^.;]{0,60}\s(?:cua|tai|theo))?\s{0,2}$/

const BEFORE_LENGTH = 120

const moved = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by })

function citedAt(mention: Mention, text: string, at: number, opening: boolean): Cited {
  const { number, kind, date, issuer } = mention
  const before = foldInPlace(text.slice(Math.max(0, mention.start - BEFORE_LENGTH), mention.start))
  const printed = (part: Printed): Printed => ({ ...moved(part, at), value: part.value })
  const whole = moved({ start: mention.start, end: mention.end }, at)
  const symbolKind = kindBySymbol(number.symbol)
  const general = kind?.value === 'Văn bản' && symbolKind !== undefined
  const ownKind =
    kind !== undefined && !general ? kind : symbolKind === undefined ? undefined : { ...number, value: symbolKind }
  return {
    key: numberKey(number.number),
    number: { ...moved(number, at), value: number.number },
    kind: ownKind && printed(ownKind),
    date: date && printed(date),
    issuer: issuer && { ...moved(issuer, at), value: openShortForms(text.slice(issuer.start, issuer.end)) },
    basis: opening,
    amended: opening && AMENDS.test(before),
    at: whole,
    otherDate: undefined,
  }
}

function differ(one: Printed | undefined, other: Printed | undefined): boolean {
  return one !== undefined && other !== undefined && foldInPlace(one.value) !== foldInPlace(other.value)
}

/** Two bodies may give the same number in different years; a misprinted date alone does not make a second document. */
function another(one: Cited, other: Cited): boolean {
  return one.key === other.key && differ(one.date, other.date) && differ(one.issuer, other.issuer)
}

/** «Chỉ thị số 34 ngày …» is short for «Chỉ thị số 34-CT/TW» where that is cited too. */
function shortFor(one: Cited, other: Cited): boolean {
  return /^\d+$/.test(one.key) && other.key.startsWith(`${one.key}-`) && one.kind?.value === other.kind?.value
}

function merge(same: Cited, cited: Cited): void {
  same.kind ??= cited.kind
  if (cited.amended) same.basis = false
  if (differ(same.date, cited.date)) same.otherDate ??= cited.date
  same.date ??= cited.date
  same.issuer ??= cited.issuer
}

function gather(found: readonly Cited[]): Cited[] {
  const kept: Cited[] = []
  for (const cited of found) {
    if (found.some((other) => shortFor(cited, other))) continue
    const same = kept.find((one) => one.key === cited.key && !another(one, cited))
    if (same === undefined) kept.push({ ...cited, basis: cited.basis && !cited.amended })
    else merge(same, cited)
  }
  return kept
}

function sourced(cited: Cited): Sourced<Citation> {
  const read = (part: Printed | undefined) => (part === undefined ? null : new Read(part.value, part))
  return {
    type: read(cited.kind),
    number: new Read(cited.number.value, cited.number),
    date: read(cited.date),
    issuer: read(cited.issuer),
    basis: new Read(cited.basis, cited.at),
  }
}

function questionsOn(cited: readonly Cited[]): Question[] {
  const questions: Question[] = []
  cited.forEach(({ kind, number, date, otherDate, at }, i) => {
    const path = `/citations/${i}`
    if (kind === undefined) {
      questions.push({
        path: `${path}/type`,
        passage: at,
        reason: `Văn bản số ${number.value} không ghi tên loại.`,
        candidates: [],
      })
    }
    if (date !== undefined && otherDate !== undefined) {
      const reason = `Văn bản số ${number.value} được dẫn với hai ngày khác nhau.`
      questions.push({ path: `${path}/date`, passage: otherDate, reason, candidates: [date.value, otherDate.value] })
    }
  })
  return questions
}

function ownNumbers(outline: Outline): Set<string> {
  const own = new Set<string>()
  for (const span of outline.header) {
    const line = outline.text.slice(span.start, span.end)
    if (!/^\W{0,4}so\b/.test(foldInPlace(line))) continue
    const first = findNumbers(line)[0]
    if (first !== undefined) own.add(numberKey(first.number))
  }
  return own
}

/**
 * Every numbered document that the plan cites, once each, in the order of first mention. `basis` is true for those of the opening, on
 * which the plan as a whole rests. The plan's own number is no citation.
 */
export function readCitations(outline: Outline): Reading<Citation[]> {
  const own = ownNumbers(outline)
  const found: Cited[] = []
  const look = (at: Span, opening: boolean): void => {
    const text = outline.text.slice(at.start, at.end)
    if (ATTACHED_TO.test(foldInPlace(text))) return
    for (const mention of findMentions(text)) found.push(citedAt(mention, text, at.start, opening))
  }
  const search = (items: readonly Item[], opening: boolean): void => {
    for (const item of items) {
      look(item.at, opening)
      search(item.children, opening || namesBasis(item, outline.text))
    }
  }
  search(outline.opening, true)
  search(outline.body, false)
  for (const annex of outline.annexes) search(annex, false)
  // what only the title names («Thực hiện Chỉ thị số …») is what the plan implements
  for (const line of outline.header) look(line, true)
  const cited = gather(found).filter(({ key }) => !own.has(key))
  return { value: cited.map(sourced), questions: questionsOn(cited) }
}
