import { numberTexts } from './texts.ts'

/** Ways of writing the number of a list item, by the names that OOXML gives them; `.doc`, RTF and ODT map theirs to these. */
export type NumberFormat =
  | 'decimal'
  | 'decimalZero'
  | 'upperRoman'
  | 'lowerRoman'
  | 'upperLetter'
  | 'lowerLetter'
  | 'vietnameseCounting'
  | 'ordinal'
  | 'bullet'
  | 'none'

const ROMAN: readonly [value: number, letters: string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
/** Above this Word itself falls back to digits, and a hostile start number would make a label of a million letters. */
const MAX_ROMAN = 32_767
const MAX_LETTERS = 26 * 30

/** The number as the list prints it; digits where a format cannot write it. */
export function formatNumber(value: number, format: NumberFormat): string {
  if (format === 'bullet' || format === 'none') return ''
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  if (format === 'upperRoman') return roman(value).toUpperCase()
  if (format === 'lowerRoman') return roman(value)
  if (format === 'upperLetter') return letters(value).toUpperCase()
  if (format === 'lowerLetter') return letters(value)
  if (format === 'vietnameseCounting') return vietnamese(value)
  return String(value)
}

function roman(value: number): string {
  if (value < 1 || value > MAX_ROMAN) return String(value)
  let rest = value
  let out = ''
  for (const [step, letter] of ROMAN) {
    out += letter.repeat(Math.floor(rest / step))
    rest %= step
  }
  return out
}

/** a … z, aa, bb … as word processors count. */
function letters(value: number): string {
  if (value < 1 || value > MAX_LETTERS) return String(value)
  return String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function vietnamese(value: number): string {
  if (value < 0 || value > 99) return String(value)
  const { upToTen, ten, tens: tensWord, fiveBehindTens, oneBehindTens } = numberTexts
  if (value <= 10) return upToTen[value] ?? String(value)
  const tens = Math.floor(value / 10)
  const units = value % 10
  const head = tens === 1 ? ten : `${upToTen[tens]} ${tensWord}`
  if (units === 0) return head
  const tail = units === 5 ? fiveBehindTens : units === 1 && tens > 1 ? oneBehindTens : upToTen[units]
  return `${head} ${tail}`
}
