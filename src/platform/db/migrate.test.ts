import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aDatabase } from '../../../test/builders/database.ts'
import { PROJECT_ROOT } from '../project-root.ts'
import { describeTables } from './describe-tables.ts'
import { migrate, readMigrations } from './migrate.ts'
import { SchemaTrouble } from './schema-trouble.ts'

test('tables.ts says what the migrated database has', async () => {
  const { pool } = await aDatabase()
  const written = await readFile(join(PROJECT_ROOT, 'src/platform/tables.ts'), 'utf8')
  expect(written, 'run: npm run tables').toBe(await describeTables(pool))
})

test('processes that migrate at the same time do each migration once', async () => {
  const { pool } = await aDatabase()
  await pool.query('drop schema public cascade')
  await pool.query('drop schema graphile_worker cascade')
  await pool.query('create schema public')
  const names = (await readMigrations(join(PROJECT_ROOT, 'migrations'))).map(({ name }) => name)

  const applied = await Promise.all([migrate(pool), migrate(pool), migrate(pool)])

  expect(applied.flat()).toEqual(names)
  const { rows } = await pool.query<{ name: string }>('select name from migration order by name')
  expect(rows.map(({ name }) => name)).toEqual(names)
})

test('a database that a newer version has migrated is left alone', async () => {
  const { pool } = await aDatabase()
  await pool.query("insert into migration (name, checksum) values ('9999_from_tomorrow.sql', 'x')")

  await expect(migrate(pool)).rejects.toEqual(new SchemaTrouble('newer-schema', '9999_from_tomorrow.sql'))
})

test('a migration that was edited after it had been applied is refused', async () => {
  const { pool } = await aDatabase()
  await pool.query("update migration set checksum = 'x' where name = '0001_create_units.sql'")

  await expect(migrate(pool)).rejects.toEqual(new SchemaTrouble('changed-migration', '0001_create_units.sql'))
})
