import { open } from 'node:fs/promises'
import type { SourceText } from '../../../core/text/source.ts'
import type { ImageFile } from '../images/read-images.ts'
import { recogniseKind } from '../kind.ts'
import type { ReadingLimits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import { chooseKind, type ReadableKind } from './choose-reader.ts'
import { joinTexts } from './join-texts.ts'
import type { FileToRead, ReadOrder, ReadProgress } from './messages.ts'

type Report = (progress: ReadProgress) => void

interface KnownFile {
  readonly bytes: Uint8Array
  readonly kind: ReadableKind
  readonly turn: number
}

/** Reads the files of one document in this process; libraries are loaded when a file needs them. Throws `Unreadable`. */
export async function readFiles(order: ReadOrder, report: Report): Promise<SourceText> {
  const files: KnownFile[] = []
  for (const file of order.files) files.push(await openFile(file, order.limits))
  const [first] = files
  if (first === undefined) throw new Unreadable('empty')
  const images = files.filter(isImage)
  if (images.length === files.length) {
    const { readImages } = await import('../images/read-images.ts')
    return readImages(images, order.limits, { recognisers: order.recognisers, report })
  }
  if (files.length === 1) return readOne(first, order, report)
  const texts: SourceText[] = []
  for (const file of files) texts.push(await readOne(file, order, report))
  return joinTexts(texts)
}

async function openFile({ path, name, turn = 0 }: FileToRead, { maxBytes }: ReadingLimits): Promise<KnownFile> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    if (size === 0) throw new Unreadable('empty')
    if (size > maxBytes) throw new Unreadable('too-large', { bytes: size, maxBytes })
    const bytes = await handle.readFile()
    return { bytes, kind: chooseKind(recogniseKind(bytes), name), turn }
  } finally {
    await handle.close()
  }
}

function isImage(file: KnownFile): file is KnownFile & ImageFile {
  return file.kind === 'png' || file.kind === 'jpeg' || file.kind === 'heic'
}

async function readOne(file: KnownFile, { limits, recognisers }: ReadOrder, report: Report): Promise<SourceText> {
  const { bytes, kind } = file
  if (kind === 'pdf') return (await import('../pdf/read-pdf.ts')).readPdf(bytes, limits, { report, recognisers })
  if (isImage(file))
    return (await import('../images/read-images.ts')).readImages([file], limits, { report, recognisers })
  report({ page: 0, pages: 0, step: 'text' })
  switch (kind) {
    case 'docx':
      return readWordFile(bytes, { limits, recognisers }, report)
    case 'doc':
      return (await import('../doc/read-doc.ts')).readDoc(bytes, limits)
    case 'rtf':
      return (await import('../rtf/read-rtf.ts')).readRtf(bytes, limits)
    case 'odt':
      return (await import('../odt/read-odt.ts')).readOdt(bytes, limits)
    case 'html':
    case 'mhtml':
      return (await import('../html/read-html.ts')).readHtml(bytes, limits)
    default:
      return (await import('../txt/read-txt.ts')).readTxt(bytes, limits)
  }
}

/** A Word file without a letter may be a scan put into Word: then its pictures are read as pages. */
async function readWordFile(
  bytes: Uint8Array,
  { limits, recognisers }: Pick<ReadOrder, 'limits' | 'recognisers'>,
  report: Report,
): Promise<SourceText> {
  try {
    return await (await import('../docx/read-docx.ts')).readDocx(bytes, limits)
  } catch (error) {
    if (!(error instanceof Unreadable) || error.code !== 'no-text') throw error
    const pictures = await (await import('../docx/pictures.ts')).picturesOfDocx(bytes, limits)
    if (pictures.length === 0) throw error
    return (await import('../images/read-images.ts')).readImages(pictures, limits, { recognisers, report })
  }
}
