import { expect, it } from 'vitest'
import { aCommune } from '../../../test/builders/commune.ts'
import { aRunningPlan, type GivenItem } from '../../../test/builders/running-plans.ts'
import { write } from '../../context.ts'
import { planChanged } from '../actions/plan-changed.ts'
import { planPaths } from '../paths.ts'

const duty = (deadline: string, text: string): GivenItem<'duty'> => ({
  kind: 'duty',
  data: { cadence: 'quarterly', deadline, by: null, to: null, text, due: null },
})
const milestone = (text: string): GivenItem<'milestone'> => ({
  kind: 'milestone',
  data: { from: '2026-05', to: '2026-06', text, deadline: null },
})

/** A plan of the commune in force, and its corrected version, read: another day, one step gone, one new. */
async function aCorrectedPlan(...more: readonly GivenItem<'assignment'>[]) {
  const house = await aCommune()
  const { ctx, admin, invite } = house
  const { browser: officer } = await invite(admin, 'Vũ Thị Hòa', 'hoa.vu', 'Xã Mây Hạ', 'officer')
  const { browser: outsider } = await invite(admin, 'Hoàng Thị Xa', 'xa.hoang', 'Xã Mây Thượng', 'officer')
  const report = 'Báo cáo kết quả phát hiện, nêu gương điển hình'
  const plan = await aRunningPlan(ctx, [duty('ngày 20', report), milestone('Sơ kết việc thực hiện kế hoạch')], {
    unitId: 2,
  })
  await write(ctx, (tx) => planChanged(tx, plan.id))
  const read = { unitId: 2, state: 'read', readAt: ctx.clock.now(), inForceOn: null, title: 'Bản đính chính' }
  const newer = await aRunningPlan(
    ctx,
    [duty('ngày 25', report), milestone('Thi tìm hiểu về gương sáng quê hương'), ...more],
    read,
  )
  return { ...house, officer, outsider, plan, newer }
}

const plain = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

it('shows what changed and what hangs on it before anything moves, and keeps what is done', async () => {
  const { ctx, officer, plan, newer } = await aCorrectedPlan()
  await ctx.db
    .updateTable('task')
    .set({ state: 'done', doneOn: '2026-03-09', doneHow: 'delivered' })
    .where('dueOn', '=', '2026-03-20')
    .execute()
  expect(await plain(officer.get(planPaths.correction(plan.id)))).toContain('Bản đính chính')
  const page = await (await officer.get(planPaths.compare(plan.id, newer.id))).text()
  const text = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(text).toContain('1 mục đổi, 1 mục thêm, 1 mục bỏ, 0 mục giữ nguyên')
  expect(text).toContain('3 việc chưa xong, 1 việc đã xong')
  expect(await ctx.db.selectFrom('planEdit').select('number').execute()).toEqual([])

  const take = [...page.matchAll(/name="take" value="([^"]+)"/g)].map((match) => match[1] ?? '')
  const form = new URLSearchParams([['revision', '0'], ...take.map((one) => ['take', one])] as [string, string][])
  const answer = await officer.post(planPaths.compare(plan.id, newer.id), form as never)
  expect(answer.status).toBe(303)
  const tasks = await ctx.db
    .selectFrom('task')
    .select(['kind', 'dueOn', 'state'])
    .orderBy('dueOn')
    .orderBy('state')
    .execute()
  expect(tasks.map(({ kind, dueOn, state }) => `${kind} ${dueOn} ${state}`)).toEqual([
    'duty 2026-03-20 done',
    'duty 2026-06-25 open',
    'milestone 2026-06-30 open',
    'milestone 2026-06-30 withdrawn',
    'duty 2026-09-25 open',
    'duty 2026-12-25 open',
  ])
  const applied = await ctx.db
    .selectFrom('planDocument')
    .select(['state', 'correctsId'])
    .where('id', '=', newer.id)
    .executeTakeFirst()
  expect(applied).toEqual({ state: 'applied', correctsId: plan.id })
  const sources = ctx.db
    .selectFrom('planItem')
    .select('sourceId')
    .where('planId', '=', plan.id)
    .where('removedAt', 'is', null)
  expect((await sources.execute()).map(({ sourceId }) => sourceId)).toEqual([newer.id, newer.id])
  expect((await officer.post(planPaths.compare(plan.id, newer.id), { revision: '1' })).status).toBe(409)
})

it('moves nothing when the plan has gone on since, and nothing for strangers', async () => {
  const { ctx, officer, outsider, plan, newer } = await aCorrectedPlan()
  await ctx.db.updateTable('planDocument').set({ revision: 7 }).where('id', '=', plan.id).execute()
  const stale = await officer.post(planPaths.compare(plan.id, newer.id), { revision: '0', take: plan.itemIds[0] ?? '' })
  expect(stale.headers.get('location')).toBe(planPaths.compare(plan.id, newer.id))
  expect(await ctx.db.selectFrom('planEdit').select('number').execute()).toEqual([])
  for (const path of [planPaths.correction(plan.id), planPaths.compare(plan.id, newer.id)])
    expect((await outsider.get(path)).status).toBe(404)
  expect((await outsider.post(planPaths.compare(plan.id, newer.id), { revision: '7' })).status).toBe(404)
})

it('leads to the names that the newer version has brought, where nobody has said which units they mean', async () => {
  const { officer, plan, newer } = await aCorrectedPlan({
    kind: 'assignment',
    data: { unit: 'Công an xã', relation: 'ordered' },
  })
  const page = await (await officer.get(planPaths.compare(plan.id, newer.id))).text()
  const take = [...page.matchAll(/name="take" value="([^"]+)"/g)].map((match) => match[1] ?? '')
  const form = new URLSearchParams([['revision', '0'], ...take.map((one) => ['take', one])] as [string, string][])
  const answer = await officer.post(planPaths.compare(plan.id, newer.id), form as never)
  expect(answer.headers.get('location')).toBe(planPaths.units(plan.id))
  expect(await plain(officer.get(planPaths.units(plan.id)))).toContain('Có 1 tên đơn vị mới chưa rõ là đơn vị nào')
})
