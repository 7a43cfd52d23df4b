import type { FoundPeriod, YearContext } from '../../core/dates/find-periods.ts'
import { findPeriods } from '../../core/dates/find-periods.ts'
import type { Span } from '../../core/text/source.ts'
import { assignmentSections, headsAssignments, isHeading } from '../assignments/find-sections.ts'
import { everyItem, headingWords } from '../assignments/items.ts'
import { splitUnit } from '../assignments/split-unit.ts'
import { workTables } from '../assignments/work-tables.ts'
import type { Milestone, Question } from '../contract.ts'
import { owesReport } from '../duties/duty-words.ts'
import { isReport } from '../duties/row-dues.ts'
import { Passage } from '../fields/passage.ts'
import { beginsUnit } from '../fields/unit-names.ts'
import type { Item, Outline } from '../outline.ts'
import { Read, type Reading } from '../read.ts'
import { datedClauses } from './clauses.ts'
import { type DatedStep, datedStep, opensStage } from './dated-step.ts'
import { datedEvents, speaksOfEvent } from './event.ts'
import { issueMonth, planYear, yearNamed } from './year-context.ts'

/** A milestone on its way out: the time and the paragraphs that say what is to be done. */
export interface FoundMilestone {
  readonly period: FoundPeriod
  readonly time: Span
  readonly text: readonly Passage[]
  /** The paragraph that it was read from. */
  readonly at: Span
  readonly fromIssue?: boolean
}

const SCHEDULE =
  /^(?:(?:noi dung|pham vi|phuong thuc|doi tuong|dia diem|ke hoach|cach thuc|trinh tu)(?:,| va| -)? ?)*(?:thoi gian|tien do|lo trinh|cac buoc|buoc|lich trinh|phan ky|cac moc|moc thoi gian|cac giai doan|trinh tu|quy trinh|thoi han|thoi diem)(?![a-z])|(?:so ket|tong ket)(?:,| va|(?= khen)) (?:tong ket|khen thuong)|(?:va|,|-) (?:thoi gian|tien do|lo trinh)(?: (?:thuc hien|to chuc|trien khai))?\s*:?$/

function inDepth(item: Item, page: Passage): Passage[] {
  return [...everyItem(item.children)]
    .filter(({ cell }) => cell === null)
    .map(({ body }) => page.at(body).strip(' ', ' ;'))
}

/** Whether the paragraph is about one year or quarter and the steps stand below it. */
function contextBelow(item: Item, page: Passage, context: YearContext): YearContext {
  const line = page.at(item.body)
  if (line.length > 80) return context
  const named = yearNamed(line.text)
  return named.year === undefined && named.schoolYear === undefined ? context : named
}

function fromStep(step: DatedStep, item: Item, page: Passage): FoundMilestone | undefined {
  const line = page.at(item.body)
  const time = { start: line.start + step.period.start, end: line.start + step.period.end }
  const text = [...(step.text === undefined ? [] : [step.text]), ...inDepth(item, page)]
  if (text.length === 0 || (step.limit && step.text !== undefined && owesReport(step.text))) return undefined
  return { period: step.period, time, text, at: item.at, fromIssue: step.fromIssue }
}

/** A time alone on its line, as in a table whose cells have become lines: the next line says what is to be done. */
function onNextLine(
  step: DatedStep,
  item: Item,
  next: Item | undefined,
  page: Passage,
  context: YearContext,
): FoundMilestone | undefined {
  if (step.text !== undefined || item.children.length > 0 || next === undefined || next.mark !== 'plain')
    return undefined
  const line = page.at(next.body)
  if (next.cell !== null || datedStep(line, context) !== undefined) return undefined
  const found = fromStep({ ...step, text: line.strip(' ', ' ;') }, item, page)
  return found && { ...found, at: { start: item.at.start, end: next.at.end } }
}

/** «Bước 2: … (quý II/2026)» without a number of its own: the bullets behind it belong to it. */
function withBullets(
  found: FoundMilestone,
  items: readonly Item[],
  at: number,
  page: Passage,
  context: YearContext,
): FoundMilestone {
  const [item, ...behind] = items.slice(at)
  if (item === undefined || item.mark !== 'plain' || item.children.length > 0 || !opensStage(page.at(item.body)))
    return found
  const end = behind.findIndex(({ mark, body }) => mark === 'plain' || datedStep(page.at(body), context) !== undefined)
  const bullets = end < 0 ? behind : behind.slice(0, end)
  const text = [
    ...found.text,
    ...bullets.flatMap((bullet) => [page.at(bullet.body).strip(' ', ' ;'), ...inDepth(bullet, page)]),
  ]
  return { ...found, text }
}

function stepsByClause(item: Item, page: Passage, context: YearContext): FoundMilestone[] {
  return datedClauses(page.at(item.body), context).flatMap(({ step, clause: { start, end } }) => {
    const found = fromStep(step, { ...item, body: { start, end }, children: [] }, page)
    return found === undefined ? [] : [found]
  })
}

function inSchedule(items: readonly Item[], page: Passage, context: YearContext): FoundMilestone[] {
  return items.flatMap((item, i): FoundMilestone[] => {
    if (item.cell !== null) return []
    const below = inSchedule(item.children, page, contextBelow(item, page, context))
    if (below.length > 0) return below
    const clauses = item.children.length > 0 ? [] : stepsByClause(item, page, context)
    if (clauses.length > 0) return clauses
    const step = datedStep(page.at(item.body), context)
    const found = step && (onNextLine(step, item, items[i + 1], page, context) ?? fromStep(step, item, page))
    return found === undefined ? eventsIn(item, page, context) : [withBullets(found, items, i, page, context)]
  })
}

function eventsIn(item: Item, page: Passage, context: YearContext): FoundMilestone[] {
  const line = page.at(item.body)
  const step = datedStep(line, context)
  if (step?.text !== undefined && step.text.start >= line.start + step.period.end && speaksOfEvent(step.text)) {
    const found = fromStep(step, { ...item, children: [] }, page)
    return found === undefined ? [] : [found]
  }
  return datedEvents(line).map(({ period, text }) => {
    const start = text.start + period.start
    return { period, time: { start, end: start + period.end - period.start }, text: [text], at: item.at }
  })
}

/** A heading that is nothing but a quarter or month stands over one milestone, wherever it is. */
function isPeriodHeading(item: Item, page: Passage, context: YearContext): boolean {
  const line = page.at(item.body)
  if (item.children.length === 0 || line.length > 60) return false
  const step = datedStep(line, context)
  return step !== undefined && step.text === undefined && step.period.kind !== 'year' && step.period.kind !== 'years'
}

const FINE: ReadonlySet<FoundPeriod['kind']> = new Set(['quarter', 'month', 'day', 'half'])

/** A section is about time when its heading says so, or when most of its items begin with a quarter, month or day. */
function isSchedule(item: Item, page: Passage, context: YearContext): boolean {
  if (!isHeading(item, page.text) || item.children.length === 0) return false
  if (SCHEDULE.test(headingWords(item, page.text))) return true
  const marked = item.children.filter(({ mark, cell }) => mark !== 'plain' && cell === null)
  const dated = marked.filter(({ body }) => {
    const step = datedStep(page.at(body), context)
    return step !== undefined && FINE.has(step.period.kind) && step.period.start < 25
  })
  return dated.length >= 2 && dated.length / marked.length > 0.6
}

/** Where the search stands: in the content, directly in the section on who does what, or below one of its units. */
type Place = 'content' | 'organisation' | 'unit'

/** «Đối với Ban Chỉ huy: … phát động vào ngày 20/3»: a unit is told, no step is named. */
function tellsUnit(line: Passage): boolean {
  const { certain, task, relation } = splitUnit(line, false)
  return beginsUnit(line) || (certain && task !== null) || relation !== null
}

function search(items: readonly Item[], page: Passage, context: YearContext, place: Place): FoundMilestone[] {
  return items.flatMap((item): FoundMilestone[] => {
    if (item.cell !== null) return []
    const below = contextBelow(item, page, context)
    if (place !== 'unit' && isSchedule(item, page, below)) return inSchedule(item.children, page, below)
    const line = page.at(item.body)
    const dated =
      place === 'organisation' &&
      !tellsUnit(line) &&
      (datedStep(line, context)?.text !== undefined || datedClauses(line, context).length > 0)
    if (dated || isPeriodHeading(item, page, context)) return inSchedule([item], page, context)
    const heading = isHeading(item, page.text) && item.children.length > 0
    const organises = heading && headsAssignments(item, page.text)
    const next = organises ? 'organisation' : place === 'content' ? 'content' : 'unit'
    return [...(heading ? [] : eventsIn(item, page, context)), ...search(item.children, page, below, next)]
  })
}

/** The parts of the plan that are about time. */
function schedules(items: readonly Item[], text: string): Item[] {
  return items.flatMap((item) =>
    isHeading(item, text) && SCHEDULE.test(headingWords(item, text)) ? [item] : schedules(item.children, text),
  )
}

/** A stage of years is the running time of a task, unless the table itself is the schedule. */
const STAGES: ReadonlySet<FoundPeriod['kind']> = new Set(['year', 'years', 'schoolYear'])

/** «Trước ngày …» in a cell of time is the limit of a report. */
const DUE = /(?:truoc|cham nhat|muon nhat|han)(?![a-z])/

const holds = (items: readonly Item[], table: Span): boolean =>
  items.some(({ at }) => at.start >= table.start && at.end <= table.end)

function fromTables(outline: Outline, page: Passage, context: YearContext): FoundMilestone[] {
  const whole = [outline.body, ...outline.annexes].flat()
  const parts = schedules(whole, page.text).flatMap((item) => [...everyItem([item])])
  const organised = assignmentSections(outline).map((item) => [...everyItem([item])])
  const annex = outline.annexes[0]?.[0]?.at.start ?? Number.POSITIVE_INFINITY
  return workTables(outline, page).flatMap(({ rows, at: table }) =>
    rows.flatMap(({ cells, at }): FoundMilestone[] => {
      const { content, time } = cells
      if (content === undefined || time === undefined || isReport({ cells, at })) return []
      const [period, ...more] = findPeriods(time.text, context)
      if (owesReport(content) && (period?.kind === 'day' || DUE.test(time.folded))) return []
      const scheduled = holds(parts, table)
      // by when a unit is to do its part is no step of the plan
      const ofUnits = cells.unit !== undefined && organised.some((items) => holds(items, table))
      if (
        period === undefined ||
        (ofUnits && !scheduled) ||
        (!scheduled && (STAGES.has(period.kind) || table.start >= annex))
      )
        return []
      if (more.length > 0 || period.open || /(?:hang|moi) (?:nam|quy|thang)/.test(time.folded)) return []
      return [{ period, time, text: [content], at }]
    }),
  )
}

/** Every dated step, in the order of print. */
export function findMilestones(outline: Outline): FoundMilestone[] {
  const page = Passage.of(outline.text)
  const context = planYear(outline)
  const found = [...search(outline.body, page, context, 'content'), ...fromTables(outline, page, context)]
  const issued = issueMonth(outline) ?? ''
  // what was over when the plan was issued is report, not step
  return found
    .filter(({ period }) => period.to >= issued.slice(0, 4))
    .map((one) =>
      one.fromIssue && issued.length === 7 && issued <= one.period.to
        ? { ...one, period: { ...one.period, from: issued } }
        : one,
    )
    .sort((a, b) => a.at.start - b.at.start)
}

/**
 * The dated steps of the plan: bullets of the section on time, rows of a schedule, conferences with a year. Running times, what is done
 * every year and the deadlines of reports are none.
 */
export function readMilestones(outline: Outline): Reading<Milestone[]> {
  const found = findMilestones(outline)
  const questions: Question[] = found.flatMap(({ period, time }, i) => {
    if (!period.yearAssumed && period.kind !== 'edge') return []
    const reason = period.yearAssumed
      ? 'Mốc này không ghi năm; năm được lấy theo kế hoạch.'
      : 'Mốc này không ghi tháng cụ thể.'
    return [{ path: `/milestones/${i}/from`, passage: time, reason, candidates: [period.from] }]
  })
  const value = found.map(({ period, time, text }) => ({
    from: new Read(period.from, time),
    to: new Read(period.to, time),
    text: new Read(text.map(({ words }) => words).join('\n'), ...text.map(({ start, end }) => ({ start, end }))),
  }))
  return { value, questions }
}
