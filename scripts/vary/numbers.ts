import type { PartialDate, Period } from '../../src/parser/contract.ts'
import type { Draw } from './draw.ts'
import type { Rewrite } from './names.ts'

/** How far each kind of number moves. */
export interface Shift {
  readonly years: number
  readonly days: number
  readonly counts: number
  readonly running: number
}

export function drawShift(text: string, draw: Draw): Shift {
  const leapDay = /29\s*(?:\/\s*0?2\s*\/|tháng\s+0?2\s+năm)/.test(text)
  return {
    years: leapDay ? 4 : draw.between(1, 3),
    days: draw.between(1, 3),
    counts: draw.between(1, 3),
    running: draw.between(3, 60),
  }
}

const COUNTED =
  'điển\\s+hình|tập\\s+thể|cá\\s+nhân|mô\\s+hình|hộ\\s|hộ/|gia\\s+đình|dòng\\s+họ|doanh\\s+nghiệp|hợp\\s+tác\\s+xã|nghệ\\s+nhân|giáo\\s+viên|học\\s+sinh|hội\\s+viên|chi\\s+bộ|chi\\s+hội|thôn|xóm|khu\\s+phố|tổ(?!\\s+chức)|câu\\s+lạc\\s+bộ|đội\\s+hình|thanh\\s+niên'
const UNITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
// «năm» is five and year: it stays, and is not written.
const WORDS = 'một|hai|ba|bốn|sáu|bảy|tám|chín|mười'
/** «03 tập thể», and the lower end of «02 - 03 mô hình», «từ một đến hai đội hình». */
const COUNT = new RegExp(
  `(?<![\\d.,/-])(\\d{1,3})(?=\\s+(?:${COUNTED})|\\s*(?:[-–]|đến)\\s*\\d{1,3}\\s+(?:${COUNTED}))`,
  'gu',
)
const COUNT_IN_WORDS = new RegExp(
  `(?<!\\p{L})(${WORDS})(?=\\s+(?:${COUNTED})|\\s+đến\\s+(?:${WORDS})\\s+(?:${COUNTED}))`,
  'giu',
)

const padded = (number: number, like: string): string =>
  like.startsWith('0') || like.length > 1 ? String(number).padStart(2, '0') : String(number)

/** Later days in the same order; never beyond the 28th, which every month has. */
const laterDay = (day: number, shift: Shift): number => (day > 25 ? 28 : Math.min(28, day + shift.days))

function inWords(number: number): string {
  if (number === 5) return '05'
  if (number <= 10) return UNITS[number] ?? ''
  return `mười ${number === 15 ? 'lăm' : (UNITS[number - 10] ?? '')}`
}

/** Other running numbers, days, years and counts; the same printed number always becomes the same. */
export function renumbering(shift: Shift): Rewrite {
  const later = (day: string): string => padded(laterDay(Number(day), shift), day)
  return (text) =>
    text
      .replace(/(?<![\d/.,-])(\d{1,5})(?=\s*[-/]\s*(?:\d{4}\s*\/\s*)?\p{Lu}[\p{Lu}\p{Ll}]*[-/\p{Lu}])/gu, (n) =>
        padded(Number(n) + shift.running, n),
      )
      .replace(/(?<![\d/.,])(\d{1,2})(\/\d{1,2}\/(?:19|20)\d\d)/g, (_, day, rest) => later(day) + rest)
      .replace(/(ngày\s+)(\d{1,2})(?!\d|\/\d{1,2}\/|\/\d{4})/giu, (_, word, day) => word + later(day))
      .replace(/(?<!\d)((?:19|20)\d\d)(?!\d|[.,]\d)/g, (year) => String(Number(year) + shift.years))
      .replace(COUNT, (n) => padded(Number(n) + shift.counts, n))
      .replace(COUNT_IN_WORDS, (word) => {
        const other = inWords(UNITS.indexOf(word.toLowerCase()) + shift.counts)
        return word === word.toLowerCase() ? other : other.charAt(0).toUpperCase() + other.slice(1)
      })
}

/** Whether a count is printed in a way that `renumbering` changes. */
export function countsChange(text: string, count: number): boolean {
  const digits = [...text.matchAll(COUNT)].some(([, n]) => Number(n) === count)
  return (
    digits || [...text.matchAll(COUNT_IN_WORDS)].some(([, word]) => UNITS.indexOf((word ?? '').toLowerCase()) === count)
  )
}

const laterYear = (month: string, shift: Shift): string => `${Number(month.slice(0, 4)) + shift.years}${month.slice(4)}`

export function laterPeriod<T extends Period | null>(period: T, shift: Shift): T {
  return period === null ? period : { ...period, from: laterYear(period.from, shift), to: laterYear(period.to, shift) }
}

/** `YYYY-MM-DD` */
export function laterDate(date: string | null, shift: Shift): string | null {
  if (date === null) return null
  return `${laterYear(date.slice(0, 7), shift)}-${String(laterDay(Number(date.slice(8)), shift)).padStart(2, '0')}`
}

export function laterPartialDate(date: PartialDate | null, shift: Shift): PartialDate | null {
  if (date === null) return null
  return {
    year: date.year === null ? null : date.year + shift.years,
    month: date.month,
    day: date.day === null ? null : laterDay(date.day, shift),
  }
}
