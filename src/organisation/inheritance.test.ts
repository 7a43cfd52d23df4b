import { expect, it } from 'vitest'
import { aBrowser, anApp } from '../../test/builders/browser.ts'
import { aContext } from '../../test/builders/database.ts'
import { aRunningPlan, aUnit } from '../../test/builders/running-plans.ts'
import { write } from '../context.ts'
import { deriveTasks } from '../duties/derive-tasks.ts'
import { createCluster } from './actions/change-clusters.ts'

const on = '2026-03-10'

/** Two hamlets; the first owes the work of an assignment and is in a cluster. */
async function twoHamlets() {
  const ctx = await aContext()
  const [one, other] = [await aUnit(ctx, 'Ấp Một'), await aUnit(ctx, 'Ấp Hai')]
  for (const unitId of [one, other]) {
    const version = { unitId, name: `Ấp ${unitId}`, kind: 'hamlet', parentId: 1 }
    await ctx.db.insertInto('unitVersion').values(version).execute()
  }
  const plan = await aRunningPlan(ctx, [
    { kind: 'assignment', data: { unit: 'Ấp Một', relation: 'ordered' }, units: [{ role: 'assigned', unitId: one }] },
    { kind: 'work', data: { text: 'Rà soát', due: null }, under: '0' },
  ])
  await write(ctx, (tx) => deriveTasks(tx, plan.id))
  const cluster = await write(ctx, (tx) =>
    createCluster(tx, { unitId: 1, name: 'Cụm thi đua các ấp', kind: 'cluster' }),
  )
  await ctx.db.insertInto('clusterMember').values({ clusterId: cluster, unitId: one, fromDate: '2026-01-01' }).execute()
  return { ctx, one, other, browser: aBrowser(await anApp(ctx)) }
}

it('a merger says beforehand what the heir takes over, and the heir’s page shows it afterwards', async () => {
  const { one, other, browser } = await twoHamlets()
  const merger = { partners: '', into: 'old', heir: `#${other}`, on, decision: '' }
  const review = await (await browser.post(`/don-vi/${one}/sap-nhap`, merger)).text()
  expect(review).toContain('«Ấp Hai» tiếp nhận 1 việc đang làm dở và phần việc trong 1 kế hoạch')
  expect(review).toContain('Đang ở trong 1 cụm, khối thi đua')
  expect((await browser.post(`/don-vi/${one}/sap-nhap`, { ...merger, agreed: 'yes' })).status).toBe(303)
  const page = await (await browser.get(`/don-vi/${other}`)).text()
  expect(page).toMatch(/Hình thành từ[\s\S]*Ấp Một[\s\S]*\(nhận 1 việc đang làm dở\)/)
})

it('an abolition without an heir says that the work goes to nobody', async () => {
  const { one, browser } = await twoHamlets()
  const review = await (await browser.post(`/don-vi/${one}/giai-the`, { heir: '', on, decision: '' })).text()
  expect(review).toContain('1 việc đang làm dở và phần việc trong 1 kế hoạch không có đơn vị nào tiếp nhận')
})
