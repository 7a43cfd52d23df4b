import type { YearContext } from '../../core/dates/find-periods.ts'
import { headsAssignments, isHeading } from '../assignments/find-sections.ts'
import { splitUnit } from '../assignments/split-unit.ts'
import type { Milestone, Question } from '../contract.ts'
import { Passage } from '../fields/passage.ts'
import { beginsUnit } from '../fields/unit-names.ts'
import type { Item, Outline } from '../outline.ts'
import { Read, type Reading } from '../read.ts'
import { datedClauses } from './clauses.ts'
import { datedStep } from './dated-step.ts'
import { contextBelow, eventBelow, eventsIn, type FoundMilestone, inSchedule } from './item-steps.ts'
import { isPeriodHeading, isSchedule } from './schedule.ts'
import { stepsInTables } from './table-steps.ts'
import { issueMonth, planYear } from './year-context.ts'

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
    const gathering = place === 'unit' ? undefined : eventBelow(item, page, context)
    if (gathering !== undefined) return [gathering]
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

/** Every dated step, in the order of print. */
export function findMilestones(outline: Outline): FoundMilestone[] {
  const page = Passage.of(outline.text)
  const context = planYear(outline)
  const found = [...search(outline.body, page, context, 'content'), ...stepsInTables(outline, page, context)]
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
