import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { localOperator } from '../../src/access/builtin-actors.ts'
import { readConfig } from '../../src/config.ts'
import type { Context } from '../../src/context.ts'
import { systemChance } from '../../src/platform/chance.ts'
import { type Connection, openDatabase, openPool } from '../../src/platform/db/database.ts'
import { openWall, type Wall } from '../../src/platform/db/wall.ts'
import { folderFiles } from '../../src/platform/files/folder-files.ts'
import { jsonLog } from '../../src/platform/log.ts'
import { openMail } from '../../src/platform/mail/mail.ts'
import { inDatabase } from '../in-database.ts'

export interface TestDatabase {
  readonly connection: Connection
  readonly pool: pg.Pool
}

/** A migrated database of its own, thrown away when the test ends. */
export async function aDatabase(): Promise<TestDatabase> {
  const { connection, template } = inject('database')
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(connection, `create database ${name} template ${template}`)
  const own = inDatabase(connection, name)
  const pool = openPool(own, () => undefined)
  onTestFinished(async () => {
    await pool.end()
    await onServer(connection, `drop database ${name} with (force)`)
  })
  return { connection: own, pool }
}

export interface TestContext extends Context {
  readonly pool: pg.Pool
  readonly connection: Connection
  /** What was logged, an object a line. */
  readonly logged: readonly unknown[]
}

/** A whole context on a database and a folder of its own; the clock stands still at 9 in the morning of 10 March 2026. */
export async function aContext(changes: Partial<Context> = {}): Promise<TestContext> {
  const { pool, connection } = await aDatabase()
  const folder = await aFolder()
  const now = () => new Date('2026-03-10T02:00:00Z')
  const chance = systemChance(now)
  const logged: unknown[] = []
  return {
    db: openDatabase(pool),
    actor: localOperator('2026-03-10'),
    clock: { now },
    chance,
    files: folderFiles(join(folder, 'files'), () => chance.id()),
    mail: openMail({ smtpUrl: null, from: 'Lan Tỏa <lantoa@localhost>', folder: join(folder, 'mail') }, () =>
      chance.id(),
    ),
    log: jsonLog((line) => void logged.push(JSON.parse(line)), now),
    config: readConfig({ LANTOA_DATA: folder }, folder),
    event: null,
    pool,
    connection,
    logged,
    ...changes,
  }
}

/** The second wall of a context's database: `wall.dbFor(actor)` sees what the actor's reach allows. */
export async function aWall(ctx: TestContext, most?: number): Promise<Wall> {
  const wall = await openWall(ctx.connection, ctx.log, most)
  if (!wall) throw new Error(`no wall: ${JSON.stringify(ctx.logged)}`)
  onTestFinished(() => wall.close())
  return wall
}

/** A folder that is gone when the test ends. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lantoa-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function onServer(connection: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  await client.query(statement)
  await client.end()
}
