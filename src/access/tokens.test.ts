import { describe, expect, it } from 'vitest'
import { aProgram, aProvinceWithPrograms } from '../../test/builders/programs.ts'
import { endpoints } from '../app.tsx'
import { write } from '../context.ts'
import { endPosition } from '../organisation/actions/change-people.ts'
import { tokenScopes } from './tokens.ts'

const all = [...tokenScopes]
const renaming = { name: 'Phường Sen', kind: 'ward', on: '2026-03-05' }

describe('a personal token', () => {
  it('does what its owner may, narrowed to its scopes', async () => {
    const { hire, program } = await aProvinceWithPrograms()
    const officer = await hire('binh', 2, 'officer')
    const reader = await program(officer.id, ['unit.read'])
    expect((await reader.get('/api/units/2')).status).toBe(200)
    expect((await reader.get('/api/units/3')).status).toBe(404)
    expect((await reader.get('/api/people')).status).toBe(404)
    expect((await reader.post('/api/units/2/renaming', renaming)).status).toBe(404)
    const member = await hire('sen', 2, 'member')
    const greedy = await program(member.id, all)
    expect((await greedy.get('/api/units/2')).status).toBe(200)
    expect((await greedy.post('/api/units/2/renaming', renaming)).status).toBe(404)
    expect((await greedy.get('/api/journal')).status).toBe(404)
  })

  it('loses what its owner loses, at once', async () => {
    const { ctx, hire, program } = await aProvinceWithPrograms()
    const officer = await hire('binh', 2, 'officer')
    const token = await program(officer.id, all)
    expect((await token.get('/api/units/2')).status).toBe(200)
    await write(ctx, (tx) => endPosition(tx, officer.position, '2026-03-09'))
    expect((await token.get('/api/units/2')).status).toBe(404)
  })

  it('opens nothing when it is unknown, revoked or past its end', async () => {
    const { ctx, app, hire, tokenOf } = await aProvinceWithPrograms()
    const officer = await hire('binh', 2, 'officer')
    const [revoked, past] = [await tokenOf(officer.id, all), await tokenOf(officer.id, all)]
    const tokens = await ctx.db.selectFrom('personalToken').select('id').orderBy('id').execute()
    const change = (at: number) => ctx.db.updateTable('personalToken').where('id', '=', tokens[at]?.id ?? '')
    await change(0).set({ revokedAt: ctx.clock.now() }).execute()
    await change(1).set({ endsAt: ctx.clock.now() }).execute()
    for (const token of ['lantoa_wrong', 'a b', revoked, past]) {
      const answer = await aProgram(app, token).get('/api/me')
      expect({ status: answer.status, asks: answer.headers.get('www-authenticate') }).toEqual({
        status: 401,
        asks: 'Bearer',
      })
    }
  })

  it('is nothing to the pages, so it makes no other token and changes no password', async () => {
    const { ctx, app, hire, tokenOf } = await aProvinceWithPrograms()
    const officer = await hire('binh', 2, 'officer')
    const program = aProgram(app, await tokenOf(officer.id, all))
    expect((await program.get('/ke-hoach')).headers.get('location')).toContain('/dang-nhap')
    const { token } = await ctx.db
      .selectFrom('personalToken')
      .select((eb) => eb.fn.countAll<number>().as('token'))
      .executeTakeFirstOrThrow()
    expect((await program.post('/tai-khoan/ma-truy-cap', { name: 'x', scopes: all, days: 30 })).status).not.toBe(201)
    expect(token).toBe(1)
    expect(endpoints.filter(({ path }) => /token|password|session/.test(path))).toEqual([])
  })

  it('stands in for nobody: holding a position is no right to hand it on through a program', async () => {
    const { hire, program } = await aProvinceWithPrograms()
    const [officer, other] = [await hire('binh', 2, 'officer'), await hire('sen', 3, 'member')]
    const delegation = { personId: other.id, from: '2026-03-10', until: '2026-03-20' }
    const reader = await program(officer.id, ['person.read', 'unit.read'])
    expect((await reader.post(`/api/positions/${officer.position}/delegations`, delegation)).status).toBe(404)
    const changer = await program(officer.id, ['person.read', 'person.change'])
    expect((await changer.post(`/api/positions/${officer.position}/delegations`, delegation)).status).toBe(403)
  })

  it('is made and revoked on its owner’s page, shown once, kept as a hash and journalled', async () => {
    const { ctx, app, admin } = await aProvinceWithPrograms()
    const refused = await admin.post('/tai-khoan/ma-truy-cap', { name: 'Báo cáo', days: '30' })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Chưa chọn việc nào')])
    const made = await admin.post('/tai-khoan/ma-truy-cap', { name: 'Báo cáo', scopes: 'unit.read', days: '30' })
    const token = /lantoa_[\w-]{43}/.exec(await made.text())?.[0] ?? ''
    expect((await aProgram(app, token).get('/api/units/2')).status).toBe(200)
    const page = await (await admin.get('/tai-khoan/ma-truy-cap')).text()
    expect([page.includes('Báo cáo'), page.includes(token)]).toEqual([true, false])
    const revoke = /ma-truy-cap\/[0-9a-f-]{36}\/thu-hoi/.exec(page)?.[0] ?? ''
    await admin.post(`/tai-khoan/${revoke}`)
    expect((await aProgram(app, token).get('/api/units/2')).status).toBe(401)
    const rows = await ctx.db.selectFrom('history').select('event').where('event', 'like', 'token.%').execute()
    expect(rows.map(({ event }) => event)).toEqual(['token.made', 'token.revoked'])
  })
})
