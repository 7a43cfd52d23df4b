import { toneKey } from './fold.ts'

/** One spelling for what a reader takes to be the same: case, tone placement, punctuation and blanks do not count. */
function comparable(text: string): string {
  return toneKey(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function pairCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** Dice coefficient over pairs of neighbouring letters, 0 (nothing shared) to 1 (the same). */
export function similarity(one: string, other: string): number {
  const a = comparable(one)
  const b = comparable(other)
  if (a === b) return 1
  if (a.length < 2 || b.length < 2) return 0
  const left = pairCounts(a)
  let shared = 0
  for (const [pair, count] of pairCounts(b)) shared += Math.min(count, left.get(pair) ?? 0)
  return (2 * shared) / (a.length + b.length - 2)
}
