import { fold } from '../../core/text/fold.ts'
import type { Span } from '../../core/text/source.ts'
import { kindBySymbol } from './kinds.ts'

/** A document number in a text: «34-CT/TW», «98/2023/NĐ- CP», «07 - KH/ĐU». */
export interface FoundNumber extends Span {
  /** Joined as it should be printed: `98/2023/NĐ-CP`. */
  readonly number: string
  /** What stands behind the running number and its separator: `2023/NĐ-CP`. */
  readonly symbol: string
  /** Whether «số» stands in front. */
  readonly announced: boolean
  /** Where «số» begins, else `start`. */
  readonly lead: number
}

const CAPITAL = 'A-ZĐƯƠÔÂĂÊ'
/** One part of a symbol: capitals with the few small letters in use (TTg, CTr, QyĐ). */
const PART = String.raw`[${CAPITAL}](?:[${CAPITAL}&0-9]|\.(?=[${CAPITAL}])|[a-zđ]{1,2}(?=[${CAPITAL}])|(?:[tT]?[rg]|i)(?!\p{L}))*(?!(?!ng[àa]y\s?\d)\p{L})`
const SEPARATOR = String.raw`\s?[/–-]\s?`
/** Between the parts a wrap or recognition leaves a blank on one side of the stroke. */
const INNER = String.raw`(?:\s?[/–-]|[/–-]\s)`
const NUMBER = new RegExp(
  String.raw`(?:(?<announce>(?<!\p{L})[Ss]\p{L}\s{0,3}[:.]?\s{0,3})|(?<![\p{L}\d/.,–-]))(?<running>\d{1,5}[a-zA-ZđĐ]?)${SEPARATOR}` +
    String.raw`(?:(?<year>(?:19|20)\d\d)${SEPARATOR})?(?<symbol>${PART}(?:${INNER}${PART}){0,4})`,
  'gu',
)
/** «KH - UBND» with blanks on both sides, where the first part is the short form of a kind. */
const SPACED_PART = new RegExp(String.raw`^\s[–-]\s(${PART})(?=\s*(?:[,;.)]|$|\s\p{Ll}|\s\d))`, 'u')

/** Short forms whose Đ recognition often takes for a D. */
const WITH_STROKE: Readonly<Record<string, string>> = {
  ND: 'NĐ',
  QD: 'QĐ',
  QyD: 'QyĐ',
  DU: 'ĐU',
  HDND: 'HĐND',
  LDLD: 'LĐLĐ',
  CD: 'CĐ',
  BCD: 'BCĐ',
  DTN: 'ĐTN',
  TDTN: 'TĐTN',
  BTDKT: 'BTĐKT',
  TDKT: 'TĐKT',
  HDTDKT: 'HĐTĐKT',
  SGDDT: 'SGDĐT',
  PGDDT: 'PGDĐT',
  GDDT: 'GDĐT',
  BGDDT: 'BGDĐT',
}

/** Without the blanks of wraps and recognition, each part of the symbol with its strokes. */
function tight(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/–/g, '-')
    .replace(/(?<=[/-])[A-Za-z]+(?=[/-]|$)/g, (part) => WITH_STROKE[part] ?? part)
}

function isAnnounced(word: string | undefined): boolean {
  return word !== undefined && fold(word).startsWith('so')
}

/** Every document number with a symbol, in order. Dates, stages and fractions are none, because no capital follows their stroke. */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = []
  for (const match of text.matchAll(NUMBER)) {
    const { announce, running = '', year, symbol = '' } = match.groups ?? {}
    const announced = isAnnounced(announce)
    let end = match.index + match[0].length
    let printed = match[0].slice(announce?.length ?? 0)
    const more = kindBySymbol(symbol) === undefined ? null : text.slice(end, end + 30).match(SPACED_PART)
    if (more !== null && !/[/-]/.test(tight(symbol))) {
      printed += more[0]
      end += more[0].length
    }
    const number = tight(printed)
    const start = match.index + (announce?.length ?? 0)
    const lead = announced ? match.index : start
    found.push({ start, end, number, symbol: number.slice(running.length + 1), announced, lead })
    if (year === undefined && /^(?:19|20)\d\d$/.test(running) && !announced && kindBySymbol(symbol) === undefined)
      found.pop()
  }
  return found
}

/** Under this key «34/CT-TW», «34-CT/TW» and «34 - CT/TƯ» without its marks are one document. */
export function numberKey(number: string): string {
  return fold(number)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^0+(?=\d)/, '')
}
