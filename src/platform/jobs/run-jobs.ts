import { type Job, run } from 'graphile-worker'
import type pg from 'pg'
import type { Context } from '../../context.ts'
import type { News } from '../db/news.ts'
import { CANCEL_TOPIC } from './enqueue.ts'
import type { JobHandler } from './job.ts'
import { queueLog } from './queue-log.ts'
import { RunningSet } from './running-set.ts'
import { keepFreeingOrphans, nameOurselves, putBack } from './taken-jobs.ts'

export interface JobsOptions {
  /** The context of one job, with the day's clock and the product itself as the actor. */
  readonly context: () => Context
  readonly pool: pg.Pool
  readonly news: News
  readonly handlers: Readonly<Record<string, JobHandler>>
  /** What is done at its hour, by one process of all; an hour missed while the machine was off is made up for. */
  readonly scheduled: Readonly<Record<string, ScheduledTask>>
  /** Jobs at the same time. */
  readonly concurrency: number
}

export interface ScheduledTask {
  /** Minute, hour, day, month, weekday, in UTC. */
  readonly cron: string
  readonly work: (ctx: Context) => Promise<void>
}

export interface RunningJobs {
  /** Takes no more jobs and aborts those that run; they go back into the queue for the next start. */
  stop(): Promise<void>
}

/** Jobs are heard of at once; this is for those put in while the queue's own line was down or not yet up. */
const POLL = 2_000

/** Works through the queue of this database, beside any number of other processes. */
export async function runJobs(options: JobsOptions): Promise<RunningJobs> {
  const { pool, news, handlers, context } = options
  const { log } = context()
  const running = new RunningSet(context)
  const deafen = news.hear(CANCEL_TOPIC, (topic) => void running.cancel(topic.slice(CANCEL_TOPIC.length)))
  const stopSweeping = await keepFreeingOrphans(pool, log)
  const runner = await run({
    pgPool: pool,
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: POLL,
    logger: queueLog(log),
    events: nameOurselves(news),
    crontab: Object.entries(options.scheduled)
      .map(([name, { cron }]) => `${cron} ${name} ?fill=1d`)
      .join('\n'),
    taskList: {
      ...Object.fromEntries(
        Object.entries(handlers).map(([name, handler]) => [
          name,
          (ticket: unknown, { job }: { job: Job }) => running.run(handler, ticket, job),
        ]),
      ),
      ...Object.fromEntries(Object.entries(options.scheduled).map(([name, { work }]) => [name, () => work(context())])),
    },
  })
  const stop = async () => {
    deafen()
    stopSweeping()
    running.stop()
    await runner.stop()
    await putBack(pool, running.cutOff)
  }
  let stopped: Promise<void> | undefined
  return {
    stop() {
      stopped ??= stop()
      return stopped
    },
  }
}
