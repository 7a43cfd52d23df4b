import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, type DayKind, endOfTerm, isWorkingDay, lastWorkingDay, workingDaysBefore } from './working-days.ts'

/** Tết 2026 and the exchanged days around 2 September 2026, as the Government Office has announced them. */
const kinds = new Map<string, DayKind>([
  ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((day) => [day, 'holiday'] as const),
  ['2026-08-22', 'working-day'],
  ['2026-08-31', 'day-off-in-lieu'],
  ['2026-09-01', 'holiday'],
  ['2026-09-02', 'holiday'],
])

it('a term that ends in Tết ends on the first working day after it', () => {
  expect(endOfTerm('2026-02-14', kinds)).toBe('2026-02-23')
  expect(endOfTerm('2026-02-20', kinds)).toBe('2026-02-23')
})

it('an exchanged Saturday is a working day, the day off in lieu is not', () => {
  expect(endOfTerm('2026-08-22', kinds)).toBe('2026-08-22')
  expect(endOfTerm('2026-08-31', kinds)).toBe('2026-09-03')
})

it('a weekend at the end of a month or of February in a leap year moves the term into the next month', () => {
  expect(endOfTerm('2026-05-31', kinds)).toBe('2026-06-01')
  expect(endOfTerm('2032-02-29', kinds)).toBe('2032-03-01')
  expect(lastWorkingDay('2026-05-31', kinds)).toBe('2026-05-29')
})

it('three working days before a Wednesday behind Tết lie before Tết', () => {
  expect(workingDaysBefore('2026-02-24', 3, kinds)).toBe('2026-02-12')
  expect(workingDaysBefore('2026-02-24', 0, kinds)).toBe('2026-02-24')
})

it('a term ends on a working day, never before its last day, and no working day lies between', () => {
  const day = fc.integer({ min: 0, max: 12_000 }).map((count) => addDays('2024-01-01', count))
  const calendar = fc
    .array(fc.tuple(day, fc.constantFrom<DayKind>('holiday', 'day-off-in-lieu', 'working-day')), { maxLength: 40 })
    .map((days) => new Map(days))
  fc.assert(
    fc.property(day, calendar, (last, some) => {
      const end = endOfTerm(last, some)
      expect(isWorkingDay(end, some)).toBe(true)
      expect(end >= last).toBe(true)
      for (let between = last; between < end; between = addDays(between, 1))
        expect(isWorkingDay(between, some)).toBe(false)
    }),
  )
})
