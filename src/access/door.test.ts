import { describe, expect, it } from 'vitest'
import { aBrowser, anApp } from '../../test/builders/browser.ts'
import { aCommune } from '../../test/builders/commune.ts'
import { aContext } from '../../test/builders/database.ts'
import { routes } from '../app.tsx'
import { issueClaimCode } from './actions/claim.ts'

const password = 'sen nở mùa hạ 2026'

async function aClaimedHouse() {
  const ctx = await aContext()
  const app = await anApp(ctx)
  const code = (await issueClaimCode(ctx)) ?? ''
  const administrator = aBrowser(app)
  const claim = { code, unitName: 'Ủy ban nhân dân xã Mây Hạ', fullName: 'Lê Thị Hà', account: 'ha.le', password }
  const claimed = await administrator.post('/lan-dau', claim)
  return { ctx, app, administrator, claimed }
}

describe('the door', () => {
  it('opens to whoever sits at the computer until somebody has claimed the system', async () => {
    const browser = aBrowser(await anApp(await aContext()))
    expect((await browser.get('/')).headers.get('location')).toBe('/lan-dau')
    expect((await browser.get('/ke-hoach')).status).toBe(200)
    expect(await (await browser.get('/lan-dau')).text()).toContain('Mã thiết lập')
  })

  it('gives the claim form back with what was typed, but not the password', async () => {
    const browser = aBrowser(await anApp(await aContext()))
    const answer = await browser.post('/lan-dau', {
      code: 'sai',
      unitName: 'Xã Mây Hạ',
      fullName: 'Lê Thị Hà',
      account: 'hà lê',
      password,
    })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('value="Xã Mây Hạ"')
    expect(html).toContain('Tên đăng nhập chỉ gồm chữ thường không dấu')
    expect(html).not.toContain(password)
  })

  it('tells the administrator what to do next, and what kind of unit theirs is follows from its name', async () => {
    const { ctx, administrator } = await aClaimedHouse()
    expect(await (await administrator.get('/ke-hoach')).text()).toContain('Tiếp theo: lập cây đơn vị')
    expect(await ctx.db.selectFrom('unit').select(['name', 'kind']).execute()).toEqual([
      { name: 'Ủy ban nhân dân xã Mây Hạ', kind: 'peoples-committee' },
    ])
  })

  it('says that a wrong setup code is wrong, and makes whoever guesses wait', async () => {
    const ctx = await aContext()
    await issueClaimCode(ctx)
    const browser = aBrowser(await anApp(ctx))
    const guess = { code: 'AAAA-BBBB-CCCC', unitName: 'Xã', fullName: 'Kẻ Lạ', account: 'kela', password }
    const statuses: number[] = []
    for (let count = 0; count < 4; count++) statuses.push((await browser.post('/lan-dau', guess)).status)
    expect(statuses).toEqual([422, 422, 422, 429])
  })

  it('answers values that no database can hold as wrong, not as a fault', async () => {
    const { ctx, administrator } = await aClaimedHouse()
    const id = '-'.repeat(36)
    const addresses = ['/don-vi?q=%00', '/ke-hoach?q=%00', `/can-bo/${id}`, '/nhat-ky?before=2026-99-99T99Z~1~1']
    for (const address of addresses) expect((await administrator.get(address)).status).toBe(404)
    const typed = { name: 'Xã\0', kind: 'commune', on: '2026-03-01' }
    expect((await administrator.post('/don-vi/1/them', typed)).status).toBe(422)
    expect((await administrator.post('/don-vi/1/them', { ...typed, name: 'Xã', on: '0000-01-01' })).status).toBe(422)
    expect(ctx.logged).toEqual([])
  })

  it('leads a visitor to sign in and back to where they wanted to go', async () => {
    const { app } = await aClaimedHouse()
    const visitor = aBrowser(app)
    const turned = await visitor.get('/ke-hoach?q=sen')
    expect(turned.headers.get('location')).toBe('/dang-nhap?to=%2Fke-hoach%3Fq%3Dsen')
    const back = await visitor.post('/dang-nhap', { account: 'ha.le', password, to: '/ke-hoach?q=sen' })
    expect(back.headers.get('location')).toBe('/ke-hoach?q=sen')
    expect((await visitor.get('/ke-hoach')).status).toBe(200)
    expect((await visitor.get('/lan-dau')).status).toBe(404)
  })

  it('never leads to another site', async () => {
    const { app } = await aClaimedHouse()
    for (const to of ['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example']) {
      const back = await aBrowser(app).post('/dang-nhap', { account: 'ha.le', password, to })
      expect(new URL(back.headers.get('location') ?? '', 'http://here.test').host).toBe('here.test')
    }
  })

  it('shuts at once when the session is ended', async () => {
    const { administrator } = await aClaimedHouse()
    expect(await (await administrator.get('/tai-khoan')).text()).toContain('Lê Thị Hà')
    await administrator.post('/dang-xuat')
    expect((await administrator.get('/tai-khoan')).headers.get('location')).toContain('/dang-nhap')
  })

  it('is shut on every address that is not public', async () => {
    const { app } = await aClaimedHouse()
    const id = '00000000-0000-7000-8000-000000000000'
    for (const { method, path, permission } of routes) {
      if (permission === 'public') continue
      const address = path.replace(/:[a-z]+\{\\d[^}]*\}(?:\})?/gi, '1').replace(/:[a-z]+(?:\{[^}]*\}\}?)?/gi, id)
      const visitor = aBrowser(app)
      const answer = method === 'GET' ? await visitor.get(address) : await visitor.post(address)
      const turnedAway = answer.status === 401 || (answer.headers.get('location') ?? '').startsWith('/dang-nhap')
      expect({ method, address, status: answer.status, turnedAway }).toMatchObject({ turnedAway: true })
    }
  })

  it('shows the components of the look to administrators only', async () => {
    const { app } = await aClaimedHouse()
    expect((await aBrowser(app).get('/kieu-dang')).headers.get('location')).toContain('/dang-nhap')
    const { admin, invite } = await aCommune()
    const { browser: officer } = await invite(admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'officer')
    expect([(await admin.get('/kieu-dang')).status, (await officer.get('/kieu-dang')).status]).toEqual([200, 404])
  })
})
