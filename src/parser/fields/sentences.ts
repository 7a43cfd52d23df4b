import { depths } from './depth.ts'
import type { Passage } from './passage.ts'

/** Short forms behind which a full stop ends no sentence. */
const ABBREVIATION = /(?:^|[\s(/-])(?:tp|tt|ts|ths|gs|pgs|bs|đ\/c|đc|ct|pct|tm|kt|tl|tuq|q|p|tx)$|(?:^|[\s(])\d{1,2}$/iu

/** A sign that may end a sentence, where another one begins behind it. */
const STOP = /[.!?…](?=["”»]?\s+["“«(]?\p{Lu})/gu

/** Whether the sign ends a sentence and no short form. */
function ends(text: string, at: number): boolean {
  return text[at] !== '.' || text[at - 1] === '.' || !ABBREVIATION.test(text.slice(Math.max(0, at - 6), at))
}

/** The sentences of a paragraph. Full stops in brackets, in quotes and behind short forms divide nothing. */
export function sentencesOf(paragraph: Passage): Passage[] {
  const { text } = paragraph
  const depth = depths(text)
  const found: Passage[] = []
  let from = 0
  for (const { index: i } of text.matchAll(STOP)) {
    const inside = (depth[i] ?? 0) > 0 && (depth[i + 1] ?? 0) > 0
    if (inside || !ends(text, i)) continue
    found.push(paragraph.sub(from, i + 1).trim())
    from = i + 1
  }
  found.push(paragraph.sub(from).trim())
  return found.filter((sentence) => sentence.length > 0)
}

/** Pieces between the given signs where no bracket or quote is open. */
export function splitOutside(passage: Passage, signs: string): Passage[] {
  const { text } = passage
  const depth = depths(text)
  const pieces: Passage[] = []
  let from = 0
  for (let i = 0; i < text.length; i++) {
    if ((depth[i] ?? 0) > 0 || !signs.includes(text[i] ?? '')) continue
    pieces.push(passage.sub(from, i).trim())
    from = i + 1
  }
  pieces.push(passage.sub(from).trim())
  return pieces.filter((piece) => piece.length > 0)
}
