import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stream, writePdf } from '../../../scripts/scanner/write-pdf.ts'
import { paragraph, pdfFile } from '../../../test/builders/pdf-file.ts'
import { filledLines } from '../../../test/source-text-problems.ts'
import { defaultLimits, type ReadingLimits } from './limits.ts'
import { type ReadProgress, readDocument } from './read-document.ts'
import { Unreadable } from './unreadable.ts'

const MIB = 1024 * 1024
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantoa-reading-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function put(name: string, bytes: string | Uint8Array): Promise<{ path: string; name: string }> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return { path, name }
}

const limits = (some: Partial<ReadingLimits>): ReadingLimits => ({ ...defaultLimits, ...some })

async function complaint(reading: Promise<unknown>): Promise<string> {
  const outcome = await reading.catch((error: unknown) => error)
  return outcome instanceof Unreadable ? outcome.code : `not refused: ${String(outcome)}`
}

/** A PNG of one colour that unpacks to `side` × `side` pixels of four bytes. */
function pngBomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((side * 4 + 1) * side), { level: 1 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A PDF page that draws a form of forms of forms …: ten times ten times ten. */
function endlessPdf(): Buffer {
  const depth = 12
  const forms = Array.from({ length: depth }, (_, index) => {
    const next = index === depth - 1 ? '' : `/Resources << /XObject << /X ${6 + index} 0 R >> >>`
    return stream(`/Type /XObject /Subtype /Form /BBox [0 0 10 10] ${next}`, '/X Do '.repeat(next === '' ? 0 : 10))
  })
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
    stream('', '/X Do'),
    ...forms,
  ])
}

const words = ['Thực hiện Kế hoạch của Ủy ban nhân dân xã', 'về nhân rộng điển hình tiên tiến.']

describe('reading in a process of its own', { timeout: 120_000 }, () => {
  test('gives the text, and tells of every page', async () => {
    const page = { texts: paragraph(words, 100) }
    const file = await put('ke-hoach.pdf', pdfFile({ pages: [page, page] }))
    const told: ReadProgress[] = []
    const source = await readDocument({ files: [file] }, { onProgress: (progress) => told.push(progress) })
    expect(filledLines(source)).toEqual([...words, ...words])
    expect(told).toEqual([
      { page: 1, pages: 2, step: 'text' },
      { page: 2, pages: 2, step: 'text' },
    ])
  })

  test('says what is wrong with a file that is none, or not what its name says', async () => {
    expect(await complaint(readDocument({ files: [await put('trong.pdf', '')] }))).toBe('empty')
    expect(await complaint(readDocument({ files: [await put('chu.pdf', 'Kế hoạch')] }))).toBe('wrong-kind')
    expect(await complaint(readDocument({ files: [await put('may.exe', 'MZ\0\0\u0001\u0002\u0003')] }))).toBe(
      'unsupported',
    )
    const big = await put('lon.txt', 'Kế hoạch '.repeat(1_000))
    expect(await complaint(readDocument({ files: [big], limits: limits({ maxBytes: 100 }) }))).toBe('too-large')
    expect(await complaint(readDocument({ files: [] }))).toBe('empty')
  })

  test('joins several files of one document in their order', async () => {
    const files = [await put('1.txt', 'Phần một\n'), await put('2.txt', 'Phần hai\n')]
    const source = await readDocument({ files })
    expect(source.text.split('\f').map((part) => part.trim())).toEqual(['Phần một', 'Phần hai'])
  })

  test('stops when it is told to, at once or in the middle', async () => {
    const file = await put('vo-tan.pdf', endlessPdf())
    expect(await complaint(readDocument({ files: [file] }, { signal: AbortSignal.abort() }))).toBe('cancelled')
    const stop = new AbortController()
    const started = performance.now()
    const reading = readDocument({ files: [file] }, { signal: stop.signal, onProgress: () => stop.abort() })
    expect(await complaint(reading)).toBe('cancelled')
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('ends a page without end after the time a page may take, and a document after its time', async () => {
    const file = await put('vo-tan.pdf', endlessPdf())
    const request = { files: [file] }
    expect(await complaint(readDocument({ ...request, limits: limits({ maxPageMilliseconds: 1_500 }) }))).toBe(
      'too-slow',
    )
    expect(await complaint(readDocument({ ...request, limits: limits({ maxMilliseconds: 1_500 }) }))).toBe('too-slow')
  })

  test('refuses a picture beyond the pixels allowed, and ends one that fills the memory', async () => {
    const file = await put('bom.png', pngBomb(7_000))
    const strict = limits({ maxPixels: 40_000_000 })
    expect(await complaint(readDocument({ files: [file], limits: strict }))).toBe('too-much-memory')
    const loose = limits({ maxPixels: 1e9, maxMemoryBytes: 200 * MIB })
    expect(await complaint(readDocument({ files: [file], limits: loose }))).toBe('too-much-memory')
  })

  test('goes on with other documents while one is ended', async () => {
    const good = await put('tot.txt', 'Kế hoạch nhân rộng điển hình tiên tiến')
    const bad = await put('vo-tan.pdf', endlessPdf())
    const [ended, read] = await Promise.all([
      complaint(readDocument({ files: [bad], limits: limits({ maxMilliseconds: 1_500 }) })),
      readDocument({ files: [good] }),
    ])
    expect(ended).toBe('too-slow')
    expect(read.text.trim()).toBe('Kế hoạch nhân rộng điển hình tiên tiến')
  })

  test('says that a picture without a page of text is no document', async () => {
    const canvas = createCanvas(700, 500)
    const pen = canvas.getContext('2d')
    pen.fillStyle = '#9bd'
    pen.fillRect(0, 0, 700, 500)
    pen.fillStyle = '#a63'
    for (const [x, y, radius] of [
      [350, 300, 120],
      [350, 150, 70],
      [300, 90, 25],
      [400, 90, 25],
    ] as const) {
      pen.beginPath()
      pen.arc(x, y, radius, 0, 2 * Math.PI)
      pen.fill()
    }
    const file = await put('meo.jpg', await canvas.encode('jpeg', 85))
    expect(await complaint(readDocument({ files: [file] }))).toBe('not-a-document')
  })
})
