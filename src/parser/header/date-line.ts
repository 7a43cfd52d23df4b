import type { Span } from '../../core/text/source.ts'
import type { PartialDate } from '../contract.ts'

/** Place and date as a header prints them. */
export interface FoundDateLine extends Span {
  readonly place: (Span & { readonly text: string }) | null
  readonly date: PartialDate
  readonly dateAt: Span
  /** Parts in whose place something stands that is no figure. */
  readonly unclear: readonly (keyof PartialDate)[]
}

const BLANK = String.raw`[\s.…_·•]{0,30}`
const DAY = String.raw`ng[àáaảâ]y\s{0,3}(?<day>[^\n\p{L}/]{0,12}?|\S{1,3})`
const WORDS = new RegExp(
  String.raw`(?<![\p{L}])${DAY}\s{0,3}th[áaàâ]ng\s{0,3}(?<month>[^\n\p{L}]{0,12}?|\S{1,3})\s{0,3}n[ăaâ]m(?<year>\s{0,3}\d[\d\s]{0,5}|${BLANK})`,
  'iu',
)
const STROKES = new RegExp(
  String.raw`(?<![\p{L}])ng[àáaảâ]y\s{0,3}(?<day>\d{0,2})${BLANK}[/.-]${BLANK}(?<month>\d{0,2})${BLANK}[/.-]${BLANK}(?<year>\d{4})`,
  'iu',
)
const PLACE = /([\p{Lu}][\p{L}\s.,'’()-]{0,70}?)\s*[,.;:]?\s*$/u

function part(printed: string, most: number): number | null {
  const tight = printed
    .replace(/[\s.…_·•]+/g, '')
    .replace(/[oO]/g, '0')
    .replace(/[lI]/g, '1')
  const value = /^\d{1,4}$/.test(tight) ? Number(tight) : Number.NaN
  return value >= 1 && value <= most ? value : null
}

const isBlank = (printed: string): boolean => /^[\s.…_·•/-]*$/.test(printed)

/** Finds «Tân An, ngày 05 tháng 01 năm 2026» in a line; blank and unreadable parts are null. undefined where there is no such date. */
export function findDateLine(line: string): FoundDateLine | undefined {
  const match = WORDS.exec(line) ?? STROKES.exec(line)
  const { day = '', month = '', year = '' } = match?.groups ?? {}
  if (!match) return undefined
  const parts = { year: part(year, 2199), month: part(month, 12), day: part(day, 31) }
  const date = { ...parts, year: parts.year !== null && parts.year >= 1945 ? parts.year : null }
  const printed = { year, month, day }
  const unclear = (['day', 'month', 'year'] as const).filter((key) => date[key] === null && !isBlank(printed[key]))
  const placed = PLACE.exec(line.slice(0, match.index))
  const place = placed?.[1]?.replace(/[\s,.;:]+$/, '')
  const dateAt = { start: match.index, end: match.index + match[0].trimEnd().length }
  return {
    start: placed && place ? placed.index : dateAt.start,
    end: dateAt.end,
    place: placed && place ? { text: place, start: placed.index, end: placed.index + place.length } : null,
    date,
    dateAt,
    unclear,
  }
}
