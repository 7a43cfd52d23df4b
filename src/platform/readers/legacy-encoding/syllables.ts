const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|b|c|d|đ|g|h|k|l|m|n|p|q|r|s|t|v|x)'
const RHYME = [
  '[aăâ](?:c|ch|m|n|ng|nh|p|t|i|y|o|u)?',
  '[eêi](?:c|ch|m|n|ng|nh|p|t|o|u)?',
  '[oôơuư](?:c|m|n|ng|p|t|i)?',
  '[uư](?:u|a)?',
  'y(?:t|n|u)?',
  'ia|oong|ooc',
  '(?:iê|yê)(?:c|m|n|ng|p|t|u)?',
  '(?:uô|ươ)(?:c|m|n|ng|p|t|i|u)?',
  'o[aăe](?:c|ch|m|n|ng|nh|p|t|i|y|o)?',
  'u[âêơôy](?:c|ch|m|n|ng|nh|p|t|y|u)?',
  'uyê(?:n|t)|uya|uyu|u[ae](?:ng)?',
].join('|')
const SYLLABLE = new RegExp(`^${ONSET}?(?:${RHYME})$`)
const MARKED = /[\u0080-\uffff]/

/** Tone marks in NFD: grave, acute, tilde, hook above, dot below. */
const TONE_ON_CONSONANT = /[b-df-hj-np-tv-xzđ][\u0300\u0301\u0303\u0309\u0323]/
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Could this word (letters only, any case) be a Vietnamese syllable: onset, rhyme, at most one tone? */
export function isVietnameseSyllable(word: string): boolean {
  if (word.length > 7) return false
  const parts = word.toLowerCase().normalize('NFD')
  if ((parts.match(TONE)?.length ?? 0) > 1 || TONE_ON_CONSONANT.test(parts)) return false
  return SYLLABLE.test(parts.replace(TONE, '').normalize('NFC'))
}

export interface SyllableCount {
  /** Words with a letter beyond ASCII: the only ones that tell encodings apart. */
  readonly marked: number
  readonly valid: number
  /** Words with a letter that no legacy byte shows as: they were typed as Unicode. */
  readonly unicode: number
}

const UNICODE_ONLY = /[\u1ea0-\u1ef9]/

/** How many of the marked words among the first 20,000 characters could be Vietnamese. */
export function countSyllables(text: string): SyllableCount {
  let marked = 0
  let valid = 0
  let unicode = 0
  for (const [word] of text
    .slice(0, 20_000)
    .normalize('NFC')
    .matchAll(/[\p{L}\p{M}\u00a1-\u00bf\u00d7\u00f7]+/gu)) {
    if (!MARKED.test(word)) continue
    marked += 1
    if (isVietnameseSyllable(word)) valid += 1
    if (UNICODE_ONLY.test(word)) unicode += 1
  }
  return { marked, valid, unicode }
}
