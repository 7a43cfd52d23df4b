/** A stretch of whole months as `YYYY-MM`, both included. */
export interface Months {
  readonly from: string
  readonly to: string
}

/** A day of the calendar; months count from 1. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/** `YYYY-MM` */
export function monthKey(year: number, month: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}`
}

/** Months of one year, both included; months count from 1. */
export function months(year: number, first: number, last: number): Months {
  return { from: monthKey(year, first), to: monthKey(year, last) }
}

/** January of the first year to December of the last. */
export function wholeYears(first: number, last: number): Months {
  return { from: monthKey(first, 1), to: monthKey(last, 12) }
}

/** First to last month of a quarter; quarters count from 1. */
export function quarter(year: number, index: number): Months {
  return months(year, index * 3 - 2, index * 3)
}

/** «Năm học 2024 - 2025» runs from September to May. */
export function schoolYear(first: number): Months {
  return { from: monthKey(first, 9), to: monthKey(first + 1, 5) }
}

/** Days of the month in the Gregorian calendar; months count from 1. */
export function monthLength(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether the calendar has this day. */
export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)
}

/** `YYYY-MM-DD` */
export function isoDay({ year, month, day }: Day): string {
  return `${monthKey(year, month)}-${pad(day, 2)}`
}

/** Whether the month after the first stretch is the month in which the second begins, or they overlap. */
export function meets(first: Months, second: Months): boolean {
  const [year, month] = first.to.split('-').map(Number)
  const next = month === 12 ? monthKey((year ?? 0) + 1, 1) : monthKey(year ?? 0, (month ?? 0) + 1)
  return second.from <= next && first.from <= second.from
}
