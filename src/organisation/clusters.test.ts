import { describe, expect, it } from 'vitest'
import { aBrowser } from '../../test/builders/browser.ts'
import { aCommune, on } from '../../test/builders/commune.ts'
import { aWall } from '../../test/builders/database.ts'
import { findSignedIn } from '../access/queries/find-actor.ts'
import { verifyJournal } from '../history/verify-journal.ts'

/** A cluster of the province with both communes, made on the pages; its address. */
async function aCluster() {
  const commune = await aCommune()
  const { admin } = commune
  const made = await admin.post('/cum-khoi/them', { unit: '#1', name: 'Cụm thi đua số 1', kind: 'cluster' })
  const path = made.headers.get('location') ?? ''
  await admin.post(`${path}/thanh-vien`, { partners: 'xa may ha\nXã Mây Thượng', from: on })
  return { ...commune, path, id: path.slice('/cum-khoi/'.length) }
}

describe('clusters and blocks', () => {
  it('are formed, filled and led year by year on one page without script', async () => {
    const { admin, path, ctx } = await aCluster()
    expect((await admin.post(`${path}/don-vi-truong`, { year: '2026', unit: '2' })).status).toBe(303)
    const page = await (await admin.get(path)).text()
    for (const text of ['Cụm thi đua số 1', 'Xã Mây Hạ', 'Xã Mây Thượng', '2026: Xã Mây Hạ'])
      expect(page).toContain(text)
    const list = await (await admin.get('/cum-khoi')).text()
    expect(list).toMatch(/Cụm thi đua số 1[\s\S]*Tỉnh Sông Thanh[\s\S]*>2<[\s\S]*Xã Mây Hạ/)
    expect((await verifyJournal(ctx.db)).broken).toEqual([])
    const journal = await (await admin.get('/nhat-ky')).text()
    for (const event of ['Lập cụm, khối thi đua', 'Thêm đơn vị vào cụm, khối', 'Phân công trưởng cụm, khối'])
      expect(journal).toContain(event)
  })

  it('say what is wrong, and lose nothing that was typed', async () => {
    const { admin, path } = await aCluster()
    const twice = await admin.post(`${path}/thanh-vien`, { partners: 'Xã Mây Hạ', from: on })
    expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining('«Xã Mây Hạ» đang ở trong')])
    const unknown = await admin.post(`${path}/thanh-vien`, { partners: 'Xã Không Có', from: on })
    const html = await unknown.text()
    expect([unknown.status, html.includes('Không tìm thấy đơn vị «Xã Không Có»')]).toEqual([422, true])
    expect(html).toMatch(/<textarea[^>]*>Xã Không Có<\/textarea>/)
    const empty = await admin.post(`${path}/thanh-vien`, { partners: '', from: '' })
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Chưa điền hoặc chưa đúng')])
    const early = await admin.post(`${path}/don-vi-truong`, { year: '2020', unit: '2' })
    expect([early.status, await early.text()]).toEqual([
      422,
      expect.stringContaining('không ở trong cụm, khối năm 2020'),
    ])
    const same = await admin.post('/cum-khoi/them', { unit: '#1', name: 'cụm thi đua SỐ 1', kind: 'block' })
    expect([same.status, await same.text()]).toEqual([422, expect.stringContaining('đã có cụm, khối mang tên ấy')])
  })

  it('let a unit go after its last day, take it back later, and end', async () => {
    const { admin, path, ctx } = await aCluster()
    const before = await admin.post(`${path}/thanh-vien/3/ket-thuc`, { until: '2026-02-01' })
    expect([before.status, await before.text()]).toEqual([422, expect.stringContaining('Đơn vị vào từ')])
    expect((await admin.post(`${path}/thanh-vien/3/ket-thuc`, { until: '2026-03-05' })).status).toBe(303)
    expect((await admin.post(`${path}/thanh-vien`, { partners: '#3', from: '2026-03-05' })).status).toBe(422)
    expect((await admin.post(`${path}/thanh-vien`, { partners: '#3', from: '2026-03-06' })).status).toBe(303)
    expect((await admin.post(`${path}/giai-the`, { on: '2026-03-10' })).status).toBe(303)
    const rows = await ctx.db
      .selectFrom('clusterMember')
      .select(['unitId', 'fromDate', 'untilDate'])
      .orderBy('unitId')
      .orderBy('fromDate')
      .execute()
    expect(rows).toEqual([
      { unitId: 2, fromDate: on, untilDate: '2026-03-10' },
      { unitId: 3, fromDate: on, untilDate: '2026-03-06' },
      { unitId: 3, fromDate: '2026-03-06', untilDate: '2026-03-10' },
    ])
    expect((await admin.post(`${path}/doi-ten`, { name: 'Cụm khác', kind: 'cluster' })).status).toBe(422)
    expect(await (await admin.get('/cum-khoi')).text()).not.toContain('Cụm thi đua số 1')
    expect(await (await admin.get('/cum-khoi?cu=1')).text()).toContain('Cụm thi đua số 1')
  })

  it('offer the heirs of a unit that was merged in its place', async () => {
    const { admin, path, ctx } = await aCluster()
    await admin.post('/don-vi/3/sap-nhap', {
      partners: '',
      into: 'old',
      heir: '#2',
      on: '2026-03-08',
      agreed: 'yes',
      decision: '',
    })
    await admin.post('/don-vi/1/them', {
      name: 'Xã Mây Trung',
      kind: 'commune',
      on,
      shortName: '',
      code: '',
      decision: '',
    })
    await admin.post(`${path}/thanh-vien`, { partners: 'Xã Mây Trung', from: on })
    await admin.post('/don-vi/4/sap-nhap', {
      partners: '',
      into: 'old',
      heir: '#2',
      on: '2026-03-08',
      agreed: 'yes',
      decision: '',
    })
    expect(await (await admin.get(path)).text()).toContain('Thay bằng Xã Mây Hạ')
    expect((await admin.post(`${path}/thanh-vien/3/ke-thua`)).status).toBe(303)
    expect((await admin.post(`${path}/thanh-vien/4/ke-thua`)).status).toBe(303)
    const open = await ctx.db.selectFrom('clusterMember').select('unitId').where('untilDate', 'is', null).execute()
    expect(open).toEqual([{ unitId: 2 }])
  })

  it('are seen by their members, changed where they were formed, and do not exist elsewhere', async () => {
    const { ctx, app, admin, invite, path, id } = await aCluster()
    await admin.post('/don-vi/1/them', {
      name: 'Xã Mây Xa',
      kind: 'commune',
      on,
      shortName: '',
      code: '',
      decision: '',
    })
    const { browser: inside } = await invite(admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'officer')
    const { browser: outside } = await invite(admin, 'Phạm Thị Sen', 'sen.pham', 'Xã Mây Xa', 'officer')
    expect((await inside.get(path)).status).toBe(200)
    expect(await (await inside.get('/cum-khoi')).text()).toContain('Cụm thi đua số 1')
    expect(await (await inside.get('/tim?q=cum+thi+dua')).text()).toContain(path)
    const naming = { name: 'Cụm khác', kind: 'cluster' }
    expect((await inside.post(`${path}/doi-ten`, naming)).status).toBe(403)
    expect((await outside.get(path)).status).toBe(404)
    expect((await outside.post(`${path}/doi-ten`, naming)).status).toBe(404)
    expect(await (await outside.get('/cum-khoi')).text()).not.toContain('Cụm thi đua số 1')
    expect(await (await outside.get('/tim?q=cum+thi+dua')).text()).not.toContain(path)
    expect((await aBrowser(app).get(path)).headers.get('location')).toContain('/dang-nhap')

    const now = ctx.clock.now()
    const signedIn = async (browser: typeof inside) =>
      (await findSignedIn(ctx.db, browser.cookie('lantoa_session') ?? '', { now, day: '2026-03-10', idleHours: 12 }))
        ?.actor
    const wall = await aWall(ctx)
    for (const [browser, count] of [
      [inside, 1],
      [outside, 0],
    ] as const) {
      const actor = await signedIn(browser)
      if (!actor) throw new Error('not signed in')
      const db = wall.dbFor(actor)
      expect(await db.selectFrom('cluster').select('id').execute()).toHaveLength(count)
      expect(await db.selectFrom('clusterMember').select('unitId').execute()).toHaveLength(2 * count)
      await expect(
        db.insertInto('clusterMember').values({ clusterId: id, unitId: 4, fromDate: on }).execute(),
      ).rejects.toThrow('row-level security')
    }
  })
})
