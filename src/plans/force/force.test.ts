import { expect, it } from 'vitest'
import { aBrowser } from '../../../test/builders/browser.ts'
import { aCommune } from '../../../test/builders/commune.ts'
import { aHeader, aRunningPlan } from '../../../test/builders/running-plans.ts'
import { dutyPaths } from '../../duties/paths.ts'
import { planPaths } from '../paths.ts'

const on = '2026-03-01'

/** A commune (unit 2) with two hamlets (4, 5) and the Farmers' Union (6), its officer and a member of the union; a plan of the commune under review. */
async function aCommuneWithPlan() {
  const house = await aCommune()
  const { ctx, admin, invite } = house
  const add = (name: string, kind: string) =>
    admin.post('/don-vi/2/them', { name, kind, on, shortName: '', code: '', decision: '' })
  await add('Thôn Đông', 'hamlet')
  await add('Thôn Tây', 'hamlet')
  await add('Hội Nông dân xã', 'union')
  const { browser: officer } = await invite(admin, 'Vũ Thị Hòa', 'hoa.vu', 'Xã Mây Hạ', 'officer')
  const { browser: member } = await invite(admin, 'Đinh Công Tự', 'tu.dinh', 'Hội Nông dân xã', 'member')
  const plan = await aRunningPlan(
    ctx,
    [
      aHeader(),
      {
        kind: 'field',
        data: {
          ordinal: '1',
          title: 'Sản xuất giỏi',
          lead: ['HND xã'],
          coordinating: ['Hội Sinh vật cảnh'],
          relation: null,
          period: null,
        },
      },
      {
        kind: 'duty',
        data: {
          cadence: 'quarterly',
          deadline: 'ngày 20 của tháng cuối quý',
          by: 'Các thôn',
          to: 'UBND xã',
          text: 'Báo cáo quý',
          due: null,
        },
      },
      { kind: 'assignment', data: { unit: 'Hội Nông dân', relation: 'ordered' } },
      { kind: 'work', data: { text: 'Rà soát hộ sản xuất giỏi', due: null }, under: '3' },
    ],
    { unitId: 2, state: 'drafted', inForceOn: null, title: 'Nhân rộng điển hình tiên tiến năm 2026' },
  )
  return { ...house, officer, member, plan: plan.id }
}

const plain = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

it('an officer looks at the names, says what is meant, puts the plan in force, and each unit gets what is its own', async () => {
  const { ctx, officer, member, plan } = await aCommuneWithPlan()
  expect((await member.get(planPaths.document(plan))).status).toBe(404)
  const units = await plain(officer.get(planPaths.units(plan)))
  expect(units).toMatch(
    /1 tên cần chọn .*Cần chọn 1 .*Hội Sinh vật cảnh .*Đã rõ 4 .*HND xã Tự nhận ra .*Các thôn Tự nhận ra .*UBND xã Tự nhận ra/,
  )
  const before = await plain(officer.get(planPaths.confirm(plan)))
  expect(before).toContain('Còn 1 tên đơn vị chưa rõ')
  expect(before).toMatch(/9 việc cho 3 đơn vị/)

  const without = await officer.post(planPaths.confirm(plan), { from: '2026-01-01', reason: '' })
  expect(without.status).toBe(422)
  expect(await plain(without)).toContain('Hãy ghi vì sao')
  await officer.post(planPaths.units(plan), { name0: 'Hội Sinh vật cảnh', ignore0: '1' })
  expect((await officer.post(planPaths.confirm(plan), { from: '2026-01-01', reason: '' })).status).toBe(303)

  const tasks = await ctx.db.selectFrom('task').select(['unitId', 'text']).orderBy('unitId').execute()
  expect(tasks.map(({ unitId }) => unitId)).toEqual([4, 4, 4, 4, 5, 5, 5, 5, 6])
  const page = await plain(member.get(planPaths.document(plan)))
  expect(page).toContain('Nhân rộng điển hình tiên tiến năm 2026')
  expect(page).toContain('Chủ trì: Hội Nông dân xã')
  expect(await plain(member.get(dutyPaths.mine))).toContain('Rà soát hộ sản xuất giỏi')
  expect(await plain(member.get('/ke-hoach'))).toContain('Đang thực hiện')

  const paper = { number: '12/KH-UBND', issued: '2026-01-08' }
  await ctx.db.updateTable('planDocument').set(paper).where('id', '=', plan).execute()
  const again = { unitId: 2, state: 'drafted', inForceOn: null, ...paper } as const
  const { id: twin } = await aRunningPlan(ctx, [], again)
  const doubt = await (await officer.get(planPaths.confirm(twin))).text()
  expect(doubt).toContain('Đã có một kế hoạch cùng số, cùng ngày ban hành đang thực hiện')
  expect(doubt).toContain(`href="${planPaths.document(plan)}"`)
})

it('what lies elsewhere does not exist, and a member of a unit with a part reads and changes nothing', async () => {
  const { app, admin, officer, member, invite, plan } = await aCommuneWithPlan()
  const { browser: outsider } = await invite(admin, 'Hoàng Thị Xa', 'xa.hoang', 'Xã Mây Thượng', 'officer')
  await officer.post(planPaths.confirm(plan), { from: '2026-01-01', reason: 'Làm quen' })
  for (const path of [planPaths.document(plan), planPaths.units(plan), planPaths.confirm(plan), planPaths.end(plan)])
    expect([path, (await outsider.get(path)).status]).toEqual([path, 404])
  for (const path of [planPaths.confirm(plan), planPaths.end(plan), planPaths.resume(plan), planPaths.reopen(plan)])
    expect([path, (await outsider.post(path, { from: on, reason: 'x' })).status]).toEqual([path, 404])
  expect((await member.post(planPaths.units(plan), { name0: 'HND xã', ignore0: '1' })).status).toBe(404)
  expect((await member.post(planPaths.end(plan))).status).toBe(404)
  expect((await aBrowser(app).get(planPaths.document(plan))).headers.get('location')).toContain('/dang-nhap')
})

it('goes back into review while nothing is done, ends and goes on again', async () => {
  const { ctx, officer, plan } = await aCommuneWithPlan()
  await officer.post(planPaths.confirm(plan), { from: '2026-01-01', reason: 'Làm quen' })
  const open = async () => (await ctx.db.selectFrom('task').select('id').where('state', '=', 'open').execute()).length
  expect(await open()).toBe(9)
  await officer.post(planPaths.reopen(plan))
  expect(await open()).toBe(0)
  await officer.post(planPaths.confirm(plan), { from: '2026-01-01', reason: 'Làm quen' })
  expect(await open()).toBe(9)
  await ctx.db
    .updateTable('task')
    .set({ state: 'done', doneOn: '2026-03-09', doneHow: 'delivered' })
    .where('dueOn', '=', '2026-03-20')
    .execute()
  await officer.post(planPaths.reopen(plan))
  expect(await plain(officer.get(planPaths.document(plan)))).toContain('Đã có đơn vị làm xong việc')
  await officer.post(planPaths.end(plan))
  expect(await open()).toBe(0)
  await officer.post(planPaths.resume(plan))
  expect(await open()).toBe(7)
})

it('what was matched wrongly is put right in force: parts and tasks follow at once', async () => {
  const { ctx, officer, plan } = await aCommuneWithPlan()
  await officer.post(planPaths.confirm(plan), { from: '2026-01-01', reason: 'Làm quen' })
  await officer.post(planPaths.units(plan), { name0: 'Các thôn', unit0: '4:' })
  const owed = await ctx.db
    .selectFrom('task')
    .select('unitId')
    .where('kind', '=', 'duty')
    .where('state', '=', 'open')
    .execute()
  expect(new Set(owed.map(({ unitId }) => unitId))).toEqual(new Set([4]))
})

it('a unit that is missing is made from its name, below the plan’s own', async () => {
  const { ctx, admin, plan } = await aCommuneWithPlan()
  const form = { name0: 'Hội Sinh vật cảnh', create0: '1', kind0: 'union' }
  expect((await admin.post(planPaths.units(plan), form)).status).toBe(303)
  const made = await ctx.db
    .selectFrom('unit')
    .select(['parentId', 'kind'])
    .where('name', '=', 'Hội Sinh vật cảnh')
    .executeTakeFirst()
  expect(made).toEqual({ parentId: 2, kind: 'union' })
  expect(await plain(admin.get(planPaths.units(plan)))).toMatch(/Hội Sinh vật cảnh Đã xác nhận/)
})
