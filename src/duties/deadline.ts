import { isDay, monthLength } from '../core/dates/months.ts'
import { fold } from '../core/text/fold.ts'

/** In which month of the stretch that an occurrence covers its deadline lies: 1 is the first, 0 the last; one more than all is the month behind. */
export type MonthOfStretch = 'first' | 'last' | 'behind'

/**
 * A printed deadline, understood. `strict`: «trước ngày 20», the day itself is too late. `last-week` ends with the stretch.
 * A `date` without a year belongs to each year of the plan, `yearsBehind` later for «năm sau».
 */
export type Deadline =
  | { readonly kind: 'day'; readonly day: number; readonly month: MonthOfStretch; readonly strict: boolean }
  | {
      readonly kind: 'date'
      readonly day: number
      readonly month: number
      readonly year: number | null
      readonly yearsBehind: 0 | 1
      readonly strict: boolean
    }
  | { readonly kind: 'last-week' }

const FULL = /(\d{1,2})\s?(?:[/.-]|thang)\s?(\d{1,2})(?:\s?(?:[/.-]|,?\s?nam)\s?((?:19|20)\d\d))?/
const ALONE = /\b(?:ngay(?: mung)?|mung)\s*(\d{1,2})(?!\s?[/.\d-])/
const END_OF_MONTH =
  /\bngay (?:lam viec )?cuoi (?:cung )?(?:cua )?(?:moi |hang )?(?:thang|quy|nam)|\bcuoi (?:moi |hang )?(?:thang|quy)\b/
/** «chậm nhất 05 ngày sau khi kết thúc quý»; working days are not counted here, so they name no day. */
const DAYS_BEHIND = /\b(\d{1,2}) ngay (?:sau|ke tu|tinh tu)\b.*\b(?:ket thuc|het) (?:ngay )?(?:thang|quy|nam)\b/
/** «trong 05 ngày đầu của mỗi quý» */
const FIRST_DAYS = /\b(\d{1,2}) ngay dau (?:tien )?(?:cua )?(?:moi |hang )?(?:thang|quy)\b/
/** «tháng 12» of every year, «trước tháng 12/2026» */
const MONTH = /^(?:vao |trong |(truoc ))?thang (\d{1,2})(?:(?: ?\/ ?| nam )((?:19|20)\d\d))?$/

/**
 * What the deadline of a duty says («trước ngày 20 của tháng cuối quý», «chậm nhất ngày 15/11», «trước ngày 30/4/2023»), or undefined where it names no day
 * («đầu năm», «theo thời gian đề nghị»): nobody guesses one.
 */
export function readDeadline(printed: string): Deadline | undefined {
  const text = fold(printed)
  const named = MONTH.exec(text)
  if (named) return readMonth(named)
  const strict = /\btruoc\b/.test(text)
  const full = FULL.exec(text)
  if (full) return readDate(full, text, strict)
  const alone = Number(ALONE.exec(text)?.[1])
  if (alone >= 1 && alone <= 31) return { kind: 'day', day: alone, month: monthOf(text), strict }
  const behind = Number(DAYS_BEHIND.exec(text)?.[1])
  if (behind >= 1 && behind <= 31) return { kind: 'day', day: behind, month: 'behind', strict: false }
  const first = Number(FIRST_DAYS.exec(text)?.[1])
  if (first >= 1 && first <= 31) {
    const month = monthOf(text)
    return { kind: 'day', day: first, month: month === 'behind' ? month : 'first', strict: false }
  }
  if (/\btuan cuoi\b/.test(text) || END_OF_MONTH.test(text)) return { kind: 'last-week' }
  return undefined
}

function readDate(match: RegExpExecArray, text: string, strict: boolean): Deadline | undefined {
  const [day, month] = [Number(match[1]), Number(match[2])]
  const year = match[3] === undefined ? null : Number(match[3])
  if (!isDay({ year: year ?? 2024, month, day })) return undefined
  return { kind: 'date', day, month, year, yearsBehind: /\bnam (?:sau|ke tiep|lien ke)\b/.test(text) ? 1 : 0, strict }
}

/** In a month: to its last day; before a month: before its first. */
function readMonth([, before, number, year]: RegExpExecArray): Deadline | undefined {
  const month = Number(number)
  if (month < 1 || month > 12) return undefined
  const strict = before !== undefined
  const named = year === undefined ? null : Number(year)
  return { kind: 'date', day: strict ? 1 : 31, month, year: named, yearsBehind: 0, strict }
}

function monthOf(text: string): MonthOfStretch {
  if (/\bquy (?:sau|ke tiep|lien ke)\b|\bthang (?:sau|ke tiep|lien ke)\b/.test(text)) return 'behind'
  return /\bthang dau\b/.test(text) ? 'first' : 'last'
}

/** The day in that month, the month's last where it has fewer days. `YYYY-MM-DD` */
export function dayIn(year: number, month: number, day: number): string {
  const [realYear, realMonth] = [year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1]
  const number = Math.min(day, monthLength(realYear, realMonth))
  return `${realYear}-${String(realMonth).padStart(2, '0')}-${String(number).padStart(2, '0')}`
}
