// cspell:ignore healthz trong
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findLivingServer, isAlive } from '../../src/platform/db/postgres/living-server.ts'
import { aFolder } from '../builders/database.ts'
import { anOpenFolder, aUsedFolder, enterDatabase, lantoa, onItsOwn } from './a-server.ts'

const clusterOf = (folder: string) => join(folder, 'data', 'postgres', 'cluster')

async function health(address: string): Promise<unknown> {
  return (await fetch(`${address}healthz`)).json()
}

test('the first start makes the database, prints the address and answers; a signal stops all of it', async () => {
  const folder = await anOpenFolder()
  const server = lantoa(['serve'], onItsOwn(folder))

  expect(await health(await server.address)).toEqual({ database: 'ok' })
  const database = findLivingServer(clusterOf(folder))
  server.process.kill('SIGTERM')

  expect((await server.ended).code).toBe(0)
  expect(database && isAlive(database.pid)).toBe(false)
})

test('a second start on the same data says where the first one is and leaves it alone', async () => {
  const folder = await aUsedFolder()
  const first = lantoa(['serve'], onItsOwn(folder))
  const address = await first.address

  const { code, said } = await lantoa(['serve'], onItsOwn(folder)).ended

  expect(code).toBe(1)
  expect(said).toBe(
    `Lan Tỏa đang chạy trên thư mục dữ liệu ${join(folder, 'data')}, địa chỉ ${address} (tiến trình ${first.process.pid}). ` +
      'Mở địa chỉ đó để dùng; muốn khởi động lại thì dừng bản đang chạy trước, muốn chạy thêm một bản riêng thì đặt LANTOA_DATA và PORT khác.\n',
  )
  expect(await health(address)).toEqual({ database: 'ok' })
})

test('two first starts at the same moment: one serves, the other says so', async () => {
  const folder = await anOpenFolder()
  const both = [lantoa(['serve'], onItsOwn(folder)), lantoa(['serve'], onItsOwn(folder))]

  const outcomes = await Promise.allSettled(both.map(({ address }) => address))

  const refusals = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refusals.map(({ reason }) => (reason as Error).message)).toEqual([expect.stringContaining('đang chạy trên')])
})

test('after the server was killed the next start adopts the database that lives on', async () => {
  const folder = await aUsedFolder()
  const first = lantoa(['serve'], onItsOwn(folder))
  await first.address
  const before = findLivingServer(clusterOf(folder))
  first.process.kill('SIGKILL')
  await first.ended

  const second = lantoa(['serve'], onItsOwn(folder))

  expect(await health(await second.address)).toEqual({ database: 'ok' })
  expect(findLivingServer(clusterOf(folder))?.pid).toBe(before?.pid)
  second.process.kill('SIGINT')
  expect((await second.ended).said).toMatch(/^Cơ sở dữ liệu vẫn còn chạy từ lần trước, đã tiếp quản\.\n/)
})

test('after server and database were both killed nothing that was saved is lost', async () => {
  const folder = await aUsedFolder()
  const first = lantoa(['serve'], onItsOwn(folder))
  await first.address
  await (await enterDatabase(folder)).query("update unit set name = 'Xã Hòa Bình'")
  const database = findLivingServer(clusterOf(folder))
  first.process.kill('SIGKILL')
  if (database) process.kill(database.pid, 'SIGKILL')
  await first.ended

  const second = lantoa(['serve'], onItsOwn(folder))

  expect(await health(await second.address)).toEqual({ database: 'ok' })
  const { rows } = await (await enterDatabase(folder)).query('select name from unit')
  expect(rows).toEqual([{ name: 'Xã Hòa Bình' }])
})

test('when the database dies while serving it is brought back', { timeout: 60_000 }, async () => {
  const folder = await aUsedFolder()
  const server = lantoa(['serve'], onItsOwn(folder))
  const address = await server.address
  const database = findLivingServer(clusterOf(folder))
  if (database) process.kill(database.pid, 'SIGKILL')

  const pid = () => findLivingServer(clusterOf(folder))?.pid ?? database?.pid
  await expect.poll(pid, { timeout: 30_000, interval: 200 }).not.toBe(database?.pid)
  await expect.poll(() => health(address), { timeout: 30_000, interval: 200 }).toEqual({ database: 'ok' })
})

test('a copy of a data folder in use starts for itself and leaves the original alone', async () => {
  const folder = await aUsedFolder()
  const original = lantoa(['serve'], onItsOwn(folder))
  const address = await original.address
  const elsewhere = await anOpenFolder()
  spawnSync('cp', ['-a', join(folder, 'data'), elsewhere])

  const copy = lantoa(['serve'], onItsOwn(elsewhere))

  expect(await health(await copy.address)).toEqual({ database: 'ok' })
  expect(await health(address)).toEqual({ database: 'ok' })
})

test('a start that is stopped at once leaves nothing running', async () => {
  const folder = await aUsedFolder()
  const server = lantoa(['serve'], onItsOwn(folder))
  await expect.poll(() => findLivingServer(clusterOf(folder)), { timeout: 20_000, interval: 5 }).toBeDefined()
  server.process.kill('SIGTERM')

  await server.ended

  expect(findLivingServer(clusterOf(folder))).toBe(undefined)
})

test('an occupied port is named, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const { port } = other.address() as { port: number }
  const folder = await aUsedFolder()

  const { code, said } = await lantoa(['serve'], { ...onItsOwn(folder), PORT: String(port) }).ended

  expect({ code, said }).toEqual({
    code: 1,
    said: `Cổng ${port} đang được một chương trình khác sử dụng. Hãy dừng chương trình đó, hoặc chọn cổng khác, ví dụ: PORT=${port + 1} npm start\n`,
  })
  expect(findLivingServer(clusterOf(folder))).toBe(undefined)
})

test('data of another major version is not touched', async () => {
  const folder = await aUsedFolder()
  await writeFile(join(clusterOf(folder), 'PG_VERSION'), '17\n')

  const { code, said } = await lantoa(['serve'], onItsOwn(folder)).ended

  expect({ code, said }).toEqual({
    code: 1,
    said: `Dữ liệu trong ${clusterOf(folder)} thuộc PostgreSQL 17, còn bản Lan Tỏa này dùng PostgreSQL 18. Dữ liệu được giữ nguyên. Hãy chạy «npx lantoa upgrade» để chuyển dữ liệu (hướng dẫn: docs/guides/keep-and-move.md), hoặc chạy lại bản Lan Tỏa cũ.\n`,
  })
})

test('damaged data is named and left as it is', async () => {
  const folder = await aUsedFolder()
  const control = join(clusterOf(folder), 'global', 'pg_control')
  const broken = Buffer.alloc((await readFile(control)).length, 7)
  await writeFile(control, broken)

  const { code, said } = await lantoa(['serve'], onItsOwn(folder)).ended

  expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/^Dữ liệu trong \S+ bị hỏng nên/) })
  expect(await readFile(control)).toEqual(broken)
})

test('a database that is gone is not quietly replaced by an empty one', async () => {
  const folder = await aUsedFolder()
  const home = join(folder, 'data', 'postgres')
  await rename(home, join(folder, 'away'))

  const { code, said } = await lantoa(['serve'], onItsOwn(folder)).ended

  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(`nay không thấy ${home}.`) })
  expect(existsSync(home)).toBe(false)
})

test.runIf(process.getuid?.() === 0)(
  'as root below a closed home folder the database lies where its account may go',
  async () => {
    const [home, open] = [await aFolder(), await anOpenFolder()]
    const env = { LANTOA_DATA: join(home, 'data'), LANTOA_STATE: join(open, 'state'), PORT: '0' }
    const server = lantoa(['serve'], env)

    expect(await health(await server.address)).toEqual({ database: 'ok' })

    const place = (await readFile(join(home, 'data', 'postgres.location'), 'utf8')).trim()
    expect(place.startsWith(join(open, 'state'))).toBe(true)
    expect(existsSync(join(place, 'cluster', 'PG_VERSION'))).toBe(true)
  },
)

test.runIf(process.getuid?.() === 0)('as root a closed data folder of its own is opened for passing only', async () => {
  const folder = await aFolder()
  const server = lantoa(['serve'], { LANTOA_DATA: folder, LANTOA_STATE: join(folder, 'state'), PORT: '0' })

  expect(await health(await server.address)).toEqual({ database: 'ok' })

  expect((await stat(folder)).mode & 0o777).toBe(0o711)
  expect(existsSync(join(folder, 'postgres', 'cluster', 'PG_VERSION'))).toBe(true)
})

test('a bad setting is named, one sentence each', async () => {
  const { code, said } = await lantoa(['serve'], { PORT: 'eighty', LANTOA_PAGE_LIMIT: '0' }).ended
  expect({ code, said }).toEqual({
    code: 1,
    said:
      'PORT là số cổng từ 0 đến 65535; không dùng được giá trị «eighty».\n' +
      'LANTOA_PAGE_LIMIT là số trang tối đa của một văn bản, từ 1 đến 5000; không dùng được giá trị «0».\n',
  })
})

test('a database address that nobody answers is named', async () => {
  const folder = await aUsedFolder()
  const env = { ...onItsOwn(folder), DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }
  const { code, said } = await lantoa(['serve'], env).ended
  expect({ code, said }).toEqual({
    code: 1,
    said: expect.stringMatching(/^Không kết nối được tới cơ sở dữ liệu ghi trong DATABASE_URL: .*ECONNREFUSED/),
  })
})
