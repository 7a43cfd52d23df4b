import type { FoundPeriod, YearContext } from '../../core/dates/find-periods.ts'
import { findPeriods } from '../../core/dates/find-periods.ts'
import type { Span } from '../../core/text/source.ts'
import { everyItem } from '../assignments/items.ts'
import { owesReport } from '../duties/duty-words.ts'
import type { Passage } from '../fields/passage.ts'
import type { Item } from '../outline.ts'
import { type DatedClause, datedClauses } from './clauses.ts'
import { type DatedStep, datedStep, opensStage } from './dated-step.ts'
import { datedEvents, speaksOfEvent } from './event.ts'
import { yearNamed } from './year-context.ts'

/** A milestone on its way out: the time and the paragraphs that say what is to be done. */
export interface FoundMilestone {
  readonly period: FoundPeriod
  readonly time: Span
  readonly text: readonly Passage[]
  /** The paragraph that it was read from. */
  readonly at: Span
  readonly fromIssue?: boolean
}

/** Times that a step has: a running time is told in years. */
export const FINE: ReadonlySet<FoundPeriod['kind']> = new Set(['quarter', 'month', 'day', 'half'])

function inDepth(item: Item, page: Passage): Passage[] {
  return [...everyItem(item.children)]
    .filter(({ cell }) => cell === null)
    .map(({ body }) => page.at(body).strip(' ', ' ;'))
}

/** The year that holds below the paragraph: its own, where it names one. */
export function contextBelow(item: Item, page: Passage, context: YearContext): YearContext {
  const line = page.at(item.body)
  if (line.length > 80) return context
  const named = yearNamed(line.text)
  return named.year === undefined && named.schoolYear === undefined ? context : named
}

/** «Giai đoạn chuẩn bị (từ … đến …)» over what is done in it. */
const STAGE_NAME = /^(?:giai doan|buoc|dot|chang)(?: [^\s,;:]+){1,4}$/

function fromStep(step: DatedStep, item: Item, page: Passage): FoundMilestone | undefined {
  const line = page.at(item.body)
  const time = { start: line.start + step.period.start, end: line.start + step.period.end }
  const below = inDepth(item, page)
  const named = step.text === undefined || (below.length > 0 && STAGE_NAME.test(step.text.folded)) ? [] : [step.text]
  const text = [...named, ...below]
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

/** A time alone on its line with its own words below it, and further down, for want of marks, the next times. */
function aboveOthers(
  item: Item,
  below: readonly FoundMilestone[],
  page: Passage,
  context: YearContext,
): FoundMilestone[] {
  const step = datedStep(page.at(item.body), context)
  const next = below[0]
  if (step === undefined || next === undefined || !FINE.has(step.period.kind)) return []
  const own = item.children.filter(({ at }) => at.end <= next.at.start)
  if (own.some(({ mark }) => mark !== 'plain')) return []
  // a whole step over times that do not lie in its own only looks like a heading
  if (step.text === undefined ? own.length === 0 : item.mark !== 'plain' || next.period.from <= step.period.to)
    return []
  const found = fromStep(step, { ...item, children: own }, page)
  return found === undefined ? [] : [found]
}

function stepsByClause(
  item: Item,
  page: Passage,
  context: YearContext,
  clauses = datedClauses(page.at(item.body), context),
): FoundMilestone[] {
  return clauses.flatMap(({ step, clause: { start, end } }) => {
    const found = fromStep(step, { ...item, body: { start, end }, children: [] }, page)
    return found === undefined ? [] : [found]
  })
}

export function inSchedule(items: readonly Item[], page: Passage, context: YearContext): FoundMilestone[] {
  return items.flatMap((item, i): FoundMilestone[] => {
    if (item.cell !== null) return []
    const stage = stageBelow(item, page, context)
    if (stage !== undefined) return [stage]
    const below = inSchedule(item.children, page, contextBelow(item, page, context))
    if (below.length > 0) return [...aboveOthers(item, below, page, context), ...below]
    const clauses = item.children.length > 0 ? [] : stepsByClause(item, page, context)
    if (clauses.length > 0) return clauses
    const step = datedStep(page.at(item.body), context)
    const found = step && (onNextLine(step, item, items[i + 1], page, context) ?? fromStep(step, item, page))
    return found === undefined ? eventsIn(item, page, context) : [withBullets(found, items, i, page, context)]
  })
}

const CLOSES = /^(?:to chuc |tien hanh )?(?:so ket|tong ket)(?![a-z])/

/** «Năm 2028, mở Hội nghị gặp mặt; năm 2030, tổ chức tổng kết»: a conference and what closes the plan, each in its year. */
function closesInTurn(clauses: readonly DatedClause[]): boolean {
  return (
    clauses.length > 1 &&
    clauses.every(({ clause, step: { text, period } }, i) => {
      const behind = text !== undefined && text.start >= clause.start + period.end
      return behind && (speaksOfEvent(text) || (i > 0 && CLOSES.test(text.folded)))
    })
  )
}

export function eventsIn(item: Item, page: Passage, context: YearContext): FoundMilestone[] {
  const clauses = datedClauses(page.at(item.body), context)
  if (closesInTurn(clauses)) return stepsByClause(item, page, context, clauses)
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

/** The time of the line «Thời gian: …» among the paragraphs of an item, where it names one quarter, month or day. */
function timeLine(
  items: readonly Item[],
  page: Passage,
  context: YearContext,
): { period: FoundPeriod; time: Span; line: Item } | undefined {
  for (const line of items) {
    const below = page.at(line.body)
    const periods = /^thoi gian[^:]{0,40}:/.test(below.folded) ? findPeriods(below.text, context) : []
    const [period] = periods
    if (period === undefined || periods.length > 1 || !FINE.has(period.kind) || period.open) continue
    return { period, time: { start: below.start + period.start, end: below.start + period.end }, line }
  }
  return undefined
}

/** «Giai đoạn phát hiện» over «Thời gian: …» and «Nội dung: …». */
function stageBelow(item: Item, page: Passage, context: YearContext): FoundMilestone | undefined {
  const told = item.children.length < 2 ? undefined : timeLine(item.children, page, context)
  if (told === undefined) return undefined
  const { period, time, line } = told
  const text = item.children
    .filter((child) => child !== line && child.cell === null)
    .flatMap((child) => [page.at(child.body), ...inDepth(child, page)])
    .map((said) => said.sub(/^noi dung[^:.;]{0,30}:\s*/.exec(said.folded)?.[0].length ?? 0).strip(' ', ' ;'))
  return text.length === 0 ? undefined : { period, time, text, at: item.at }
}

/** «Tổ chức hội nghị biểu dương» over «Thời gian: dự kiến ngày 28/11/2026» and «Địa điểm: …». */
export function eventBelow(item: Item, page: Passage, context: YearContext): FoundMilestone | undefined {
  const line = page.at(item.body)
  if (item.children.length < 2 || line.length > 160 || !speaksOfEvent(line)) return undefined
  const told = timeLine(item.children, page, context)
  return told && { period: told.period, time: told.time, text: [line.strip(' ', ' :;.')], at: item.at }
}
