import type { Span } from '../../core/text/source.ts'

/** The running number and symbol as a header prints them, and where they stand in the line. */
export interface FoundNumber extends Span {
  /** `64/KH-UBND`, `07-KH/LĐLĐ`; null where the document leaves the number blank. */
  readonly number: string | null
  readonly symbol: string
  /** Where the number stands without «Số:», and where the symbol stands in it. */
  readonly numberAt: Span
  readonly symbolAt: Span
  /** Whether something stands in the place of the number that is no figure. */
  readonly unclear: boolean
}

const AFTER_CAPITAL = String.raw`[\p{L}\d.&]*(?:\s?[-–—/]\s?[\p{Lu}\d][\p{L}\d.&]*|,\p{Lu}[\p{L}.]+|\([^)\s]{1,12}\))*`
const SYMBOL = String.raw`\p{Lu}${AFTER_CAPITAL}`
const NUMBER = new RegExp(
  String.raw`(?:^|\s)(?:[Ss][ốôoóồổỐÔÓO60]\s{0,3}[:.;,]?|[Ss][éèe]\s?:)\s{0,40}(?<run>[^\n/–—-]{0,24}?)\s{0,20}(?<mark>[-–—/⁄])\s{0,6}(?<year>(?:19|20)\d\d\s?/\s?)?(?<symbol>${SYMBOL})`,
  'du',
)

/** «Số: 88 KH/TĐTN-BXDĐ»: a blank in the place of the stroke. */
const APART = new RegExp(
  String.raw`(?:^|\s)[Ss][ốô]\s{0,3}:?\s{0,10}(?<run>\d{1,5})(?<mark>\s)\s{0,2}(?<symbol>\p{Lu}{2,8}\s?/\s?\p{Lu}${AFTER_CAPITAL})`,
  'du',
)

/** Letters that recognition sets for figures. */
const FIGURES: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', S: '5', B: '8' }

/** «12», «0 5», «l2» as figures; null where there are none or where something else stands among them. */
function figures(run: string): string | null {
  const tight = run.replace(/[\s.…_,]+/g, '')
  if (!/\d/.test(tight)) return null
  const read = tight.replace(/[OolISB]/g, (letter) => FIGURES[letter] ?? letter)
  return /^\d{1,5}[a-zA-ZĐđ]?$/.test(read) ? read : null
}

/** Finds «Số: 64/KH-UBND», «Số:     /KH-UBND», «Số 07 - KH/ĐU» in one line of a header; undefined where there is none. */
export function findNumber(line: string): FoundNumber | undefined {
  const match = APART.exec(line) ?? NUMBER.exec(line)
  const { run = '', mark = '/', year = '', symbol: printed = '' } = match?.groups ?? {}
  if (!match || !/\p{Lu}{2}|\p{Lu}\p{L}?\s?[-–—/]/u.test(printed)) return undefined
  const symbol = printed
    .replace(/\s*([-–—/])\s*/g, '$1')
    .replace(/[–—]/g, '-')
    .replace(/[.,]+$/, '')
  const value = figures(run)
  const blank = /^[\s.…_·:]*$/.test(run)
  const separator = mark === '/' || mark === '⁄' ? '/' : mark.trim() === '' ? ' ' : '-'
  const start = match.index + match[0].search(/S/i)
  const end = match.index + match[0].length
  const symbolEnd = end - (printed.match(/[.,]+$/)?.[0].length ?? 0)
  const runStart = (match.indices?.groups?.['run']?.[0] ?? start) + run.search(/\S|$/)
  return {
    start,
    end,
    numberAt: { start: runStart, end: symbolEnd },
    symbolAt: { start: end - printed.length, end: symbolEnd },
    number: value === null ? null : `${value}${separator}${year.replace(/\s/g, '')}${symbol}`,
    symbol,
    unclear: value === null && !blank,
  }
}
