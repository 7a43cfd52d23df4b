import { mkdirSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApp } from './app.tsx'
import type { Config } from './config.ts'
import { type House, openHouse } from './house.ts'
import { systemChance } from './platform/chance.ts'
import { DatabaseTrouble } from './platform/db/postgres/trouble.ts'
import { type Listening, listen } from './platform/http/listen.ts'
import { isLocalHost } from './platform/http/local-hosts.ts'
import type { RunningJobs } from './platform/jobs/run-jobs.ts'
import { jsonLog, type Log } from './platform/log.ts'
import { logFile } from './platform/log-file.ts'
import { PROJECT_ROOT } from './platform/project-root.ts'
import { startWorker } from './worker.ts'

export interface Serving {
  /** With its closing slash. */
  readonly address: string
  readonly house: House
  /** Requests end, jobs go back into the queue, then the database stops. */
  stop(): Promise<void>
}

const GRACE = 5_000

/** Config → database → web → worker. Throws what `sentence-of.ts` can put into words. */
export async function serve(config: Config): Promise<Serving> {
  const clock = { now: () => new Date() }
  const log = openLog(config, clock.now)
  const house = await openHouse({ config, log, clock, chance: systemChance(clock.now) }).catch(naming(config))
  const stopping = new AbortController()
  try {
    const app = createApp({
      context: house.context,
      news: house.news,
      stopping: stopping.signal,
      clientFolder: join(PROJECT_ROOT, 'dist', 'client'),
    })
    const web = await listen(app.fetch, hostFor(config), config.port)
    const jobs = await startWorker(house)
    const address = `http://${hostFor(config)}:${web.port}/`
    await writeFile(noteOf(config), JSON.stringify({ pid: process.pid, address }))
    log.info('serving', { address, pid: process.pid })
    return { address, house, stop: () => stop({ config, log, house, web, jobs, stopping }) }
  } catch (error) {
    await house.close()
    throw error
  }
}

/** Until an administrator exists, nobody signs in: only this computer may come in. */
export function hostFor(config: Config): string {
  return isLocalHost(config.host) ? config.host : '127.0.0.1'
}

interface Parts {
  readonly config: Config
  readonly log: Log
  readonly house: House
  readonly web: Listening
  readonly jobs: RunningJobs
  readonly stopping: AbortController
}

async function stop({ config, log, house, web, jobs, stopping }: Parts): Promise<void> {
  stopping.abort()
  await Promise.all([web.close(GRACE), jobs.stop()])
  await rm(noteOf(config), { force: true })
  await house.close()
  log.info('stopped')
}

function openLog(config: Config, now: () => Date): Log {
  try {
    mkdirSync(config.dataFolder, { recursive: true })
    return jsonLog(logFile(join(config.dataFolder, 'lantoa.log')), now)
  } catch (error) {
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    throw new DatabaseTrouble(full ? 'disk-full' : 'no-permission', { folder: config.dataFolder }, error)
  }
}

/** Who serves a data folder, for the sentence that a second start gets. */
function noteOf(config: Config): string {
  return join(config.dataFolder, 'serving.json')
}

function naming(config: Config): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!(error instanceof DatabaseTrouble) || error.code !== 'already-serving') throw error
    const note = await readFile(noteOf(config), 'utf8').catch(() => '{}')
    throw new DatabaseTrouble('already-serving', { ...error.facts, ...JSON.parse(note) })
  }
}
