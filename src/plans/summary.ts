import { monthLength } from '../core/dates/months.ts'
import { fold } from '../core/text/fold.ts'
import type { ParsedPlan, PartialDate, Period } from '../parser/contract.ts'
import type { HeaderData } from './items/item-schema.ts'

/** What lists show of a reading, and the words under which it is found. */
export function summaryOf(name: string, { plan, questions }: ParsedPlan) {
  return { ...headerColumns(name, plan.document), fieldCount: plan.fields.length, questionCount: questions.length }
}

/** What lists show of a plan's header. `name` is what the plan is called until it has a title: its file, or when it was begun. */
export function headerColumns(
  name: string,
  header: Pick<HeaderData, 'type' | 'number' | 'symbol' | 'title' | 'issuer' | 'date' | 'period'>,
) {
  const { type, number, symbol, title, issuer, date, period } = header
  const words = [type, number ?? symbol, title, issuer, name].filter((word) => word !== null)
  return {
    type,
    number: number ?? symbol,
    title,
    issuer,
    issued: issuedOn(date),
    ...daysOf(period),
    search: fold(words.join(' ')).slice(0, 4_000),
    sortTitle: fold(title ?? name).slice(0, 400),
  }
}

/** First and last day of the months that a plan covers. */
function daysOf(period: Period | null): { periodFrom: string | null; periodTo: string | null } {
  if (!period) return { periodFrom: null, periodTo: null }
  const [year, month] = period.to.split('-').map(Number)
  const last = monthLength(year ?? 0, month ?? 1)
  return { periodFrom: `${period.from}-01`, periodTo: `${period.to}-${last}` }
}

/** `2026-03-05`, or as much of it as the document says from the year on; null without a year. */
export function issuedOn(date: PartialDate | null): string | null {
  if (!date || date.year === null || date.year < 1000 || date.year > 9999) return null
  const parts = [date.year, date.month, date.month === null ? null : date.day]
  return parts
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
