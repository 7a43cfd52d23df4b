import type { Mark } from '../outline.ts'

/** The mark at the head of a line: what it is, its ordinal without closing punctuation, and how many units it takes with its blanks. */
export interface FoundMark {
  readonly mark: Exclude<Mark, 'plain'>
  readonly ordinal: string | null
  readonly length: number
}

const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

/** 1 to 39 for a well-formed Roman number, else null. */
export function romanValue(text: string): number | null {
  if (text === '' || !ROMAN.test(text)) return null
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    const value = ROMAN_VALUES[text[i] ?? ''] ?? 0
    sum += value < (ROMAN_VALUES[text[i + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}

type Rule = readonly [mark: FoundMark['mark'], form: RegExp, fits?: (match: RegExpMatchArray, rest: string) => boolean]

const startsYear = (rest: string): boolean => /^(?:19|20)\d\d(?!\d)/.test(rest)
/** «2. 2024» and «3. 5 triệu» go on with a figure; a heading goes on with a word, a quote or a percentage of 100. */
const headsText = (rest: string): boolean => rest !== '' && !startsYear(rest) && !/^[.,;:%)]/.test(rest)

/** In the order in which they are tried. Group 1 is the ordinal. */
const RULES: readonly Rule[] = [
  ['part', /^(?:PHẦN|Phần)\s+((?:THỨ|thứ)\s+\p{L}+|[IVX]+|\d{1,2}|[A-HĐ])\s*(?:[.:\-–—]\s*|$|(?=\p{Lu}))/u],
  ['chapter', /^(?:CHƯƠNG|Chương)\s+([IVX]+|\d{1,2})\s*(?:[.:\-–—]\s*|$|(?=\p{Lu}))/u],
  ['section', /^(?:MỤC|Mục)\s+([IVX]+|\d{1,2})\s*(?:[.:]\s*|$)/u],
  ['article', /^(?:ĐIỀU|Điều)\s+(\d{1,3}[a-zđ]?)\s*[.:]\s*/u],
  [
    'roman',
    /^([IVX]{1,6})\s{0,2}(?:[.):/]|[-–—](?=\s))\s*/,
    (match, rest) =>
      romanValue(match[1] ?? '') !== null && rest !== '' && !(match[0].includes('/') && /^(?:\p{Ll}|V\s)/u.test(rest)),
  ],
  ['roman', /^([IVX]{1,6})\s+(?=\p{Lu}{2})/u, (match) => romanValue(match[1] ?? '') !== null],
  // «B.1. Thi đua …» below «Phần B» stands where «I.» would
  ['roman', /^([A-HĐ]\s?\.\s?\d{1,2})\s?[.):]\s*(?=[“"«]?\p{Lu})/u, (_, rest) => headsText(rest)],
  ['part', /^([A-HĐ])\s{0,2}[.)/:]\s*(?=\p{Lu}{2}|\p{Lu}\p{Ll}+\s)/u],
  [
    'decimal',
    /^(\d{1,2}(?:\s?\.\s?\d{1,2}){1,3})(?![\d.,/%]*\d)\s{0,2}(?:[.):/]+\s*|[-–—]\s{0,2}(?=\p{Lu})|\s(?=[\p{Lu}“"'‘(]))/u,
    (_, rest) => headsText(rest),
  ],
  [
    'number',
    /^(\d{1,2})\s{0,2}(?:\.(?![\d.])|\)|:(?!\d)|(?:\/(?!\s?\d)|[-–—](?=\s{0,2}\p{Lu}))(?!\p{Lu}\p{L}{0,6}[-–/]\p{Lu}))\s*/u,
    (_, rest) => headsText(rest),
  ],
  ['bracket', /^\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*/, (_, rest) => rest !== ''],
  ['bracket', /^([a-zđ]\s?\.?\s?\d{1,2})\s?[.)]\s*/, (_, rest) => rest !== ''],
  ['letter', /^([a-zđ])\s{0,2}(?:\)|\.(?=\s)|\/(?=\s))\s*/, (_, rest) => rest !== ''],
  // «ii)», «iv)»; of one letter the rule above decides
  ['letter', /^([ivx]{2,4})\)\s*/, (match, rest) => romanValue((match[1] ?? '').toUpperCase()) !== null && rest !== ''],
  ['letter', /^([a-zđ])(?:\s?[-–—]\s{1,2}|\s[-–—])(?=[\p{Lu}“"«])/u],
  ['bracket', /^((?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)\s+là)(?:\s?[,:]\s*|\s+)/, (_, rest) => rest !== ''],
  [
    'bracket',
    /^(Thứ\s+(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))(?:\s+là)?\s?[,:]\s*/,
    // «Thứ hai, ngày 05/3» is a day of the week
    (_, rest) => rest !== '' && !/^(?:\d|ngày|thứ|chủ nhật|hằng|hàng|lúc)/iu.test(rest),
  ],
  ['dash', /^()[-–—−‐‑~_](?![-–—−_])\s*/, (_, rest) => rest !== ''],
  ['plus', /^()\+\s*/, (_, rest) => rest !== '' && !/^\d/.test(rest)],
  [
    'bullet',
    /^()(?:[•·●▪■◦○►➢➤✓✔➔→⇒♦◆❖§¢]\s*|[*o]\s+(?=\p{Lu})|\*\s+(?=(?:19|20)\d\d\s?[:–-]))/u,
    (_, rest) => rest !== '',
  ],
]

/** The mark with which a line begins, or null. The line must be without leading blanks. */
export function findMark(line: string): FoundMark | null {
  for (const [mark, form, fits] of RULES) {
    const match = line.match(form)
    if (!match) continue
    const rest = line.slice(match[0].length)
    if (fits && !fits(match, rest)) continue
    const printed = match[1] ?? ''
    const ordinal = printed.replace(/\s+/g, mark === 'part' || /\p{L}{2}/u.test(printed) ? ' ' : '')
    return { mark, ordinal: ordinal === '' ? null : ordinal, length: match[0].length }
  }
  return null
}
