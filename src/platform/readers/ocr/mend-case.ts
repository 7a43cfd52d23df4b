import { isVietnameseSyllable } from '../legacy-encoding/syllables.ts'

/** Letters of one word, capitals inside, small in front: «bỒi», as coarse photographs are recognised. */
const SMALL_IN_FRONT = /(?<![\p{L}\p{M}\p{N}])\p{Ll}[\p{L}\p{M}]*\p{Lu}[\p{L}\p{M}]*(?![\p{L}\p{M}\p{N}])/gu

/**
 * A recognised word in small letters where a capital stands behind a small one and the small letters make a Vietnamese syllable: no such word
 * is written with a capital inside. Names and abbreviations («iPhone», «pH») make none, and stay.
 */
export function mendCase(word: string): string {
  return word.replace(SMALL_IN_FRONT, (letters) => {
    const small = letters.toLowerCase()
    const capitals = letters.match(/\p{Lu}/gu)?.length ?? 0
    return capitals * 2 <= letters.length && isVietnameseSyllable(small) ? small : letters
  })
}
