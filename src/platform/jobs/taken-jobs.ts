import { EventEmitter } from 'node:events'
import type { WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { type News, NOBODY_HOLDS } from '../db/news.ts'
import type { Log } from '../log.ts'

const nameOf = (holder: string) => `jobs of ${holder}`

/** A worker takes its first job a moment before its name is held; a job taken just now is nobody's orphan. */
const FRESH_SECONDS = 2
const SWEEP_SOON = 2_500
const SWEEP_EVERY = 60_000

/** Lets other processes see whether this one still lives; to be handed to the queue's runner. */
export function nameOurselves(news: News): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => void news.hold(nameOf(workerPool.id)))
  return events
}

/**
 * Jobs that a dead process has taken go back into the queue, at once and without counting as an attempt: now, soon, and every
 * minute. Returns how to stop.
 */
export async function keepFreeingOrphans(pool: pg.Pool, log: Log): Promise<() => void> {
  const sweep = () => freeOrphans(pool).catch((error: unknown) => log.warn('orphaned jobs stay taken', { error }))
  await sweep()
  const soon = setTimeout(sweep, SWEEP_SOON)
  const often = setInterval(sweep, SWEEP_EVERY)
  return () => {
    clearTimeout(soon)
    clearInterval(often)
  }
}

async function freeOrphans(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ holder: string }>(
    `select locked_by as holder from graphile_worker.jobs where locked_by is not null
     group by locked_by having max(locked_at) < now() - make_interval(secs => $1)`,
    [FRESH_SECONDS],
  )
  for (const { holder } of rows) await freeJobsOf(pool, holder)
}

async function freeJobsOf(pool: pg.Pool, holder: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ free: boolean }>(NOBODY_HOLDS, [nameOf(holder)])
    if (rows[0]?.free) {
      const jobs = await client.query<{ id: string }>('select id from graphile_worker.jobs where locked_by = $1', [
        holder,
      ])
      await client.query('select graphile_worker.force_unlock_workers(array[$1])', [holder])
      await putBack(client, jobs.rows)
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Being cut off is no failure of the job: it starts afresh. */
export async function putBack(
  client: pg.ClientBase | pg.Pool,
  jobs: readonly { readonly id: string }[],
): Promise<void> {
  const ids = jobs.map(({ id }) => id)
  await client.query('select graphile_worker.reschedule_jobs($1::bigint[], run_at => now(), attempts => 0)', [ids])
}
