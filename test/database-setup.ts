import { createHash } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openPool } from '../src/platform/db/database.ts'
import { migrate, readMigrations } from '../src/platform/db/migrate.ts'
import { type RunningPostgres, startPostgres } from '../src/platform/db/postgres/start-postgres.ts'
import { PROJECT_ROOT } from '../src/platform/project-root.ts'
import { inDatabase } from './in-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server for the whole run and the migrated database that every test's own one is copied from. */
    database: { readonly connection: pg.ClientConfig; readonly template: string }
    /** A folder that any account may enter, gone when the run ends: for what is made once and used by many tests. */
    runFolder: string
  }
}

/** One server for the run: DATABASE_URL, else one of our own that is thrown away. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { DATABASE_URL: url } = process.env
  const folder = await mkdtemp(join(tmpdir(), 'lantoa-test-'))
  await chmod(folder, 0o755)
  const own = url ? undefined : await startThrowaway(folder)
  const connection = own ? own.connection : { connectionString: url }
  const template = await makeTemplate(connection)
  project.provide('database', { connection, template })
  project.provide('runFolder', folder)
  return async () => {
    await own?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Tests crash no power supply: what they write need not reach the disk. */
function startThrowaway(folder: string): Promise<RunningPostgres> {
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100' }
  return startPostgres({ dataFolder: join(folder, 'data'), stateFolder: join(folder, 'state'), settings })
}

/** Named by the migrations' content, so that a server that is kept (DATABASE_URL) migrates once a version. */
async function makeTemplate(connection: pg.ClientConfig): Promise<string> {
  const migrations = await readMigrations(join(PROJECT_ROOT, 'migrations'))
  const digest = createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest('hex')
  const template = `lantoa_template_${digest.slice(0, 12)}`
  const client = new pg.Client(connection)
  await client.connect()
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
  if (rowCount === 0) {
    const part = `${template}_part`
    await client.query(`drop database if exists ${part} with (force)`)
    await client.query(`create database ${part} template template0 encoding 'UTF8'`)
    const pool = openPool(inDatabase(connection, part), () => undefined)
    await migrate(pool)
    await pool.end()
    await client.query(`alter database ${part} rename to ${template}`)
  }
  await client.end()
  return template
}
