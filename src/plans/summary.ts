import { fold } from '../core/text/fold.ts'
import type { ParsedPlan, PartialDate } from '../parser/contract.ts'

/** What lists show of a reading, and the words under which it is found. */
export function summaryOf(name: string, { plan, questions }: ParsedPlan) {
  const { type, number, symbol, title, issuer, date } = plan.document
  const words = [type, number ?? symbol, title, issuer, name].filter((word) => word !== null)
  return {
    type,
    number: number ?? symbol,
    title,
    issuer,
    issued: issuedOn(date),
    fieldCount: plan.fields.length,
    questionCount: questions.length,
    search: fold(words.join(' ')).slice(0, 4_000),
    sortTitle: fold(title ?? name).slice(0, 400),
  }
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
