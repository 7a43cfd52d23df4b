import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy'
import { Refusal } from '../../core/problem.ts'
import type { KeptFile } from '../files/files.ts'
import { CSRF_FIELD, checkToken } from './csrf.ts'
import type { HouseRequest } from './route.ts'

const LONGEST_FORM = 1024 * 1024
const MOST_FIELDS = 1_000

/** The fields of a form without files. Throws `Refusal`: from another site, or longer than 1 MB. */
export async function readForm(c: HouseRequest): Promise<URLSearchParams> {
  const type = c.req.header('content-type') ?? ''
  if (type !== '' && !type.startsWith('application/x-www-form-urlencoded')) throw new Refusal('unsupported-type')
  const fields = new URLSearchParams(await readText(c))
  checkToken(c, fields.get(CSRF_FIELD))
  fields.delete(CSRF_FIELD)
  return fields
}

/** The whole body as text; whether it comes from ours is the caller's to check. Throws `Refusal('too-large')` beyond 1 MB. */
export async function readText(c: HouseRequest): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of bodyOf(c)) {
    size += piece.length
    if (size > LONGEST_FORM) throw new Refusal('too-large')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

export interface UploadedFile {
  /** The field of the form. */
  readonly field: string
  /** What the person's computer calls the file: a name only, never a path. */
  readonly name: string
  readonly kept: KeptFile
}

export interface Upload {
  readonly fields: URLSearchParams
  /** In the order of the form; empty file inputs are left out. */
  readonly files: readonly UploadedFile[]
}

export interface UploadLimits {
  readonly files: number
  /** Bytes of one file, and of the whole form. */
  readonly fileSize: number
  readonly totalSize: number
}

/**
 * Reads a form with files and stores the files while they arrive, never whole in memory. Whatever goes wrong, nothing of it
 * stays in the store. Throws `Refusal`: from another site, too large, too many files (`too-many`), no form with files, or none that can be read.
 */
export async function readUpload(c: HouseRequest, limits: UploadLimits): Promise<Upload> {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw new Refusal('unsupported-type')
  const reading = new UploadReading(c, limits)
  const form = busboyFor(type, limits)
  form.on('field', (name, value, nameIsCut, valueIsCut) => {
    if (nameIsCut || valueIsCut) form.destroy(new Refusal('too-large'))
    else reading.addField(name, value)
  })
  form.on('fieldsLimit', () => form.destroy(new Refusal('too-large')))
  form.on('file', (field, content, name) => reading.addFile(field, content, name, (error) => form.destroy(error)))
  form.on('filesLimit', () => form.destroy(new Refusal('too-large', [], [{ field: 'files', code: 'too-many' }])))
  try {
    await pipeline(bodyOf(c), atMost(limits.totalSize), form)
    return await reading.finish()
  } catch (error) {
    await reading.forget()
    throw isMalformed(error) ? new Refusal('invalid') : error
  }
}

/** The boundary between the parts is the sender's: without one, or with a monstrous one, there is no form to read. */
function busboyFor(type: string, { files }: UploadLimits) {
  const limits = { fields: MOST_FIELDS, fieldSize: LONGEST_FORM, files, headerPairs: 50 }
  try {
    return new Busboy({ headers: { 'content-type': type } as BusboyHeaders, limits })
  } catch {
    throw new Refusal('invalid')
  }
}

function isMalformed(error: unknown): boolean {
  return error instanceof Error && /unexpected end of multipart data/i.test(error.message)
}

class UploadReading {
  readonly #c: HouseRequest
  readonly #limits: UploadLimits
  readonly #fields = new URLSearchParams()
  readonly #contents: BusboyFileStream[] = []
  readonly #files: Promise<UploadedFile | undefined>[] = []

  constructor(c: HouseRequest, limits: UploadLimits) {
    this.#c = c
    this.#limits = limits
  }

  addField(name: string, value: string): void {
    this.#fields.append(name, value)
  }

  addFile(field: string, content: BusboyFileStream, given: string | undefined, fail: (error: Error) => void): void {
    const name = baseName(given ?? '')
    if (name === '') return void content.resume()
    // Whatever befalls it, `keep` or the form itself tells of it.
    this.#contents.push(content.on('error', () => undefined))
    const kept = this.#keep(field, content, name)
    kept.catch(fail)
    this.#files.push(kept)
  }

  async #keep(field: string, content: BusboyFileStream, name: string): Promise<UploadedFile> {
    checkToken(this.#c, this.#fields.get(CSRF_FIELD))
    const kept = await this.#c.var.ctx.files.keep(content, this.#limits.fileSize)
    return { field, name, kept }
  }

  async finish(): Promise<Upload> {
    checkToken(this.#c, this.#fields.get(CSRF_FIELD))
    const files = (await Promise.all(this.#files)).filter((file) => file !== undefined)
    this.#fields.delete(CSRF_FIELD)
    return { fields: this.#fields, files }
  }

  /** Files that will get no end are broken off; those that were stored already go. */
  async forget(): Promise<void> {
    for (const content of this.#contents) content.destroy(new Error('the form broke off'))
    for (const result of await Promise.allSettled(this.#files)) {
      if (result.status === 'fulfilled' && result.value) await this.#c.var.ctx.files.remove(result.value.kept.key)
    }
  }
}

/**
 * Browsers send the name in whatever form the system keeps it: macOS decomposes diacritics, old ones send a whole path. Marks that turn the
 * direction of writing would show `exe.docx` where `xcod.exe` stands.
 */
function baseName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const shown = last.normalize('NFC').replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
  return [...shown.trim()].slice(-200).join('').toWellFormed()
}

function atMost(bytes: number): Transform {
  let left = bytes
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      left -= piece.length
      if (left < 0) done(new Refusal('too-large'))
      else done(null, piece)
    },
  })
}

function bodyOf(c: HouseRequest): Readable {
  const { body } = c.req.raw
  return body ? Readable.fromWeb(body as ReadableStream<Uint8Array>) : Readable.from([])
}
