import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { Refusal } from '../../core/problem.ts'
import type { Files } from './files.ts'

/** Keeps files in a folder of this computer, named by `newId`. */
export function folderFiles(folder: string, newId: () => string): Files {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  return {
    async keep(content, limit) {
      const key = keyFor(newId())
      const measure = new Measure(limit)
      try {
        await disk.putStream(key, pour(content, measure))
        await onTheDisk(join(folder, key))
      } catch (error) {
        content.destroy()
        await disk.delete(key)
        throw measure.tooLarge ? new Refusal('too-large') : error
      }
      return { key, size: measure.size, sha256: measure.sha256() }
    },
    read: (key) => disk.getStream(key),
    withLocalPath: (key, use) => use(join(folder, key)),
    remove: (key) => disk.delete(key),
  }
}

/** `019ab/019ab1c2-…`: the first five digits of an id are its time, so that every three days have a folder of their own. */
function keyFor(id: string): string {
  return `${id.slice(0, 5)}/${id}`
}

/** Counts and hashes what flows through, and breaks off beyond the limit. */
class Measure extends Transform {
  readonly #hash = createHash('sha256')
  readonly #limit: number
  size = 0
  tooLarge = false

  constructor(limit: number) {
    super()
    this.#limit = limit
  }

  override _transform(
    piece: Buffer,
    _encoding: BufferEncoding,
    done: (error: Error | null, data?: Buffer) => void,
  ): void {
    this.size += piece.length
    this.#hash.update(piece)
    this.tooLarge = this.size > this.#limit
    if (this.tooLarge) done(new Error('the file is longer than the limit'))
    else done(null, piece)
  }

  sha256(): string {
    return this.#hash.digest('hex')
  }
}

/** A source that breaks off breaks the store's stream too; `pipe` alone would leave it waiting for ever. */
function pour(content: Readable, measure: Measure): Readable {
  content.once('error', (error) => measure.destroy(error))
  content.once('close', () => {
    if (!content.readableEnded) measure.destroy(new Error('the upload was cut off'))
  })
  return content.pipe(measure)
}

/** The row that names the file commits after this: a power cut must not leave a row without its file. */
async function onTheDisk(path: string): Promise<void> {
  await synced(path)
  if (process.platform !== 'win32') await synced(dirname(path))
}

async function synced(path: string): Promise<void> {
  const handle: FileHandle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
