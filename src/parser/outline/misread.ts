import { isCapitals } from '../../core/text/fold.ts'
import { type FoundMark, findMark, romanValue } from './marks.ts'

/** What recognition makes of the figure I and its runs; the second letter may be one more of them. */
const READ_AS: Readonly<Record<string, string>> = {
  H: 'II',
  L: 'I',
  T: 'I',
  J: 'I',
  l: 'I',
  i: 'I',
  '1': 'I',
  '|': 'I',
  '!': 'I',
  M: 'III',
}
const LOOSE = /^([IVXHLTJMli1|!]{1,5})\s?([.,:)]?)\s+(?=\p{Lu})/u
const LOOSE_DECIMAL = /^([lI|1])\s?\.\s?([\dlI|]{1,2})(?:\s?[.)]\s*|\s+)(?=[\p{Lu}“"])/u
const ROMANS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']
const LETTERS = 'abcdđeghiklmnopqrstuvxy'

/** What has been counted so far, rank by rank. */
interface Counts {
  roman: number
  /** Whether the Roman headings so far are printed in capitals. */
  capitals: boolean
  number: number
  letter: string
}

function looseRoman(text: string): { value: number; length: number; firm: boolean } | null {
  const match = LOOSE.exec(text)
  const token = match?.[1] ?? ''
  if (!match || (/^\d{1,2}$/.test(token) && !/^1+$/.test(token))) return null
  const value = romanValue([...token].map((letter) => READ_AS[letter] ?? letter).join(''))
  return value === null ? null : { value, length: match[0].length, firm: match[2] !== '' }
}

/** «THỜI GIAN THỰC HIỆN: Từ tháng …» is a heading in capitals too. */
const inCapitals = (rest: string): boolean => isCapitals(rest.split(':', 1)[0] ?? '')
const isHeading = (rest: string): boolean => inCapitals(rest) || (rest.length < 90 && !/[.;,]$/.test(rest))

/** A Roman number that recognition spoilt: the next in the count, at the head of a line printed like the headings before. */
function spoiltRoman(text: string, found: FoundMark | null, counts: Counts): FoundMark | null {
  const loose = looseRoman(text)
  if (!loose || (found?.mark === 'roman' && romanValue(found.ordinal ?? '') === counts.roman + 1)) return null
  const rest = text.slice(loose.length)
  const next = counts.roman + 1
  const near = loose.value === next || (loose.value < next && next - loose.value <= 1 && found?.mark !== 'number')
  if (!near || !isHeading(rest) || (!inCapitals(rest) && (counts.capitals || found !== null || !loose.firm)))
    return null
  if (found?.mark === 'number' && !(counts.roman > 0 && counts.number + 1 !== Number(found.ordinal))) return null
  return { mark: 'roman', ordinal: ROMANS[next] ?? null, length: loose.length }
}

/** «l. Mục đích», «I. Mục đích» below a heading in capitals: the figure one. */
function spoiltNumber(text: string, found: FoundMark, counts: Counts, toTwo: boolean): FoundMark | null {
  const rest = text.slice(found.length)
  if (found.mark === 'letter' && found.ordinal === 'l' && counts.letter !== 'k' && text[1] !== ')')
    return { ...found, mark: 'number', ordinal: '1' }
  if (found.mark !== 'roman' || found.ordinal !== 'I' || inCapitals(rest)) return null
  if (!toTwo && (counts.roman === 0 || !counts.capitals)) return null
  return { ...found, mark: 'number', ordinal: '1' }
}

function spoiltDecimal(text: string, found: FoundMark | null): FoundMark | null {
  const match = LOOSE_DECIMAL.exec(text)
  if (!match || found?.mark === 'decimal' || (/^\d/.test(match[1] ?? '') && /^\d+$/.test(match[2] ?? ''))) return null
  return { mark: 'decimal', ordinal: `1.${(match[2] ?? '').replace(/[lI|]/g, '1')}`, length: match[0].length }
}

/** «d)» read twice stands for «d)» and «đ)». */
function spoiltLetter(found: FoundMark, counts: Counts): FoundMark | null {
  return found.mark === 'letter' && found.ordinal === 'd' && counts.letter === 'd' ? { ...found, ordinal: 'đ' } : null
}

function count(found: FoundMark, text: string, counts: Counts): void {
  if (found.mark === 'roman') {
    counts.roman = romanValue(found.ordinal ?? '') ?? counts.roman
    counts.capitals = inCapitals(text.slice(found.length))
  }
  if (found.mark === 'part' || found.mark === 'chapter') counts.roman = 0
  if (found.mark === 'number') counts.number = Number(found.ordinal)
  else if (found.mark === 'roman' || found.mark === 'part' || found.mark === 'chapter') counts.number = 0
  if (found.mark === 'letter')
    counts.letter = LETTERS.includes(found.ordinal ?? '') ? (found.ordinal ?? '') : counts.letter
  else if (found.mark !== 'dash' && found.mark !== 'plus' && found.mark !== 'bullet') counts.letter = ''
}

/** Whether the count goes on with the figure two, without a one before it. */
function goesToTwo(marks: readonly (FoundMark | null)[], from: number): boolean {
  for (const next of marks.slice(from + 1)) {
    if (next?.mark === 'roman' || (next?.mark === 'number' && next.ordinal === '1')) return false
    if (next?.mark === 'number') return next.ordinal === '2'
  }
  return false
}

/** The mark of every line in order, ordinals that recognition spoilt put right by their place in the count. */
export function readMarks(texts: readonly string[]): (FoundMark | null)[] {
  const counts: Counts = { roman: 0, capitals: false, number: 0, letter: '' }
  const printed = texts.map(findMark)
  return texts.map((text, i) => {
    const found = printed[i] ?? null
    const put =
      found?.ordinal === 'I' || found?.ordinal === 'l' ? spoiltNumber(text, found, counts, goesToTwo(printed, i)) : null
    const mark =
      put ??
      spoiltRoman(text, found, counts) ??
      spoiltDecimal(text, found) ??
      (found ? spoiltLetter(found, counts) : null) ??
      found
    if (mark) count(mark, text, counts)
    return mark
  })
}
