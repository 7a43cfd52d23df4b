import { readFile } from 'node:fs/promises'
import type { SourceText } from '../../../core/text/source.ts'
import { Unreadable } from '../unreadable.ts'
import type { FileToRead, ReadOrder, ReadProgress } from './messages.ts'

/** Reads the files of one document in this process; libraries are loaded when a file needs them. Throws `Unreadable`. */
export async function readFiles(order: ReadOrder, report: (progress: ReadProgress) => void): Promise<SourceText> {
  const [file] = order.files
  if (file === undefined) throw new Unreadable('empty')
  return readOne(file, order, report)
}

async function readOne(
  file: FileToRead,
  order: ReadOrder,
  report: (progress: ReadProgress) => void,
): Promise<SourceText> {
  const { limits, recognisers } = order
  const bytes = await readFile(file.path)
  if (bytes.length === 0) throw new Unreadable('empty')
  if (bytes.subarray(0, 1024).includes('%PDF-')) {
    const { readPdf } = await import('../pdf/read-pdf.ts')
    return readPdf(bytes, limits, { report, recognisers })
  }
  report({ page: 0, pages: 0, step: 'text' })
  const { readTxt } = await import('../txt/read-txt.ts')
  return readTxt(bytes, limits)
}
