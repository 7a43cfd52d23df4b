import { arrangePage } from './arrange-page.ts'
import { joinTablesAcrossPages } from './join-tables.ts'
import type { Page } from './page.ts'
import { setRunningLinesApart } from './running-lines.ts'
import type { PageBlock } from './write-pages.ts'

/** Puts what stands on the pages of a document in reading order. */
export function arrangePages(pages: readonly Page[]): PageBlock[][] {
  return joinTablesAcrossPages(setRunningLinesApart(pages, pages.map(arrangePage)))
}
