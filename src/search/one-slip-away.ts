const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/**
 * What a word without marks may have been meant to be when the hand slipped once: a letter left out, one too many, another one, or two in the wrong order. The word itself is not among
 * them; pure.
 */
export function oneSlipAway(word: string): Set<string> {
  const meant = new Set<string>()
  for (let at = 0; at <= word.length; at += 1) {
    const [before, here, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)]
    for (const letter of LETTERS) meant.add(before + letter + here + after)
    if (here === '') continue
    meant.add(before + after)
    for (const letter of LETTERS) meant.add(before + letter + after)
    if (after !== '') meant.add(before + after.slice(0, 1) + here + after.slice(1))
  }
  meant.delete(word)
  return meant
}
