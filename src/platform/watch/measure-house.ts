// cspell:ignore statfs (a call of the system)
import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type pg from 'pg'
import { VERSION } from '../version.ts'
import type { Metric, Sample } from './print-metrics.ts'

export interface Measured {
  readonly pool: pg.Pool
  readonly dataFolder: string
  readonly backupFolder: string
  /** The end of the certificate; null over plain http. */
  readonly certificateTo: () => Date | null
  readonly lostLines: () => number
}

/** What a monitor wants to know of a house, asked anew each time; figures only, of nobody. */
export function measureHouse(measured: Measured): () => Promise<Metric[]> {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  return async () => [
    gauge('lantoa_build_info', 'The version that runs', [{ labels: { version: VERSION }, value: 1 }]),
    gauge('process_start_time_seconds', 'When the process began', Date.now() / 1_000 - process.uptime()),
    gauge('process_resident_memory_bytes', 'Memory of the process without its database', process.memoryUsage.rss()),
    counter('process_cpu_seconds_total', 'Processor time of the process', cpuSeconds()),
    gauge(
      'lantoa_event_loop_delay_seconds',
      'How late the program gets to its work, 99 of 100',
      delay.percentile(99) / 1e9,
    ),
    ...(await ofDatabase(measured.pool)),
    ...(await ofDisk(measured)),
    gauge('lantoa_certificate_expires_seconds', 'When the certificate ends', seconds(measured.certificateTo())),
    counter('lantoa_log_lines_lost_total', 'Lines that a full disk has cost', measured.lostLines()),
  ]
}

function gauge(name: string, help: string, value: number | null | readonly Sample[]): Metric {
  return { name, help, type: 'gauge', samples: samplesOf(value) }
}

function counter(name: string, help: string, value: number): Metric {
  return { name, help, type: 'counter', samples: samplesOf(value) }
}

function samplesOf(value: number | null | readonly Sample[]): readonly Sample[] {
  if (value === null) return []
  return typeof value === 'number' ? [{ value }] : value
}

const seconds = (date: Date | null) => (date ? date.getTime() / 1_000 : null)

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const JOBS = `
  select state, count(*)::integer as count from job
  where state in ('waiting', 'running') or (state = 'failed' and finished_at > now() - interval '1 day') group by state`

async function ofDatabase(pool: pg.Pool): Promise<Metric[]> {
  const jobs = await pool.query<{ state: string; count: number }>(JOBS).catch(() => null)
  const counts = new Map(jobs?.rows.map(({ state, count }) => [state, count]))
  const states = jobs ? ['waiting', 'running', 'failed'] : []
  const connections = { idle: pool.idleCount, busy: pool.totalCount - pool.idleCount, wanted: pool.waitingCount }
  return [
    gauge('lantoa_database_up', 'Does the database answer', jobs ? 1 : 0),
    gauge(
      'lantoa_database_connections',
      'Connections of the product itself, and requests that wait for one',
      Object.entries(connections).map(([state, value]) => ({ labels: { state }, value })),
    ),
    gauge(
      'lantoa_jobs',
      'Work behind the scenes; failed: within a day',
      states.map((state) => ({ labels: { state }, value: counts.get(state) ?? 0 })),
    ),
  ]
}

async function ofDisk({ dataFolder, backupFolder }: Measured): Promise<Metric[]> {
  const room = await statfs(dataFolder).catch(() => null)
  return [
    gauge('lantoa_data_free_bytes', 'Room left for the data folder', room && room.bavail * room.bsize),
    gauge('lantoa_last_backup_seconds', 'When the youngest copy was made', await youngest(backupFolder)),
  ]
}

async function youngest(folder: string): Promise<number | null> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.lantoa'))
  const times = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs / 1_000))
  return times.length > 0 ? Math.max(...times) : null
}
