import { expect, it } from 'vitest'
import { aCommune } from '../../../test/builders/commune.ts'
import { aHeader, aRunningPlan, aUnit, type GivenItem } from '../../../test/builders/running-plans.ts'
import { dutyPaths } from '../../duties/paths.ts'
import { planPaths } from '../paths.ts'
import { listHolders } from './function-holders.ts'

const FUNCTION = 'Công chức Văn hóa – Xã hội (phụ trách thi đua)'
const TITLE = 'Công chức Văn hóa – Xã hội phụ trách thi đua'

const report = (by: string): GivenItem<'duty'> => ({
  kind: 'duty',
  data: { cadence: 'yearly', deadline: 'ngày 15/11', by, to: null, text: `Báo cáo: ${by}`, due: null },
})

/** A commune (unit 2) with an office for culture and a union; a plan under review that gives one report to an officer's function, one to the union. */
async function aCommuneWithFunction() {
  const house = await aCommune()
  const { ctx, admin, invite } = house
  const office = await aUnit(ctx, 'Phòng Văn hóa - Xã hội xã', 2, 'department')
  const union = await aUnit(ctx, 'Hội Nông dân xã', 2, 'union')
  const officer = await invite(admin, 'Vũ Thị Hòa', 'hoa.vu', 'Xã Mây Hạ', 'officer')
  const clerk = await invite(admin, 'Trần Văn Bình', 'binh.tran', `#${office}`, 'member')
  const farmer = await invite(admin, 'Đinh Công Tự', 'tu.dinh', `#${union}`, 'member')
  const { id } = await aRunningPlan(ctx, [aHeader(), report(FUNCTION), report('Hội Nông dân xã')], {
    unitId: 2,
    state: 'drafted',
    inForceOn: null,
  })
  return { ...house, office, union, officer: officer.browser, clerk, farmer: farmer.browser, plan: id }
}

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const words = async (answer: Response | Promise<Response>) => plain(await (await answer).text())
const linkIn = (html: string, beginning: string) =>
  new RegExp(`href="(${beginning}[^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

it('a function that nobody holds is said plainly, given on the spot, and its tasks then come to whoever was given it', async () => {
  const { ctx, office, officer, clerk, plan } = await aCommuneWithFunction()
  const page = await (await officer.get(planPaths.units(plan))).text()
  expect(plain(page)).toMatch(
    new RegExp(
      `${TITLE} · Phòng Văn hóa - Xã hội xã .*Chưa có ai giữ chức trách «${TITLE}»; .*Giao chức trách này cho cán bộ`,
    ),
  )
  const before = await (await officer.get(planPaths.confirm(plan))).text()
  expect(plain(before)).toContain('1 chức trách chưa có người giữ')
  expect(before).toContain(`href="${planPaths.units(plan)}"`)

  const [way = ''] = /\/can-bo\/giao-chuc-trach[^"]*/.exec(page) ?? []
  const then = way.replaceAll('&amp;', '&')
  const saved = await officer.post(planPaths.units(plan), { name0: FUNCTION, unit0: `${office}:${TITLE}`, then })
  expect(saved.headers.get('location')).toBe(then)
  const people = await (await officer.get(then)).text()
  const form = await (await officer.get(linkIn(people, `/can-bo/${clerk.id}/vi-tri`))).text()
  expect(form).toContain(`value="#${office} Phòng Văn hóa - Xã hội xã"`)
  expect(form).toContain(`value="${TITLE}"`)
  const back = `${planPaths.units(plan)}#name-0`
  const position = { unit: `#${office}`, title: TITLE, role: 'member', from: '2026-03-10', back }
  const given = await officer.post(`/can-bo/${clerk.id}/vi-tri`, position)
  expect(given.headers.get('location')).toBe(back)

  const after = await words(officer.get(planPaths.units(plan)))
  expect(after).toContain(`Người giữ: Trần Văn Bình , ${TITLE}`)
  expect(after).not.toContain('Chưa có ai giữ')
  expect(await words(officer.get(planPaths.confirm(plan)))).not.toContain('chưa có người giữ')
  expect((await officer.post(planPaths.confirm(plan), { from: '2026-01-01', reason: '' })).status).toBe(303)
  expect(await words(clerk.browser.get(dutyPaths.mine))).toContain(`Giao cho chức trách «${TITLE}»`)
  const owed = await ctx.db.selectFrom('task').select(['unitId', 'title']).where('title', '<>', '').execute()
  expect(owed).toEqual([{ unitId: office, title: TITLE }])
})

it('who holds it is named to those who read people there, to others it is only said that somebody does', async () => {
  const { ctx, officer, clerk, farmer, plan } = await aCommuneWithFunction()
  await officer.post(planPaths.confirm(plan), { from: '2026-01-01', reason: 'Sẽ giao sau' })
  const vacant = await words(farmer.get(planPaths.units(plan)))
  expect(vacant).toContain('Chưa có ai giữ chức trách')
  expect(vacant).not.toContain('Giao chức trách này')
  await ctx.db.updateTable('position').set({ title: 'CC VH-XH' }).where('personId', '=', clerk.id).execute()
  const held = await words(farmer.get(planPaths.units(plan)))
  expect(held).toContain('Chức trách này đã có người giữ.')
  expect(held).not.toContain('Trần Văn Bình')
  expect(await words(clerk.browser.get(planPaths.units(plan)))).toContain('Người giữ: Trần Văn Bình , CC VH-XH')
})

it('a function put into another unit by hand stays a function', async () => {
  const { ctx, union, officer, plan } = await aCommuneWithFunction()
  await officer.post(planPaths.units(plan), { name0: FUNCTION, other0: `#${union}` })
  const chosen = await ctx.db
    .selectFrom('planUnitMatch')
    .select(['unitId', 'title'])
    .where('name', '=', FUNCTION)
    .execute()
  expect(chosen).toEqual([{ unitId: union, title: TITLE }])
  expect(await words(officer.get(planPaths.units(plan)))).toContain(`${TITLE} · Hội Nông dân xã`)
})

it('whoever looks on, has left, or has a position elsewhere or at another time holds nothing here', async () => {
  const { ctx, office, union, clerk, admin, invite } = await aCommuneWithFunction()
  const holders = async () => {
    const [found] = await listHolders(ctx, [{ unitId: office, title: TITLE }])
    return found?.holders.map(({ fullName }) => fullName)
  }
  const position = (changes: Record<string, unknown>) =>
    ctx.db.updateTable('position').set(changes).where('personId', '=', clerk.id).execute()
  await position({ title: TITLE })
  expect(await holders()).toEqual(['Trần Văn Bình'])
  const second = await invite(admin, 'Phạm Thị Sen', 'sen.pham', `#${office}`, 'leader')
  await ctx.db.updateTable('position').set({ title: TITLE }).where('personId', '=', second.id).execute()
  expect(await holders()).toEqual(['Trần Văn Bình', 'Phạm Thị Sen'])
  await ctx.db.updateTable('person').set({ leftOn: '2026-03-10' }).where('id', '=', second.id).execute()
  expect(await holders()).toEqual(['Trần Văn Bình'])
  for (const changes of [
    { role: 'supervisor' },
    { role: 'member', unitId: union },
    { unitId: office, fromDate: '2026-03-11' },
    { fromDate: '2026-01-01', untilDate: '2026-03-10' },
    { untilDate: null, title: 'Văn thư' },
  ]) {
    await position(changes)
    expect([changes, await holders()]).toEqual([changes, []])
  }
  await position({ title: TITLE })
  expect(await holders()).toEqual(['Trần Văn Bình'])
})
