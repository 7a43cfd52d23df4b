import { expect, it } from 'vitest'
import type { TestBrowser } from '../../../test/builders/browser.ts'
import { aCommune } from '../../../test/builders/commune.ts'
import { aReadPlan } from '../../../test/builders/plans.ts'
import { planPaths } from '../paths.ts'
import { reviewPaths } from './paths.ts'
import { listRows } from './queries.ts'
import { reviewRoutes } from './web.tsx'

const day = { from: '04/2026', to: '06/2026' }

/** Two communes, an officer in each, and a plan that the first has begun with one milestone. */
async function aDraftedPlan() {
  const commune = await aCommune()
  const { ctx, admin, invite } = commune
  const { browser: officer } = await invite(admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'officer')
  const { browser: colleague } = await invite(admin, 'Vũ Thị Hoa', 'hoa.vu', 'Xã Mây Hạ', 'officer')
  const { browser: outsider } = await invite(admin, 'Đỗ Thị Sen', 'sen.do', 'Xã Mây Thượng', 'officer')
  const begun = await officer.post(reviewPaths.draft)
  const plan = begun.headers.get('location')?.split('/').at(-1) ?? ''
  await officer.post(reviewPaths.add(plan), { kind: 'milestone', under: '', text: 'Tổng kết', ...day })
  const item = [...(await listRows(ctx, plan)).values()].find(({ kind }) => kind === 'milestone')?.id ?? ''
  return { ...commune, officer, colleague, outsider, plan, item }
}

type Drafted = Awaited<ReturnType<typeof aDraftedPlan>>

const dataOf = async ({ ctx, plan, item }: Drafted) => (await listRows(ctx, plan)).get(item)?.data

it('an officer writes a plan behind the second wall, and takes it back', async () => {
  const drafted = await aDraftedPlan()
  const { ctx, officer, plan, item } = drafted
  expect(await dataOf(drafted)).toEqual({ from: '2026-04', to: '2026-06', text: 'Tổng kết', deadline: null })
  const seen = JSON.stringify(await dataOf(drafted))
  const saved = await officer.post(reviewPaths.item(plan, item, 'sua'), { seen, text: 'Sơ kết', ...day })
  expect([saved.status, saved.headers.get('location')]).toEqual([303, `${planPaths.document(plan)}#i-${item}`])
  expect(await dataOf(drafted)).toMatchObject({ text: 'Sơ kết' })
  await officer.post(reviewPaths.undo(plan))
  expect(await dataOf(drafted)).toMatchObject({ text: 'Tổng kết' })
  await officer.post(reviewPaths.item(plan, item, 'xoa'))
  await officer.post(reviewPaths.item(plan, item, 'khoi-phuc'))
  const events = await ctx.db
    .selectFrom('history')
    .select('event')
    .where('subjectId', '=', plan)
    .orderBy('number')
    .execute()
  expect(events.map(({ event }) => event)).toEqual([
    'plan.drafted',
    'plan.item-added',
    'plan.item-changed',
    'plan.edit-undone',
    'plan.item-removed',
    'plan.item-restored',
  ])
  expect(await (await officer.get(planPaths.document(plan))).text()).toContain('Tổng kết')
})

it('who changes what another has changed meanwhile is shown both, and nothing typed is lost', async () => {
  const drafted = await aDraftedPlan()
  const { officer, colleague, plan, item } = drafted
  const seen = JSON.stringify(await dataOf(drafted))
  const address = reviewPaths.item(plan, item, 'sua')
  await colleague.post(address, { seen, text: 'Khen thưởng', ...day })
  const answer = await officer.post(address, { seen, text: 'Sơ kết', ...day })
  const html = await answer.text()
  expect(answer.status).toBe(409)
  for (const words of ['Vũ Thị Hoa vừa sửa thành', 'Khen thưởng', '>Sơ kết<', 'Hai người cùng sửa một chỗ'])
    expect([words, html.includes(words)]).toEqual([words, true])
  expect(await dataOf(drafted)).toMatchObject({ text: 'Khen thưởng' })
  const other = await officer.post(address, { seen, text: 'Tổng kết', from: '05/2026', to: '06/2026' })
  expect(other.status).toBe(303)
  expect(await dataOf(drafted)).toEqual({ from: '2026-05', to: '2026-06', text: 'Khen thưởng', deadline: null })
})

it('a form that does not hold comes back with every reason and everything typed', async () => {
  const drafted = await aDraftedPlan()
  const { officer, plan, item } = drafted
  const seen = JSON.stringify(await dataOf(drafted))
  const wrong = { seen, text: '', from: 'mùa xuân', to: '06/2026' }
  const answer = await officer.post(reviewPaths.item(plan, item, 'sua'), wrong)
  const html = await answer.text()
  expect(answer.status).toBe(422)
  for (const words of ['Hãy điền', 'Không đọc được.', 'value="mùa xuân"'])
    expect([words, html.includes(words)]).toEqual([words, true])
})

it('an outsider meets 404 on every address of the review, a visitor the door', async () => {
  const { officer, outsider, plan, item, app } = await aDraftedPlan()
  const addressed = reviewRoutes.filter(({ path }) => path.includes(':id'))
  expect(addressed.length).toBeGreaterThan(15)
  const call = (who: TestBrowser, method: string, path: string) => (method === 'GET' ? who.get(path) : who.post(path))
  for (const { method, path } of addressed) {
    const address = path
      .replace(/:id\{[^}]*\}\]?\}?/, plan)
      .replace(/:(?:item|question)\{[^}]*\}\}?/, item)
      .replaceAll('}', '')
    expect([method, address, (await call(outsider, method, address)).status]).toEqual([method, address, 404])
    const visited = await app.request(address, { method, headers: { host: 'localhost', origin: 'http://localhost' } })
    expect([address, [303, 401].includes(visited.status)]).toEqual([address, true])
  }
  expect((await officer.get(planPaths.document(plan))).status).toBe(200)
})

it('words of a document and of people are shown, never run', async () => {
  const { ctx, admin } = await aCommune()
  const evil = '<img src=x onerror=alert(1)>'
  const plan = await aReadPlan(ctx, { title: evil, recipients: [evil] })
  await admin.post(reviewPaths.add(plan), { kind: 'criterion', under: '', text: evil, subject: 'any' })
  const item = [...(await listRows(ctx, plan)).values()].find(({ kind }) => kind === 'criterion')?.id ?? ''
  for (const path of [planPaths.document(plan), reviewPaths.item(plan, item, 'sua')]) {
    const html = await (await admin.get(path)).text()
    expect([path, html.includes('<img src=x')]).toEqual([path, false])
  }
})

it('a page with forty fields and with none are both whole', async () => {
  const { ctx, admin } = await aCommune()
  const plan = await aReadPlan(ctx)
  const fields = async () =>
    (await (await admin.get(planPaths.document(plan))).text()).match(/class="entry"/g)?.length ?? 0
  expect(await fields()).toBe(0)
  const title = 'Chuyển đổi số trong cộng đồng, sản xuất và dịch vụ ở các ấp vùng sâu, vùng xa '.repeat(20)
  for (let n = 0; n < 40; n += 1) await admin.post(reviewPaths.add(plan), { kind: 'field', under: '', title })
  expect(await fields()).toBe(40)
})
