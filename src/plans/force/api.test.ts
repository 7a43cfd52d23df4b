import { expect, it } from 'vitest'
import { aProvinceWithPrograms, type TestProgram } from '../../../test/builders/programs.ts'
import { aHeader, aRunningPlan, aUnit, type GivenItem } from '../../../test/builders/running-plans.ts'
import { tokenScopes } from '../../access/tokens.ts'

const report = (deadline: string): GivenItem<'duty'> => ({
  kind: 'duty',
  data: { cadence: 'quarterly', deadline, by: 'Hội Nông dân xã', to: null, text: 'Báo cáo kết quả', due: null },
})

async function said(answer: Response): Promise<Record<string, unknown>> {
  return { status: answer.status, ...((await answer.json().catch(() => ({}))) as object) }
}

async function itemsOf(program: TestProgram, path: string): Promise<Record<string, unknown>[]> {
  return ((await said(await program.get(path)))['items'] ?? []) as Record<string, unknown>[]
}

it('a program says who is meant, puts a plan in force, compares it with a newer version, takes that over and ends it', async () => {
  const { ctx, hire, program } = await aProvinceWithPrograms()
  const union = await aUnit(ctx, 'Hội Nông dân xã Mây Hạ', 2, 'union')
  const officer = await program((await hire('binh', 2, 'officer')).id, [...tokenScopes])
  const member = await program((await hire('tu', union, 'member')).id, [...tokenScopes])
  const given = [aHeader({ title: 'Nhân rộng gương tốt' }), report('ngày 20')]
  const plan = await aRunningPlan(ctx, given, { unitId: 2, state: 'drafted', inForceOn: null })
  const path = `/api/plans/${plan.id}`

  expect((await member.get(`${path}/parts`)).status).toBe(404)
  expect(await itemsOf(officer, `${path}/unit-names`)).toMatchObject([
    { name: 'Hội Nông dân xã', state: 'matched', units: [{ unitId: union, title: '' }] },
  ])
  const decisions = [{ name: 'Hội Nông dân xã', units: [{ unitId: 999_999 }] }]
  expect((await officer.post(`${path}/unit-names`, { decisions })).status).toBe(422)
  decisions[0] = { name: 'Hội Nông dân xã', units: [{ unitId: union }] }
  expect((await officer.post(`${path}/unit-names`, { decisions })).status).toBe(204)
  expect(await itemsOf(officer, `${path}/checks`)).toEqual([])

  expect(await said(await officer.post(`${path}/confirmation`, { from: '2026-01-01' }))).toEqual({
    status: 200,
    made: 4,
    changed: 0,
    withdrawn: 0,
  })
  expect((await officer.post(`${path}/confirmation`, { from: '2026-01-01' })).status).toBe(409)
  expect(await itemsOf(member, `${path}/parts`)).toEqual([
    {
      itemId: plan.itemIds[1],
      role: 'owes',
      unitId: union,
      unitName: 'Hội Nông dân xã Mây Hạ',
      title: '',
      relation: null,
    },
  ])
  expect(await itemsOf(member, `${path}/items`)).toHaveLength(2)
  expect((await member.post(`${path}/ending`)).status).toBe(404)
  expect((await member.get(`${path}/comparisons`)).status).toBe(404)

  const read = { unitId: 2, state: 'read', readAt: ctx.clock.now(), inForceOn: null }
  const newer = await aRunningPlan(ctx, [aHeader({ title: 'Nhân rộng gương tốt' }), report('ngày 25')], read)
  expect((await itemsOf(officer, `${path}/comparisons`)).map(({ id }) => id)).toEqual([newer.id])
  const compared = await said(await officer.get(`${path}/comparisons/${newer.id}`))
  const [, changed] = compared['items'] as Record<string, unknown>[]
  expect(changed).toMatchObject({ key: plan.itemIds[1], kind: 'changed', itemKind: 'duty', open: 4, done: 0 })
  const take = { take: [plan.itemIds[1]], revision: compared['revision'] }
  expect(await said(await officer.post(`${path}/comparisons/${newer.id}`, take))).toMatchObject({ status: 200 })
  const due = await ctx.db.selectFrom('task').select('dueOn').where('state', '=', 'open').orderBy('dueOn').execute()
  expect(due.map(({ dueOn }) => dueOn)).toEqual(['2026-03-25', '2026-06-25', '2026-09-25', '2026-12-25'])

  expect((await officer.post(`${path}/ending`)).status).toBe(204)
  expect((await officer.post(`${path}/reopening`)).status).toBe(409)
  expect((await officer.post(`${path}/resumption`)).status).toBe(204)
  expect((await officer.post(`${path}/reopening`)).status).toBe(204)
  expect((await member.get(path)).status).toBe(404)
})
