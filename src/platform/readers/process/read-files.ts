import { readFile } from 'node:fs/promises'
import type { SourceText } from '../../../core/text/source.ts'
import type { ReadingLimits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import type { FileToRead, ReadOrder, ReadProgress } from './messages.ts'

/** Reads the files of one document in this process; libraries are loaded when a file needs them. Throws `Unreadable`. */
export async function readFiles(order: ReadOrder, report: (progress: ReadProgress) => void): Promise<SourceText> {
  const [file] = order.files
  if (file === undefined) throw new Unreadable('empty')
  return readOne(file, order.limits, report)
}

async function readOne(
  file: FileToRead,
  limits: ReadingLimits,
  report: (progress: ReadProgress) => void,
): Promise<SourceText> {
  const bytes = await readFile(file.path)
  if (bytes.length === 0) throw new Unreadable('empty')
  if (bytes.subarray(0, 1024).includes('%PDF-'))
    return (await import('../pdf/read-pdf.ts')).readPdf(bytes, limits, report)
  report({ page: 0, pages: 0, step: 'text' })
  return (await import('../txt/read-txt.ts')).readTxt(bytes, limits)
}
