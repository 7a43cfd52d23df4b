import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import { openPool } from '../platform/db/database.ts'
import { hasOtherSessions } from '../platform/db/postgres/other-sessions.ts'
import { type RunningPostgres, startPostgres } from '../platform/db/postgres/start-postgres.ts'

/** What the mark of demonstration data says while it is being filled. */
export const FILLING = 'filling\n'

/** Removes demonstration data that a killed process left half-filled, so that it is filled anew; one that is being filled just now stays. */
export async function clearHalfDemo({ dataFolder, stateFolder }: Config, mark: string): Promise<void> {
  const said = await readFile(join(dataFolder, mark), 'utf8').catch(() => '')
  if (said !== FILLING) return
  const server = await startPostgres({ dataFolder, stateFolder })
  if (server.adopted && (await isFilling(server))) return
  await server.stop()
  const home = dirname(server.cluster)
  const ours = ['postgres.password', 'postgres.location', 'files', 'backups', mark].map((name) =>
    join(dataFolder, name),
  )
  for (const path of [home, ...ours]) await rm(path, { recursive: true, force: true })
}

async function isFilling({ connection }: RunningPostgres): Promise<boolean> {
  const pool = openPool({ ...connection, application_name: 'lantoa-demo' }, () => undefined)
  try {
    return await hasOtherSessions(pool)
  } finally {
    await pool.end()
  }
}
