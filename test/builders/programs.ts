import { issueClaimCode } from '../../src/access/actions/claim.ts'
import { makeToken } from '../../src/access/actions/personal-tokens.ts'
import type { TokenScope } from '../../src/access/tokens.ts'
import { type Context, write } from '../../src/context.ts'
import { addPerson } from '../../src/organisation/actions/change-people.ts'
import { createUnit } from '../../src/organisation/actions/change-units.ts'
import type { Role } from '../../src/organisation/schema.ts'
import { aBrowser, anApp } from './browser.ts'
import { aContext } from './database.ts'

export interface TestProgram {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** Sends JSON. */
  post(path: string, body?: unknown): Promise<Response>
}

/** A program that calls the API with a token, or with none. */
export function aProgram(app: Awaited<ReturnType<typeof anApp>>, token: string | null): TestProgram {
  const headers = { host: 'localhost', ...(token && { authorization: `Bearer ${token}` }) }
  return {
    get: async (path, more = {}) => app.request(path, { headers: { ...headers, ...more } }),
    post: async (path, body) =>
      app.request(path, {
        method: 'POST',
        headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  }
}

/** A claimed province with two communes (units 2 and 3) on the day 2026-03-10, the administrator's browser, and people with tokens. */
export async function aProvinceWithPrograms(changes: Partial<Context> = {}) {
  const ctx = await aContext(changes)
  const app = await anApp(ctx)
  const admin = aBrowser(app)
  const code = (await issueClaimCode(ctx)) ?? ''
  const password = 'sen nở mùa hạ 2026'
  await admin.post('/lan-dau', { code, unitName: 'Tỉnh Sông Thanh', fullName: 'Lê Thị Hà', account: 'ha.le', password })
  const unit = { shortName: null, kind: 'commune' as const, code: null, on: '2026-03-01', decision: null }
  for (const name of ['Xã Mây Hạ', 'Xã Mây Thượng'])
    await write(ctx, (tx) => createUnit(tx, { ...unit, name, parentId: 1 }))
  const hire = async (userName: string, unitId: number, role: Role) => {
    const person = { fullName: `Người ${userName}`, userName, phone: null, email: null }
    const id = await write(ctx, (tx) => addPerson(tx, person, { unitId, role, title: '', from: '2026-03-01' }))
    const position = ctx.db.selectFrom('position').select('id').where('personId', '=', id)
    return { id, position: (await position.executeTakeFirstOrThrow()).id }
  }
  const tokenOf = (personId: string, scopes: TokenScope[]) => {
    const actor = { kind: 'person' as const, id: personId, on: '2026-03-10', grants: [] }
    return write({ ...ctx, actor }, (tx) => makeToken(tx, { name: 'Thử', scopes, days: 30 }))
  }
  const program = async (personId: string, scopes: TokenScope[]) => aProgram(app, await tokenOf(personId, scopes))
  return { ctx, app, admin, hire, tokenOf, program }
}
