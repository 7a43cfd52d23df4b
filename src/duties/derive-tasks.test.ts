import { expect, it } from 'vitest'
import { aContext, type TestContext } from '../../test/builders/database.ts'
import { aRunningPlan, aUnit, type GivenItem } from '../../test/builders/running-plans.ts'
import { write } from '../context.ts'
import { deriveTasks } from './derive-tasks.ts'

const report: GivenItem<'duty'>['data'] = {
  cadence: 'quarterly',
  deadline: 'trước ngày 20 của tháng cuối quý',
  by: 'Các ấp',
  to: null,
  text: 'Báo cáo kết quả thực hiện',
  due: null,
}

function derive(ctx: TestContext, planId: string) {
  return write(ctx, (tx) => deriveTasks(tx, planId))
}

function listTasks(ctx: TestContext, planId: string) {
  return ctx.db
    .selectFrom('task')
    .select(['kind', 'unitId', 'dueOn', 'state', 'text'])
    .where('planId', '=', planId)
    .orderBy('kind')
    .orderBy('unitId')
    .orderBy('dueOn')
    .execute()
}

it('every unit that owes a duty gets each occurrence, the works of an assignment go to its unit, milestones to the plan’s own', async () => {
  const ctx = await aContext()
  const [one, other] = [await aUnit(ctx, 'Ấp Một'), await aUnit(ctx, 'Ấp Hai')]
  const { id } = await aRunningPlan(ctx, [
    { kind: 'duty', data: report, units: [one, other].map((unitId) => ({ role: 'owes', unitId })) },
    { kind: 'milestone', data: { from: '2026-04', to: '2026-05', text: 'Khảo sát', deadline: null } },
    { kind: 'milestone', data: { from: '2026-06', to: '2026-06', text: 'Sơ kết', deadline: 'Trước ngày 15/6' } },
    { kind: 'assignment', data: { unit: 'Ấp Một', relation: 'ordered' }, units: [{ role: 'assigned', unitId: one }] },
    { kind: 'work', data: { text: 'Rà soát điển hình', due: null }, under: '3' },
  ])
  expect(await derive(ctx, id)).toEqual({ made: 11, changed: 0, withdrawn: 0 })
  expect((await listTasks(ctx, id)).map(({ kind, unitId, dueOn }) => [kind, unitId, dueOn])).toEqual([
    ...[one, other].flatMap((unit) =>
      ['2026-03-19', '2026-06-19', '2026-09-21', '2026-12-21'].map((day) => ['duty', unit, day]),
    ),
    ['milestone', 1, '2026-05-29'],
    ['milestone', 1, '2026-06-15'],
    ['work', one, null],
  ])
})

it('doing it again changes nothing, and what is done stays when the duty is changed or taken out', async () => {
  const ctx = await aContext()
  const unit = await aUnit(ctx, 'Ấp Một')
  const { id, itemIds } = await aRunningPlan(ctx, [
    { kind: 'duty', data: report, units: [{ role: 'owes', unitId: unit }] },
  ])
  await derive(ctx, id)
  expect(await derive(ctx, id)).toEqual({ made: 0, changed: 0, withdrawn: 0 })

  await ctx.db
    .updateTable('task')
    .set({ state: 'done', doneOn: '2026-03-10', doneHow: 'delivered' })
    .where('dueOn', '=', '2026-03-19')
    .execute()
  const item = ctx.db.updateTable('planItem').where('id', '=', itemIds[0] ?? '')
  await item.set({ data: JSON.stringify({ ...report, deadline: 'ngày 25 của tháng cuối quý' }) }).execute()
  expect(await derive(ctx, id)).toEqual({ made: 0, changed: 3, withdrawn: 0 })
  await item.set({ removedAt: ctx.clock.now() }).execute()
  expect(await derive(ctx, id)).toEqual({ made: 0, changed: 0, withdrawn: 3 })
  expect((await listTasks(ctx, id)).map(({ dueOn, state }) => [dueOn, state])).toEqual([
    ['2026-03-19', 'done'],
    ['2026-06-25', 'withdrawn'],
    ['2026-09-25', 'withdrawn'],
    ['2026-12-25', 'withdrawn'],
  ])

  await item.set({ removedAt: null }).execute()
  expect(await derive(ctx, id)).toEqual({ made: 0, changed: 3, withdrawn: 0 })
})

it('a duty that names nobody is owed by the plan’s own unit, and one without a day that can be told has none', async () => {
  const ctx = await aContext()
  const { id } = await aRunningPlan(ctx, [
    { kind: 'duty', data: { ...report, cadence: 'yearly', deadline: 'đầu năm', by: null } },
  ])
  await derive(ctx, id)
  expect((await listTasks(ctx, id)).map(({ unitId, dueOn }) => [unitId, dueOn])).toEqual([[1, null]])
})

it('occurrences are made a year ahead, and further when time has gone on', async () => {
  const ctx = await aContext()
  const { id } = await aRunningPlan(
    ctx,
    [{ kind: 'duty', data: { ...report, cadence: 'monthly', deadline: 'ngày 25' } }],
    {
      periodTo: '2030-12-31',
    },
  )
  expect(await derive(ctx, id)).toMatchObject({ made: 15 })
  const later = { ...ctx, actor: { ...ctx.actor, on: '2026-05-02' } }
  expect(await derive(later, id)).toEqual({ made: 2, changed: 0, withdrawn: 0 })
})
