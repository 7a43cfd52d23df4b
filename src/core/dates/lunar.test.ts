import { expect, it } from 'vitest'
import { lunarDay } from './lunar.ts'

it.each([
  [1985, '1985-01-21'],
  [2007, '2007-02-17'],
  [2023, '2023-01-22'],
  [2024, '2024-02-10'],
  [2025, '2025-01-29'],
  [2026, '2026-02-17'],
  [2027, '2027-02-06'],
  [2028, '2028-01-26'],
  [2029, '2029-02-13'],
  [2030, '2030-02-02'],
  [2031, '2031-01-23'],
])('Tết %i is on %s, by the meridian of Viet Nam', (year, day) => {
  expect(lunarDay(year, 1, 1)).toBe(day)
})

it.each([
  [2023, '2023-04-29'],
  [2025, '2025-04-07'],
  [2026, '2026-04-26'],
  [2027, '2027-04-16'],
  [2028, '2028-04-04'],
  [2029, '2029-04-23'],
  [2030, '2030-04-12'],
])('the day of the Hùng kings %i is on %s, behind a leap month too', (year, day) => {
  expect(lunarDay(year, 3, 10)).toBe(day)
})
