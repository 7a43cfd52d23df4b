import { expect, it } from 'vitest'
import { aBrowser } from '../../../test/builders/browser.ts'
import { aCommune } from '../../../test/builders/commune.ts'
import { aRunningPlan, aUnit } from '../../../test/builders/running-plans.ts'
import { write } from '../../context.ts'
import { planPaths } from '../paths.ts'
import { inviteForPlan } from './invite.ts'

const plain = async (answer: Response | Promise<Response>) =>
  (await (await answer).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** A plan of the commune (2) in force with work for a hamlet, a union that has a member, and a unit of the commune beside. */
async function aPlanToHandOver() {
  const house = await aCommune()
  const { ctx, admin, invite } = house
  const { browser: officer } = await invite(admin, 'Vũ Thị Hòa', 'hoa.vu', 'Xã Mây Hạ', 'officer')
  const [hamlet, union] = [await aUnit(ctx, 'Thôn Đông', 2, 'hamlet'), await aUnit(ctx, 'Hội Nông dân xã', 2, 'union')]
  const { browser: member } = await invite(admin, 'Đinh Công Tự', 'tu.dinh', 'Hội Nông dân xã', 'member')
  const part = (unitId: number, title = '') => ({ role: 'assigned' as const, unitId, title })
  const work = { kind: 'work' as const, data: { text: 'Rà soát gương tốt', due: null } }
  const plan = await aRunningPlan(ctx, [{ ...work, units: [part(hamlet, 'Trưởng thôn'), part(union), part(3)] }], {
    unitId: 2,
  })
  return { ...house, officer, member, hamlet, union, path: planPaths.handOver(plan.id), plan: plan.id }
}

it('names the units where nobody can sign in, and gives each a slip with a code that works once', async () => {
  const { app, officer, hamlet, path, plan } = await aPlanToHandOver()
  const before = await plain(officer.get(path))
  expect(before).toMatch(
    /1 đơn vị chưa có ai đăng nhập được .*Thôn Đông Kế hoạch giao cho: Trưởng thôn Chưa có ai.*Hội Nông dân xã Đinh Công Tự đăng nhập được/,
  )
  expect(before).not.toContain('Xã Mây Thượng')

  const answer = await officer.post(path, { [`fullName${hamlet}`]: 'Giàng A Lử', [`title${hamlet}`]: 'Trưởng thôn' })
  expect(answer.status).toBe(201)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const slips = await plain(answer)
  expect(slips).toMatch(/Thôn Đông Giàng A Lử Đăng nhập bằng: lu\.giang Mã dùng một lần: /)
  const code = /Mã dùng một lần: (\S+)/.exec(slips)?.[1] ?? ''
  expect(await plain(officer.get(path))).toContain('chưa đặt mật khẩu')
  const hand = aBrowser(app)
  expect((await hand.post('/ma', { code, password: 'ban nở trắng đồi 2026' })).status).toBe(303)
  expect(await plain(hand.get('/ke-hoach'))).toContain('Xây dựng điển hình tiên tiến năm 2026')
  expect(await plain(officer.get(path))).toContain('Đơn vị nào cũng đã có người đăng nhập được.')
  expect((await hand.get(planPaths.handOver(plan))).status).toBe(404)
})

it('gives nobody anything where one row is wrong, says what, and keeps what was typed', async () => {
  const { ctx, officer, hamlet, union, path } = await aPlanToHandOver()
  const before = await ctx.db.selectFrom('person').select('id').execute()
  const answer = await officer.post(path, {
    [`fullName${hamlet}`]: 'Giàng A Lử',
    [`account${hamlet}`]: 'tu.dinh',
    [`fullName${union}`]: 'Lò Thị Mai',
    [`account${union}`]: '0912 345 678',
  })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Đã có người dùng tên hoặc số này')
  expect(page).toContain('value="Lò Thị Mai"')
  expect(await ctx.db.selectFrom('person').select('id').execute()).toHaveLength(before.length)
  expect(await plain(officer.post(path, {}))).toContain('Chưa ghi tên ai')
})

it('makes up no name where names tie the accounts of the office’s single sign-on: it may be somebody else’s there', async () => {
  const { ctx, hamlet, plan } = await aPlanToHandOver()
  const oidc = { issuer: 'https://dang-nhap.example', clientId: 'x', clientSecret: null, name: null } as const
  const invite = (linkBy: 'user-name' | 'email', unitId: number) => {
    const config = { ...ctx.config, oidc: { ...oidc, linkBy } }
    const somebody = { unitId, fullName: 'Giàng A Lử', account: '', title: '' }
    return write({ ...ctx, config }, (tx) => inviteForPlan(tx, plan, [somebody]))
  }
  await expect(invite('user-name', hamlet)).rejects.toMatchObject({ problems: [{ code: 'account-missing' }] })
  expect((await invite('email', hamlet)).map(({ account }) => account)).toEqual(['lu.giang'])
})

it('is closed to members, to officers elsewhere, and gives nobody to a unit outside the plan', async () => {
  const { ctx, admin, invite, member, officer, path } = await aPlanToHandOver()
  const { browser: outsider } = await invite(admin, 'Hoàng Thị Xa', 'xa.hoang', 'Xã Mây Thượng', 'officer')
  expect((await outsider.get(path)).status).toBe(404)
  expect((await outsider.post(path, { fullName3: 'Lò Thị Mai' })).status).toBe(404)
  expect((await member.get(path)).status).toBe(404)
  expect((await officer.post(path, { fullName3: 'Lò Thị Mai' })).status).toBe(422)
  expect(await ctx.db.selectFrom('person').select('id').where('fullName', '=', 'Lò Thị Mai').execute()).toEqual([])
})
