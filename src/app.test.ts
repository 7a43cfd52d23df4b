import { describe, expect, it } from 'vitest'
import { aBrowser, anApp } from '../test/builders/browser.ts'
import { aContext } from '../test/builders/database.ts'
import { routes } from './app.tsx'
import { openDatabase, openPool } from './platform/db/database.ts'

/** A record that exists nowhere. */
const NOWHERE = '01900000-0000-7000-8000-000000000000'

/** The address with every parameter filled in. */
function filled(path: string): string {
  return path
    .replace(/:\w+\{\[0-9a-f-\][^/]*/g, NOWHERE)
    .replace(/:\w+\{\\d[^/]*/g, '9999')
    .replace(/:\w+/g, 'khong-co')
}

describe('every route', () => {
  it('that changes something names its journal event, or is known to leave no trace', () => {
    const silent = routes.filter(({ method, event }) => method === 'POST' && event === null).map(({ path }) => path)
    expect(silent).toEqual([
      '/dang-nhap/buoc-hai',
      '/tai-khoan/co-quan',
      '/tai-khoan/phien/ket-thuc-het',
      '/tai-khoan/xac-thuc',
      '/thong-bao/da-xem',
      '/thong-bao/cach-nhac',
      '/ngon-ngu',
    ])
  })

  it('that only shows something promises no event', () => {
    expect(routes.filter(({ method, event }) => method === 'GET' && event !== null)).toEqual([])
  })

  it('that addresses a record answers 404 where there is none; forms may find fault with an empty form first', async () => {
    const app = await anApp(await aContext())
    const headers = { host: 'localhost', origin: 'http://localhost', accept: 'text/html' }
    const wrong: string[] = []
    for (const { method, path } of routes.filter((route) => /:\w+/.test(route.path))) {
      const { status } = await app.request(filled(path), { method, headers })
      if (status !== 404 && !(method === 'POST' && status === 422)) wrong.push(`${status} ${method} ${path}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('every answer', () => {
  it.each(['/ke-hoach', '/no-such-page', '/healthz'])('of %s keeps strangers and inline code out', async (path) => {
    const { headers } = await aBrowser(await anApp(await aContext())).get(path)
    expect({
      policy: headers.get('content-security-policy')?.split('; ').slice(0, 3),
      sniff: headers.get('x-content-type-options'),
      cache: headers.get('cache-control'),
    }).toEqual({
      policy: ["default-src 'none'", "script-src 'self'", "style-src 'self'"],
      sniff: 'nosniff',
      cache: 'private, no-cache',
    })
  })

  it('to a name that is not of this computer is refused while everybody here may do everything', async () => {
    const app = await anApp(await aContext())
    const statuses = ['localhost:8420', '127.0.0.1', '[::1]:1', 'evil.example', 'localhost.evil.example'].map(
      async (host) => (await app.request('/ke-hoach', { headers: { host, accept: 'text/html' } })).status,
    )
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 403, 403])
  })
})

describe('what goes wrong', () => {
  it('an address that there is not gets a page in Vietnamese', async () => {
    const answer = await aBrowser(await anApp(await aContext())).get('/khong-co')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('lang="vi"')
  })

  it('a form from another site changes nothing', async () => {
    const app = await anApp(await aContext())
    const headers = { host: 'localhost', 'sec-fetch-site': 'cross-site' }
    expect((await app.request('/ngon-ngu', { method: 'POST', headers, body: new URLSearchParams() })).status).toBe(403)
  })

  it('a database that does not answer gives 503, and the log says which request', async () => {
    const ctx = await aContext()
    const away = openDatabase(openPool({ host: '127.0.0.1', port: 1 }, () => undefined))
    const app = await anApp({ ...ctx, db: away })
    const answer = await app.request('/ke-hoach', { headers: { host: 'localhost', accept: 'text/html' } })
    expect(answer.status).toBe(503)
    expect(ctx.logged).toEqual([
      expect.objectContaining({ level: 'error', path: '/ke-hoach', request: expect.any(String) }),
    ])
  })

  it('health says 503 while the database does not answer', async () => {
    const away = openDatabase(openPool({ host: '127.0.0.1', port: 1 }, () => undefined))
    const app = await anApp({ ...(await aContext()), db: away })
    expect((await app.request('/healthz', { headers: { host: 'localhost' } })).status).toBe(503)
  })
})
