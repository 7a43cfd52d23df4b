import ical, { ICalCalendarMethod } from 'ical-generator'
import { addDays } from '../../core/dates/working-days.ts'
import { dutyPaths } from '../paths.ts'
import type { TaskRow } from '../schema.ts'

/** What the calendar is called and what stands beside an event. */
interface CalendarWords {
  readonly name: string
  readonly description: (task: TaskRow) => string
}

/** Open tasks as whole-day events on their due days, as RFC 5545 has it; an event keeps its id as long as the task lives. */
export function calendarOf(
  tasks: readonly TaskRow[],
  words: CalendarWords,
  address: string | null,
  stamp: Date,
): string {
  const calendar = ical({
    name: words.name,
    prodId: { company: 'lan-toa', product: 'lan-toa' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3_600,
  })
  for (const task of tasks) {
    if (task.dueOn === null) continue
    calendar.createEvent({
      id: `${task.id}@lan-toa`,
      allDay: true,
      // A whole day has no zone; the library prints the day of an instant in the process's own.
      start: localDay(task.dueOn),
      end: localDay(addDays(task.dueOn, 1)),
      stamp,
      summary: task.text.replace(UNPRINTED, ' ').slice(0, 200).trim().toWellFormed(),
      description: words.description(task).replace(OTHER_CONTROLS, ' '),
      ...(address === null ? {} : { url: `${address}${dutyPaths.task(task.id)}` }),
    })
  }
  return calendar.toString()
}

/** Calendars refuse a file with control characters in it, and words pasted from elsewhere may hold any. */
const UNPRINTED = /[\s\p{Cc}]+/gu
const OTHER_CONTROLS = /[^\P{Cc}\n]+/gu

function localDay(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}
