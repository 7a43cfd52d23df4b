import { isVietnameseSyllable } from '../legacy-encoding/syllables.ts'
import type { SeenWord } from './recogniser.ts'

/** A word that is surer than this and can be said is print; one that is as sure as `CERTAIN` is print whatever it says. */
const SURE = 0.55
const CERTAIN = 0.85
/** Marks without letter or digit that are less sure than this are specks; dashes and bullets open the items of lists, however faint. */
const SPECK = 0.6
const LIST_MARK = /^[-–—+*•]$/u
/** Print stands between these shares of the sure words' left and right edges; beyond are punch holes, seams and shadows. */
const EDGE_SHARE = 0.01
const FEW_WORDS = 20

/** A word of a line that may be print needs no more than this. */
const LIKELY = 0.3

/**
 * Leaves out what the engine took for letters and is none: scrawls of signatures, specks, the scanner's shadow. A line in which
 * nothing can be said is dirt, and so is an unsure word outside the column of print. In the cells of a ruled table (`inTable`) a single
 * letter may be all there is.
 */
export function dropDirt(words: readonly SeenWord[], inTable: (word: SeenWord) => boolean): SeenWord[] {
  const print = printedColumn(words)
  const soundLines = new Set(words.filter((word) => isLikely(word)).map((word) => word.line))
  return words.filter((word) => {
    const bare = !/[\p{L}\p{N}]/u.test(word.text)
    if (inTable(word)) return !bare || word.confidence >= SPECK
    if (!soundLines.has(word.line)) return false
    if (bare && word.confidence < SPECK && !LIST_MARK.test(word.text)) return false
    if (/^\P{L}*\p{L}\P{L}*$/u.test(word.text) && !/\p{N}/u.test(word.text) && word.confidence < LIKELY) return false
    return isSure(word) || print === undefined || (word.right > print.left && word.left < print.right)
  })
}

/** Has something in it that can be said or counted: «Số:4ø1/CTr-BCĐ» has, «-Zov» has not. */
function isLikely(word: SeenWord): boolean {
  if (isSure(word)) return true
  return word.confidence >= LIKELY && partsOf(word).some((part) => part.length > 1 && isSayable(part))
}

function isSure(word: SeenWord): boolean {
  const parts = partsOf(word)
  const length = parts.join('').length
  if (length === 0 || (length === 1 && !/\p{N}/u.test(word.text))) return false
  return word.confidence >= CERTAIN || (length > 1 && word.confidence >= SURE && parts.every(isSayable))
}

const partsOf = (word: SeenWord) => word.text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '')
const isSayable = (part: string) => /^\d+$/.test(part) || /^\p{Lu}{2,}$/u.test(part) || isVietnameseSyllable(part)

function printedColumn(words: readonly SeenWord[]): { left: number; right: number } | undefined {
  const sure = words.filter((word) => word.confidence >= CERTAIN && word.text.length > 1)
  if (sure.length < FEW_WORDS) return undefined
  const lefts = sure.map((word) => word.left).sort((a, b) => a - b)
  const rights = sure.map((word) => word.right).sort((a, b) => a - b)
  const aside = Math.floor(sure.length * EDGE_SHARE)
  return { left: lefts[aside] ?? 0, right: rights[rights.length - 1 - aside] ?? Number.POSITIVE_INFINITY }
}
