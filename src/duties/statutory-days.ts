import { lunarDay } from '../core/dates/lunar.ts'
import { addDays, type DayKind, type IsoDay, weekdayOf } from '../core/dates/working-days.ts'
import { holidayTexts as words } from './texts/holidays.ts'

export interface CalendarDay {
  readonly on: IsoDay
  readonly kind: DayKind
  readonly name: string
  readonly source: string
}

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
    holiday(`${year}-01-01`, words.newYear),
    ...[-2, -1, 0, 1, 2].map((step) => holiday(addDays(tet, step), words.tet)),
    holiday(lunarDay(year, 3, 10), words.ancestors),
    holiday(`${year}-04-30`, words.victory),
    holiday(`${year}-05-01`, words.labour),
    holiday(beside, words.national),
    holiday(national, words.national),
    ...(year >= 2026 ? [{ ...holiday(`${year}-11-24`, words.culture), source: words.sources.cultureDay }] : []),
  ]
  return [...holidays, ...daysInLieu(holidays)].sort((a, b) => (a.on < b.on ? -1 : 1))
}

function holiday(on: IsoDay, name: string): CalendarDay {
  return { on, kind: 'holiday', name, source: words.sources.labourCode }
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
    free.push({ on: day, kind: 'day-off-in-lieu', name: words.inLieuOf(name), source: words.sources.inLieu })
  }
  return free
}
