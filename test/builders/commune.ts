import { issueClaimCode } from '../../src/access/actions/claim.ts'
import { aBrowser, anApp, type TestBrowser } from './browser.ts'
import { aContext } from './database.ts'

export const password = 'sen nở mùa hạ 2026'
export const on = '2026-03-01'

/** A claimed system with two communes; `invite` gives a new person a position and a browser in which they are signed in. */
export async function aCommune(walled = true) {
  const ctx = await aContext()
  const app = await anApp(ctx, walled)
  const admin = aBrowser(app)
  const code = (await issueClaimCode(ctx)) ?? ''
  await admin.post('/lan-dau', { code, unitName: 'Tỉnh Sông Thanh', fullName: 'Lê Thị Hà', account: 'ha.le', password })
  for (const name of ['Xã Mây Hạ', 'Xã Mây Thượng']) {
    await admin.post('/don-vi/1/them', { name, kind: 'commune', on, shortName: '', code: '', decision: '' })
  }
  const invite = async (by: TestBrowser, fullName: string, userName: string, unit: string, role: string) => {
    const answer = await by.post('/can-bo/them', {
      fullName,
      userName,
      unit,
      role,
      title: '',
      from: on,
      phone: '',
      email: '',
    })
    const html = await answer.text()
    const link = /\/ma\?ma=[A-Z0-9-]+/.exec(html)?.[0] ?? ''
    const browser = aBrowser(app)
    await browser.get(link)
    await browser.post('/ma', { code: link.slice(7), password })
    const id = /\/can-bo\/([0-9a-f-]{36})/.exec(html)?.[1] ?? ''
    return { browser, id }
  }
  const administrator = () =>
    ctx.db
      .selectFrom('person')
      .innerJoin('position', 'position.personId', 'person.id')
      .select(['person.id', 'position.id as position'])
      .where('userName', '=', 'ha.le')
      .executeTakeFirstOrThrow()
  return { ctx, app, admin, invite, administrator }
}
