import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { aContext, type TestContext } from '../../../test/builders/database.ts'
import { write } from '../../context.ts'
import { openNews } from '../db/news.ts'
import { cancelJob, enqueue } from './enqueue.ts'
import { type JobHandler, JobProblem, job } from './job.ts'
import { type RunningJobs, runJobs } from './run-jobs.ts'

const Nothing = z.object({})

async function started(ctx: TestContext, handlers: Record<string, JobHandler>): Promise<RunningJobs> {
  const news = await openNews({ connection: ctx.connection, log: ctx.log })
  const jobs = await runJobs({ context: () => ctx, pool: ctx.pool, news, handlers, scheduled: {}, concurrency: 2 })
  onTestFinished(async () => {
    await jobs.stop()
    await news.close()
  })
  return jobs
}

async function order(ctx: TestContext, name: string, attempts = 3): Promise<string> {
  return write(ctx, (tx) => enqueue(tx, name, { subjectId: null, payload: {}, attempts }))
}

function stateOf(ctx: TestContext, id: string) {
  return ctx.db
    .selectFrom('job')
    .select(['state', 'done', 'total', 'step', 'problem'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

async function becomes(ctx: TestContext, id: string, state: string) {
  await vi.waitFor(async () => expect((await stateOf(ctx, id)).state).toBe(state), { timeout: 10_000, interval: 20 })
  return stateOf(ctx, id)
}

/** Works until it is told to stop. */
const endless = job(Nothing, async (_ctx, _payload, run) => {
  await run.progress({ done: 1, total: 40, step: 'recognise' })
  run.signal.throwIfAborted()
  const { promise, reject } = Promise.withResolvers<void>()
  run.signal.addEventListener('abort', () => reject(new Error('aborted')))
  await promise
})

test('a job runs after the change that ordered it has committed, and its progress can be seen', async () => {
  const ctx = await aContext()
  const counting = job(Nothing, async (_ctx, _payload, run) => run.progress({ done: 3, total: 3, step: 'text' }))
  await started(ctx, { count: counting })

  const id = await order(ctx, 'count')

  expect(await becomes(ctx, id, 'done')).toEqual({ state: 'done', done: 3, total: 3, step: 'text', problem: null })
})

test('a job of a change that is rolled back never runs', async () => {
  const ctx = await aContext()
  const ran = vi.fn()
  await started(ctx, { tell: job(Nothing, async () => ran()) })

  const change = write(ctx, async (tx) => {
    await enqueue(tx, 'tell', { subjectId: null, payload: {} })
    throw new Error('no')
  })

  await expect(change).rejects.toThrow('no')
  await becomes(ctx, await order(ctx, 'tell'), 'done')
  expect(ran).toHaveBeenCalledTimes(1)
})

test('cancelling stops a job that runs and leaves the others alone', async () => {
  const ctx = await aContext()
  await started(ctx, { endless })
  const [first, second] = [await order(ctx, 'endless'), await order(ctx, 'endless')]
  await becomes(ctx, first, 'running')
  await becomes(ctx, second, 'running')

  expect(await write(ctx, (tx) => cancelJob(tx, first))).toBe(true)

  await becomes(ctx, first, 'cancelled')
  expect(await stateOf(ctx, second)).toEqual({
    state: 'running',
    done: 1,
    total: 40,
    step: 'recognise',
    problem: null,
  })
})

test('a job that waits is cancelled without ever running', async () => {
  const ctx = await aContext()
  const id = await order(ctx, 'endless')

  expect(await write(ctx, (tx) => cancelJob(tx, id))).toBe(true)
  expect(await write(ctx, (tx) => cancelJob(tx, id))).toBe(false)

  const { rows } = await ctx.pool.query('select from graphile_worker.jobs')
  expect([(await stateOf(ctx, id)).state, rows]).toEqual(['cancelled', []])
})

test('a job that a stop of the server interrupts starts anew at the next start, at once', async () => {
  const ctx = await aContext()
  const first = await started(ctx, { endless })
  const id = await order(ctx, 'endless')
  await becomes(ctx, id, 'running')
  await first.stop()

  await started(ctx, { endless: job(Nothing, async () => undefined) })

  await becomes(ctx, id, 'done')
})

test('jobs of a process that died are taken over, those of a living one are not', async () => {
  const ctx = await aContext()
  const [dead, living] = [await order(ctx, 'touch'), await order(ctx, 'touch')]
  const other = await openNews({ connection: ctx.connection, log: ctx.log })
  onTestFinished(() => other.close())
  await other.hold('jobs of pool-living')
  const take = `update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - interval '1 minute',
    attempts = 3 where key = $1`
  await ctx.pool.query(take, [dead, 'pool-dead'])
  await ctx.pool.query(take, [living, 'pool-living'])

  await started(ctx, { touch: job(Nothing, async () => undefined) })

  await becomes(ctx, dead, 'done')
  expect((await stateOf(ctx, living)).state).toBe('waiting')
})

test('a job that breaks is tried again as often as it was ordered, then the record hears of it', async () => {
  const ctx = await aContext()
  const told = vi.fn()
  const broken = job(
    Nothing,
    async () => {
      throw new Error('a fault')
    },
    async (_ctx, _payload, problem) => told(problem),
  )
  await started(ctx, { broken })

  const id = await order(ctx, 'broken', 1)

  expect((await becomes(ctx, id, 'failed')).problem).toEqual({ field: null, code: 'fault' })
  expect(told.mock.calls).toEqual([[{ field: null, code: 'fault' }]])
})

test('a problem of the document itself fails the job at once, with its facts', async () => {
  const ctx = await aContext()
  const encrypted = job(Nothing, async () => {
    throw new JobProblem({ field: 'files', code: 'encrypted' })
  })
  await started(ctx, { encrypted })

  const id = await order(ctx, 'encrypted')

  expect((await becomes(ctx, id, 'failed')).problem).toEqual({ field: 'files', code: 'encrypted' })
  await sleep(50)
  const { rows } = await ctx.pool.query('select from graphile_worker.jobs')
  expect(rows).toEqual([])
})
