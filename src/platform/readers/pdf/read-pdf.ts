import type { SourceText } from '../../../core/text/source.ts'
import { arrangePage } from '../layout/arrange-page.ts'
import { type PageBlock, writePages } from '../layout/write-pages.ts'
import type { ReadingLimits } from '../limits.ts'
import type { ReadProgress } from '../process/messages.ts'
import { openPdf } from './open-pdf.ts'
import { readPage } from './read-page.ts'

/** Reads a PDF page by page. Throws `Unreadable`. */
export async function readPdf(
  bytes: Uint8Array,
  limits: ReadingLimits,
  report: (progress: ReadProgress) => void = () => undefined,
): Promise<SourceText> {
  const document = await openPdf(bytes, limits)
  const pages: PageBlock[][] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    report({ page: number, pages: document.numPages, step: 'text' })
    const page = await document.getPage(number)
    pages.push(arrangePage(await readPage(page)))
    page.cleanup()
  }
  await document.loadingTask.destroy()
  return writePages(pages, limits)
}
