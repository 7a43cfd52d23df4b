import { foldInPlace } from '../text/fold.ts'
import type { Span } from '../text/source.ts'
import { findPoints, type TimePoint } from './find-points.ts'
import { type Months, meets, months, quarter, schoolYear, wholeYears } from './months.ts'

/** What the text around an expression of time knows about its year. */
export interface YearContext {
  /** The year that holds where none is printed. */
  readonly year?: number | undefined
  /** First calendar year of the school year that holds where none is printed; wins over `year`. */
  readonly schoolYear?: number | undefined
}

export interface FoundPeriod extends Span, Months {
  /** The finest thing named; `edge` is «đầu năm», «cuối năm», which print no months. */
  readonly kind: TimePoint['kind']
  /** Whether the year was taken from the context. */
  readonly yearAssumed: boolean
  /** «từ năm 2025 trở đi», «và các năm tiếp theo»: the end is not printed. */
  readonly open: boolean
}

const RANGE = /^\s*(?:-|–|—|den(?:\s+het)?|toi|cho den)\s*(?:(?:het|dau|giua|cuoi)\s+){0,2}$/
const LIST = /^\s*(?:,|;|va)\s*$/
const OPEN = /^\s*,?\s*(?:tro\s+di|(?:va\s+|cho\s+)?(?:den\s+)?(?:cac\s+|nhung\s+)nam\s+(?:tiep\s+theo|sau|ke\s+tiep))/

function yearOf(point: TimePoint, context: YearContext): number | undefined {
  if (point.year !== null) return point.year
  const first = context.schoolYear
  if (first === undefined) return context.year
  const part = point.parts[0] ?? 1
  const month = point.kind === 'quarter' ? part * 3 : point.kind === 'half' ? part * 6 : part
  return month >= 8 ? first : first + 1
}

function monthsAt(point: TimePoint, year: number): Months {
  const first = Math.min(...point.parts)
  const last = Math.max(...point.parts)
  if (point.kind === 'year') return wholeYears(first, first)
  if (point.kind === 'years') return wholeYears(first, last)
  if (point.kind === 'schoolYear') return schoolYear(first)
  if (point.kind === 'half') return months(year, first === 1 ? 1 : 7, first === 1 ? 6 : 12)
  if (point.kind === 'quarter' || point.kind === 'edge') {
    return { from: quarter(year, first).from, to: quarter(year, last).to }
  }
  return months(year, first, last)
}

/** Points that a range or a list joins, the year of a later one lent to those before it. */
function groups(points: readonly TimePoint[], plain: string): TimePoint[][] {
  const joined: TimePoint[][] = []
  for (const point of points) {
    const group = joined.at(-1)
    const between = plain.slice(group?.at(-1)?.end ?? 0, point.start)
    if (group !== undefined && (RANGE.test(between) || LIST.test(between))) group.push(point)
    else joined.push([point])
  }
  return joined
}

function periodsOf(group: readonly TimePoint[], plain: string, context: YearContext): FoundPeriod[] {
  const found: FoundPeriod[] = []
  let lent: number | undefined
  for (const point of [...group].reverse()) {
    const year = point.year ?? lent ?? yearOf(point, context)
    if (year === undefined) continue
    lent = point.year ?? lent
    found.unshift({
      start: point.start,
      end: point.end,
      ...monthsAt(point, year),
      kind: point.kind,
      yearAssumed: point.year === null && !group.some((other) => other.year !== null),
      open: OPEN.test(plain.slice(point.end, point.end + 40)),
    })
  }
  return found
}

function merged(periods: readonly FoundPeriod[], plain: string): FoundPeriod[] {
  const kept: FoundPeriod[] = []
  for (const period of periods) {
    const last = kept.at(-1)
    const between = last === undefined ? '' : plain.slice(last.end, period.start)
    const range = RANGE.test(between) && last !== undefined && last.from <= period.to
    if (last !== undefined && (range || (LIST.test(between) && last.kind === period.kind && meets(last, period)))) {
      kept[kept.length - 1] = { ...last, end: period.end, to: period.to, open: period.open }
    } else kept.push(period)
  }
  return kept
}

/**
 * Every stretch of months that the text names, in order: «Quý I, II năm 2023», «Từ tháng 3 đến tháng 5 năm 2024», «trước ngày 15/11/2024»
 * (the month of the day). Expressions whose year is neither printed nor known from the context are left out.
 */
export function findPeriods(text: string, context: YearContext = {}): FoundPeriod[] {
  const plain = foldInPlace(text)
  return groups(findPoints(text), plain).flatMap((group) => merged(periodsOf(group, plain, context), plain))
}
