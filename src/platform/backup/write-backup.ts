import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import yazl from 'yazl'
import type { Files } from '../files/files.ts'
import { BackupTrouble, fileEntry, MANIFEST_ENTRY, type Manifest, tableEntry } from './manifest.ts'
import { partOf, removeStaleParts } from './stale-parts.ts'
import { listTables, quoted, quotedList, type StoredTable } from './tables.ts'

export interface BackupSource {
  readonly pool: pg.Pool
  readonly files: Files
  readonly version: string
  readonly now: () => Date
}

type TableRow = Manifest['tables'][number]

/**
 * Writes everything into one archive while the product goes on: the tables as of one instant, and every file that they name. The archive
 * appears under its name only when it is whole and on the disk. Throws `BackupTrouble`.
 */
export async function writeBackup(source: BackupSource, path: string): Promise<Manifest> {
  const target = resolve(path)
  if (existsSync(target)) throw new BackupTrouble('file-exists', { file: target })
  await mkdir(dirname(target), { recursive: true })
  await removeStaleParts(dirname(target), source.now(), target)
  const part = partOf(target)
  const client = await source.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local statement_timeout = 0')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    const manifest = await writeArchive(source, client, part)
    await client.query('commit')
    if (existsSync(target)) throw new BackupTrouble('file-exists', { file: target })
    await rename(part, target)
    client.release()
    return manifest
  } catch (error) {
    // A table may still be on its way out: the connection is of no more use.
    client.release(true)
    await rm(part, { force: true })
    throw error
  }
}

async function writeArchive(source: BackupSource, client: pg.PoolClient, part: string): Promise<Manifest> {
  const zip = new yazl.ZipFile()
  const written = pipeline(zip.outputStream, createWriteStream(part, { flags: 'wx', flush: true }))
  const work = fillArchive(source, client, zip)
  // Whichever fails first ends the other: a full disk must not leave the tables waiting for a reader.
  written.catch(() => zip.outputStream.unpipe())
  const [manifest] = await Promise.all([work, written])
  const handle = await open(part, 'r')
  await handle.sync()
  await handle.close()
  return manifest
}

async function fillArchive(source: BackupSource, client: pg.PoolClient, zip: yazl.ZipFile): Promise<Manifest> {
  const tables: TableRow[] = []
  const stored = await listTables(client)
  for (const table of stored) tables.push(await addTable(client, zip, table))
  const files = await listFiles(client, stored)
  for (const { key } of files) await addFile(zip, source.files, key)
  const { rows: migrations } = await client.query<{ name: string }>('select name from migration order by name')
  const manifest: Manifest = {
    format: 1,
    madeAt: source.now().toISOString(),
    version: source.version,
    migrations: migrations.map(({ name }) => name),
    tables,
    files,
    jobs: await listJobs(client),
  }
  zip.addBuffer(Buffer.from(JSON.stringify(manifest, undefined, 1)), MANIFEST_ENTRY, { mtime: new Date(0) })
  zip.end()
  return manifest
}

async function addTable(client: pg.PoolClient, zip: yazl.ZipFile, table: StoredTable): Promise<TableRow> {
  const { name, columns, order } = table
  const query = `copy (select ${quotedList(columns)} from ${quoted(name)} order by ${quotedList(order)}) to stdout`
  const measure = new Measure()
  const rows = client.query(copyTo(query))
  await addStream(zip, tableEntry(name), rows.on('error', (error) => measure.destroy(error)).pipe(measure))
  return { name, columns: [...columns], rows: measure.lines, sha256: measure.sha256() }
}

/** Resolves when the entry has been read to its end: one after another, so that memory stays small. */
async function addStream(zip: yazl.ZipFile, entry: string, content: Readable): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  content.once('end', resolve).once('error', reject)
  zip.addReadStream(content, entry, { mtime: new Date(0) })
  await promise
}

async function addFile(zip: yazl.ZipFile, files: Files, key: string): Promise<void> {
  try {
    await addStream(zip, fileEntry(key), await files.read(key))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error
    throw new BackupTrouble('file-lost', { file: key }, error)
  }
}

/** Every file that any row names: a table that keeps files says so by its columns. */
async function listFiles(client: pg.PoolClient, tables: readonly StoredTable[]): Promise<Manifest['files']> {
  const keeping = tables.filter(({ columns }) => columns.includes('file_key'))
  const parts = keeping.map(({ name }) => `select file_key as key, size, sha256 from ${quoted(name)}`)
  if (parts.length === 0) return []
  const { rows } = await client.query<{ key: string; size: number; sha256: string }>(
    `select * from (${parts.join(' union ')}) as kept order by key collate "C"`,
  )
  return rows
}

async function listJobs(client: pg.PoolClient): Promise<Manifest['jobs']> {
  const { rows } = await client.query<Manifest['jobs'][number]>(`
    select j.key as id, t.identifier as name, j.payload, j.max_attempts as attempts
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.key is not null order by j.id`)
  return rows
}

class Measure extends Transform {
  readonly #hash = createHash('sha256')
  lines = 0

  override _transform(piece: Buffer, _: BufferEncoding, done: (error: Error | null, piece: Buffer) => void): void {
    this.#hash.update(piece)
    // In the text format of COPY a line end inside a value is written as \n: every real one ends a row.
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) this.lines += 1
    done(null, piece)
  }

  sha256(): string {
    return this.#hash.digest('hex')
  }
}
