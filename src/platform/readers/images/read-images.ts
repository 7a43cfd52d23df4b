import type { SourceText } from '../../../core/text/source.ts'
import { arrangePages } from '../layout/arrange-pages.ts'
import { type Page, unreadOf } from '../layout/page.ts'
import { writePages } from '../layout/write-pages.ts'
import type { ReadingLimits } from '../limits.ts'
import { readPicture } from '../ocr/read-picture.ts'
import { RecogniserPool } from '../ocr/recogniser-pool.ts'
import type { ReadProgress } from '../process/messages.ts'
import { Unreadable } from '../unreadable.ts'
import { turnQuarters } from './grey-picture.ts'
import { openImage } from './open-image.ts'

/** One picture of a page: its bytes and what they are. */
export interface ImageFile {
  readonly bytes: Uint8Array
  readonly kind: 'png' | 'jpeg' | 'heic'
  /** Degrees clockwise, in quarters, by which the person has turned it already. */
  readonly turn?: number
}

export interface ReadImagesOptions {
  readonly recognisers?: number
  readonly report?: (progress: ReadProgress) => void
}

/**
 * Reads pictures of pages, in order, as one document; each is turned upright by what it shows. Throws `Unreadable`:
 * `not-a-document` where no picture bears text, `too-long`, `damaged`.
 */
export async function readImages(
  files: readonly ImageFile[],
  limits: ReadingLimits,
  options: ReadImagesOptions = {},
): Promise<SourceText> {
  if (files.length > limits.maxPages)
    throw new Unreadable('too-long', { pages: files.length, maxPages: limits.maxPages })
  const pool = new RecogniserPool(options.recognisers ?? 1)
  pool.warm()
  try {
    const pages: Promise<Page>[] = []
    for (const [index, { bytes, kind, turn = 0 }] of files.entries()) {
      await pool.room()
      const report = () => options.report?.({ page: index + 1, pages: files.length, step: 'recognise' })
      report()
      const { picture, dpi } = await openImage(bytes, kind, limits)
      const page = readPicture(turnQuarters(picture, Math.round(turn / 90)), dpi, pool).finally(report)
      page.catch(() => undefined)
      pages.push(page)
    }
    const read = await Promise.all(pages)
    if (read.every((page) => page.fragments.length === 0)) throw new Unreadable('not-a-document')
    return writePages(arrangePages(read), limits, unreadOf(read))
  } finally {
    await pool.close()
  }
}
