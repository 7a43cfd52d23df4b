import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { aFolder } from '../../../../test/builders/database.ts'
import { findLivingServer } from './living-server.ts'
import { type RunningPostgres, startPostgres } from './start-postgres.ts'

async function started(folder: string): Promise<RunningPostgres> {
  const settings = { fsync: 'off' }
  const running = await startPostgres({
    dataFolder: join(folder, 'data'),
    stateFolder: join(folder, 'state'),
    settings,
  })
  onTestFinished(() => running.stop())
  return running
}

test('a server that is about to end is waited for, and a new one started in its place', async () => {
  const folder = await aFolder()
  await chmod(folder, 0o755)
  const first = await started(folder)
  const client = new pg.Client(first.connection)
  await client.connect()
  const pid = findLivingServer(first.cluster)?.pid
  // It takes nobody new, and ends when the last one has left.
  if (pid) process.kill(pid, 'SIGTERM')
  await expect.poll(() => findLivingServer(first.cluster)?.ready).toBe(false)

  const starting = started(folder)
  await sleep(500)
  expect(findLivingServer(first.cluster)?.pid).toBe(pid)
  await client.end()

  expect((await starting).adopted).toBe(false)
  expect(findLivingServer(first.cluster)).toEqual({
    pid: expect.not.toSatisfy((other) => other === pid),
    port: 5432,
    ready: true,
  })
})
