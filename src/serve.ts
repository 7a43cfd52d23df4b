import { mkdirSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { issueClaimCode } from './access/actions/claim.ts'
import { theSystem } from './access/builtin-actors.ts'
import { createApp } from './app.tsx'
import type { Config } from './config.ts'
import { dayInVietNam } from './core/dates/day-in-viet-nam.ts'
import { contextOf, type House, openHouse } from './house.ts'
import { systemChance } from './platform/chance.ts'
import { DatabaseTrouble } from './platform/db/postgres/trouble.ts'
import { removeBrokenOff } from './platform/files/folder-files.ts'
import { type Doors, openDoors } from './platform/http/doors.ts'
import type { RunningJobs } from './platform/jobs/run-jobs.ts'
import { jsonLog, type Log } from './platform/log.ts'
import { logFile } from './platform/log-file.ts'
import { PROJECT_ROOT } from './platform/project-root.ts'
import { startWorker } from './worker.ts'

export interface Serving {
  /** With its closing slash. */
  readonly address: string
  readonly doors: Doors
  /** Makes whoever types it on the first page the administrator; null once there is one. */
  readonly claimCode: string | null
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
  await clearUploads(config, clock.now(), log)
  const stopping = new AbortController()
  const begun = [() => house.close()]
  try {
    const app = createApp({
      context: house.context,
      news: house.news,
      wall: house.wall,
      stopping: stopping.signal,
      clientFolder: join(PROJECT_ROOT, 'dist', 'client'),
    })
    const system = contextOf(house.context, theSystem(dayInVietNam(clock.now())))
    const claimCode = await issueClaimCode(system)
    const doors = await openDoors(app.fetch, config.host, config.port, claimCode === null)
    begun.push(() => doors.close(0))
    const jobs = await startWorker(house)
    const [address = ''] = doors.addresses()
    await writeFile(noteOf(config), JSON.stringify({ pid: process.pid, address }))
    log.info('serving', { addresses: doors.addresses(), pid: process.pid })
    return { address, doors, claimCode, house, stop: () => stop({ config, log, house, doors, jobs, stopping }) }
  } catch (error) {
    for (const undo of begun.toReversed()) await undo()
    throw error
  }
}

const SHARED_GRACE = 2 * 3_600_000

/** Of our own database we are the only process; with another's, somebody else may be taking in a file just now. */
async function clearUploads(config: Config, now: Date, log: Log): Promise<void> {
  const before = new Date(now.getTime() - (config.databaseUrl === null ? 0 : SHARED_GRACE))
  const removed = await removeBrokenOff(join(config.dataFolder, 'files'), before)
  if (removed > 0) log.info('removed unfinished uploads', { removed })
}

interface Parts {
  readonly config: Config
  readonly log: Log
  readonly house: House
  readonly doors: Doors
  readonly jobs: RunningJobs
  readonly stopping: AbortController
}

async function stop({ config, log, house, doors, jobs, stopping }: Parts): Promise<void> {
  stopping.abort()
  await Promise.all([doors.close(GRACE), jobs.stop()])
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
