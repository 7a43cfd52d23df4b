import { foldInPlace } from '../text/fold.ts'
import type { Span } from '../text/source.ts'
import { isDay } from './months.ts'

/**
 * One expression of time as printed, before its year is known: «Quý I, II», «tháng 6/2024», «ngày 15/11», «6 tháng đầu năm», «năm 2025».
 * `parts` are the quarters, months or halves that it names, in order; a `day` names its month.
 */
export interface TimePoint extends Span {
  readonly kind: 'quarter' | 'month' | 'day' | 'half' | 'edge' | 'year' | 'years' | 'schoolYear'
  readonly parts: readonly number[]
  /** null where the year is not printed here. */
  readonly year: number | null
}

const YEAR = String.raw`(?:19|20)\d\d(?!\d)`
/** The year behind a quarter or month: «/2024», «năm 2024», «, năm 2024», «của năm 2024». */
const OF_YEAR = String.raw`(?:\s{0,2}/\s?(?:nam\s)?|\s{0,2},?\s{0,2}(?:cua\s)?nam\s{1,2})(${YEAR})`
const AND = String.raw`\s{0,2}(?:,|;|va|-|–|den)\s{0,2}`
/** Recognition takes l, 1 and | for I. */
const ROMAN = String.raw`(?:[1il|]?v|[il|]{1,3}|[1-4])(?![\p{L}\d/])`
const LAST_ROMAN = String.raw`(?:[1il|]?v|[il|]{1,3}|[1-4])(?![\p{L}\d])`
const MONTH = String.raw`(?:0?[1-9]|1[0-2])(?!\d)`

const QUARTERS = String.raw`\bquy\s{1,2}((?:${ROMAN}${AND}(?:quy\s{1,2})?)*${LAST_ROMAN})(?:${OF_YEAR})?`
const MONTHS = String.raw`\b[tl]hang\s{1,2}((?:${MONTH}(?!\s?/)${AND}(?:thang\s{1,2})?)*${MONTH})(?:${OF_YEAR})?`
/** «T11/2026» */
const SHORT_MONTH = String.raw`\bt\.?\s?(${MONTH})\s?/\s?(${YEAR})(?![/\d])`
/** «T4-T9/2026» */
const SHORT_MONTH_OF_RANGE = String.raw`\bt\.?\s?(${MONTH})(?=\s?[-–]\s?t\.?\s?${MONTH}\s?/\s?${YEAR})`
const BARE_MONTH = String.raw`(?<![\d/.,-])(${MONTH})\s?/\s?(${YEAR})(?![/\d])`
const DAY_STROKES = String.raw`(?:\bngay\s{0,2})?(?<![\d/])(\d{1,2})\s?[/.-]\s?(${MONTH})\s?[/.-]\s?(${YEAR})(?![/\d])`
const DAY_SHORT = String.raw`\bngay\s{0,2}(\d{1,2})\s?[/-]\s?(${MONTH})(?![/\d])`
/** «tuần thứ 2 tháng 10» counts weeks. */
const DAY_WORDS = String.raw`(?:\bngay\s{0,2})?(?<!\d|\b(?:tuan|thu)\s{1,2}(?:\d\s?(?:,|va|-)\s?){0,3})(\d{1,2})\s{0,2}[tl]hang\s{0,2}(${MONTH})(?:\s{0,2},?\s{0,2}nam\s{0,2}(${YEAR}))?`
const HALF = String.raw`\b(?:0?6|sau)\s{1,2}thang\s{1,2}(dau|cuoi)(?:\s{1,2}cua)?(?:\s{1,2}nam(?:\s{1,2}(${YEAR}))?)?`
const EDGE = String.raw`\b(dau|cuoi)\s{1,2}nam\s{1,2}(${YEAR})`
const SCHOOL_YEAR = String.raw`\bnam\s{1,2}hoc\s{0,2}(${YEAR})\s{0,2}[-–/]\s{0,2}(${YEAR})`
const YEARS = String.raw`\b(?:(?:cac\s{1,2})?nam|giai\s{1,2}doan)?\s{0,2}(?<![\d/.-]\s?)(${YEAR})\s{0,2}[-–]\s{0,2}(${YEAR})(?![/\d])`
const ONE_YEAR = String.raw`\bnam\s{1,2}(${YEAR}(?:\s{0,2}(?:,|va|,\s?va)\s{0,2}(?:nam\s{1,2})?${YEAR}){0,9})`

const UNTIL = String.raw`\s{0,2}(?:-|–|(?:cho\s)?den|toi)\s{0,2}(?:het\s{1,2})?(?:ngay\s{0,2})?`
/** «từ 10/3 đến 15/4»: a range of days without «ngày»; the last may stand behind a day without month («từ 10 đến 25/3»). */
const DAY_OF_RANGE = String.raw`(?<![\d/.,-])(\d{1,2})\s?/\s?(${MONTH})(?=${UNTIL}\d{1,2}\s?/\s?${MONTH}(?:\s?/\s?${YEAR})?(?![/\d]))`
const END_OF_RANGE = String.raw`(?<=(?:\d/\d{1,2}|\b(?:tu|ngay)\s{1,2}(?:ngay\s{1,2})?\d{1,2})${UNTIL})(\d{1,2})\s?/\s?(${MONTH})(?![/\d])`
/** «trước 15/8», «dịp 20/11», «15/8: …»: a word of time in front or a colon behind tells a day from a share («3/4 số hộ»). */
const BARE_DAY = String.raw`(?<=\b(?:truoc|sau|vao|den|het|tu|nhat|chot|dip)\s{1,2}(?:la\s|het\s|vao\s)?|^\s{0,3})(?<!\d\s{0,2})(\d{1,2})/(${MONTH})(?![/\d]|\s{1,2}(?:so|tong|tren|don\s+vi|hoi\s+vien|dang\s+vien)(?![a-z]))`
/** «Nhân dịp Quốc khánh 2/9: …» */
const DAY_AND_COLON = String.raw`(?<![\d/.,-])(\d{1,2})/(${MONTH})(?=\s{0,2}:)`
/** «Ngày Gia đình Việt Nam (28/6)» */
const DAY_OF_FEAST = String.raw`(?<=\b(?:ngay|le|dip)\s[^()\d;.]{2,80}\(\s{0,2})(\d{1,2})/(${MONTH})(?=\s{0,2}\))`
/** «Cuối năm: …» */
const EDGE_ALONE = String.raw`^\s{0,3}(dau|cuoi)\s{1,2}nam(?=\s{0,2}[:,])`
/** «Giai đoạn 1 (2026)», «giai đoạn 2028», «2027: …» */
const STAGE_YEAR = String.raw`(?<=\b(?:giai\s{1,2}doan|buoc|dot|nam\s{1,2}thu)\s{1,2}[a-z\d]{1,4}\s{0,2}\(\s{0,2})(${YEAR})(?=\s{0,2}[),;:])`
const NAMED_STAGE = String.raw`\bgiai\s{1,2}doan\s{1,2}(${YEAR})(?!\s{0,2}[-–/\d])`
const YEAR_ALONE = String.raw`^\s{0,3}(${YEAR})(?=\s{0,2}(?::|$))`

type Build = (groups: readonly (string | undefined)[]) => Pick<TimePoint, 'kind' | 'parts' | 'year'> | undefined

const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text))

function romanValue(text: string): number {
  if (/^[1-4]$/.test(text)) return Number(text)
  return /v$/.test(text) ? (text.length > 1 ? 4 : 5) : text.length
}

function quarters(list: string): number[] {
  return [...list.matchAll(/[1il|]?v|[il|]{1,3}|[1-4]/g)].map((m) => romanValue(m[0])).filter((q) => q >= 1 && q <= 4)
}

function monthsOf(list: string): number[] {
  return [...list.matchAll(/\d+/g)].map((m) => Number(m[0]))
}

function day(d: string | undefined, m: string | undefined, y: string | undefined): ReturnType<Build> {
  const date = { year: Number(y ?? 2024), month: Number(m), day: Number(d) }
  return isDay(date) ? { kind: 'day', parts: [date.month], year: number(y) } : undefined
}

function years(first: string | undefined, last: string | undefined): ReturnType<Build> {
  const [from, to] = [Number(first), Number(last)]
  return from <= to && to - from < 50 ? { kind: 'years', parts: [from, to], year: from } : undefined
}

/** «năm 2026», «năm 2026, 2027 và 2028» */
function yearList(list: string): ReturnType<Build> {
  const named = [...list.matchAll(/\d{4}/g)].map((m) => Number(m[0]))
  const [first = 0] = named
  return named.length === 1 ? { kind: 'year', parts: named, year: first } : years(String(first), String(named.at(-1)))
}

/** The order is the order of preference where two begin at the same place. */
const FORMS: readonly (readonly [string, Build])[] = [
  [DAY_STROKES, ([d, m, y]) => day(d, m, y)],
  [DAY_WORDS, ([d, m, y]) => day(d, m, y)],
  [DAY_SHORT, ([d, m]) => day(d, m, undefined)],
  [HALF, ([which, y]) => ({ kind: 'half', parts: [which === 'dau' ? 1 : 2], year: number(y) })],
  [EDGE, ([which, y]) => ({ kind: 'edge', parts: [which === 'dau' ? 1 : 4], year: number(y) })],
  [SCHOOL_YEAR, ([first]) => ({ kind: 'schoolYear', parts: [Number(first)], year: number(first) })],
  [QUARTERS, ([list, y]) => ({ kind: 'quarter', parts: quarters(list ?? ''), year: number(y) })],
  [MONTHS, ([list, y]) => ({ kind: 'month', parts: monthsOf(list ?? ''), year: number(y) })],
  [SHORT_MONTH, ([m, y]) => ({ kind: 'month', parts: [Number(m)], year: number(y) })],
  [SHORT_MONTH_OF_RANGE, ([m]) => ({ kind: 'month', parts: [Number(m)], year: null })],
  [BARE_MONTH, ([m, y]) => ({ kind: 'month', parts: [Number(m)], year: number(y) })],
  [DAY_OF_RANGE, ([d, m]) => day(d, m, undefined)],
  [END_OF_RANGE, ([d, m]) => day(d, m, undefined)],
  [BARE_DAY, ([d, m]) => day(d, m, undefined)],
  [DAY_OF_FEAST, ([d, m]) => day(d, m, undefined)],
  [DAY_AND_COLON, ([d, m]) => day(d, m, undefined)],
  [EDGE_ALONE, ([which]) => ({ kind: 'edge', parts: [which === 'dau' ? 1 : 4], year: null })],
  [STAGE_YEAR, ([list]) => yearList(list ?? '')],
  [NAMED_STAGE, ([list]) => yearList(list ?? '')],
  [YEAR_ALONE, ([list]) => yearList(list ?? '')],
  [YEARS, ([first, last]) => years(first, last)],
  [ONE_YEAR, ([list]) => yearList(list ?? '')],
]

const COMPILED = FORMS.map(([source, build]) => ({ pattern: new RegExp(source, 'gu'), build }))

/** Every expression of time in the text, in order and without overlap; numbers that no calendar has are left out. */
export function findPoints(text: string): TimePoint[] {
  const plain = foldInPlace(text)
  const found: (TimePoint & { readonly rank: number })[] = []
  COMPILED.forEach(({ pattern, build }, rank) => {
    for (const match of plain.matchAll(pattern)) {
      const point = build(match.slice(1))
      if (point === undefined || point.parts.length === 0) continue
      const lead = match[0].length - match[0].trimStart().length
      found.push({ start: match.index + lead, end: match.index + match[0].length, ...point, rank })
    }
  })
  found.sort((a, b) => a.start - b.start || a.rank - b.rank)
  const kept: TimePoint[] = []
  let end = 0
  for (const { rank: _, ...point } of found) {
    if (point.start < end) continue
    kept.push(point)
    end = point.end
  }
  return kept
}
