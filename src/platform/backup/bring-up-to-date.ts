import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '../db/migrate.ts'
import { SchemaTrouble } from '../db/schema-trouble.ts'
import { isUsed } from './finish-restore.ts'
import { type BackupSource, writeBackup } from './write-backup.ts'

const BEFORE = 'lantoa-before-'
/** Copies made before upgrades that are kept. */
const KEPT = 5

export interface UpToDate {
  /** The migrations that were missing. */
  readonly applied: readonly string[]
  /** The copy made before them; null when nothing was missing, or there was nothing to lose. */
  readonly backup: string | null
}

/**
 * Brings the schema up to date. Before a house that holds something is touched, a copy of it as it was is written into `folder`: with that one and the
 * older program people can go back. Throws `SchemaTrouble`, and `BackupTrouble` when the copy cannot be made: then nothing has been touched.
 */
export async function bringUpToDate(source: BackupSource, folder: string): Promise<UpToDate> {
  let backup: string | null = null
  const backUpFirst = async ([first = '']: readonly string[]) => {
    if (!(await isUsed(source.pool))) return
    backup = await backUpBefore(source, folder, first.slice(0, 4))
  }
  try {
    return { applied: await migrate(source.pool, undefined, backUpFirst), backup }
  } catch (error) {
    if (error instanceof SchemaTrouble && error.code === 'migration-failed')
      throw new SchemaTrouble(error.code, error.migration, { backup: backup ?? '', cause: error.cause })
    throw error
  }
}

/** Writes a copy that is named by what is about to change, and lets the oldest of its kind go. Returns its path. */
export async function backUpBefore(source: BackupSource, folder: string, change: string): Promise<string> {
  const stamp = source.now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  const path = join(folder, `${BEFORE}${change}-${stamp}.lantoa`)
  await writeBackup(source, path)
  const stampOf = (name: string) => /-(\d{8}T\d{6})\.lantoa$/.exec(name)?.[1] ?? ''
  const names = (await readdir(folder)).filter((name) => name.startsWith(BEFORE) && stampOf(name) !== '')
  const old = names.toSorted((a, b) => (stampOf(a) < stampOf(b) ? 1 : -1)).slice(KEPT)
  for (const name of old) await rm(join(folder, name))
  return path
}
