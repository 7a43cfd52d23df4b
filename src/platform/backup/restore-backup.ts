import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate } from '../db/migrate.ts'
import { arrivingFolder, finishWithLock, isUsed, putFilesInPlace, restoringAlone } from './finish-restore.ts'
import { BackupTrouble, fileEntry, type Manifest, tableEntry } from './manifest.ts'
import { checkBackup, type OpenBackup } from './open-backup.ts'
import { listTables, quoted, quotedList } from './tables.ts'

export interface RestoreTarget {
  readonly pool: pg.Pool
  /** The folder of the file store: must be empty or absent. */
  readonly filesFolder: string
  /** Names of the migrations that this version of the program knows. */
  readonly known: readonly string[]
  /** The database alone is made anew, the files stay where they are: a conversion to another PostgreSQL. */
  readonly filesAreThere?: boolean
}

/**
 * Puts a backup back into an empty house: checks the whole archive first, brings the schema to where the backup was, loads everything in one
 * transaction, then brings the schema to today. Whatever goes wrong, the house is as empty as before; when the process is killed, `finishRestore` sees
 * to that at the next start. Throws `BackupTrouble`.
 */
export async function restoreBackup(backup: OpenBackup, target: RestoreTarget): Promise<Manifest> {
  const { manifest } = backup
  const last = manifest.migrations.at(-1) ?? ''
  if (!manifest.migrations.every((name) => target.known.includes(name)))
    throw new BackupTrouble('newer-backup', { migration: last })
  await checkBackup(backup)
  await restoringAlone(target.pool, async (client) => {
    await finishWithLock(client, target.filesFolder)
    await refuseFilledHouse(target)
    await migrate(target.pool, last)
    const arriving = arrivingFolder(target.filesFolder)
    try {
      if (!target.filesAreThere) for (const { key } of manifest.files) await unpackFile(backup, key, arriving)
      await loadTables(backup, client)
    } catch (error) {
      await rm(arriving, { recursive: true, force: true })
      throw error
    }
    await putFilesInPlace(target.filesFolder)
  })
  await migrate(target.pool)
  return manifest
}

/** Overwriting is for people to decide: they remove the old data folder, or name another. */
async function refuseFilledHouse({ pool, filesFolder, filesAreThere = false }: RestoreTarget): Promise<void> {
  const names = filesAreThere ? [] : await readdir(filesFolder, { recursive: true }).catch(() => [])
  const hasFiles = names.some((name) => name !== 'arriving')
  if (hasFiles || (await isUsed(pool))) throw new BackupTrouble('house-not-empty')
}

async function unpackFile(backup: OpenBackup, key: string, folder: string): Promise<void> {
  if (!/^[0-9a-z]+\/[0-9a-z-]+$/.test(key)) throw new BackupTrouble('damaged-backup', { entry: key })
  const path = join(folder, key)
  await mkdir(dirname(path), { recursive: true })
  await pipeline(await backup.read(fileEntry(key)), createWriteStream(path, { flags: 'wx', flush: true }))
}

/** With the commit the house is restored; everything that follows the next start can do as well. */
async function loadTables(backup: OpenBackup, client: pg.PoolClient): Promise<void> {
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    const tables = await listTables(client)
    const names = quotedList(tables.map(({ name }) => name))
    await client.query(`truncate ${names}`)
    // Rows made by triggers are in the backup themselves.
    for (const { name } of tables) await client.query(`alter table ${quoted(name)} disable trigger user`)
    for (const table of backup.manifest.tables) await loadTable(client, backup, table)
    for (const { name } of tables) await client.query(`alter table ${quoted(name)} enable trigger user`)
    await continueSequences(client)
    await enqueueAgain(client, backup.manifest)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function loadTable(client: pg.PoolClient, backup: OpenBackup, table: Manifest['tables'][number]): Promise<void> {
  const into = client.query(copyFrom(`copy ${quoted(table.name)} (${quotedList(table.columns)}) from stdin`))
  await pipeline(await backup.read(tableEntry(table.name)), into)
  if (into.rowCount !== table.rows) throw new BackupTrouble('damaged-backup', { entry: tableEntry(table.name) })
}

/** Numbers given out after the restore follow those that were given out before the backup. */
async function continueSequences(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and a.attidentity <> '' and not a.attisdropped`)
  for (const { table, column } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), greatest(1, (select coalesce(max(${quoted(column)}), 1) from ${quoted(table)})))`,
      [quoted(table), column],
    )
  }
}

async function enqueueAgain(client: pg.PoolClient, { jobs }: Manifest): Promise<void> {
  for (const { id, name, payload, attempts } of jobs) {
    await client.query("update job set state = 'waiting', started_at = null where id = $1", [id])
    await client.query(
      'select graphile_worker.add_job(identifier => $1::text, payload => $2::json, max_attempts => $3::integer, job_key => $4::text)',
      [name, JSON.stringify(payload), attempts, id],
    )
  }
}
