/*
 * When two texts count as the same, by the scorer of the extraction contract: case, space, quotes, dashes and the place
 * of the tone mark (hoà = hòa) do not matter; the rest is the Dice coefficient over character bigrams.
 */
const TONES = '\u0300\u0301\u0303\u0309\u0323'
const MISPLACED_TONE = new RegExp(`([ou])([${TONES}])([aey])`, 'g')

/** One spelling for what a reader takes to be the same. */
export function plainSpelling(text: unknown): string {
  const decomposed = String(text ?? '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/\u00f0/g, '\u0111')
  const moved = decomposed.replace(MISPLACED_TONE, '$1$3$2')
  return moved
    .normalize('NFC')
    .replace(/[“”"‘’'*_.,;:…()/–—-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** 0 to 1; 1 where both read alike. */
export function similarity(a: unknown, b: unknown): number {
  const [x, y] = [plainSpelling(a), plainSpelling(b)]
  if (x === y) return 1
  if (x.length < 2 || y.length < 2) return 0
  const counts = bigrams(x)
  let shared = 0
  for (let i = 0; i + 1 < y.length; i++) {
    const pair = y.slice(i, i + 2)
    const left = counts.get(pair) ?? 0
    if (left > 0) shared++
    counts.set(pair, left - 1)
  }
  return (2 * shared) / (x.length + y.length - 2)
}

/** Nothing is the same only as nothing. */
export function same(a: unknown, b: unknown, atLeast: number): boolean {
  const [noA, noB] = [a ?? null, b ?? null].map((x) => x === null)
  return noA || noB ? noA === noB : similarity(a, b) >= atLeast
}

/** The similarity of two texts that count as the same in a list, else 0. */
export function byText(a: unknown, b: unknown): number {
  const s = similarity(a, b)
  return s >= 0.85 ? s : 0
}

export interface Pairing<T> {
  readonly pairs: readonly (readonly [label: T, value: T])[]
  readonly missed: readonly T[]
  readonly extra: readonly T[]
}

/** Pairs each label with at most one prediction, the best match first. */
export function pairBest<T>(
  labels: readonly T[],
  predictions: readonly T[],
  score: (label: T, value: T) => number,
): Pairing<T> {
  const candidates = labels.flatMap((label, i) =>
    predictions.map((value, j) => ({ label, value, i, j, score: score(label, value) })),
  )
  const [usedLabels, usedValues] = [new Set<number>(), new Set<number>()]
  const pairs: [T, T][] = []
  for (const c of candidates.filter((x) => x.score > 0).sort((a, b) => b.score - a.score)) {
    if (usedLabels.has(c.i) || usedValues.has(c.j)) continue
    usedLabels.add(c.i)
    usedValues.add(c.j)
    pairs.push([c.label, c.value])
  }
  return {
    pairs,
    missed: labels.filter((_, i) => !usedLabels.has(i)),
    extra: predictions.filter((_, j) => !usedValues.has(j)),
  }
}
