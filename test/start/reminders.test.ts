import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { expect, it, onTestFinished, vi } from 'vitest'
import { write } from '../../src/context.ts'
import { deriveTasks } from '../../src/duties/derive-tasks.ts'
import { aContext, aFolder, type TestContext } from '../builders/database.ts'
import { aRunningPlan, aUnit } from '../builders/running-plans.ts'
import { aReport, somebody } from '../builders/two-communes.ts'

const MORNING = '2026-04-02T02:00:00Z'
const LATER = '2026-04-02T03:00:00Z'
const PEOPLE = 8
const REPORTS = 3

/** A hamlet in which eight people work; by 5 April, a Sunday, it owes three reports. */
async function aBusyHamlet() {
  const ctx = await aContext()
  const hamlet = await aUnit(ctx, 'Thôn Đông', 1, 'hamlet')
  const reports = Array.from({ length: REPORTS }, (_, index) => aReport(`Báo cáo số ${index + 1}`, [hamlet]))
  const plan = await aRunningPlan(ctx, reports, { inForceOn: '2026-04-01', periodTo: '2026-04-30' })
  await write(ctx, (tx) => deriveTasks(tx, plan.id))
  for (let index = 0; index < PEOPLE; index += 1) await somebody(ctx, `nguoi${index}`, hamlet, 'member')
  return ctx
}

/** A mail server that keeps whom it got letters for; while it is `holding`, it takes a letter and never says so. */
async function aMailServer() {
  const kept: string[] = []
  const held: string[] = []
  const state = { holding: false, kept, held, url: '' }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      const to = envelope.rcptTo.map(({ address }) => address).join()
      void text(stream).then(() => {
        if (state.holding) held.push(to)
        else {
          kept.push(to)
          done()
        }
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  state.url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  return state
}

/** A worker as a process of its own on the same database. */
async function aWorker(ctx: TestContext, smtpUrl: string, now = MORNING) {
  const given = JSON.stringify({ connection: ctx.connection, folder: await aFolder(), now, smtpUrl })
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker-process.ts'), given], {
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (words: string) => {
    said.out += words
  })
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    said.err += words
  })
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'close')
  }
  onTestFinished(() => end('SIGKILL'))
  await vi.waitFor(() => expect(said.out, said.err).toContain('ready'), { timeout: 60_000 })
  return { end, worked: () => said.out.includes('.') }
}

/** Orders the same work many times over, for whichever process takes it. */
async function order(ctx: TestContext, name: 'remind' | 'send-letters', times: number): Promise<void> {
  await sql`select graphile_worker.add_job(${name}::text) from generate_series(1, ${times})`.execute(ctx.db)
}

async function untilDone(ctx: TestContext): Promise<void> {
  const left = sql<{ count: number }>`select count(*)::integer as count from graphile_worker.jobs`
  const done = async () => expect((await left.execute(ctx.db)).rows[0]?.count).toBe(0)
  await vi.waitFor(done, { timeout: 60_000, interval: 100 })
}

async function mailStates(ctx: TestContext): Promise<Record<string, number>> {
  const rows = await ctx.db
    .selectFrom('notice')
    .select(['mail', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('mail')
    .execute()
  return Object.fromEntries(rows.map(({ mail, count }) => [mail, Number(count)]))
}

const everybody = Array.from({ length: PEOPLE }, (_, index) => `nguoi${index}@example.vn`)

it('two processes that remind and write at once, again and again, tell everybody once', async () => {
  const ctx = await aBusyHamlet()
  const server = await aMailServer()
  const workers = [await aWorker(ctx, server.url), await aWorker(ctx, server.url)]
  await order(ctx, 'remind', 20)
  await untilDone(ctx)
  expect(await mailStates(ctx)).toEqual({ waiting: PEOPLE * REPORTS })
  await order(ctx, 'send-letters', 10)
  await order(ctx, 'remind', 10)
  await untilDone(ctx)
  expect(workers.map(({ worked }) => worked())).toEqual([true, true])
  expect(server.kept.toSorted()).toEqual(everybody)
  expect(await mailStates(ctx)).toEqual({ sent: PEOPLE * REPORTS })
}, 180_000)

it('a process killed in the middle of a letter leaves nobody to be told twice by the next, and everybody else to be told once', async () => {
  const ctx = await aBusyHamlet()
  const server = await aMailServer()
  const first = await aWorker(ctx, server.url)
  await order(ctx, 'remind', 1)
  await untilDone(ctx)
  server.holding = true
  await order(ctx, 'send-letters', 1)
  await vi.waitFor(() => expect(server.held.length).toBe(1), { timeout: 60_000 })
  await first.end('SIGKILL')
  const others = (PEOPLE - 1) * REPORTS
  expect(await mailStates(ctx)).toEqual({ claimed: REPORTS, waiting: others })

  server.holding = false
  const second = await aWorker(ctx, server.url, LATER)
  await order(ctx, 'remind', 3)
  await order(ctx, 'send-letters', 3)
  const ordered = sql<{
    count: number
  }>`select count(*)::integer as count from graphile_worker.jobs where locked_at is null`
  const taken = async () => expect((await ordered.execute(ctx.db)).rows[0]?.count).toBe(0)
  await vi.waitFor(taken, { timeout: 60_000, interval: 100 })
  await second.end('SIGTERM')
  expect(server.kept.toSorted()).toEqual(everybody.filter((address) => !server.held.includes(address)))
  expect(await mailStates(ctx)).toEqual({ claimed: REPORTS, sent: others })
}, 180_000)
