import { lunarDay } from '../core/dates/lunar.ts'
import { addDays, type DayKind, type IsoDay, weekdayOf } from '../core/dates/working-days.ts'

export interface CalendarDay {
  readonly on: IsoDay
  readonly kind: DayKind
  readonly name: string
  readonly source: string
}

const LABOUR_CODE = 'Bộ luật Lao động 2019, Điều 112'
const CULTURE_DAY = 'Nghị quyết 28/2026/QH16'
const IN_LIEU = 'Bộ luật Lao động 2019, Điều 111 khoản 3'

/**
 * The public holidays of a year as the law itself gives them, with a day off in lieu for each that falls on a weekend. Which five days of Tết and which day beside
 * 2 September are free is decided anew each year: these are the usual ones (two days before the first day of the year and three from it on; the day before, unless
 * that is a weekend), and the office corrects them when the notice comes.
 */
export function statutoryDays(year: number): CalendarDay[] {
  const tet = lunarDay(year, 1, 1)
  const national = `${year}-09-02`
  const beside = [0, 1].includes(weekdayOf(national)) ? addDays(national, 1) : addDays(national, -1)
  const holidays: CalendarDay[] = [
    holiday(`${year}-01-01`, 'Tết Dương lịch'),
    ...[-2, -1, 0, 1, 2].map((step) => holiday(addDays(tet, step), 'Tết Nguyên đán')),
    holiday(lunarDay(year, 3, 10), 'Giỗ Tổ Hùng Vương'),
    holiday(`${year}-04-30`, 'Ngày Chiến thắng'),
    holiday(`${year}-05-01`, 'Ngày Quốc tế lao động'),
    holiday(beside, 'Quốc khánh'),
    holiday(national, 'Quốc khánh'),
    ...(year >= 2026 ? [{ ...holiday(`${year}-11-24`, 'Ngày Văn hóa Việt Nam'), source: CULTURE_DAY }] : []),
  ]
  return [...holidays, ...daysInLieu(holidays)].sort((a, b) => (a.on < b.on ? -1 : 1))
}

function holiday(on: IsoDay, name: string): CalendarDay {
  return { on, kind: 'holiday', name, source: LABOUR_CODE }
}

/** For each holiday on a weekend the next working day is free. */
function daysInLieu(holidays: readonly CalendarDay[]): CalendarDay[] {
  const taken = new Set(holidays.map(({ on }) => on))
  const free: CalendarDay[] = []
  for (const { on, name } of holidays) {
    if (weekdayOf(on) !== 0 && weekdayOf(on) !== 6) continue
    let day = addDays(on, 1)
    while (taken.has(day) || weekdayOf(day) === 0 || weekdayOf(day) === 6) day = addDays(day, 1)
    taken.add(day)
    free.push({ on: day, kind: 'day-off-in-lieu', name: `Nghỉ bù ${name}`, source: IN_LIEU })
  }
  return free
}
