import { describe, expect, it } from 'vitest'
import { aBrowser, type TestBrowser } from '../../test/builders/browser.ts'
import { aFolder } from '../../test/builders/database.ts'
import { aProvinceWithPrograms } from '../../test/builders/programs.ts'
import { aProvider } from '../../test/builders/provider.ts'
import { readConfig } from '../config.ts'

const account = { sub: 'b-1', email: 'Binh@Tinh.example', email_verified: true, preferred_username: 'binh' }

/** A province whose office has a provider; `there` goes from the button to the provider and back. */
async function anOffice(settings: Record<string, string> = {}) {
  const provider = await aProvider()
  const folder = await aFolder()
  const env = { LANTOA_DATA: folder, LANTOA_OIDC_ISSUER: provider.issuer, LANTOA_OIDC_CLIENT: 'lantoa', ...settings }
  const province = await aProvinceWithPrograms({ config: readConfig(env, folder) })
  const { ctx, app, hire } = province
  const officer = await hire('binh', 2, 'officer')
  await ctx.db.updateTable('person').set({ email: 'binh@tinh.example' }).where('id', '=', officer.id).execute()
  provider.says = { ...account }
  const there = async (browser: TestBrowser = aBrowser(app), start = '/dang-nhap/co-quan?to=/don-vi/2') => {
    const page = (await browser.get(start)).headers.get('location') ?? ''
    return { browser, page, back: here(await provider.visit(page)) }
  }
  const comesBack = async (browser?: TestBrowser) => {
    const { browser: same, back } = await there(browser)
    return { browser: same, answer: await same.get(back) }
  }
  return { ...province, provider, officer, there, comesBack }
}

/** An address of ours as the path that a browser asks for. */
function here(address: string): string {
  const { pathname, search } = new URL(address)
  return pathname + search
}

const events = async ({ ctx }: Pick<Awaited<ReturnType<typeof anOffice>>, 'ctx'>) =>
  (await ctx.db.selectFrom('history').select('event').where('event', 'like', 'oidc.%').orderBy('at').execute()).map(
    ({ event }) => event,
  )

describe('single sign-on', () => {
  it('is offered only where it is set', async () => {
    const { app } = await aProvinceWithPrograms()
    expect(await (await aBrowser(app).get('/dang-nhap')).text()).not.toContain('Đăng nhập bằng')
    expect((await aBrowser(app).get('/dang-nhap/co-quan')).status).toBe(404)
    const office = await anOffice({ LANTOA_OIDC_NAME: 'Tài khoản công vụ tỉnh' })
    const page = await (await aBrowser(office.app).get('/dang-nhap?to=/don-vi/2')).text()
    expect(page).toContain('Đăng nhập bằng Tài khoản công vụ tỉnh')
    expect(page).toContain('href="/dang-nhap/co-quan?to=%2Fdon-vi%2F2"')
  })

  it('lets in whoever is here already under the same verified address, and knows them by their account from then on', async () => {
    const office = await anOffice()
    const { there, comesBack, provider, ctx, officer } = office
    const { browser, page, back } = await there()
    const asked = new URL(page).searchParams
    expect([asked.get('code_challenge_method'), asked.get('redirect_uri')]).toEqual([
      'S256',
      'http://localhost/dang-nhap/co-quan/tra-loi',
    ])
    for (const secret of ['state', 'nonce', 'code_challenge']) expect(asked.get(secret)).toMatch(/^[\w-]{43}$/)
    const answer = await browser.get(back)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/don-vi/2'])
    expect((await browser.get('/don-vi/2')).status).toBe(200)
    expect(await (await browser.get('/tai-khoan')).text()).toContain('Đã gắn tài khoản cơ quan')
    provider.says = { ...account, email: 'khac@tinh.example' }
    expect((await comesBack()).answer.headers.get('location')).toBe('/don-vi/2')
    expect(await events(office)).toEqual(['oidc.tied'])
    const started = await ctx.db
      .selectFrom('history')
      .select('change')
      .where('actorId', 'is', null)
      .where('event', '=', 'session.started')
      .where('subjectId', '=', officer.id)
      .execute()
    expect(started.map(({ change }) => (change as { by?: string }).by)).toEqual(['oidc', 'oidc'])
  })

  it.each([
    ['an address that nobody has verified', { ...account, email_verified: false }, {}],
    ['an address that nobody here has', { ...account, email: 'la@tinh.example' }, {}],
    ['a user name where addresses count', { sub: 'b-1', preferred_username: 'binh' }, {}],
    ['any name where people tie their accounts themselves', account, { LANTOA_OIDC_LINK: 'none' }],
  ])('makes nobody of %s', async (_, says, settings) => {
    const { comesBack, provider, ctx } = await anOffice(settings)
    provider.says = says
    const { answer, browser } = await comesBack()
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('chưa ứng với ai')])
    expect((await browser.get('/don-vi/2')).headers.get('location')).toContain('/dang-nhap')
    expect(await ctx.db.selectFrom('person').select('id').execute()).toHaveLength(2)
  })

  it('goes by user names where the setting says so', async () => {
    const { comesBack, provider } = await anOffice({ LANTOA_OIDC_LINK: 'user-name' })
    provider.says = { sub: 'b-1', preferred_username: 'BINH' }
    expect((await comesBack()).answer.headers.get('location')).toBe('/don-vi/2')
  })

  it('makes nobody an administrator: they tie their account by hand, and untie it', async () => {
    const office = await anOffice({ LANTOA_OIDC_LINK: 'user-name' })
    const { comesBack, provider, admin } = office
    provider.says = { sub: 'h-1', preferred_username: 'ha.le' }
    const { answer } = await comesBack()
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('không được gắn tự động')])
    const way = await (await admin.post('/tai-khoan/co-quan')).text()
    const page = /href="(http:\/\/localhost:\d+\/authorize[^"]*)"/.exec(way)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const tied = await admin.get(here(await provider.visit(page)))
    expect(tied.headers.get('location')).toBe('/tai-khoan')
    expect((await comesBack()).answer.headers.get('location')).toBe('/don-vi/2')
    await admin.post('/tai-khoan/co-quan/bo')
    expect((await comesBack()).answer.status).toBe(422)
    expect(await events(office)).toEqual(['oidc.tied', 'oidc.untied'])
  })

  it('ties one account to one person, and leaves whoever has no password a way in', async () => {
    const { comesBack, provider, admin, hire, ctx } = await anOffice()
    const { browser } = await comesBack()
    await browser.post('/tai-khoan/co-quan/bo')
    expect(await (await browser.get('/tai-khoan')).text()).toContain('Bạn chưa đặt mật khẩu nên chưa bỏ gắn được')
    const way = await (await admin.post('/tai-khoan/co-quan')).text()
    const page = /href="(http:\/\/localhost:\d+\/authorize[^"]*)"/.exec(way)?.[1]?.replaceAll('&amp;', '&') ?? ''
    await admin.get(here(await provider.visit(page)))
    expect(await (await admin.get('/tai-khoan')).text()).toContain('đang gắn với người khác')
    const sen = await hire('sen', 3, 'member')
    await ctx.db.updateTable('person').set({ email: 'binh2@tinh.example' }).where('id', '=', sen.id).execute()
    provider.says = { ...account, sub: 'b-2' }
    const { answer } = await comesBack()
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('đã gắn một tài khoản cơ quan khác'),
    ])
  })

  it('asks for the second step of whoever has one here', async () => {
    const { comesBack, ctx, officer } = await anOffice()
    await ctx.db
      .insertInto('credential')
      .values({ personId: officer.id, totpSecret: 'JBSWY3DPEHPK3PXP', totpConfirmedAt: ctx.clock.now() })
      .execute()
    const { answer, browser } = await comesBack()
    expect(answer.headers.get('location')).toBe('/dang-nhap/buoc-hai?to=%2Fdon-vi%2F2')
    expect((await browser.get('/don-vi/2')).headers.get('location')).toBe('/dang-nhap/buoc-hai')
  })

  it.each([
    ['another nonce', { nonce: 'x' }],
    ['another audience', { aud: 'somebody else' }],
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['a proof that has ended', { exp: 1_000_000_000 }],
  ])('does not believe a proof with %s', async (_, forges) => {
    const { comesBack, provider } = await anOffice()
    provider.forges = forges
    const { answer, browser } = await comesBack()
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('không kiểm chứng được')])
    expect(browser.cookie('lantoa_session')).toBeUndefined()
  })

  it('counts an answer once, in the browser that asked, with its own state, within ten minutes', async () => {
    const { app, there } = await anOffice()
    const { browser, back } = await there()
    const foreign = await aBrowser(app).get(back)
    expect([foreign.status, await foreign.text()]).toEqual([422, expect.stringContaining('bắt đầu ở trình duyệt khác')])
    expect((await browser.get(back.replace(/state=[^&]+/, 'state=x'))).status).toBe(422)
    expect(await (await browser.get(back)).text()).toContain('bắt đầu ở trình duyệt khác')
    const other = await there()
    expect((await other.browser.get(other.back)).status).toBe(303)
    expect((await other.browser.get(other.back)).status).toBe(422)
  })

  it('says so when the provider refuses, and when it does not answer', async () => {
    const { comesBack, provider, app, ctx } = await anOffice()
    provider.refuses = true
    const { answer } = await comesBack()
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('không cho đăng nhập')])
    await provider.stop()
    const silent = await aBrowser(app).get('/dang-nhap/co-quan')
    const html = await silent.text()
    expect([silent.status, html.includes('chưa trả lời'), html.includes('name="password"')]).toEqual([503, true, true])
    expect(ctx.logged).toContainEqual(
      expect.objectContaining({ message: 'single sign-on failed', trouble: 'unreachable' }),
    )
  })
})
