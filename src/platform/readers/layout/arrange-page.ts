import { linesOf } from './lines.ts'
import type { Page } from './page.ts'
import type { PageBlock } from './write-pages.ts'

/** Puts what stands on a page in reading order. */
export function arrangePage(page: Page): PageBlock[] {
  return linesOf(page.fragments).map((line) => ({ kind: 'line', line }))
}
