import { expect, it } from 'vitest'
import { aGuardedHouse, whatStands } from '../test/builders/guarded-house.ts'
import { filled, recordsOf, typed } from '../test/builders/walk.ts'
import { routes } from './app.tsx'

const changing = routes.filter(({ method }) => method === 'POST')

/** What a browser sends along with a form that stands on another site, and an old one that says nothing of where it stood. */
const elsewhere = [
  { name: 'a browser that says the form is another site’s', headers: { 'sec-fetch-site': 'cross-site' } },
  { name: 'a browser that says so of a page beside ours', headers: { 'sec-fetch-site': 'same-site' } },
  { name: 'a browser that names the other site', headers: { origin: 'https://evil.example' } },
  { name: 'a browser that hides the site', headers: { origin: 'null' } },
  { name: 'an old browser that says nothing, without our hidden field', headers: {} },
]

it.each(elsewhere)(
  '$name sends forms to every address with the administrator’s cookies: not one is obeyed',
  async ({ headers }) => {
    const house = await aGuardedHouse()
    const { app, admin, running } = house
    const named = await recordsOf(house, running)
    const before = await whatStands(house)
    const events = async () => (await house.ctx.db.selectFrom('history').select('event').execute()).length
    const known = await events()
    const cookie = admin.cookies()
    expect((await app.request('/ke-hoach', { headers: { host: 'localhost', cookie } })).status).toBe(200)
    const obeyed: string[] = []
    for (const { path } of changing) {
      const asJson = path.startsWith('/api/')
      const body = asJson ? '{}' : new URLSearchParams(typed)
      const sent = { host: 'localhost', cookie, ...headers, ...(asJson && { 'content-type': 'application/json' }) }
      const { status } = await app.request(filled(path, named), { method: 'POST', headers: sent, body })
      if (![403, 404, 401, 415].includes(status)) obeyed.push(`${status} ${path}`)
    }
    expect(obeyed).toEqual([])
    expect(await whatStands(house)).toEqual(before)
    expect(await events()).toBe(known)
  },
  120_000,
)
