import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { PROJECT_ROOT } from '../../src/platform/project-root.ts'
import { aFolder } from '../builders/database.ts'

export interface Started {
  readonly process: ChildProcess
  /** Resolves with the address once it is printed; rejects with everything that was said when the process ends before. */
  readonly address: Promise<string>
  /** Everything on both outputs, and the exit code. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>
}

/** `lantoa …` as a process of its own, as it was built; no setting of this machine reaches it. */
export function lantoa(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'bin/lantoa.js'), ...args], {
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', (text) => (said += text))
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'close')
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }))
  const { promise: address, resolve, reject } = Promise.withResolvers<string>()
  address.catch(() => undefined)
  child.stdout.on('data', () => {
    const found = /http:\/\/\S+\//.exec(said)?.[0]
    if (found) resolve(found)
  })
  void ended.then(() => reject(new Error(said)))
  return { process: child, address, ended }
}

/** A folder into which the account of PostgreSQL may walk, whoever runs the tests. */
export async function anOpenFolder(): Promise<string> {
  const folder = await aFolder()
  await chmod(folder, 0o755)
  return folder
}

/** A data folder as a first start and an orderly stop leave it; each test gets a copy of one made for the file. */
export async function aUsedFolder(): Promise<string> {
  const folder = await anOpenFolder()
  used ??= await makeUsed()
  spawnSync('cp', ['-a', join(used, 'data'), folder])
  return folder
}

let used: string | undefined

async function makeUsed(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lantoa-used-'))
  await chmod(folder, 0o755)
  const server = lantoa(['serve'], onItsOwn(folder))
  await server.address
  server.process.kill('SIGTERM')
  await server.ended
  return folder
}

afterAll(async () => {
  if (used) await rm(used, { recursive: true, force: true })
})

/** Settings of a server that disturbs nobody. */
export function onItsOwn(folder: string): Record<string, string> {
  return { LANTOA_DATA: join(folder, 'data'), LANTOA_STATE: join(folder, 'state'), PORT: '0' }
}
