import type { FoundPeriod, YearContext } from '../../core/dates/find-periods.ts'
import { findPeriods } from '../../core/dates/find-periods.ts'
import type { Span } from '../../core/text/source.ts'
import { assignmentSections, isHeading } from '../assignments/find-sections.ts'
import { everyItem, headingWords } from '../assignments/items.ts'
import { type CountedTime, type WorkTable, workTables } from '../assignments/work-tables.ts'
import { owesReport } from '../duties/duty-words.ts'
import { isReport } from '../duties/row-dues.ts'
import type { Passage } from '../fields/passage.ts'
import type { Item, Outline } from '../outline.ts'
import { beginsWithIssue } from './dated-step.ts'
import type { FoundMilestone } from './item-steps.ts'
import { namesSchedule } from './schedule.ts'

/** The parts of the plan that are about time. */
function schedules(items: readonly Item[], text: string): Item[] {
  return items.flatMap((item) =>
    isHeading(item, text) && namesSchedule(headingWords(item, text)) ? [item] : schedules(item.children, text),
  )
}

/** A stage of years is the running time of a task, unless the table itself is the schedule. */
const STAGES: ReadonlySet<FoundPeriod['kind']> = new Set(['year', 'years', 'schoolYear'])

/** The times of a cell; below «Tháng» a bare «4 - 6» counts months, below «Quý» «III/2026» quarters. */
function periodsIn(time: Passage, counts: CountedTime | null, context: YearContext): FoundPeriod[] {
  if (
    counts === null ||
    !/^(?:\d{1,2}|[ivx]+)(?:\s?(?:,|-|–|den|va)\s?(?:\d{1,2}|[ivx]+))*(?:\s?\/\s?20\d\d)?$/.test(time.folded.trim())
  )
    return findPeriods(time.text, context)
  const lead = counts.length + 1
  return findPeriods(`${counts} ${time.text}`, context).map((period) => ({
    ...period,
    start: 0,
    end: period.end - lead,
  }))
}

/** «Trước ngày …» in a cell of time is the limit of a report. */
const DUE = /(?:truoc|cham nhat|muon nhat|han)(?![a-z])/

const holds = (items: readonly Item[], table: Span): boolean =>
  items.some(({ at }) => at.start >= table.start && at.end <= table.end)

/** A table of times and work without units of its own is the schedule, whatever stands above it, when not all its times are years. */
function isScheduleItself({ rows, counts }: WorkTable, context: YearContext): boolean {
  const times = rows.flatMap(({ cells }) => (cells.time === undefined ? [] : [cells.time]))
  const fine = times.filter((time) => periodsIn(time, counts, context).some(({ kind }) => !STAGES.has(kind)))
  return (
    rows.every(({ cells }) => cells.unit === undefined && cells.partner === undefined) && fine.length * 2 > times.length
  )
}

/** The rows of tables of work that say when something is to be done. */
export function stepsInTables(outline: Outline, page: Passage, context: YearContext): FoundMilestone[] {
  const parts = schedules([outline.body, ...outline.annexes].flat(), page.text).flatMap((item) => [
    ...everyItem([item]),
  ])
  const organised = assignmentSections(outline).map((item) => [...everyItem([item])])
  const annex = outline.annexes[0]?.[0]?.at.start ?? Number.POSITIVE_INFINITY
  return workTables(outline, page).flatMap((whole) => {
    const { rows, counts, at: table } = whole
    const scheduled = holds(parts, table) || (table.start < annex && isScheduleItself(whole, context))
    return rows.flatMap(({ cells, at }): FoundMilestone[] => {
      const { content, time } = cells
      if (content === undefined || time === undefined || isReport({ cells, at })) return []
      const [period, ...more] = periodsIn(time, counts, context)
      if (owesReport(content) && (period?.kind === 'day' || DUE.test(time.folded))) return []
      // by when a unit is to do its part is no step of the plan
      const ofUnits = cells.unit !== undefined && organised.some((items) => holds(items, table))
      if (
        period === undefined ||
        (ofUnits && !scheduled) ||
        (!scheduled && (STAGES.has(period.kind) || table.start >= annex))
      )
        return []
      if (more.length > 0 || period.open || /(?:hang|moi) (?:nam|quy|thang)/.test(time.folded)) return []
      return [{ period, time, text: [content], at, fromIssue: beginsWithIssue(time.folded.slice(0, period.start)) }]
    })
  })
}
