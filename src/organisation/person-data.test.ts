import { describe, expect, it } from 'vitest'
import { aBrowser } from '../../test/builders/browser.ts'
import { aCommune, password } from '../../test/builders/commune.ts'
import { verifyJournal } from '../history/verify-journal.ts'

const names = { fullName: 'Trần Văn Bình', userName: 'binh.tran', phone: '', email: '' }

async function anOfficer() {
  const commune = await aCommune()
  const officer = await commune.invite(commune.admin, names.fullName, names.userName, 'Xã Mây Hạ', 'officer')
  return { ...commune, officer, page: `/can-bo/${officer.id}` }
}

type Commune = Awaited<ReturnType<typeof aCommune>>

/** Everything in the database that is text, but for the keys of people. */
async function everythingKept({ ctx }: Pick<Commune, 'ctx'>): Promise<string> {
  const tables = await ctx.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
  )
  const texts: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await ctx.pool.query<{ row: unknown }>(`select to_jsonb(t) as row from ${name} t`)
    texts.push(...rows.map(({ row }) => JSON.stringify(row)))
  }
  return texts.join('\n')
}

describe('the names of a person', () => {
  it('are sealed in the journal from the first line on', async () => {
    const { ctx, admin } = await anOfficer()
    const rows = await ctx.db.selectFrom('history').select(['event', 'change']).execute()
    const journal = JSON.stringify(rows)
    for (const name of ['Trần Văn Bình', 'binh.tran', 'Lê Thị Hà', 'ha.le']) expect(journal).not.toContain(name)
    const page = await (await admin.get('/nhat-ky?event=person.added')).text()
    expect(page).toContain('Họ và tên: Trần Văn Bình, Tên đăng nhập: binh.tran')
  })

  it('are corrected by whoever gives access there, and the journal says what they were', async () => {
    const { admin, officer, page, invite } = await anOfficer()
    expect(await (await admin.get(`${page}/sua`)).text()).toContain('value="binh.tran"')
    const wrong = await admin.post(`${page}/sua`, { ...names, phone: '12', userName: 'ha.le' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Số điện thoại chưa đúng')])
    const taken = await admin.post(`${page}/sua`, { ...names, userName: 'ha.le' })
    expect([taken.status, await taken.text()]).toEqual([422, expect.stringContaining('Đã có người dùng tên')])
    expect(
      (await admin.post(`${page}/sua`, { ...names, fullName: 'Trần Thanh Bình', phone: '0912 345 678' })).status,
    ).toBe(303)
    const html = await (await admin.get(page)).text()
    expect([html.includes('Trần Thanh Bình'), html.includes('0912345678')]).toEqual([true, true])
    expect(await (await admin.get('/tim?q=tran+thanh+binh')).text()).toContain(page)
    const journal = await (await admin.get('/nhat-ky?event=person.changed')).text()
    expect(journal).toContain('Họ và tên: Trần Văn Bình, Tên đăng nhập: binh.tran')
    expect(journal).toContain('Số điện thoại: 0912345678')

    const { id: leader } = await invite(admin, 'Vũ Thị Mây', 'may.vu', 'Tỉnh Sông Thanh', 'leader')
    expect((await officer.browser.post(`/can-bo/${leader}/sua`, names)).status).toBe(404)
    const colleague = await invite(admin, 'Đỗ Văn Sen', 'sen.do', 'Xã Mây Hạ', 'administrator')
    expect((await officer.browser.post(`/can-bo/${colleague.id}/sua`, { ...names, userName: 'cuop' })).status).toBe(403)
  })
})

describe('a person’s data', () => {
  it('is erased for good: nothing says any more who it was, the journal still verifies', async () => {
    const { ctx, app, admin, officer, page } = await anOfficer()
    await admin.post(`${page}/sua`, { ...names, phone: '0912345678', email: 'binh@xa.example' })
    await officer.browser.post('/tai-khoan/ma-truy-cap', { name: 'Máy của Bình', scopes: 'unit.read', days: '30' })
    await officer.browser.post('/don-vi/2/them', {
      name: 'Thôn Đông',
      kind: 'hamlet',
      on: '2026-03-01',
      shortName: '',
      code: '',
      decision: '',
    })
    const question = await (await admin.get(`${page}/xoa-du-lieu`)).text()
    for (const words of ['Sẽ bị xóa hẳn', 'Vẫn giữ', 'Bản sao lưu hằng đêm còn giữ']) expect(question).toContain(words)
    expect((await admin.post(`${page}/xoa-du-lieu`)).headers.get('location')).toBe(page)

    const kept = await everythingKept({ ctx })
    for (const word of ['Trần Văn Bình', 'Bình Trần', 'binh.tran', '0912345678', 'binh@xa.example', 'Máy của'])
      expect({ word, found: kept.includes(word) }).toEqual({ word, found: false })
    expect((await verifyJournal(ctx.db)).broken).toEqual([])
    const journal = await (await admin.get('/nhat-ky')).text()
    expect([journal.includes('Người đã xóa dữ liệu'), journal.includes('(đã xóa theo yêu cầu)')]).toEqual([true, true])

    expect((await officer.browser.get('/tai-khoan')).headers.get('location')).toContain('/dang-nhap')
    const again = await aBrowser(app).post('/dang-nhap', { account: 'binh.tran', password })
    expect(again.status).toBe(422)
    expect(await (await admin.get(page)).text()).toContain('đã được xóa theo yêu cầu')
    expect((await admin.post(`${page}/xoa-du-lieu`)).status).toBe(404)
    expect(await (await admin.get('/can-bo')).text()).not.toContain(officer.id)
    expect(await (await admin.get('/tim?q=binh')).text()).not.toContain(officer.id)
    expect(await (await admin.get('/don-vi/2')).text()).toContain('Thôn Đông')
  })

  it('is erased by administrators only, never their own, never the last one’s', async () => {
    const { admin, officer, page, administrator, invite } = await anOfficer()
    const { id: ruler } = await administrator()
    expect((await admin.post(`/can-bo/${ruler}/xoa-du-lieu`)).status).toBe(403)
    const { id: member } = await invite(admin, 'Vũ Thị Mây', 'may.vu', 'Xã Mây Hạ', 'member')
    expect((await officer.browser.get(`/can-bo/${member}/xoa-du-lieu`)).status).toBe(404)
    expect((await officer.browser.post(`/can-bo/${member}/xoa-du-lieu`)).status).toBe(404)
    const { browser: below } = await invite(admin, 'Đỗ Văn Sen', 'sen.do', 'Xã Mây Hạ', 'administrator')
    await admin.post(`${page}/vi-tri`, { unit: 'Xã Mây Thượng', role: 'member', title: '', from: '2026-03-01' })
    expect((await below.get(page)).status).toBe(200)
    expect((await below.post(`${page}/xoa-du-lieu`)).status).toBe(403)
    expect((await below.post(`/can-bo/${member}/xoa-du-lieu`)).status).toBe(303)
  })

  it('is given to that person, and to nobody else, without what belongs to others', async () => {
    const { admin, app, officer, invite } = await anOfficer()
    await invite(officer.browser, 'Vũ Thị Mây', 'may.vu', 'Xã Mây Hạ', 'member')
    const answer = await officer.browser.get('/tai-khoan/du-lieu.json')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    const text = await answer.text()
    const data = JSON.parse(text)
    expect(data.person).toMatchObject({ fullName: 'Trần Văn Bình', userName: 'binh.tran' })
    expect(data.positions).toMatchObject([{ unitName: 'Xã Mây Hạ', role: 'officer' }])
    expect(data.sessions).toHaveLength(1)
    const added = data.journal.filter(({ event }: { event: string }) => event === 'person.added')
    expect(added.map(({ change }: { change: { after: unknown } }) => change.after)).toEqual([
      { fullName: 'Trần Văn Bình', userName: 'binh.tran' },
      { sealed: true },
    ])
    for (const secret of ['Vũ Thị Mây', 'argon2', 'tokenHash', 'passwordHash']) expect(text).not.toContain(secret)
    expect(JSON.parse(await (await admin.get('/tai-khoan/du-lieu.json')).text()).person.userName).toBe('ha.le')
    expect((await aBrowser(app).get('/tai-khoan/du-lieu.json')).headers.get('location')).toContain('/dang-nhap')
  })
  it('says no more how to reach them where they worked before, once they have an office elsewhere', async () => {
    const { ctx, admin, page, officer, invite } = await anOfficer()
    const { browser: left } = await invite(admin, 'Vũ Thị Mây', 'may.vu', 'Xã Mây Hạ', 'officer')
    const { browser: next } = await invite(admin, 'Đỗ Văn Sen', 'sen.do', 'Xã Mây Thượng', 'officer')
    const { id } = await ctx.db
      .selectFrom('position')
      .select('id')
      .where('personId', '=', officer.id)
      .executeTakeFirstOrThrow()
    const seen = async (browser: typeof left) =>
      /Trần Văn Bình|binh\.tran/g[Symbol.match](await (await browser.get(page)).text()) ?? []
    await admin.post(`/can-bo/vi-tri/${id}/ket-thuc`, { until: '2026-03-09' })
    expect(await seen(left), 'between two offices').toContain('binh.tran')
    await admin.post(`${page}/vi-tri`, { unit: 'Xã Mây Thượng', role: 'officer', title: '', from: '2026-03-20' })
    expect(new Set(await seen(left))).toEqual(new Set(['Trần Văn Bình']))
    expect(await seen(next)).toContain('binh.tran')
    expect(await seen(officer.browser)).toContain('binh.tran')
  })
})
