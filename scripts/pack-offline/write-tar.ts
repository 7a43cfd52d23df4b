// cspell:ignore ustar (the format's own name)
import { createReadStream } from 'node:fs'
import type { PackedFile } from './choose-files.ts'

const BLOCK = 512

interface Head {
  readonly name: string
  readonly mode: number
  readonly size: number
  readonly type: '0' | '2' | 'x'
  readonly link?: string
}

/**
 * A tar archive (POSIX ustar, long names as pax) piece by piece: the same bytes for the same files, whoever packs them and when. `at`: seconds that
 * every file is dated with. `folder` stands before every name.
 */
export async function* writeTar(files: readonly PackedFile[], folder: string, at: number): AsyncGenerator<Buffer> {
  for (const { path, content, isProgram, size } of files) {
    const mode = isProgram ? 0o755 : 0o644
    const name = `${folder}/${path}`
    if ('link' in content) {
      yield* heads({ name, mode: 0o777, size: 0, type: '2', link: content.link }, at)
      continue
    }
    yield* heads({ name, mode, size, type: '0' }, at)
    let written = 0
    for await (const piece of 'text' in content ? [Buffer.from(content.text)] : createReadStream(content.file)) {
      written += (piece as Buffer).length
      yield piece as Buffer
    }
    if (written !== size) throw new Error(`${path} changed while it was packed`)
    yield Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)
  }
  yield Buffer.alloc(2 * BLOCK)
}

function* heads(head: Head, at: number): Generator<Buffer> {
  const parts = fitted(head.name)
  if (parts && Buffer.byteLength(head.link ?? '') <= 100) {
    yield block({ ...head, ...parts }, at)
    return
  }
  const records = Buffer.concat([record('path', head.name), ...(head.link ? [record('linkpath', head.link)] : [])])
  yield block({ name: 'pax', prefix: '', mode: 0o644, size: records.length, type: 'x' }, at)
  yield Buffer.concat([records, Buffer.alloc((BLOCK - (records.length % BLOCK)) % BLOCK)])
  yield block({ ...head, name: 'long-name', prefix: '', link: '' }, at)
}

/** A name of at most 100 bytes, or cut at a slash into at most 155 and 100. */
function fitted(name: string): { readonly name: string; readonly prefix: string } | undefined {
  if (Buffer.byteLength(name) <= 100) return { name, prefix: '' }
  for (let cut = name.indexOf('/'); cut > 0; cut = name.indexOf('/', cut + 1)) {
    const [prefix, rest] = [name.slice(0, cut), name.slice(cut + 1)]
    if (Buffer.byteLength(rest) <= 100 && Buffer.byteLength(prefix) <= 155) return { name: rest, prefix }
  }
  return undefined
}

/** `27 path=…`: the length counts itself. */
function record(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`)
  const digits = String(rest + String(rest).length).length
  return Buffer.from(`${rest + digits} ${key}=${value}\n`)
}

function block({ name, prefix, mode, size, type, link = '' }: Head & { readonly prefix: string }, at: number): Buffer {
  const head = Buffer.alloc(BLOCK)
  const octal = (value: number, from: number, length: number) =>
    head.write(`${value.toString(8).padStart(length - 1, '0')}\0`, from)
  head.write(name, 0)
  octal(mode, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(at, 136, 12)
  head.write('        ', 148)
  head.write(type, 156)
  head.write(link, 157)
  head.write('ustar\0' + '00', 257)
  head.write(prefix, 345)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return head
}
