import type { Span } from '../../core/text/source.ts'
import { type Assigned, findAssigned } from '../assignments/find-assigned.ts'
import { everyItem } from '../assignments/items.ts'
import { splitUnit } from '../assignments/split-unit.ts'
import { linesOf, workTables } from '../assignments/work-tables.ts'
import type { Cadence, Question, RecurringDuty } from '../contract.ts'
import { Passage } from '../fields/passage.ts'
import { sentencesOf, splitOutside } from '../fields/sentences.ts'
import { beginsUnit } from '../fields/unit-names.ts'
import { findMilestones } from '../milestones/read-milestones.ts'
import type { Outline } from '../outline.ts'
import { Read, type Reading, type Sourced } from '../read.ts'
import { speaksOfDuty } from './duty-words.ts'
import { addressee, type Due, type LeadingCadence, readClause } from './read-clause.ts'
import { rowDues } from './row-dues.ts'
import { timeMarks } from './time-marks.ts'

interface FoundDuty extends Due {
  readonly by: Passage | null
  readonly text: Passage
}

const LEAD: readonly (readonly [RegExp, Cadence])[] = [
  [/^(?:dinh ky )?(?:hang|moi) thang\s*[:,]\s*/, 'monthly'],
  [/^(?:dinh ky )?(?:hang|moi) quy\s*[:,]\s*/, 'quarterly'],
  [/^(?:dinh ky )?(?:0?6|sau) thang(?: mot lan)?\s*[:,]\s*/, 'halfYearly'],
  [/^(?:dinh ky )?(?:hang|moi) nam\s*[:,]\s*/, 'yearly'],
]

/** «Hàng năm: …» holds for the first sentence behind it. */
function leadOf(line: Passage): { lead: LeadingCadence | null; rest: Passage } {
  for (const [pattern, cadence] of LEAD) {
    const match = pattern.exec(line.folded)
    if (match === null) continue
    const at = line.sub(0, match[0].length).strip(' ', ' :,')
    return { lead: { cadence, at }, rest: match[0].includes(':') ? line.sub(match[0].length) : line }
  }
  return { lead: null, rest: line }
}

/** The unit with which the sentence begins, behind a cadence or due time; for paragraphs outside the items of units. */
function subjectOf(whole: Passage): Passage | null {
  let behind = 0
  for (const { start, end } of timeMarks(whole)) {
    if (!/^(?:\W|dinh ky|hoac|va|gui|bao cao(?=\W*$))*$/.test(whole.folded.slice(behind, start))) break
    behind = end
  }
  const rest = whole.sub(behind).strip(' ,:()', '')
  const sentence = rest.sub(
    /^(?:hoac|va) (?:khi co yeu cau|dot xuat)(?: khi [^,;.]{3,30})?,?\s*/.exec(rest.folded)?.[0].length ?? 0,
  )
  const { unit, task, certain } = splitUnit(sentence, false)
  return certain && task !== null && unit.length < 200 && beginsUnit(unit) ? unit : null
}

const sends = (clause: Passage): boolean => /(?<![a-z])(?:gui|nop|bao cao)(?![a-z])/.test(clause.folded)

/** A clause that sends something without saying where sends it where the clause in front does. */
function withAddressee(dues: readonly Due[], clause: Passage, before: Passage | null): Due[] {
  return dues.map((due) => (due.to === null && sends(clause) ? { ...due, to: before } : due))
}

/** «nộp cho …», «báo cáo với …»: it says to whom, also where the name is not known. */
const DIRECTED = /(?<![a-z])(?:ve|cho|den|toi|voi|len)(?![a-z])/

/** «hằng quý trước ngày 20 của tháng cuối quý» behind «Báo cáo định kỳ: hằng tháng …;»: nothing but another time. */
function saysWhen(clause: Passage): boolean {
  const marks = timeMarks(clause)
  const rest = marks.reduceRight((words, { start, end }) => words.slice(0, start) + words.slice(end), clause.folded)
  return (
    marks.length > 0 &&
    /^(?:\W|so ket|tong ket|ca|nam|quy|thang|va|gui|hoan thanh|xong|thoi han|bao cao|dot xuat|ky|dinh ky)*$/.test(rest)
  )
}

/** «Hằng năm có từ 85% cơ quan trở lên đăng ký …»: an aim in figures. */
const SHARE = /\d\s?%[^.;]{0,100}(?<![a-z])(?:dang ky|gioi thieu)(?![a-z])/

function sentenceDuties(sentence: Passage, lead: LeadingCadence | null, unit: Passage | null): FoundDuty[] {
  if (!speaksOfDuty(sentence) || SHARE.test(sentence.folded)) return []
  const text = sentence.strip(' ', ' ;')
  const clauses = splitOutside(sentence, ';')
  // «…; báo cáo năm gửi trước ngày 10/12 về Sở Nội vụ»: where only the last clause says where to, it says so for all
  const named = clauses.map((clause) => (sends(clause) ? addressee(clause) : null))
  let to: Passage | null = clauses.slice(0, -1).every((clause) => !DIRECTED.test(clause.folded))
    ? (named.at(-1) ?? null)
    : null
  let by: Passage | null = null
  let before = false
  const dues = clauses.flatMap((clause, i): FoundDuty[] => {
    if (!speaksOfDuty(clause) && !(before && saysWhen(clause))) return []
    before = true
    const found = withAddressee(readClause(clause, i === 0 ? lead : null), clause, to)
    to = found.at(-1)?.to ?? named[i] ?? to
    if (found.length > 0) by = unit ?? subjectOf(clause) ?? by ?? subjectOf(sentence)
    return found.map((due) => ({ ...due, by, text }))
  })
  return dues
}

/** What an exemplar must be like, not what a unit owes. */
const CRITERION =
  /^\W*(?:doi voi )?(?:tap the|ca nhan|ho gia dinh|gia dinh|tieu (?:chi|chuan)|la (?:nhung|cac|tap the|ca nhan))(?![a-z])/

/** The duties of one paragraph or of the task part of a line. */
function paragraphDuties(line: Passage, unit: Passage | null): FoundDuty[] {
  const { lead, rest } = leadOf(line)
  const sentences = sentencesOf(rest)
  const owes = ({ to, deadline }: FoundDuty): boolean => unit !== null || to !== null || /\d/.test(deadline?.text ?? '')
  return sentences
    .filter((sentence) => !CRITERION.test(sentence.folded))
    .flatMap((sentence, i) => sentenceDuties(sentence, i === 0 ? lead : null, unit))
    .filter(owes)
}

function tableDuties(outline: Outline, page: Passage): FoundDuty[] {
  return workTables(outline, page).flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => {
      const { content, unit } = cells
      if (content === undefined) return []
      const dues = rowDues(cells)
      if (dues.length > 0) return dues.map((due) => ({ ...due, by: unit ?? null, text: content }))
      return unit === undefined ? [] : linesOf(content).flatMap((line) => paragraphDuties(line, unit))
    }),
  )
}

function unitAt(assigned: readonly Assigned[], { start, end }: Span): Assigned | undefined {
  return assigned.find(({ at }) => start >= at.start && end <= at.end)
}

function findDuties(outline: Outline, page: Passage): FoundDuty[] {
  const assigned = findAssigned(outline)
  const steps = findMilestones(outline)
  const found: FoundDuty[] = []
  for (const { at, body, cell } of everyItem(outline.body)) {
    if (cell !== null || steps.some((step) => at.start >= step.at.start && at.end <= step.at.end)) continue
    const owner = unitAt(assigned, body)
    const task = owner?.tasks.flat().find(({ start, end }) => start >= body.start && end <= body.end)
    if (owner !== undefined && task === undefined) continue
    // «Hằng quý, Ủy ban Kiểm tra báo cáo …»: the cadence stands in front of the unit
    const timed = task !== undefined && timeMarks(page.at({ start: body.start, end: task.start })).length > 0
    found.push(...paragraphDuties(page.at(timed ? body : (task ?? body)).strip(' ', ' '), owner?.unit ?? null))
  }
  return [...found, ...tableDuties(outline, page)]
}

function sourced({ cadence, cadenceAt, deadline, by, to, text }: FoundDuty): Sourced<RecurringDuty> {
  return {
    cadence: new Read(cadence, cadenceAt),
    deadline: deadline?.said() ?? null,
    by: by?.said() ?? null,
    to: to?.said() ?? null,
    text: text.said(),
  }
}

/** Reports, introductions, registrations and dossiers with a printed cadence or due time, one entry each. */
export function readDuties(outline: Outline): Reading<RecurringDuty[]> {
  const page = Passage.of(outline.text)
  const found = findDuties(outline, page)
  const questions: Question[] = found.flatMap(({ concluded, cadence, cadenceAt, by, text }, i) => {
    const path = `/recurringDuties/${i}`
    const asked: Question[] = []
    const passage = { start: cadenceAt.start, end: cadenceAt.end }
    if (concluded)
      asked.push({
        path: `${path}/cadence`,
        passage,
        reason: 'Văn bản không ghi rõ việc này làm một lần hay định kỳ.',
        candidates: [cadence],
      })
    if (by === null)
      asked.push({
        path: `${path}/by`,
        passage: { start: text.start, end: text.end },
        reason: 'Văn bản không ghi đơn vị nào thực hiện việc này.',
        candidates: [],
      })
    return asked
  })
  return { value: found.map(sourced), questions }
}
