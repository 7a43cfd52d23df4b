import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { defaultLimits } from '../../src/platform/readers/limits.ts'
import { openPdf } from '../../src/platform/readers/pdf/open-pdf.ts'

/** Prints the pages of a PDF. */
export async function printPdf(bytes: Uint8Array, dpi: number): Promise<Canvas[]> {
  const document = await openPdf(bytes, defaultLimits)
  const pages: Canvas[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: dpi / 72 })
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
    page.cleanup()
    pages.push(canvas)
  }
  await document.loadingTask.destroy()
  return pages
}
