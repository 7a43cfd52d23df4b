import { describe, expect, it } from 'vitest'
import { aBrowser, anApp } from '../../test/builders/browser.ts'
import { aCommune, on, password } from '../../test/builders/commune.ts'
import { routes } from '../app.tsx'
import { write } from '../context.ts'
import { endPosition } from './actions/change-people.ts'

describe('people', () => {
  it('are invited by a link, sign in on their own device and see exactly what is theirs', async () => {
    const { admin, invite } = await aCommune()
    const { browser } = await invite(admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'officer')
    expect((await browser.get('/don-vi')).headers.get('location')).toBe('/don-vi/2')
    expect((await browser.get('/don-vi/2')).status).toBe(200)
    expect((await browser.get('/don-vi/3')).status).toBe(404)
    expect(await (await browser.get('/don-vi?q=may')).text()).not.toContain('Xã Mây Thượng')
    expect(await (await browser.get('/can-bo')).text()).not.toContain('Lê Thị Hà')
  })

  it('give nobody more than they hold themselves', async () => {
    const { admin, invite } = await aCommune()
    const { browser } = await invite(admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'officer')
    const climb = { fullName: 'Kẻ Leo', userName: 'ke.leo', unit: 'Xã Mây Hạ', role: 'administrator', from: on }
    expect((await browser.post('/can-bo/them', climb)).status).toBe(403)
    const elsewhere = await browser.post('/can-bo/them', { ...climb, role: 'member', unit: 'Xã Mây Thượng' })
    expect(await elsewhere.text()).toContain('Không tìm thấy đơn vị «Xã Mây Thượng»')
  })

  it('do not take over the account of somebody above them', async () => {
    const { ctx, admin, invite } = await aCommune()
    const { browser } = await invite(admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'officer')
    const above = await ctx.db
      .selectFrom('person')
      .select('id')
      .where('userName', '=', 'ha.le')
      .executeTakeFirstOrThrow()
    expect((await browser.post(`/can-bo/${above.id}/ma`, { purpose: 'password' })).status).toBe(404)
    await admin.post(`/can-bo/${above.id}/vi-tri`, { unit: 'Xã Mây Hạ', role: 'leader', from: on, title: '' })
    expect((await browser.get(`/can-bo/${above.id}`)).status).toBe(200)
    expect((await browser.post(`/can-bo/${above.id}/ma`, { purpose: 'password' })).status).toBe(403)
  })

  it('do not climb to administrator from an office in the same unit: neither by a code nor by standing in', async () => {
    const { admin, invite, administrator } = await aCommune()
    const { id, position } = await administrator()
    await invite(admin, 'Đỗ Quản Trị', 'quan.tri', '#1', 'administrator')
    const { browser } = await invite(admin, 'Trần Văn Bình', 'binh.tran', '#1', 'officer')
    const standIn = { to: 'binh.tran', from: '2026-03-10', until: '2026-04-01', reason: '' }
    expect((await browser.post(`/can-bo/${id}/ma`, { purpose: 'password' })).status).toBe(403)
    expect((await browser.post(`/can-bo/vi-tri/${position}/uy-quyen`, standIn)).status).toBe(403)
    expect((await browser.post(`/can-bo/vi-tri/${position}/ket-thuc`, { until: '2026-03-10' })).status).toBe(403)
  })

  it('cannot lengthen a position of theirs that has ended', async () => {
    const { ctx, admin, invite } = await aCommune()
    const { browser, id } = await invite(admin, 'Đỗ Quản Trị', 'quan.tri', '#1', 'administrator')
    const position = await ctx.db
      .selectFrom('position')
      .select('id')
      .where('personId', '=', id)
      .executeTakeFirstOrThrow()
    await admin.post(`/can-bo/${id}/vi-tri`, { unit: '#2', role: 'officer', from: on, title: '' })
    await admin.post(`/can-bo/vi-tri/${position.id}/ket-thuc`, { until: '2026-03-09' })
    const longer = await browser.post(`/can-bo/vi-tri/${position.id}/ket-thuc`, { until: '2030-01-01' })
    expect(await longer.text()).toContain('Vị trí kết thúc trước 10/03/2026')
    expect((await browser.get('/don-vi/1')).status).toBe(404)
  })

  it('delegate for a time: the other sees the unit until the last day and not after', async () => {
    const { ctx, app, admin, invite } = await aCommune()
    const officer = await invite(admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'officer')
    const other = await invite(admin, 'Phạm Thị Sen', 'sen.pham', 'Xã Mây Thượng', 'member')
    const position = await ctx.db
      .selectFrom('position')
      .select('id')
      .where('personId', '=', officer.id)
      .executeTakeFirstOrThrow()
    expect((await other.browser.get('/don-vi/2')).status).toBe(404)
    const days = { from: '2026-03-10', until: '2026-03-20', reason: 'đi học' }
    const form = `/can-bo/vi-tri/${position.id}/uy-quyen`
    expect((await officer.browser.post(form, { to: 'Phạm Thị Sen', ...days })).status).toBe(422)
    expect((await admin.post(form, { to: 'pham thi sen', ...days })).status).toBe(303)
    expect((await other.browser.get('/don-vi/2')).status).toBe(200)
    const account = await (await other.browser.get('/tai-khoan')).text()
    expect(account).toContain(
      'Thay mặt Trần Văn Bình (Cán bộ phụ trách thi đua, khen thưởng, Xã Mây Hạ) đến hết 20/03/2026',
    )
    const journal = await (await admin.get('/nhat-ky?event=delegation.made')).text()
    expect(journal.replace(/<[^>]*>/g, '')).toContain('Ủy quyềnTrần Văn Bình → Phạm Thị Sen')
    const doors = await (await admin.get('/nhat-ky?event=session.started')).text()
    expect(doors).not.toContain('Người chưa đăng nhập')
    const onlookers = await (await admin.get('/nhat-ky/ai-xem-duoc?unit=2')).text()
    expect(onlookers.replace(/<[^>]*>/g, '')).toContain(
      'Được ủy quyền: đi họcXã Mây Hạ và mọi đơn vị bên dưới20/03/2026',
    )
    const later = await anApp({ ...ctx, clock: { now: () => new Date('2026-03-20T17:00:00Z') } })
    const signedIn = aBrowser(later)
    await signedIn.post('/dang-nhap', { account: 'sen.pham', password })
    expect((await signedIn.get('/don-vi/2')).status).toBe(404)
    expect(app).toBeDefined()
  })

  it('keep the last administrator', async () => {
    const { admin, administrator } = await aCommune()
    const { position } = await administrator()
    const answer = await admin.post(`/can-bo/vi-tri/${position}/ket-thuc`, { until: '2026-03-10' })
    expect(await answer.text()).toContain('Đây là người quản trị cuối cùng')
  })

  it('keep an administrator who can sign in here, not one of a unit below or one who never came', async () => {
    const { admin, invite, administrator } = await aCommune()
    const { position } = await administrator()
    await invite(admin, 'Đỗ Quản Trị', 'quan.tri', 'Xã Mây Hạ', 'administrator')
    const notYet = { fullName: 'Vũ Chưa Tới', userName: 'chua.toi', unit: '#1', role: 'administrator', from: on }
    expect((await admin.post('/can-bo/them', notYet)).status).toBe(201)
    const answer = await admin.post(`/can-bo/vi-tri/${position}/ket-thuc`, { until: '2026-03-10' })
    expect(await answer.text()).toContain('Đây là người quản trị cuối cùng')
  })

  it('keep one of two administrators who end each other at the same time', async () => {
    const { ctx, admin, invite, administrator } = await aCommune()
    const [first, second] = [await administrator(), await invite(admin, 'Đỗ Hai', 'do.hai', '#1', 'administrator')]
    const { id } = await ctx.db
      .selectFrom('position')
      .select('id')
      .where('personId', '=', second.id)
      .executeTakeFirstOrThrow()
    const outcomes = await write(ctx, async (tx) => {
      await endPosition(tx, id, '2026-03-10')
      const other = write(ctx, (their) => endPosition(their, first.position, '2026-03-10')).catch((error) => error)
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { other }
    })
    expect(await outcomes.other).toMatchObject({ problems: [{ code: 'last-administrator' }] })
  })
})

describe('an outsider', () => {
  it('gets 404 on every address that names a record', async () => {
    const { ctx, admin, invite } = await aCommune()
    const { browser } = await invite(admin, 'Phạm Thị Sen', 'sen.pham', 'Xã Mây Thượng', 'officer')
    const inside = await invite(admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'officer')
    const position = await ctx.db
      .selectFrom('position')
      .select('id')
      .where('personId', '=', inside.id)
      .executeTakeFirstOrThrow()
    const change = await ctx.db
      .selectFrom('unitVersion')
      .select('changeId')
      .where('unitId', '=', 2)
      .executeTakeFirstOrThrow()
    const cluster = await admin.post('/cum-khoi/them', { unit: '#2', name: 'Cụm số 1', kind: 'cluster' })
    await admin.post('/webhook', { url: 'https://8.8.8.8/', unit: '#2' })
    const plan = new FormData()
    plan.append('files', new File(['KẾ HOẠCH'], 'ke-hoach.txt'))
    await inside.browser.post('/ke-hoach/nhap', plan)
    const idIn = (text: string) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text)?.[0] ?? ''
    const uploaded = await ctx.db.selectFrom('planDocument').select(['id', 'unitId']).executeTakeFirstOrThrow()
    expect(uploaded.unitId).toBe(2)
    const nowhere = '00000000-0000-7000-8000-000000000000'
    /** The record that an address names, by how the address begins. */
    const records = [
      ['/don-vi/thay-doi', change.changeId ?? ''],
      ['/don-vi', '2'],
      ['/theo-doi/don-vi', '2'],
      ['/can-bo/vi-tri', position.id],
      ['/can-bo/uy-quyen', nowhere],
      ['/can-bo', inside.id],
      ['/cum-khoi', idIn(cluster.headers.get('location') ?? '')],
      ['/webhook', idIn(await (await admin.get('/webhook')).text())],
      ['/ke-hoach', uploaded.id],
      ['', nowhere],
    ] as const
    expect(records.filter(([, id]) => id === '')).toEqual([])
    for (const { method, path } of routes.filter(
      (route) => route.path.includes(':id') && !route.path.startsWith('/tai-khoan'),
    )) {
      const record = records.find(([beginning]) => path.startsWith(beginning))?.[1] ?? nowhere
      const address = path
        .replace(/:id\{[^}]*\}\}?/, record)
        .replace(/:[a-z]+\{\[0-9a-f-\]\{36\}\}/gi, nowhere)
        .replace(/:[a-z]+(?:\{[^}]*\}\}?)?/gi, '1')
      const answer =
        method === 'GET' ? await browser.get(address) : await browser.post(address, { on, purpose: 'password' })
      expect({ method, address, status: answer.status }).toEqual({ method, address, status: 404 })
    }
  })
})
