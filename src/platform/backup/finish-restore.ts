import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type pg from 'pg'
import { BackupTrouble } from './manifest.ts'

const LOCK_NOT_AVAILABLE = '55P03'

/** Where the files of a restore lie until its data is committed. */
export const arrivingFolder = (filesFolder: string) => `${filesFolder}.arriving`

/** Is there a journal entry? Whoever has claimed the house has written one. */
export async function isUsed(client: pg.Pool | pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>("select to_regclass('public.history') is not null as exists")
  return rows[0]?.exists === true && ((await client.query('select from history limit 1')).rowCount ?? 0) > 0
}

/**
 * Ends what a killed restore has left: its files get their place when its data was committed (they were whole before that), otherwise they go and the
 * house is as empty as before. Null when there is nothing to end. Throws `BackupTrouble` `restore-running` while one is going on.
 */
export async function finishRestore(pool: pg.Pool, filesFolder: string): Promise<'placed' | 'removed' | null> {
  if (!existsSync(arrivingFolder(filesFolder))) return null
  return restoringAlone(pool, (client) => finishWithLock(client, filesFolder))
}

export async function finishWithLock(client: pg.ClientBase, filesFolder: string): Promise<'placed' | 'removed' | null> {
  if (!existsSync(arrivingFolder(filesFolder))) return null
  if (await isUsed(client)) {
    await putFilesInPlace(filesFolder)
    return 'placed'
  }
  await rm(arrivingFolder(filesFolder), { recursive: true, force: true })
  return 'removed'
}

/**
 * One restore at a time; the lock goes with the connection, however the process ends. The database notices a moment later that a connection is
 * gone, so a restore that has just ended is waited for.
 */
export async function restoringAlone<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query("set lock_timeout = '3s'")
    await client.query("select pg_advisory_lock(hashtextextended('the house is restored', 0))").catch(stillHeld)
    await client.query('reset lock_timeout')
    return await work(client)
  } finally {
    client.release(true)
  }
}

function stillHeld(error: unknown): never {
  throw error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE
    ? new BackupTrouble('restore-running')
    : error
}

/** In one step where the file system can; else one by one, and again from the beginning when that is cut off. */
export async function putFilesInPlace(filesFolder: string): Promise<void> {
  const arriving = arrivingFolder(filesFolder)
  if (!existsSync(arriving)) return
  await rm(join(filesFolder, 'arriving'), { recursive: true, force: true })
  await rename(arriving, filesFolder).catch(() => copyOver(arriving, filesFolder))
}

/** The folder of files may be a disk of its own, and Windows renames onto nothing that exists. */
async function copyOver(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const target = join(to, relative(from, path))
    await mkdir(dirname(target), { recursive: true })
    await copyFile(path, target)
  }
  await rm(from, { recursive: true, force: true })
}
