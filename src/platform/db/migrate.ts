import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations as migrateQueue } from 'graphile-worker'
import type pg from 'pg'
import { quietQueueLog } from '../jobs/queue-log.ts'
import { PROJECT_ROOT } from '../project-root.ts'
import { SchemaTrouble } from './schema-trouble.ts'
import { raiseWall } from './wall.ts'

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

const MIGRATIONS = join(PROJECT_ROOT, 'migrations')
const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/

/** Called with the names that are missing, under the lock, before a schema that exists is changed; when it throws, nothing is. */
type BeforeChange = (missing: readonly string[]) => Promise<void>

/** Any number of ours: who migrates holds this advisory lock, other processes wait. */
const LOCK = 5_177_001

/**
 * Brings the schema up to date, forward only: every migration in a transaction of its own, once, in the order of its number.
 * Several processes may start at once. Throws `SchemaTrouble` when the database is newer than the program, when a file
 * that has been applied was edited, or when one fails.
 */
export async function migrate(pool: pg.Pool, upTo?: string, before?: BeforeChange): Promise<readonly string[]> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const all = await knownMigrations()
    const wanted = upTo === undefined ? all : all.filter(({ name }) => name <= upTo)
    const applied = await migrateProduct(client, wanted, before)
    await migrateQueue({ pgPool: pool, logger: quietQueueLog })
    await raiseWall(client)
    return applied
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK])
    await client.query('reset statement_timeout')
    client.release()
  }
}

/** The migrations that this version of the program brings. */
export function knownMigrations(): Promise<Migration[]> {
  return readMigrations(MIGRATIONS)
}

/** The files in their order; a number used twice is a mistake of ours. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  const numbers = names.map((name) => NAME.exec(name)?.[1])
  if (numbers.includes(undefined) || new Set(numbers).size < names.length) {
    throw new Error(`every migration needs a number of its own: ${names.join(', ')}`)
  }
  return Promise.all(names.map(async (name) => withChecksum(name, await readFile(join(folder, name), 'utf8'))))
}

function withChecksum(name: string, text: string): Migration {
  const sql = text.replaceAll('\r\n', '\n')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

async function migrateProduct(
  client: pg.PoolClient,
  migrations: readonly Migration[],
  before: BeforeChange | undefined,
): Promise<string[]> {
  await client.query(`create table if not exists migration (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration order by name',
  )
  for (const [index, row] of rows.entries()) checkApplied(row, migrations[index])
  const missing = migrations.slice(rows.length)
  if (rows.length > 0 && missing.length > 0) await before?.(missing.map(({ name }) => name))
  for (const migration of missing) await apply(client, migration)
  return missing.map(({ name }) => name)
}

function checkApplied(row: { name: string; checksum: string }, migration: Migration | undefined): void {
  if (migration?.name !== row.name) throw new SchemaTrouble('newer-schema', row.name)
  if (migration.checksum !== row.checksum) throw new SchemaTrouble('changed-migration', row.name)
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new SchemaTrouble('migration-failed', name, { cause: error })
  }
}
