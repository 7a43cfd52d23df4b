import type { Fragment } from '../layout/page.ts'
import { isVietnameseSyllable } from '../legacy-encoding/syllables.ts'

/** How the words of a page look as Vietnamese. */
export interface TextQuality {
  /** Words with a letter. */
  readonly words: number
  /** Share of them that are syllables, abbreviations or symbols of documents; 1 where there are none. */
  readonly sayable: number
  /** Share of the small letters that bear a mark; in printed Vietnamese about a quarter. */
  readonly marked: number
}

/** Fewer words than this say nothing about a page. */
const FEW_WORDS = 12
const LEAST_SAYABLE = 0.86
const LEAST_MARKED = 0.13

/** Whether a text layer can be used as it stands: printed Vietnamese keeps far above both limits, broken encodings fall below one. */
export function readsAsVietnamese({ words, sayable, marked }: TextQuality): boolean {
  return words < FEW_WORDS || (sayable >= LEAST_SAYABLE && marked >= LEAST_MARKED)
}

/** Counts over the words of a page, of a text layer and of a recognised picture alike. */
export function qualityOfText(fragments: readonly Pick<Fragment, 'text'>[]): TextQuality {
  const words = fragments
    .flatMap(({ text }) => text.normalize('NFC').split(/\s+/))
    .filter((word) => /\p{L}|\p{Co}|\p{Cc}|\ufffd/u.test(word))
  const letters = words.join('').match(/\p{Ll}/gu) ?? []
  return {
    words: words.length,
    sayable: words.length === 0 ? 1 : words.filter(isSayable).length / words.length,
    marked: letters.length === 0 ? 0 : letters.filter((letter) => letter > '\u007f').length / letters.length,
  }
}

/** Syllables, numbers, dates and symbols of documents; not letters of other scripts, nor letters mixed with digits. */
function isSayable(word: string): boolean {
  const parts = word.split(/[^\p{L}\p{M}\p{N}\p{Co}\p{Cc}\ufffd]+/u).filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => isVietnameseSyllable(part) || isSymbol(part))
}

/** Numbers, Roman numerals, abbreviations in capitals, single letters; Latin letters only. */
function isSymbol(part: string): boolean {
  return /^(?:\d+|[\p{Lu}\d]{1,10}|\p{L})$/u.test(part) && /^[\p{Script=Latin}\d]*$/u.test(part)
}
