import { join } from 'node:path'
import type pg from 'pg'
import { type Config, readConfig } from '../config.ts'
import { systemChance } from '../platform/chance.ts'
import { openPool } from '../platform/db/database.ts'
import { hasOtherSessions } from '../platform/db/postgres/other-sessions.ts'
import { startPostgres } from '../platform/db/postgres/start-postgres.ts'
import type { Files } from '../platform/files/files.ts'
import { folderFiles } from '../platform/files/folder-files.ts'

export interface Visit {
  readonly config: Config
  readonly pool: pg.Pool
  readonly files: Files
  readonly filesFolder: string
}

/**
 * Opens database and files for one command, beside a server that may be running: our own PostgreSQL is used as it runs, or started for the time of the
 * command. The schema is left as it is.
 */
export async function visitHouse<T>(env: NodeJS.ProcessEnv, use: (visit: Visit) => Promise<T>): Promise<T> {
  const config = readConfig(env, process.cwd())
  const { dataFolder, stateFolder, databaseUrl } = config
  const own = databaseUrl === null ? await startPostgres({ dataFolder, stateFolder }) : null
  const connection = own?.connection ?? { connectionString: databaseUrl ?? '' }
  const pool = openPool({ ...connection, application_name: `lantoa-${process.pid}` }, () => undefined)
  const filesFolder = join(dataFolder, 'files')
  const { id } = systemChance(() => new Date())
  try {
    return await use({ config, pool, files: folderFiles(filesFolder, id), filesFolder })
  } finally {
    // One that we found running belongs to somebody, unless whoever started it was killed: then nobody is connected.
    const isNeeded = own?.adopted === true && (await hasOtherSessions(pool).catch(() => true))
    await pool.end()
    if (own && !isNeeded) await own.stop()
  }
}
