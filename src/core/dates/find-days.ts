import { foldInPlace } from '../text/fold.ts'
import type { Span } from '../text/source.ts'
import { type Day, isDay } from './months.ts'

export interface FoundDay extends Span, Day {}

/** «ngày 31/3/2023», «31-03-2023», «ngày 16 tháng 5 năm 2024»; recognition puts spaces around strokes and reads «nam» for «năm». */
const DAY = new RegExp(
  [
    String.raw`(?:\bngay\s{0,2}:?\s{0,2})?(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d)(?![\d/])`,
    String.raw`(?:\bngay\s{0,2})?(?<!\d)(\d{1,2})\s{0,2}[tl]hang\s{0,2}(\d{1,2})\s{0,2},?\s{0,2}nam\s{0,2}((?:19|20)\d\d)(?!\d)`,
  ].join('|'),
  'g',
)

/** Every full date in the text, in order, with the word «ngày» in front of it. Dates that no calendar has are left out. */
export function findDays(text: string): FoundDay[] {
  const found: FoundDay[] = []
  for (const match of foldInPlace(text).matchAll(DAY)) {
    const date = {
      year: Number(match[4] ?? match[7]),
      month: Number(match[3] ?? match[6]),
      day: Number(match[1] ?? match[5]),
    }
    if (isDay(date)) found.push({ start: match.index, end: match.index + match[0].length, ...date })
  }
  return found
}
