// cspell:ignore pwfile (PostgreSQL's own name)
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { chown, copyFile, link, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, program } from './binaries.ts'
import { isAlive } from './living-server.ts'
import type { Places } from './places.ts'
import { DatabaseTrouble, troubleFromLog } from './trouble.ts'

/** The superuser of our own server. */
export const SUPERUSER = 'lantoa'

const run = promisify(execFile)

/**
 * UTF-8, ordered by code point with PostgreSQL's own C.UTF-8: the same on every system, for ever, whatever its locale. Where
 * people see an order, the query says `collate "vi-x-icu"`.
 */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

/**
 * Makes the data directory. It is made under another name and renamed when it is whole and on the disk, so that a start that
 * was cut off leaves nothing that looks like a database; of two starts at once, one wins.
 */
export async function createCluster(places: Places, binaries: Binaries): Promise<void> {
  const part = await mkdtemp(`${places.cluster}.part-${process.pid}-`)
  const secret = `${part}.password`
  try {
    const password = await keepPassword(places, `${part}.draft`)
    await writeFile(secret, password, { mode: 0o600 })
    await giveTo(places, part, secret)
    await initdb(places, binaries, ['-D', part, `--pwfile=${secret}`])
    await rename(part, places.cluster)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    const lostTheRace = ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')
    if (!lostTheRace) throw named(error, places)
  } finally {
    await rm(secret, { force: true })
  }
}

/** Removes what killed starts have left of data directories that they were making. */
export async function removeStaleParts({ home }: Places): Promise<void> {
  for (const name of await readdir(home)) {
    const maker = Number(/\.part-(\d+)-/.exec(name)?.[1])
    if (Number.isNaN(maker) || maker === process.pid || isAlive(maker)) continue
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

async function initdb(places: Places, binaries: Binaries, args: readonly string[]): Promise<void> {
  await run(program(binaries, 'initdb'), ['-U', SUPERUSER, '--auth=scram-sha-256', ...LOCALE, ...args], {
    ...places.account,
    cwd: places.home,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  }).catch((error: { stderr?: string }) => {
    throw troubleFromLog(error.stderr || String(error), { folder: places.home })
  })
}

/**
 * The password of the private socket; written once, kept beside the data. It gets its name when it is whole: a start that was killed here must not
 * leave an empty one, and of two starts at once both take the first.
 */
async function keepPassword(places: Places, draft: string): Promise<string> {
  await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  try {
    await link(draft, places.passwordFile).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return
      // File systems without hard links (exFAT)
      return copyFile(draft, places.passwordFile, constants.COPYFILE_EXCL).catch(unlessThere)
    })
    return await readFile(places.passwordFile, 'utf8')
  } finally {
    await rm(draft, { force: true })
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

async function giveTo(places: Places, ...paths: string[]): Promise<void> {
  const { account } = places
  if (account) await Promise.all(paths.map((path) => chown(path, account.uid, account.gid)))
}

function named(error: unknown, places: Places): unknown {
  if (error instanceof DatabaseTrouble) return error
  return troubleFromLog(String(error).replace('ENOSPC', 'No space left on device'), { folder: places.home })
}
