import { expect, it } from 'vitest'
import { aContext, type TestContext } from '../../test/builders/database.ts'
import { aRunningPlan, aUnit, type GivenItem } from '../../test/builders/running-plans.ts'
import { type Context, write } from '../context.ts'
import type { Grant } from '../core/reach.ts'
import { deriveTasks } from '../duties/derive-tasks.ts'
import { foundPath } from './paths.ts'
import { search } from './queries.ts'

const field = (title: string): GivenItem<'field'>['data'] => ({
  ordinal: null,
  title,
  lead: [],
  coordinating: [],
  relation: null,
  period: null,
})
const duty: GivenItem<'duty'>['data'] = {
  cadence: 'monthly',
  deadline: 'ngày 20',
  by: 'Hội Nông dân',
  to: null,
  text: 'Báo cáo gương sản xuất giỏi',
  due: null,
}

/** A member of one unit, who reads plans and tasks there and nowhere else. */
async function memberOf(ctx: Context, unitId: number): Promise<Context> {
  const { path } = await ctx.db.selectFrom('unit').select('path').where('id', '=', unitId).executeTakeFirstOrThrow()
  const grants = (['plan.read', 'task.read'] as const).map(
    (permission): Grant => ({ permission, unit: path, reach: 'unit', from: null, until: null }),
  )
  return { ...ctx, actor: { kind: 'person', id: null, on: '2026-03-10', grants } }
}

const found = async (ctx: Context, q: string) =>
  (await search(ctx, { q, kind: null, most: 20 })).map(({ kind, title }) => `${kind}: ${title}`).toSorted()

/** A plan of the commune (2) with two fields; the union (3) leads the first and owes a monthly report; the hamlet (4) has no part. */
async function aCommune(state = 'in-force') {
  const ctx = await aContext()
  const commune = await aUnit(ctx, 'Xã Mây Hạ')
  const [union, hamlet] = [await aUnit(ctx, 'Hội Nông dân', commune), await aUnit(ctx, 'Thôn Đông', commune)]
  const plan = await aRunningPlan(
    ctx,
    [
      { kind: 'field', data: field('Sản xuất giỏi'), units: [{ role: 'lead', unitId: union }] },
      { kind: 'field', data: field('Học tập suốt đời') },
      { kind: 'duty', data: duty, units: [{ role: 'owes', unitId: union }] },
    ],
    { unitId: commune, state, title: 'Nhân rộng gương tốt', inForceOn: '2026-01-01' },
  )
  await write(ctx, (tx) => deriveTasks(tx, plan.id))
  return { ctx, plan, commune, union, hamlet }
}

const titled = (ctx: TestContext, id: string, title: string) =>
  ctx.db
    .updateTable('planItem')
    .set({ data: JSON.stringify(field(title)) })
    .where('id', '=', id)
    .execute()

it('a plan in force, its fields and tasks are found where there is a part in them, and nowhere else', async () => {
  const { ctx, plan, commune, union, hamlet } = await aCommune()
  const [farmer, neighbour, officer] = [
    await memberOf(ctx, union),
    await memberOf(ctx, hamlet),
    await memberOf(ctx, commune),
  ]
  expect(await found(farmer, 'guong tot')).toEqual([
    'field: Sản xuất giỏi',
    'plan: Nhân rộng gương tốt',
    'task: Báo cáo gương sản xuất giỏi',
  ])
  expect(await found(neighbour, 'guong tot')).toEqual([])
  expect(await found(officer, 'hoc tap')).toEqual(['field: Học tập suốt đời'])
  expect(await found(farmer, 'hoc tap')).toEqual([])
  expect(await found(farmer, 'hcoj tap'), 'a word that others may find').toEqual([])
  expect(await found(farmer, 'nahn rogn guong tot')).toContain('plan: Nhân rộng gương tốt')
  const [task] = await search(farmer, { q: 'bao cao guong', kind: 'task', most: 5 })
  expect(task && foundPath(task)).toBe(`/ke-hoach/${plan.id}#i-${plan.itemIds[2]}`)
})

it('search follows a field that is corrected or removed, and a plan that is taken back or removed', async () => {
  const { ctx, plan, union } = await aCommune()
  const farmer = await memberOf(ctx, union)
  const [first = '', second = ''] = plan.itemIds
  await titled(ctx, first, 'Chăn nuôi giỏi')
  expect(await found(farmer, 'chan nuoi')).toEqual(['field: Chăn nuôi giỏi'])
  expect(await found(ctx, 'san xuat gioi')).toEqual(['task: Báo cáo gương sản xuất giỏi'])
  await ctx.db.updateTable('planItem').set({ removedAt: ctx.clock.now() }).where('id', '=', second).execute()
  expect(await found(ctx, 'hoc tap suot doi')).toEqual([])
  await ctx.db.updateTable('task').set({ state: 'withdrawn' }).execute()
  expect(await found(farmer, 'bao cao guong')).toEqual([])
  await ctx.db.updateTable('planDocument').set({ state: 'drafted', inForceOn: null }).execute()
  expect(await found(farmer, 'nhan rong')).toEqual([])
  expect(await found(ctx, 'nhan rong guong tot')).toEqual(['field: Chăn nuôi giỏi', 'plan: Nhân rộng gương tốt'])
  await ctx.db.deleteFrom('task').execute()
  await ctx.db.deleteFrom('planDocument').execute()
  expect(await found(ctx, 'nhan rong guong tot')).toEqual([])
})
