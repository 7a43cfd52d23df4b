import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { Refusal } from '../../core/problem.ts'
import type { Files } from './files.ts'

/** Where files lie until they are whole. */
const ARRIVING = 'arriving'

/** Keeps files in a folder of this computer, named by `newId`. */
export function folderFiles(folder: string, newId: () => string): Files {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  return {
    async keep(content, limit) {
      const id = newId()
      const part = `${ARRIVING}/${id}`
      const measure = new Measure(limit)
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await mkdir(join(folder, ARRIVING), { recursive: true })
        await writeThrough(content, measure, join(folder, part))
        const key = keyFor(id)
        await disk.move(part, key)
        await syncFolder(dirname(join(folder, key)))
        return { key, size: measure.size, sha256: measure.sha256() }
      } catch (error) {
        content.destroy()
        await rm(join(folder, part), { force: true })
        throw error
      }
    },
    read: (key) => disk.getStream(key),
    withLocalPath: (key, use) => use(join(folder, key)),
    remove: (key) => disk.delete(key),
  }
}

/** Removes uploads that a killed process left unfinished: nothing has been written to them since `before`. Returns how many. */
export async function removeBrokenOff(folder: string, before: Date): Promise<number> {
  const arriving = join(folder, ARRIVING)
  const names = await readdir(arriving).catch(() => [])
  let removed = 0
  for (const name of names) {
    const found = await stat(join(arriving, name)).catch(() => null)
    if (!found || found.mtime > before) continue
    await rm(join(arriving, name), { force: true })
    removed += 1
  }
  return removed
}

/**
 * Writes what arrives and waits until it is on the disk: the row that names the file commits afterwards, and a power cut must
 * not leave a row without its file.
 */
async function writeThrough(content: Readable, measure: Measure, path: string): Promise<void> {
  const handle = await open(path, 'wx')
  await pipeline(content, measure, handle.createWriteStream({ flush: true }))
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
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
    if (this.size > this.#limit) done(new Refusal('too-large'))
    else done(null, piece)
  }

  sha256(): string {
    return this.#hash.digest('hex')
  }
}
