import { textOf } from './find-columns.ts'
import type { Line } from './lines.ts'
import type { Page } from './page.ts'
import type { PageBlock } from './write-pages.ts'

/** Heads and feet stand within this share of the page from its edges. */
const EDGE = 0.12
const SAME_HEIGHT = 8
const PAGE_NUMBER = /^[-–—\s]*(?:trang\s*)?(\d{1,4})(?:\s*[/|]\s*\d{1,4})?[-–—.\s]*$/iu
const LEAST_REPEATS = 3
const LEAST_SHARE = 0.4
/** A head has at most so many lines. */
const MOST_LINES = 3

interface Candidate {
  readonly page: number
  readonly block: number
  readonly line: Line
  readonly key: string
}

/** Page numbers, and lines that repeat at the edge of many pages, belong to the paper and not to what is written on it. */
export function setRunningLinesApart(
  pages: readonly Page[],
  arranged: readonly (readonly PageBlock[])[],
): PageBlock[][] {
  const candidates = arranged.flatMap((blocks, page) => edgeLines(blocks, pages[page]?.height ?? 0, page))
  const running = new Set(
    candidates.filter((one) => isPageNumber(one, pages.length) || repeats(one, candidates, pages.length)),
  )
  const marks = new Set([...running].map((one) => `${one.page} ${one.block}`))
  return arranged.map((blocks, page) =>
    blocks.map((block, index) =>
      block.kind === 'line' && marks.has(`${page} ${index}`) ? { kind: 'note', line: block.line } : block,
    ),
  )
}

function edgeLines(blocks: readonly PageBlock[], height: number, page: number): Candidate[] {
  const found: Candidate[] = []
  for (const [block, one] of blocks.entries()) {
    if (one.kind !== 'line') continue
    const fromEdge = Math.min(block, blocks.length - 1 - block)
    const atEdge = one.line.baseline < height * EDGE || one.line.baseline > height * (1 - EDGE)
    if (fromEdge < MOST_LINES && atEdge)
      found.push({ page, block, line: one.line, key: textOf(one.line).replace(/\d+/g, '#').toLowerCase() })
  }
  return found
}

function isPageNumber({ line, page }: Candidate, pages: number): boolean {
  const number = PAGE_NUMBER.exec(textOf(line))?.[1]
  return number !== undefined && pages > 1 && Math.abs(Number(number) - page - 1) <= 200
}

function repeats(one: Candidate, candidates: readonly Candidate[], pages: number): boolean {
  const twins = candidates.filter(
    (other) => other.key === one.key && Math.abs(other.line.baseline - one.line.baseline) <= SAME_HEIGHT,
  )
  const onPages = new Set(twins.map((twin) => twin.page)).size
  return onPages >= LEAST_REPEATS && onPages >= pages * LEAST_SHARE
}
