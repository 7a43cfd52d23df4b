import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { findLivingServer } from '../../src/platform/db/postgres/living-server.ts'
import { backedUp, contentOf, killedAfter } from './a-copy.ts'
import {
  aFolderOfTheRun,
  anOpenFolder,
  aUsedFolder,
  enterDatabase,
  importHamlets,
  killed,
  lantoa,
  madeOnce,
  onItsOwn,
} from './a-server.ts'

const clusterOf = (folder: string) => join(folder, 'data', 'postgres', 'cluster')
/** Milliseconds after the first sign of work: early, in the middle, late. */
const MOMENTS = [0, 60, 200, 500]
const HAMLETS = 3_000

interface HeavyHouse {
  readonly folder: string
  readonly archive: string
  readonly content: Awaited<ReturnType<typeof contentOf>>
}

/** Unclaimed, with units of a list and a plan that has a big file: copying it takes a while. Tests leave it as it is. */
const aHeavyHouse = madeOnce(async (): Promise<HeavyHouse> => {
  const folder = await aUsedFolder(await aFolderOfTheRun())
  const server = lantoa(['serve'], onItsOwn(folder))
  expect(await importHamlets(await server.address, HAMLETS)).toBe(303)
  const bytes = randomBytes(24_000_000)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await mkdir(join(folder, 'data', 'files', '0'), { recursive: true })
  await writeFile(join(folder, 'data', 'files', '0', 'big'), bytes)
  const client = await enterDatabase(folder)
  const document = '00000000-0000-7000-8000-000000000001'
  await client.query(
    `insert into plan_document (id, unit_id, unit_path, name, state, created_at, search, sort_title)
     values ($1, 1, '1', 'ke-hoach.txt', 'cancelled', now(), 'ke hoach', 'ke-hoach')`,
    [document],
  )
  await client.query(
    `insert into plan_file (id, document_id, position, name, size, sha256, file_key)
     values ('00000000-0000-7000-8000-000000000002', $1, 0, 'ke-hoach.txt', $2, $3, '0/big')`,
    [document, bytes.length, sha256],
  )
  await client.end()
  server.process.kill('SIGTERM')
  await server.ended
  const archive = await backedUp(folder, 'whole.lantoa')
  return { folder, archive, content: await contentOf(archive) }
})

test('a list of units that was being added when the server was killed is there as a whole or not at all', {
  timeout: 180_000,
}, async () => {
  let cutOff = 0
  for (const moment of MOMENTS) {
    const folder = await aUsedFolder()
    const server = lantoa(['serve'], onItsOwn(folder))
    const address = await server.address
    const answer = importHamlets(address, HAMLETS).catch(() => 0)
    await sleep(60 + moment)
    await killed(server)
    const status = await answer

    const again = lantoa(['serve'], onItsOwn(folder))
    expect(await (await fetch(`${await again.address}healthz`)).json()).toEqual({ database: 'ok' })
    const client = await enterDatabase(folder)
    const { rows } = await client.query('select count(*)::integer as units from unit')
    await client.end()
    expect(rows[0]?.units, `killed after ${moment} ms`).toBeOneOf(status === 303 ? [HAMLETS + 1] : [1, HAMLETS + 1])
    if (status !== 303) cutOff += 1
    expect(await readdir(join(folder, 'data', 'files', 'arriving')).catch(() => [])).toEqual([])
    again.process.kill('SIGTERM')
    await again.ended
    const journal = await lantoa(['journal', 'verify'], onItsOwn(folder)).ended
    expect(journal.said).toMatch(/^Nhật ký nguyên vẹn/)
  }
  expect(cutOff).toBeGreaterThan(0)
})

test('a backup that was killed leaves no archive that is not whole, and the next one takes its rest away', {
  timeout: 180_000,
}, async () => {
  const { folder, content: whole } = await aHeavyHouse()
  let cutOff = 0
  for (const [index, moment] of MOMENTS.entries()) {
    const out = join(folder, `out-${index}`)
    const path = join(out, 'copy.lantoa')
    await mkdir(out)
    const parts = () => readdirSync(out).length > 0
    await killedAfter(lantoa(['backup', path], onItsOwn(folder)), parts, moment)
    if (existsSync(path)) expect(await contentOf(path)).toEqual(whole)
    else {
      cutOff += 1
      expect(await contentOf(await backedUp(folder, join(`out-${index}`, 'copy.lantoa')))).toEqual(whole)
    }
    expect(await readdir(out)).toEqual(['copy.lantoa'])
  }
  expect(cutOff).toBeGreaterThan(1)
  expect(findLivingServer(clusterOf(folder))).toBe(undefined)
})

test('a restore that was killed leaves the house empty or whole, and a start in between is clean', {
  timeout: 240_000,
}, async () => {
  const { archive, content: whole } = await aHeavyHouse()
  let cutOff = 0
  for (const moment of [...MOMENTS, 1_500]) {
    const folder = await anOpenFolder()
    const arriving = join(folder, 'data', 'files.arriving')
    const files = join(folder, 'data', 'files')
    const signs = () => existsSync(arriving) || existsSync(files)
    await killedAfter(lantoa(['restore', archive], onItsOwn(folder)), signs, moment)

    const server = lantoa(['serve'], onItsOwn(folder))
    expect(await (await fetch(`${await server.address}healthz`)).json()).toEqual({ database: 'ok' })
    expect(existsSync(arriving)).toBe(false)
    server.process.kill('SIGTERM')
    await server.ended

    const again = await lantoa(['restore', archive], onItsOwn(folder)).ended
    if (again.code === 0) cutOff += 1
    else expect(again.complained).toMatch(/đã có dữ liệu; khôi phục không ghi đè/)
    expect(await contentOf(await backedUp(folder, 'again.lantoa'))).toEqual(whole)
    expect(findLivingServer(clusterOf(folder))).toBe(undefined)
  }
  expect(cutOff).toBeGreaterThan(0)
})

test('a first start that was killed while it made the database leaves nothing of it, and the next one starts', {
  timeout: 120_000,
}, async () => {
  for (const moment of [0, 200, 500]) {
    const folder = await anOpenFolder()
    const home = join(folder, 'data', 'postgres')
    const begun = () => existsSync(home) && readdirSync(home).some((name) => name.startsWith('cluster'))
    await killedAfter(lantoa(['serve'], onItsOwn(folder)), begun, moment)
    const again = lantoa(['serve'], onItsOwn(folder))
    expect(await (await fetch(`${await again.address}healthz`)).json()).toEqual({ database: 'ok' })
    expect(readdirSync(home).toSorted()).toEqual(['cluster', 'run'])
  }
})
