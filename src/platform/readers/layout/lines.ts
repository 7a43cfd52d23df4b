import type { Fragment } from './page.ts'

/** Fragments that share a baseline, from left to right, with no wide gap between them. */
export interface Line {
  readonly fragments: readonly Fragment[]
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

/** Baselines closer than this share of the type size are one line: marks and raised figures shift it. */
const SAME_BASELINE = 0.42
/** A gap wider than this many type sizes is not between two words of a sentence, however widely it is set. */
const WIDE_GAP = 1.6

/** Fragments into lines from top to bottom; a wide gap parts a line in two. */
export function linesOf(fragments: readonly Fragment[]): Line[] {
  return rowsOf(fragments).flatMap((row) => partsOf(row).map(toLine))
}

/** Fragments that share a baseline, gaps or not, each row from left to right. */
export function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const rows: { baseline: number; size: number; fragments: Fragment[] }[] = []
  for (const fragment of [...fragments].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1)
    const near = SAME_BASELINE * Math.max(fragment.size, Math.min(row?.size ?? 0, fragment.size * 2))
    if (row !== undefined && fragment.baseline - row.baseline <= near) {
      row.fragments.push(fragment)
      if (fragment.size > row.size) Object.assign(row, { baseline: fragment.baseline, size: fragment.size })
    } else rows.push({ baseline: fragment.baseline, size: fragment.size, fragments: [fragment] })
  }
  return rows.map((row) => row.fragments.sort((a, b) => a.left - b.left))
}

function partsOf(row: readonly Fragment[]): Fragment[][] {
  const parts: Fragment[][] = []
  for (const fragment of row) {
    const last = parts.at(-1)?.at(-1)
    const gap = last === undefined ? Number.POSITIVE_INFINITY : fragment.left - last.right
    if (gap > WIDE_GAP * Math.min(fragment.size, last?.size ?? fragment.size)) parts.push([fragment])
    else parts.at(-1)?.push(fragment)
  }
  return parts
}

export function toLine(fragments: readonly Fragment[]): Line {
  return {
    fragments,
    left: Math.min(...fragments.map((one) => one.left)),
    right: Math.max(...fragments.map((one) => one.right)),
    baseline: middle(fragments.map((one) => one.baseline)),
    size: middle(fragments.map((one) => one.size)),
  }
}

/** The middle value; 0 of nothing. */
export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
