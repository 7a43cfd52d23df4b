import type { Fragment } from '../layout/page.ts'
import { type FontHint, fromLegacyFont } from '../legacy-encoding/fonts.ts'

/** One character where it stands on the page, in points from the upper left corner, its baseline running from left to right. */
export interface PlacedGlyph {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  /** What the font's name says about its encoding. */
  readonly hint: FontHint
}

/** A gap wider than this share of the type size separates words, whether or not the file wrote a space. A space is about 0.25. */
const WORD_GAP = 0.13
const SAME_LINE = 0.3
const SAME_PLACE = 0.12

interface Word {
  pieces: { text: string; readonly hint: FontHint }[]
  left: number
  right: number
  baseline: number
  size: number
}

const isSpace = (text: string) => /^[\s\u00a0\u200b]*$/u.test(text)
const isMark = (text: string) => /^\p{M}+$/u.test(text)

/** Puts characters together to words in the order in which the file draws them. */
export class WordCollector {
  private readonly words: Word[] = []
  private current: Word | undefined

  add(glyph: PlacedGlyph): void {
    if (isSpace(glyph.text)) {
      this.current = undefined
      return
    }
    const word = this.current
    if (word !== undefined && continues(word, glyph)) {
      const piece = word.pieces.at(-1)
      if (piece?.hint === glyph.hint) piece.text += glyph.text
      else word.pieces.push({ text: glyph.text, hint: glyph.hint })
      word.left = Math.min(word.left, glyph.left)
      word.right = Math.max(word.right, glyph.right)
      word.size = Math.max(word.size, glyph.size)
      return
    }
    const { text, hint, ...place } = glyph
    this.current = { ...place, pieces: [{ text, hint }] }
    this.words.push(this.current)
  }

  /** The words; what is drawn twice in one place (a poor man's bold) counts once. */
  finish(): Fragment[] {
    const kept = new Map<string, Fragment[]>()
    return this.words.flatMap(({ pieces, ...place }) => {
      const word = { ...place, text: pieces.map(decode).join('') }
      const twins = kept.get(word.text) ?? []
      if (twins.some((twin) => inSamePlace(twin, word))) return []
      kept.set(word.text, [...twins, word])
      return [word]
    })
  }
}

function decode({ text, hint }: { readonly text: string; readonly hint: FontHint }): string {
  const decoded = hint.encoding === undefined ? text : fromLegacyFont(text, hint.encoding)
  return hint.capitals ? decoded.toUpperCase() : decoded
}

function continues(word: Word, glyph: PlacedGlyph): boolean {
  const size = Math.max(word.size, glyph.size)
  if (Math.abs(word.baseline - glyph.baseline) > SAME_LINE * size) return false
  const gap = glyph.left - word.right
  return isMark(glyph.text) ? Math.abs(gap) < size : gap < WORD_GAP * size && gap > -SAME_LINE * size
}

function inSamePlace(one: Fragment, other: Fragment): boolean {
  const near = SAME_PLACE * one.size
  return Math.abs(one.left - other.left) < near && Math.abs(one.baseline - other.baseline) < near
}
