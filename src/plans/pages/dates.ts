import type { PartialDate, Period } from '../../parser/contract.ts'
import type { Lang } from '../../ui/lang.ts'
import { readingTexts } from '../texts/reading.ts'

/** `2026-03-05`, `2026-03` or `2026` as people write it. */
export function shownDate(lang: Lang, iso: string): string {
  const words = readingTexts[lang].dates
  const [year = '', month, day] = iso.split('-')
  if (month === undefined) return words.year(year)
  return day === undefined ? words.month(year, month) : words.day(year, month, day)
}

/** The date of a document with the parts it leaves blank; null where not even the year stands. */
export function shownPartialDate(lang: Lang, date: PartialDate | null): string | null {
  if (!date || date.year === null) return null
  const [year, month, day] = [date.year, date.month, date.day].map((part) => part && String(part).padStart(2, '0'))
  if (!month) return shownDate(lang, String(year))
  return day ? shownDate(lang, `${year}-${month}-${day}`) : readingTexts[lang].dates.noDay(String(year), month)
}

/** Whole years as years, one month as one month. */
export function shownPeriod(lang: Lang, { from, to }: Period): string {
  const isWholeYears = from.endsWith('-01') && to.endsWith('-12')
  const [first, last] = isWholeYears ? [from.slice(0, 4), to.slice(0, 4)] : [from, to]
  if (first === last) return shownDate(lang, first)
  if (isWholeYears) return readingTexts[lang].dates.range(first, last)
  return readingTexts[lang].dates.range(shownDate(lang, first), shownDate(lang, last))
}

const day = { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' } as const
const days: Readonly<Record<Lang, Intl.DateTimeFormat>> = {
  vi: new Intl.DateTimeFormat('vi-VN', day),
  en: new Intl.DateTimeFormat('en-GB', day),
}

/** The day, in Viet Nam, on which something happened. */
export function shownDay(lang: Lang, at: Date): string {
  return days[lang].format(at)
}
