import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { SourceText } from '../../../core/text/source.ts'
import { arrangePages } from '../layout/arrange-pages.ts'
import { type Page, unreadOf } from '../layout/page.ts'
import { writePages } from '../layout/write-pages.ts'
import type { ReadingLimits } from '../limits.ts'
import { readPicture } from '../ocr/read-picture.ts'
import { RecogniserPool } from '../ocr/recogniser-pool.ts'
import type { ReadProgress } from '../process/messages.ts'
import { Unreadable } from '../unreadable.ts'
import { drawPage } from './draw-page.ts'
import { qualityOfText, readsAsVietnamese } from './judge-text.ts'
import { openPdf } from './open-pdf.ts'
import { type DrawnPage, readPage } from './read-page.ts'

/** A page of a scan bears a picture over more than this share of it. */
const MOSTLY_PICTURE = 0.5
const LEAST_PICTURE = 0.005
const FEW_CHARACTERS = 250

export interface ReadPdfOptions {
  readonly recognisers?: number
  readonly report?: (progress: ReadProgress) => void
}

/**
 * Reads a PDF page by page: from its text where that is sound, from its picture where there is none, where its encoding is broken
 * or its marks are lost. Throws `Unreadable`.
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: ReadingLimits,
  options: ReadPdfOptions = {},
): Promise<SourceText> {
  const pool = new RecogniserPool(options.recognisers ?? 1)
  const document = await openPdf(bytes, limits)
  try {
    const pages: Promise<Page>[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const report = (step: ReadProgress['step']) => options.report?.({ page: number, pages: document.numPages, step })
      await pool.room()
      pages.push(...(await startPage(await sound(document.getPage(number)), pool, report)))
    }
    const read = await Promise.all(pages)
    return writePages(arrangePages(read), limits, unreadOf(read))
  } finally {
    await pool.close()
    await document.loadingTask.destroy()
  }
}

/** The page from its text, at once, or a page that is being recognised. */
async function startPage(
  page: PDFPageProxy,
  pool: RecogniserPool,
  report: (step: ReadProgress['step']) => void,
): Promise<Promise<Page>[]> {
  report('text')
  const drawn = await sound(readPage(page))
  if (isSound(drawn)) {
    page.cleanup()
    return [Promise.resolve(drawn)]
  }
  pool.warm()
  const { picture, dpi } = await sound(drawPage(page, drawn.pictureDpi))
  page.cleanup()
  const recognised = readPicture(picture, dpi, pool).then((seen) => {
    report('recognise')
    return better(drawn, seen)
  })
  recognised.catch(() => undefined)
  return [recognised]
}

/** What the library finds wrong with a page is wrong with the file. */
async function sound<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged', {}, error)
  }
}

/** A scan with a stamp's few words on it, or with a layer of somebody's poor recognition below it, is a picture all the same. */
function isSound(drawn: DrawnPage): boolean {
  if (drawn.characters === 0) return drawn.pictures < LEAST_PICTURE && drawn.rules.length === 0
  if (
    drawn.pictures > MOSTLY_PICTURE &&
    drawn.characters - drawn.hiddenCharacters < FEW_CHARACTERS &&
    drawn.hiddenCharacters < FEW_CHARACTERS
  )
    return false
  return readsAsVietnamese(qualityOfText(drawn.fragments))
}

/** A page of another language, or one that recognition makes worse, stays as its file has it. */
function better(drawn: DrawnPage, seen: Page): Page {
  const [before, after] = [qualityOfText(drawn.fragments), qualityOfText(seen.fragments)]
  const lost = after.words < before.words / 2
  const gained = after.marked > before.marked + 0.02 || after.sayable > before.sayable + 0.02
  return drawn.characters > FEW_CHARACTERS && (lost || !gained) ? drawn : seen
}
