import { foldInPlace } from '../../core/text/fold.ts'
import { readDeadline } from '../../duties/deadline.ts'
import type { ParsedPlan } from '../../parser/contract.ts'

/** «ngày mùng 5/4», «15/6/2026», «20 tháng 12 năm 2026». Folded. */
const DAY = String.raw`\d{1,2}\s?(?:[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?|thang\s?\d{1,2}(?:,?\s?nam\s?\d{4})?)(?![\d/])`
const DAYS = new RegExp(String.raw`(?:ngay(?:\s+mung)?\s*)?(?<![\d/.-])${DAY}`, 'gu')
/** What makes a day a last day stands in front of it. Folded. */
const IN_FRONT = /(?:truoc|cham nhat(?: la)?(?: den)?|muon nhat(?: la)?|den het|het|xong truoc)\s+$/u
const REACH = 24

/**
 * The day of a step as the document prints it («Trước ngày 15/6/2026», «ngày 20 tháng 12»): the last one of a stretch. Null where the step names its months only, or a day
 * outside its last month.
 */
export function printedDayOf({ text, plan, sources }: ParsedPlan, place: number): string | null {
  const step = plan.milestones[place]
  const source = sources.find(({ path }) => path === `/milestones/${place}/to`)
  if (!step || !source) return null
  const [last, ...others] = [...foldInPlace(text.slice(source.start, source.end)).matchAll(DAYS)].reverse()
  if (!last) return null
  const begins = source.start + last.index
  const line =
    text
      .slice(Math.max(0, source.start - REACH), begins)
      .split('\n')
      .at(-1) ?? ''
  const front = others.length === 0 ? (IN_FRONT.exec(foldInPlace(line))?.[0] ?? '') : ''
  const printed = text
    .slice(begins - front.length, begins + last[0].length)
    .replace(/\s+/gu, ' ')
    .trim()
  const day = readDeadline(printed)
  return day?.kind === 'date' && day.month === Number(step.to.slice(5)) ? printed : null
}
