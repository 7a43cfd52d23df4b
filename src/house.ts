import { join } from 'node:path'
import type pg from 'pg'
import type { Config } from './config.ts'
import type { Chance, Clock, Context } from './context.ts'
import type { Actor } from './core/reach.ts'
import { bringUpToDate } from './platform/backup/bring-up-to-date.ts'
import { finishRestore } from './platform/backup/finish-restore.ts'
import { type Connection, openDatabase, openPool } from './platform/db/database.ts'
import { type News, openNews } from './platform/db/news.ts'
import { type RunningPostgres, startPostgres } from './platform/db/postgres/start-postgres.ts'
import { DatabaseTrouble } from './platform/db/postgres/trouble.ts'
import { openWall, type Wall } from './platform/db/wall.ts'
import { folderFiles } from './platform/files/folder-files.ts'
import type { Log } from './platform/log.ts'
import { openMail } from './platform/mail/mail.ts'
import { VERSION } from './platform/version.ts'

/** A context before it is known who acts. */
export type HouseContext = Omit<Context, 'actor' | 'event'>

export interface House {
  readonly context: HouseContext
  readonly pool: pg.Pool
  readonly news: News
  /** The connections of people, behind row-level security; null where the database's account may not have them. */
  readonly wall: Wall | null
  /** Null with a `DATABASE_URL`. */
  readonly postgres: RunningPostgres | null
  close(): Promise<void>
}

export interface HouseParts {
  readonly config: Config
  readonly log: Log
  readonly clock: Clock
  readonly chance: Chance
}

/** The name that the one process serving a data folder holds. */
const SERVING = 'the house is served'

/**
 * Opens the database (our own, or `DATABASE_URL`), brings its schema up to date and opens the file store. Of our own database
 * one process at a time may be in charge: a second one throws `DatabaseTrouble` `already-serving` and leaves the first alone.
 */
export async function openHouse(parts: HouseParts): Promise<House> {
  const { config, log, chance } = parts
  const own = config.databaseUrl === null ? new OwnServer(config) : null
  const connection = own ? await own.start() : { connectionString: config.databaseUrl ?? '' }
  const news = await connect(openNews({ connection, log, ...(own && { onLost: () => own.revive() }) }), config)
  try {
    if (own && !(await news.hold(SERVING))) throw new DatabaseTrouble('already-serving', { folder: config.dataFolder })
  } catch (error) {
    await news.close()
    throw error
  }
  const pool = openPool(connection, (error) => log.warn('a connection to the database broke', { error }))
  let wall: Wall | null = null
  const close = async () => {
    await news.close()
    await wall?.close()
    await pool.end()
    await own?.running?.stop()
  }
  const filesFolder = join(config.dataFolder, 'files')
  const files = folderFiles(filesFolder, () => chance.id())
  try {
    const left = await finishRestore(pool, filesFolder)
    if (left !== null) log.warn('a restore had been cut off', { files: left })
    const source = { pool, files, version: VERSION, now: parts.clock.now }
    const { applied, backup } = await bringUpToDate(source, config.backupFolder)
    if (applied.length > 0) log.info('migrated', { applied, backup })
    wall = await openWall(connection, log)
  } catch (error) {
    await close()
    throw error
  }
  const { smtpUrl, mailFrom: from, mailFolder: folder } = config
  const mail = openMail({ smtpUrl, from, folder }, () => chance.id())
  return {
    context: { ...parts, db: openDatabase(pool), files, mail },
    pool,
    news,
    wall,
    postgres: own?.running ?? null,
    close,
  }
}

/** The context of one actor; the route or job says which journal event it owes. */
export function contextOf(context: HouseContext, actor: Actor): Context {
  return { ...context, actor, event: null }
}

class OwnServer {
  readonly #config: Config
  running: RunningPostgres | undefined

  constructor(config: Config) {
    this.#config = config
  }

  async start(): Promise<Connection> {
    const { dataFolder, stateFolder } = this.#config
    this.running = await startPostgres({ dataFolder, stateFolder, port: this.running?.connection.port })
    return this.running.connection
  }

  async revive(): Promise<void> {
    await this.start()
  }
}

/** A `DATABASE_URL` that nobody answers is the officer's to mend. */
async function connect(news: Promise<News>, config: Config): Promise<News> {
  try {
    return await news
  } catch (error) {
    if (config.databaseUrl === null) throw error
    throw new DatabaseTrouble('unreachable', { reason: (error as Error).message }, error)
  }
}
