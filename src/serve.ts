import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { issueClaimCode } from './access/actions/claim.ts'
import { theSystem } from './access/builtin-actors.ts'
import { type AppParts, createApp } from './app.tsx'
import type { Config } from './config.ts'
import { dayInVietNam } from './core/dates/day-in-viet-nam.ts'
import { contextOf, type House, openHouse } from './house.ts'
import { type Logs, openLogs } from './open-logs.ts'
import { removeStaleParts } from './platform/backup/stale-parts.ts'
import { systemChance } from './platform/chance.ts'
import { DatabaseTrouble } from './platform/db/postgres/trouble.ts'
import { removeBrokenOff } from './platform/files/folder-files.ts'
import { networksOf } from './platform/http/behind-proxy.ts'
import { type Doors, openDoors } from './platform/http/doors.ts'
import { type KeptCertificate, keepCertificate, type Told } from './platform/http/tls/kept-certificate.ts'
import type { RunningJobs } from './platform/jobs/run-jobs.ts'
import type { Log } from './platform/log.ts'
import { PROJECT_ROOT } from './platform/project-root.ts'
import { measureHouse } from './platform/watch/measure-house.ts'
import { openMeter } from './platform/watch/meter.ts'
import { startWorker } from './worker.ts'

export interface Serving {
  /** With its closing slash. */
  readonly address: string
  readonly doors: Doors
  /** Makes whoever types it on the first page the administrator; null once there is one. */
  readonly claimCode: string | null
  readonly house: House
  /** Null: plain http. */
  readonly certificate: KeptCertificate | null
  /** Requests end, jobs go back into the queue, then the database stops. */
  stop(): Promise<void>
}

const GRACE = 5_000
const nobody: Told = { renewed: () => undefined, refused: () => undefined }

/** Config → certificate → database → web → worker. `told` hears of renewed certificates. Throws what `sentence-of.ts` can put into words. */
export async function serve(config: Config, told: Told = nobody): Promise<Serving> {
  const clock = { now: () => new Date() }
  const certificate = config.certificate && (await keepCertificate(config.certificate, told))
  const logs = openLogs(config, clock.now)
  const { log } = logs
  const begun = [() => closeQuietly(certificate, logs)]
  try {
    const house = await openHouse({ config, log, clock, chance: systemChance(clock.now) }).catch(naming(config))
    begun.push(() => house.close())
    await clearUnfinished(config, clock.now(), log)
    const stopping = new AbortController()
    const app = createApp({ ...partsOf(house, logs, certificate), stopping: stopping.signal })
    const system = contextOf(house.context, theSystem(dayInVietNam(clock.now())))
    const claimCode = await issueClaimCode(system)
    const { host, port, redirectPort } = config
    const proxies = networksOf(config.proxies)
    const doors = await openDoors(app.fetch, {
      host,
      port,
      redirectPort,
      isOpen: claimCode === null,
      certificate,
      proxies,
    })
    begun.push(() => doors.close(0))
    const jobs = await startWorker(house)
    const [address = ''] = doors.addresses()
    await writeFile(noteOf(config), JSON.stringify({ pid: process.pid, address }))
    log.info('serving', { addresses: doors.addresses(), pid: process.pid })
    const parts = { config, log, house, doors, jobs, stopping, certificate, logs }
    return { address, doors, claimCode, house, certificate, stop: () => stop(parts) }
  } catch (error) {
    for (const undo of begun.toReversed()) await undo()
    throw error
  }
}

function partsOf(house: House, logs: Logs, certificate: KeptCertificate | null): Omit<AppParts, 'stopping'> {
  const { context, news, wall, pool } = house
  const { dataFolder, backupFolder, metricsToken } = context.config
  const meter = openMeter()
  const certificateTo = () => certificate?.present.to ?? null
  const ofHouse = measureHouse({ pool, dataFolder, backupFolder, certificateTo, lostLines: logs.lost })
  return {
    context,
    news,
    wall,
    clientFolder: join(PROJECT_ROOT, 'dist', 'client'),
    watch: (seen) => {
      meter.count(seen)
      logs.seen(seen)
    },
    metrics: { token: metricsToken, gather: async () => [...(await ofHouse()), ...meter.metrics()] },
  }
}

function closeQuietly(certificate: KeptCertificate | null, logs: Logs): void {
  certificate?.close()
  logs.close()
}

const SHARED_GRACE = 2 * 3_600_000

/** Of our own database we are the only process; with another's, somebody else may be taking in a file just now. */
async function clearUnfinished(config: Config, now: Date, log: Log): Promise<void> {
  const before = new Date(now.getTime() - (config.databaseUrl === null ? 0 : SHARED_GRACE))
  const removed = await removeBrokenOff(join(config.dataFolder, 'files'), before)
  if (removed > 0) log.info('removed unfinished uploads', { removed })
  const parts = await removeStaleParts(config.backupFolder, now)
  if (parts > 0) log.info('removed unfinished copies', { removed: parts })
}

interface Parts {
  readonly config: Config
  readonly log: Log
  readonly house: House
  readonly doors: Doors
  readonly jobs: RunningJobs
  readonly stopping: AbortController
  readonly certificate: KeptCertificate | null
  readonly logs: Logs
}

async function stop({ config, log, house, doors, jobs, stopping, certificate, logs }: Parts): Promise<void> {
  stopping.abort()
  await Promise.all([doors.close(GRACE), jobs.stop()])
  await rm(noteOf(config), { force: true })
  await house.close()
  closeQuietly(certificate, logs)
  log.info('stopped')
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
