import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type pg from 'pg'
import { openPool } from '../db/database.ts'
import { knownMigrations } from '../db/migrate.ts'
import { type Binaries, binariesFor, reachable } from '../db/postgres/binaries.ts'
import { growing, leftovers, majorOf, oldCluster, replaceCluster } from '../db/postgres/converted-cluster.ts'
import { createCluster, removeStaleParts } from '../db/postgres/create-cluster.ts'
import { findLivingServer } from '../db/postgres/living-server.ts'
import { findOldBinaries } from '../db/postgres/old-binaries.ts'
import { hasOtherSessions } from '../db/postgres/other-sessions.ts'
import { type Places, preparePlaces } from '../db/postgres/places.ts'
import { startOn } from '../db/postgres/start-postgres.ts'
import { DatabaseTrouble } from '../db/postgres/trouble.ts'
import type { Files } from '../files/files.ts'
import { backUpBefore } from './bring-up-to-date.ts'
import { openBackup } from './open-backup.ts'
import { restoreBackup } from './restore-backup.ts'

export interface ConvertOptions {
  readonly dataFolder: string
  readonly stateFolder: string
  readonly backupFolder: string
  readonly filesFolder: string
  readonly files: Files
  readonly version: string
  readonly now: () => Date
  /** Where the person says that the old programs are. */
  readonly from: string | null
}

export interface Converted {
  readonly fromMajor: string
  readonly toMajor: string
  readonly rows: number
  /** The archive of everything, made before. */
  readonly backup: string
  /** The data directory as it was. */
  readonly old: string
}

/** The least that every version understands: what tunes the server is of no use while it is read once. */
const PLAIN = { lc_messages: 'C', timezone: 'Asia/Ho_Chi_Minh', log_error_verbosity: 'terse' }

/**
 * Converts the data folder's database to the PostgreSQL of this program: starts the old one with its own programs, writes an archive, fills a new data
 * directory from it beside the old one, and puts it in its place when it is whole. The old directory stays. Null when nothing is to be done. Throws
 * `DatabaseTrouble` (`other-version` when the old programs are nowhere) and `BackupTrouble`; whatever happens before the last step, nothing has changed.
 */
export async function convertPostgres(options: ConvertOptions): Promise<Converted | null> {
  const places = await preparePlaces(options.dataFolder, options.stateFolder)
  const ours = await binariesFor(places.account, options.stateFolder)
  if (!existsSync(places.cluster)) return null
  const major = await majorOf(places.cluster)
  if (major === ours.major) return null
  const found = await findOldBinaries(major, options)
  if (!found) throw new DatabaseTrouble('no-old-binaries', { folder: places.cluster, found: major, wanted: ours.major })
  const theirs = await reachable(found, places.account, options.stateFolder)
  await removeLeftovers(places, ours)
  const backup = await withPool(places, theirs, (pool) => backedUp(pool, options, ours.major))
  const rows = await fillNew({ ...places, cluster: growing(places) }, ours, backup, options)
  await replaceCluster(places, major)
  return { fromMajor: major, toMajor: ours.major, rows, backup, old: oldCluster(places, major) }
}

/** A conversion that was killed may have left its server running on what it was filling. */
async function removeLeftovers(places: Places, ours: Binaries): Promise<void> {
  await removeStaleParts(places)
  for (const cluster of leftovers(places)) {
    if (findLivingServer(cluster)) await (await startOn({ ...places, cluster }, ours, {})).stop()
    await rm(cluster, { recursive: true })
  }
}

async function withPool<T>(places: Places, binaries: Binaries, use: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const server = await startOn(places, binaries, { settings: PLAIN })
  const pool = openPool({ ...server.connection, application_name: 'lantoa-upgrade' }, () => undefined)
  let isOthers = false
  try {
    isOthers = server.adopted && (await hasOtherSessions(pool))
    if (isOthers) throw new DatabaseTrouble('already-serving', { folder: places.cluster })
    return await use(pool)
  } finally {
    await pool.end()
    if (!isOthers) await server.stop()
  }
}

async function backedUp(pool: pg.Pool, options: ConvertOptions, toMajor: string): Promise<string> {
  const { files, version, now, backupFolder } = options
  return backUpBefore({ pool, files, version, now }, backupFolder, `postgresql-${toMajor}`)
}

async function fillNew(places: Places, ours: Binaries, path: string, { filesFolder }: ConvertOptions): Promise<number> {
  await createCluster(places, ours)
  const known = (await knownMigrations()).map(({ name }) => name)
  const backup = await openBackup(path)
  try {
    const target = { filesFolder, known, filesAreThere: true }
    const { tables } = await withPool(places, ours, (pool) => restoreBackup(backup, { ...target, pool }))
    return tables.reduce((sum, table) => sum + table.rows, 0)
  } finally {
    backup.close()
  }
}
