import { addDays, type IsoDay, weekdayOf } from '../core/dates/working-days.ts'
import type { DueGroup } from './schema.ts'

/** The Sunday that ends the week of this day. */
function endOfWeek(day: IsoDay): IsoDay {
  return addDays(day, (7 - weekdayOf(day)) % 7)
}

/** The group of a task that is due on this day, seen from today. */
export function dueGroup(dueOn: IsoDay | null, today: IsoDay): DueGroup {
  if (dueOn === null) return 'undated'
  if (dueOn < today) return 'late'
  if (dueOn <= endOfWeek(today)) return 'this-week'
  return dueOn.slice(0, 7) === today.slice(0, 7) ? 'this-month' : 'later'
}

/** Days from today to the day on which it is due; negative when it is late. */
export function daysLeft(dueOn: IsoDay, today: IsoDay): number {
  return Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000)
}
