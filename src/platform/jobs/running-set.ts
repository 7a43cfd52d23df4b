import type { Job } from 'graphile-worker'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Problem } from '../../core/problem.ts'
import { announce } from '../db/announce.ts'
import { jobTopic } from './enqueue.ts'
import { type JobHandler, JobProblem, type Progress, type Run } from './job.ts'

/** What the queue carries for us: the id of the job's row and the handler's payload. */
const Ticket = z.object({ job: z.uuid(), given: z.unknown() })
type Ticket = z.infer<typeof Ticket>

class CutOff extends Error {}

/** The jobs that this process runs: keeps their rows true, cancels them one by one, aborts them all when the server stops. */
export class RunningSet {
  readonly #context: () => Context
  readonly #running = new Map<string, AbortController>()
  #stopping = false
  /** Jobs that the stop has interrupted. */
  readonly cutOff: Job[] = []

  constructor(context: () => Context) {
    this.#context = context
  }

  /** Cancels one job if it runs here; `''`: news was missed, look at all of them. */
  async cancel(id: string): Promise<void> {
    if (id !== '') return this.#running.get(id)?.abort()
    const { db, log } = this.#context()
    const ids = [...this.#running.keys()]
    if (ids.length === 0) return
    try {
      const rows = await db
        .selectFrom('job')
        .select('id')
        .where('id', 'in', ids)
        .where('cancelRequested', '=', true)
        .execute()
      for (const row of rows) this.#running.get(row.id)?.abort()
    } catch (error) {
      log.warn('cannot see which jobs are cancelled', { error })
    }
  }

  stop(): void {
    this.#stopping = true
    for (const controller of this.#running.values()) controller.abort()
  }

  /** One job from its ticket to its end. Throws when the queue shall try again. */
  async run(handler: JobHandler, carried: unknown, queued: Job): Promise<void> {
    const ticket = Ticket.parse(carried)
    const ctx = this.#context()
    const controller = new AbortController()
    this.#running.set(ticket.job, controller)
    try {
      if (!(await begin(ctx, ticket.job))) return
      await handler.handle(ctx, ticket.given, runFor(ctx, ticket.job, controller.signal))
      await end(ctx, ticket.job, 'done', null)
    } catch (error) {
      await this.#failed(ctx, handler, ticket, queued, error)
    } finally {
      this.#running.delete(ticket.job)
    }
  }

  async #failed(ctx: Context, handler: JobHandler, ticket: Ticket, queued: Job, error: unknown): Promise<void> {
    const aborted = this.#running.get(ticket.job)?.signal.aborted === true
    if (aborted && this.#stopping) {
      this.cutOff.push(queued)
      throw new CutOff('the server stops', { cause: error })
    }
    if (aborted) return end(ctx, ticket.job, 'cancelled', null)
    if (error instanceof JobProblem) return end(ctx, ticket.job, 'failed', error.problem)
    ctx.log.error('a job failed', { job: ticket.job, name: queued.task_identifier, attempt: queued.attempts, error })
    if (queued.attempts < queued.max_attempts) throw error
    const problem: Problem = { field: null, code: 'fault' }
    await handler.whenFailed(ctx, ticket.given, problem)
    await end(ctx, ticket.job, 'failed', problem)
  }
}

/** False when it was cancelled before it began. */
async function begin(ctx: Context, id: string): Promise<boolean> {
  const begun = await ctx.db
    .updateTable('job')
    .set({ state: 'running', done: 0, total: null, step: null, startedAt: ctx.clock.now() })
    .where('id', '=', id)
    .where('cancelRequested', '=', false)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  if (begun.numUpdatedRows > 0n) await announce(ctx.db, jobTopic(id))
  else await end(ctx, id, 'cancelled', null)
  return begun.numUpdatedRows > 0n
}

function runFor(ctx: Context, id: string, signal: AbortSignal): Run {
  return {
    id,
    signal,
    async progress({ done, total, step }: Progress) {
      await ctx.db.updateTable('job').set({ done, total, step }).where('id', '=', id).execute()
      await announce(ctx.db, jobTopic(id))
    },
  }
}

async function end(
  ctx: Context,
  id: string,
  state: 'done' | 'failed' | 'cancelled',
  problem: Problem | null,
): Promise<void> {
  await ctx.db
    .updateTable('job')
    .set({ state, problem: problem && JSON.stringify(problem), finishedAt: ctx.clock.now() })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .execute()
  await announce(ctx.db, jobTopic(id))
}
