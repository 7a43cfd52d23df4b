// cspell:ignore healthz
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, type TestContext, test } from 'vitest'
import { findLivingServer } from '../../src/platform/db/postgres/living-server.ts'
import { anOpenFolder, aUsedFolder, enterDatabase, lantoa, onItsOwn } from './a-server.ts'

/** A disk of so many megabytes, real to everybody: a tmpfs. Without the right to mount one the test is skipped. */
async function aSmallDisk({ skip }: TestContext, megabytes: number): Promise<string> {
  const folder = join(await anOpenFolder(), 'disk')
  await mkdir(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder])
  if (mounted.status !== 0) skip('a small disk cannot be mounted here')
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]))
  await chmod(folder, 0o755)
  return folder
}

/** Takes all the room that is left. */
async function fill(folder: string): Promise<string> {
  const path = join(folder, 'filling')
  spawnSync('dd', ['if=/dev/zero', `of=${path}`, 'bs=64k'])
  await writeFile(path, Buffer.alloc(1024), { flag: 'a' }).catch(() => undefined)
  return path
}

const DISK_IS_FULL = /^Ổ đĩa đã đầy nên cơ sở dữ liệu không ghi được \(\S+\)\. Hãy giải phóng dung lượng/

test('a first start without room says so and leaves no half of a database', async (context) => {
  const disk = await aSmallDisk(context, 20)

  const { code, said } = await lantoa(['serve'], onItsOwn(disk)).ended

  expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(DISK_IS_FULL) })
  expect(await readdir(join(disk, 'data', 'postgres'))).toEqual(['run'])
})

test('a disk that fills up while serving costs nothing that was saved, and room brings everything back', {
  timeout: 120_000,
}, async (context) => {
  const disk = await aSmallDisk(context, 110)
  spawnSync('cp', ['-a', join(await aUsedFolder(), 'data'), disk])
  const server = lantoa(['serve'], onItsOwn(disk))
  const address = await server.address
  const client = await enterDatabase(disk)
  await client.query('create table saved (number integer primary key, text text)')
  const filling = await fill(disk)

  let saved = 0
  const broken = await (async () => {
    for (; saved < 100_000; saved += 1)
      await client.query('insert into saved values ($1, $2)', [saved, 'x'.repeat(5_000)])
  })().catch((error: unknown) => error)
  await rm(filling)

  expect(broken).toBeInstanceOf(Error)
  await expect.poll(async () => (await fetch(`${address}healthz`)).status, { timeout: 30_000 }).toBe(200)
  const after = await enterDatabase(disk)
  const { rows } = await after.query<{ count: number }>(
    'select count(*)::integer as count from saved where number < $1',
    [saved],
  )
  expect(rows).toEqual([{ count: saved }])
})

test('a start on a full disk says so; with room again it starts', async (context) => {
  const disk = await aSmallDisk(context, 110)
  spawnSync('cp', ['-a', join(await aUsedFolder(), 'data'), disk])
  const filling = await fill(disk)

  const { code, said } = await lantoa(['serve'], onItsOwn(disk)).ended
  await rm(filling)

  expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(DISK_IS_FULL) })
  expect(findLivingServer(join(disk, 'data', 'postgres', 'cluster'))).toBe(undefined)
  expect(await lantoa(['serve'], onItsOwn(disk)).address).toMatch(/^http:/)
  expect(existsSync(join(disk, 'data', 'serving.json'))).toBe(true)
})
