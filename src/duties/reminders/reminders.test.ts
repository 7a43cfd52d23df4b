import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aContext, type TestContext } from '../../../test/builders/database.ts'
import { aRunningPlan, aUnit } from '../../../test/builders/running-plans.ts'
import { somebody } from '../../../test/builders/two-communes.ts'
import { type Context, write } from '../../context.ts'
import type { DayKind } from '../../core/dates/working-days.ts'
import { deriveTasks } from '../derive-tasks.ts'
import { remind, reminderReach } from './remind.ts'
import { isQuiet, sendLetters } from './send-letters.ts'

const none = new Map<string, DayKind>()

/** A hamlet that owes a monthly report before the 20th; one who works there has an address, one has none, one only looks on. */
async function aHamlet() {
  const ctx = await aContext()
  const unit = await aUnit(ctx, 'Ấp Một')
  const report = { cadence: 'monthly', deadline: 'trước ngày 20', by: 'Ấp Một', to: null, due: null } as const
  const plan = await aRunningPlan(ctx, [
    { kind: 'duty', data: { ...report, text: 'Giới thiệu gương điển hình' }, units: [{ role: 'owes', unitId: unit }] },
  ])
  await write(ctx, (tx) => deriveTasks(tx, plan.id))
  for (const [fullName, email, role] of [
    ['Lê Thị Nga', 'nga@example.vn', 'member'],
    ['Phạm Văn Minh', null, 'member'],
    ['Hoàng Văn Xa', 'xa@example.vn', 'supervisor'],
  ] as const) {
    const id = ctx.chance.id()
    await ctx.db
      .insertInto('person')
      .values({ id, fullName, email, sortName: fullName, createdAt: ctx.clock.now() })
      .execute()
    await ctx.db
      .insertInto('position')
      .values({ id: ctx.chance.id(), personId: id, unitId: unit, role, fromDate: '2026-01-01' })
      .execute()
  }
  return ctx
}

/** The same house at another time, nine in the morning unless an hour is given. */
function on(ctx: TestContext, day: string, hour = 9): Context {
  const now = () => new Date(Date.parse(`${day}T00:00:00Z`) + (hour - 7) * 3_600_000)
  return { ...ctx, clock: { now }, actor: { ...ctx.actor, on: day } }
}

function remindOn(ctx: TestContext, day: string): Promise<number> {
  return write(on(ctx, day), remind)
}

async function letters(ctx: TestContext): Promise<string[]> {
  const folder = ctx.config.mailFolder
  const names = await readdir(folder).catch(() => [])
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
}

it('those who work in a unit are told three working days before, on the day, and once a week when it is late', async () => {
  const ctx = await aHamlet()
  await ctx.db.deleteFrom('task').where('dueOn', '!=', '2026-03-19').execute()
  const told: Record<string, number> = {}
  for (let day = 1; day <= 31; day += 1) {
    const date = `2026-03-${String(day).padStart(2, '0')}`
    const count = await remindOn(ctx, date)
    if (count > 0) told[date] = count
  }
  expect(told).toEqual({ '2026-03-16': 2, '2026-03-19': 2, '2026-03-20': 2, '2026-03-27': 2 })
})

it('nobody is told twice, not by two processes at once either', async () => {
  const ctx = await aHamlet()
  const counts = await Promise.all([
    remindOn(ctx, '2026-03-18'),
    remindOn(ctx, '2026-03-18'),
    remindOn(ctx, '2026-03-18'),
  ])
  const keys = await ctx.db.selectFrom('notice').select('key').execute()
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(keys.length)
  expect(await remindOn(ctx, '2026-03-18')).toBe(0)
})

it('a letter goes out once, to who has an address, with everything in it; two processes share the work', async () => {
  const ctx = await aHamlet()
  await remindOn(ctx, '2026-03-18')
  const at = on(ctx, '2026-03-18')
  const sent = await Promise.all([sendLetters(at), sendLetters(at)])
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1)
  expect(await sendLetters(at)).toBe(0)
  const [letter = '', ...more] = await letters(ctx)
  expect(more).toEqual([])
  expect(letter).toContain('To: nga@example.vn')
})

it('in the quiet hours and on days off letters wait', async () => {
  const ctx = await aHamlet()
  await remindOn(ctx, '2026-03-18')
  expect(await sendLetters(on(ctx, '2026-03-18', 22))).toBe(0)
  expect(await sendLetters(on(ctx, '2026-03-21'))).toBe(0)
  expect(await sendLetters(on(ctx, '2026-03-19', 8))).toBe(1)
})

it('what a process had claimed when it died is not sent again; what no server took goes out later', async () => {
  const ctx = await aHamlet()
  await remindOn(ctx, '2026-03-18')
  const offline = {
    ...on(ctx, '2026-03-18'),
    mail: { send: () => Promise.reject(new Error('offline')), close: () => undefined },
  }
  expect(await sendLetters(offline)).toBe(0)
  await ctx.db.updateTable('notice').set({ mail: 'claimed' }).where('kind', '=', 'overdue').execute()
  expect(await sendLetters(on(ctx, '2026-03-19', 8))).toBe(1)
  const states = await ctx.db
    .selectFrom('notice')
    .select(['kind', 'mail'])
    .distinct()
    .orderBy('kind')
    .orderBy('mail')
    .execute()
  expect(states).toEqual([
    { kind: 'due-soon', mail: 'none' },
    { kind: 'due-soon', mail: 'sent' },
    { kind: 'overdue', mail: 'claimed' },
  ])
})

it('a server that does not know us is asked three times, and everything waits; one that refuses an address ends that letter', async () => {
  const ctx = await aHamlet()
  await ctx.db.deleteFrom('task').where('dueOn', '!=', '2026-03-19').execute()
  const { unitId } = await ctx.db.selectFrom('task').select('unitId').executeTakeFirstOrThrow()
  for (const name of ['an', 'ba', 'tu']) await somebody(ctx, name, unitId, 'member')
  await remindOn(ctx, '2026-03-18')
  const after = async (trouble: { code: string; responseCode: number }) => {
    let asked = 0
    const send = () => {
      asked += 1
      return Promise.reject(Object.assign(new Error('no'), trouble))
    }
    await sendLetters({ ...on(ctx, '2026-03-18'), mail: { send, close: () => undefined } })
    const rows = await ctx.db.selectFrom('notice').select('mail').where('mail', '<>', 'none').execute()
    return { asked, mail: rows.map(({ mail }) => mail) }
  }
  const all = (state: string) => [state, state, state, state]
  expect(await after({ code: 'EAUTH', responseCode: 535 })).toEqual({ asked: 3, mail: all('waiting') })
  expect(await after({ code: 'EENVELOPE', responseCode: 450 })).toEqual({ asked: 4, mail: all('waiting') })
  expect(await after({ code: 'EENVELOPE', responseCode: 550 })).toEqual({ asked: 4, mail: all('failed') })
})

it('what has been done meanwhile is not written about', async () => {
  const ctx = await aHamlet()
  await remindOn(ctx, '2026-03-18')
  await ctx.db.updateTable('task').set({ state: 'done', doneOn: '2026-03-18', doneHow: 'delivered' }).execute()
  expect(await sendLetters(on(ctx, '2026-03-18'))).toBe(0)
  expect(await letters(ctx)).toEqual([])
})

it.each([
  [
    'has another place',
    async ({ db }: TestContext) => db.updateTable('position').set({ untilDate: '2026-03-18' }).execute(),
  ],
  ['has left', async ({ db }: TestContext) => db.updateTable('person').set({ leftOn: '2026-03-18' }).execute()],
])('whoever %s since the morning is not written to about what is no longer theirs to know', async (_, leave) => {
  const ctx = await aHamlet()
  await remindOn(ctx, '2026-03-18')
  await leave(ctx)
  expect(await sendLetters(on(ctx, '2026-03-18'))).toBe(0)
  expect(await letters(ctx)).toEqual([])
})

it('the reach of a reminder passes over weekends and holidays', () => {
  expect(reminderReach('2026-03-16', 3, none)).toBe('2026-03-19')
  expect(reminderReach('2026-03-19', 3, none)).toBe('2026-03-24')
  expect(reminderReach('2026-03-19', 0, none)).toBe('2026-03-19')
})

it.each([
  [19, false],
  [20, true],
  [6, true],
  [7, false],
])('with quiet hours from 20 to 7, %i o’clock is quiet: %s', (hour, quiet) => {
  const now = new Date(Date.UTC(2026, 2, 18, hour - 7))
  expect(isQuiet(now, { from: 20, to: 7 }, none)).toBe(quiet)
})
