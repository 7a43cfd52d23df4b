import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { BackupTrouble, fileEntry, MANIFEST_ENTRY, Manifest, tableEntry } from './manifest.ts'

export interface OpenBackup {
  readonly manifest: Manifest
  read(entry: string): Promise<Readable>
  close(): void
}

const LONGEST_MANIFEST = 256 * 1024 * 1024

/** Opens an archive and reads its manifest; nothing else is believed before `checkBackup` has read it. Throws `BackupTrouble`. */
export async function openBackup(path: string): Promise<OpenBackup> {
  if (!existsSync(path)) throw new BackupTrouble('no-such-file', { file: path })
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error) => {
    throw new BackupTrouble('not-a-backup', { file: path }, error)
  })
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    const manifest = Manifest.parse(JSON.parse(await readText(zip, entries.get(MANIFEST_ENTRY))))
    return { manifest, read: (name) => readEntry(zip, entries.get(name), name), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error instanceof BackupTrouble ? error : new BackupTrouble('not-a-backup', { file: path }, error)
  }
}

async function readEntry(zip: ZipFile, entry: Entry | undefined, name: string): Promise<Readable> {
  if (!entry) throw new BackupTrouble('damaged-backup', { entry: name })
  return zip.openReadStreamPromise(entry)
}

async function readText(zip: ZipFile, entry: Entry | undefined): Promise<string> {
  if (!entry || entry.uncompressedSize > LONGEST_MANIFEST) throw new BackupTrouble('not-a-backup')
  const pieces: Buffer[] = []
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

/** Reads every table and file of the archive to its end and compares what the manifest says of it. Throws `BackupTrouble`. */
export async function checkBackup({ manifest, read }: OpenBackup): Promise<void> {
  const wanted = [
    ...manifest.tables.map(({ name, sha256 }) => [tableEntry(name), sha256] as const),
    ...manifest.files.map(({ key, sha256 }) => [fileEntry(key), sha256] as const),
  ]
  for (const [entry, sha256] of wanted) {
    const hash = createHash('sha256')
    try {
      for await (const piece of await read(entry)) hash.update(piece as Buffer)
    } catch (error) {
      throw new BackupTrouble('damaged-backup', { entry }, error)
    }
    if (hash.digest('hex') !== sha256) throw new BackupTrouble('damaged-backup', { entry })
  }
}
