import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ReadingLimits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import { loadPdfjs } from './load-pdfjs.ts'

/**
 * Opens a PDF: no scripts are run, nothing is fetched, no font of the machine is used (two machines give one text).
 * Throws `Unreadable`: `encrypted`, `damaged`, `too-long`.
 */
export async function openPdf(bytes: Uint8Array, limits: ReadingLimits): Promise<PDFDocumentProxy> {
  const { pdfjs, folders } = await loadPdfjs()
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    ...folders,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: limits.maxPixels,
    verbosity: 0,
  })
  const document = await opened(task)
  if (document.numPages > limits.maxPages) {
    const facts = { pages: document.numPages, maxPages: limits.maxPages }
    await document.loadingTask.destroy()
    throw new Unreadable('too-long', facts)
  }
  return document
}

async function opened(task: PDFDocumentLoadingTask): Promise<PDFDocumentProxy> {
  try {
    return await task.promise
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    throw new Unreadable(name === 'PasswordException' ? 'encrypted' : 'damaged', {}, error)
  }
}
