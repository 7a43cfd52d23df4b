import { readDeadline } from '../../duties/deadline.ts'
import type { ParsedPlan } from '../../parser/contract.ts'

const DAY = String.raw`\d{1,2}\s?(?:[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?|tháng\s?\d{1,2}(?:,?\s?năm\s?\d{4})?)(?![\d/])`
const DAYS = new RegExp(String.raw`(?:ngày(?:\s+mùng)?\s*)?(?<![\d/.-])${DAY}`, 'giu')
/** What makes a day a last day stands in front of it. */
const IN_FRONT = /(?:trước|chậm nhất(?: là)?(?: đến)?|muộn nhất(?: là)?|đến hết|hết|xong trước)\s+$/iu
const REACH = 24

/**
 * The day of a step as the document prints it («Trước ngày 15/6/2026», «ngày 20 tháng 12»): the last one of a stretch. Null where the step names its months only, or a day
 * outside its last month.
 */
export function printedDayOf({ text, plan, sources }: ParsedPlan, place: number): string | null {
  const step = plan.milestones[place]
  const source = sources.find(({ path }) => path === `/milestones/${place}/to`)
  if (!step || !source) return null
  const passage = text.slice(source.start, source.end)
  const [last, ...others] = [...passage.matchAll(DAYS)].reverse()
  if (!last) return null
  const line =
    text
      .slice(Math.max(0, source.start - REACH), source.start + last.index)
      .split('\n')
      .at(-1) ?? ''
  const front = others.length === 0 ? (IN_FRONT.exec(line)?.[0] ?? '') : ''
  const printed = `${front}${last[0]}`.replace(/\s+/gu, ' ').trim()
  const day = readDeadline(printed)
  return day?.kind === 'date' && day.month === Number(step.to.slice(5)) ? printed : null
}
