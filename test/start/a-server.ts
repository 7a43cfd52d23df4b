import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { PROJECT_ROOT } from '../../src/platform/project-root.ts'
import { aFolder } from '../builders/database.ts'

export interface Started {
  readonly process: ChildProcess
  /** Resolves with the address once it is printed; rejects with everything that was said when the process ends before. */
  readonly address: Promise<string>
  /** Standard output so far. */
  printed(): string
  /** Standard error so far. */
  complained(): string
  /** The exit code, everything on both outputs, and each of them alone. */
  readonly ended: Promise<Ended>
}

export interface Ended {
  readonly code: number | null
  readonly said: string
  readonly printed: string
  readonly complained: string
}

/** `lantoa …` as a process of its own, as it was built; no setting of this machine reaches it. */
export function lantoa(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  program = PROJECT_ROOT,
): Started {
  const child = spawn(process.execPath, [join(program, 'bin/lantoa.js'), ...args], {
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, printed, complained] = ['', '', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text
    said += text
  })
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'close')
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said, printed, complained }))
  const { promise: address, resolve, reject } = Promise.withResolvers<string>()
  address.catch(() => undefined)
  child.stdout.on('data', () => {
    const found = /https?:\/\/\S+\//.exec(said)?.[0]
    if (found) resolve(found)
  })
  void ended.then(() => reject(new Error(said)))
  return { process: child, address, ended, printed: () => printed, complained: () => complained }
}

/** A folder into which the account of PostgreSQL may walk, whoever runs the tests. */
export async function anOpenFolder(): Promise<string> {
  const folder = await aFolder()
  await chmod(folder, 0o755)
  return folder
}

/** One like it that outlives the test and goes with the run: for what several tests need and only one makes. */
export async function aFolderOfTheRun(): Promise<string> {
  const folder = await mkdtemp(join(inject('runFolder'), 'kept-'))
  await chmod(folder, 0o755)
  return folder
}

/** Makes it when it is first needed, and keeps it; what failed is tried again by the next who needs it. */
export function madeOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

/** A data folder as a first start and an orderly stop leave it; each test gets a copy of one. */
export async function aUsedFolder(place?: string): Promise<string> {
  const folder = place ?? (await anOpenFolder())
  spawnSync('cp', ['-a', join(await usedOnce(), 'data'), folder])
  return folder
}

const usedOnce = madeOnce(makeUsed)

async function makeUsed(): Promise<string> {
  const folder = await aFolderOfTheRun()
  const server = lantoa(['serve'], onItsOwn(folder))
  await server.address
  server.process.kill('SIGTERM')
  await server.ended
  return folder
}

/** A connection of our own to the database of a server that runs on the folder. */
export async function enterDatabase(folder: string): Promise<pg.Client> {
  const password = await readFile(join(folder, 'data', 'postgres.password'), 'utf8')
  const host = join(folder, 'data', 'postgres', 'run')
  const client = new pg.Client({ host, user: 'lantoa', database: 'postgres', password })
  client.on('error', () => undefined)
  await client.connect()
  onTestFinished(() => client.end().catch(() => undefined))
  return client
}

/** Settings of a server that disturbs nobody. */
export function onItsOwn(folder: string): Record<string, string> {
  return { LANTOA_DATA: join(folder, 'data'), LANTOA_STATE: join(folder, 'state'), PORT: '0' }
}

/** Adds a list of hamlets through the page, as somebody at this computer; resolves with the status, 303 when all were added. */
export async function importHamlets(address: string, count: number): Promise<number> {
  const list = Array.from({ length: count }, (_, index) => `Thôn ${index + 1}\t\tThôn, ấp, bản\t\t`).join('\n')
  const form = new FormData()
  for (const [name, value] of Object.entries({ on: '2026-01-01', decision: '', agreed: 'yes', list }))
    form.append(name, value)
  const headers = { origin: new URL(address).origin }
  const answer = await fetch(`${address}don-vi/1/nhap-excel`, {
    method: 'POST',
    body: form,
    headers,
    redirect: 'manual',
  })
  return answer.status
}

/** Ends a process as a power cut would. */
export async function killed(program: Started): Promise<void> {
  program.process.kill('SIGKILL')
  await program.ended
}
