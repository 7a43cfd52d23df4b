import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type GreyPicture, greyOfRgba } from '../images/grey-picture.ts'

/** A page as a picture. */
export interface DrawnPicture {
  readonly picture: GreyPicture
  readonly dpi: number
}

/** Letters of 13 points are recognised best at this resolution; more costs time and brings nothing (measured). */
const TEXT_DPI = 200
const LEAST_DPI = 100
const MOST_DPI = 300
/** An A4 page at 300 dpi has 8.7 million. */
const MAX_PIXELS = 16_000_000

/**
 * Draws a page for recognition, all that shows on paper included. A scan is drawn at the resolution it was scanned at (`scannedDpi`):
 * drawn otherwise its letters would be smeared. A page of monstrous size is drawn small.
 */
export async function drawPage(page: PDFPageProxy, scannedDpi: number | undefined): Promise<DrawnPicture> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const wanted = Math.max(LEAST_DPI, Math.min(MOST_DPI, scannedDpi ?? TEXT_DPI))
  const inches = page.getViewport({ scale: 1 / 72 })
  const dpi = Math.min(wanted, Math.sqrt(MAX_PIXELS / Math.max(0.01, inches.width * inches.height)))
  const viewport = page.getViewport({ scale: dpi / 72 })
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  const pen = canvas.getContext('2d')
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
  return { picture: greyOfRgba(data, canvas.width, canvas.height), dpi }
}
