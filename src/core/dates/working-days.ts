/** A day as `YYYY-MM-DD`; such texts sort by time. */
export type IsoDay = string

/** Days that are not as their weekday says: a holiday, a day off in lieu, a Saturday on which offices work. */
export type DayKind = 'holiday' | 'day-off-in-lieu' | 'working-day'
export type DayKinds = ReadonlyMap<IsoDay, DayKind>

const DAY = 86_400_000
/** No run of days off is longer; a calendar that says otherwise is wrong, and a loop must end. */
const LONGEST_REST = 60

/** So many days of the calendar later; earlier where the count is negative. */
export function addDays(day: IsoDay, count: number): IsoDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10)
}

/** 0 is Sunday. */
export function weekdayOf(day: IsoDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** Offices work from Monday to Friday, unless the calendar says otherwise. */
export function isWorkingDay(day: IsoDay, kinds: DayKinds): boolean {
  const kind = kinds.get(day)
  if (kind !== undefined) return kind === 'working-day'
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6
}

/**
 * The day on which a term ends whose last day is this one: the day itself, or the next working day where it is a day off
 * (Bộ luật Dân sự 2015, Điều 148 khoản 5).
 */
export function endOfTerm(day: IsoDay, kinds: DayKinds): IsoDay {
  for (let count = 0; count <= LONGEST_REST; count += 1) {
    const later = addDays(day, count)
    if (isWorkingDay(later, kinds)) return later
  }
  return day
}

/** The day itself, or the last working day before it. */
export function lastWorkingDay(day: IsoDay, kinds: DayKinds): IsoDay {
  for (let count = 0; count <= LONGEST_REST; count += 1) {
    const earlier = addDays(day, -count)
    if (isWorkingDay(earlier, kinds)) return earlier
  }
  return day
}

/** So many working days before this day: to remind in time. */
export function workingDaysBefore(day: IsoDay, count: number, kinds: DayKinds): IsoDay {
  let earlier = day
  for (let left = count; left > 0; left -= 1) earlier = lastWorkingDay(addDays(earlier, -1), kinds)
  return earlier
}
