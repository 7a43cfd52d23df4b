import { expect, it } from 'vitest'
import { aContext, type TestContext } from '../../test/builders/database.ts'
import { aRunningPlan, aUnit } from '../../test/builders/running-plans.ts'
import { write } from '../context.ts'
import { mergeUnits } from '../organisation/actions/change-units.ts'
import { undoUnitChange } from '../organisation/actions/undo-unit-change.ts'
import { deriveTasks } from './derive-tasks.ts'

/** Two hamlets owe a quarterly report; the first has handed in that of the first quarter, and has an assignment of its own. */
async function twoHamlets() {
  const ctx = await aContext()
  const [one, other] = [await aUnit(ctx, 'Ấp Một'), await aUnit(ctx, 'Ấp Hai')]
  for (const unitId of [one, other])
    await ctx.db
      .insertInto('unitVersion')
      .values({ unitId, name: `Ấp ${unitId}`, kind: 'hamlet', parentId: 1 })
      .execute()
  const report = {
    cadence: 'quarterly',
    deadline: 'ngày 20',
    by: 'Các ấp',
    to: null,
    text: 'Báo cáo',
    due: null,
  } as const
  const plan = await aRunningPlan(ctx, [
    { kind: 'duty', data: report, units: [one, other].map((unitId) => ({ role: 'owes' as const, unitId })) },
    { kind: 'assignment', data: { unit: 'Ấp Một', relation: 'ordered' }, units: [{ role: 'assigned', unitId: one }] },
    { kind: 'work', data: { text: 'Rà soát', due: null }, under: '1' },
  ])
  await write(ctx, (tx) => deriveTasks(tx, plan.id))
  await ctx.db
    .updateTable('task')
    .set({ state: 'done', doneOn: '2026-03-09', doneHow: 'delivered' })
    .where('unitId', '=', one)
    .where('dueOn', '=', '2026-03-20')
    .execute()
  return { ctx, one, other, plan }
}

async function standing(ctx: TestContext) {
  const rows = await ctx.db
    .selectFrom('task')
    .select(['unitId', 'state', 'text', 'dueOn'])
    .where('state', '!=', 'withdrawn')
    .orderBy('dueOn')
    .orderBy('unitId')
    .execute()
  return rows.map(({ unitId, state, text, dueOn }) => `${unitId} ${text} ${dueOn ?? '–'} ${state}`)
}

function merge(ctx: TestContext, unitIds: number[]) {
  const unit = { parentId: 1, name: 'Ấp Đông', shortName: null, kind: 'hamlet' as const, code: null }
  return write(ctx, (tx) => mergeUnits(tx, { unitIds, into: { unit }, on: '2026-03-10', decision: null }))
}

it('in the middle of a plan the heir owes what was open, once, and what was done stays with who did it', async () => {
  const { ctx, one, other, plan } = await twoHamlets()
  const heir = await merge(ctx, [one, other])
  const expected = [
    `${one} Báo cáo 2026-03-20 done`,
    `${heir.id} Báo cáo 2026-03-20 open`,
    `${heir.id} Báo cáo 2026-06-22 open`,
    `${heir.id} Báo cáo 2026-09-21 open`,
    `${heir.id} Báo cáo 2026-12-21 open`,
    `${heir.id} Rà soát – open`,
  ]
  expect((await standing(ctx)).sort()).toEqual(expected.sort())
  expect(await write(ctx, (tx) => deriveTasks(tx, plan.id))).toEqual({ made: 0, changed: 0, withdrawn: 0 })
})

it('a merger taken back gives each unit its own again', async () => {
  const { ctx, one, other, plan } = await twoHamlets()
  const before = await standing(ctx)
  await merge(ctx, [one, other])
  const change = await ctx.db.selectFrom('unitChange').select('id').executeTakeFirstOrThrow()
  await write(ctx, (tx) => undoUnitChange(tx, change.id))
  expect(await standing(ctx)).toEqual(before)
  expect(await write(ctx, (tx) => deriveTasks(tx, plan.id))).toEqual({ made: 0, changed: 0, withdrawn: 0 })
})

it('what the heir has done meanwhile keeps the merger from being taken back', async () => {
  const { ctx, one, other } = await twoHamlets()
  const heir = await merge(ctx, [one, other])
  await ctx.db
    .updateTable('task')
    .set({ state: 'done', doneOn: '2026-03-10', doneHow: 'delivered' })
    .where('unitId', '=', heir.id)
    .where('dueOn', '=', '2026-06-22')
    .execute()
  const change = await ctx.db.selectFrom('unitChange').select('id').executeTakeFirstOrThrow()
  await expect(write(ctx, (tx) => undoUnitChange(tx, change.id))).rejects.toMatchObject({
    reason: 'conflict',
    problems: [{ code: 'unit-in-use' }],
  })
})
