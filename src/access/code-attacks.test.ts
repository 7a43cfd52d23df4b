import { expect, it } from 'vitest'
import { aBrowser } from '../../test/builders/browser.ts'
import { aCommune, on, password } from '../../test/builders/commune.ts'

/** A commune whose officer has invited a member; `issue` makes the officer hand the member a code, `use` is somebody elsewhere who holds it. */
async function aCommuneWithCodes() {
  const house = await aCommune()
  const { app, admin, invite } = house
  const officer = await invite(admin, 'Vũ Thị Hòa', 'hoa.vu', 'Xã Mây Hạ', 'officer')
  const member = await invite(officer.browser, 'Đinh Công Tự', 'tu.dinh', 'Xã Mây Hạ', 'member')
  const ask = (purpose: string) => officer.browser.post(`/can-bo/${member.id}/ma`, { purpose })
  const issue = async (purpose: string) => codeIn(await ask(purpose))
  const use = async (code: string, chosen = 'kẻ nhặt được mảnh giấy') =>
    (await aBrowser(app).post('/ma', { code, password: chosen })).status
  const rise = (role: string) => admin.post(`/can-bo/${member.id}/vi-tri`, { unit: '#1', role, from: on, title: '' })
  return { ...house, officer, member, ask, issue, use, rise }
}

const codeIn = async (answer: Response) => /\/ma\?ma=([A-Z0-9-]+)/.exec(await answer.text())?.[1] ?? ''

it('a slip that got lost opens nothing once another code has been used or the person has chosen a new password', async () => {
  const { member, issue, use } = await aCommuneWithCodes()
  const lost = await issue('invitation')
  const [phone, secondStep] = [await issue('password'), await issue('totp')]
  expect(await use(phone, 'một câu mới hoàn toàn')).toBe(303)
  expect(await use(lost)).toBe(422)
  const kept = await issue('password')
  expect(await use(secondStep, 'một câu mới hoàn toàn')).toBe(303)
  expect(await use(kept)).toBe(422)

  const other = await issue('password')
  const change = { oldPassword: 'một câu mới hoàn toàn', password: 'của riêng tôi thôi' }
  await member.browser.post('/dang-nhap', { account: 'tu.dinh', password: change.oldPassword })
  expect((await member.browser.post('/tai-khoan/mat-khau', change)).headers.get('location')).toBe('/tai-khoan')
  expect(await use(other)).toBe(422)
})

it('whoever kept a code does not come in after its owner has risen above the one who made it', async () => {
  const { ctx, admin, officer, member, ask, issue, use, rise } = await aCommuneWithCodes()
  const beside = await issue('invitation')
  await officer.browser.post(`/can-bo/${member.id}/vi-tri`, { unit: '#2', role: 'leader', from: on, title: '' })
  expect(await use(beside, 'một câu mới hoàn toàn')).toBe(303)
  const byOffice = await issue('invitation')
  expect((await rise('leader')).status).toBe(303)
  expect(await use(byOffice)).toBe(422)

  for (const { id } of await ctx.db.selectFrom('position').select('id').where('personId', '=', member.id).execute())
    await admin.post(`/can-bo/vi-tri/${id}/ket-thuc`, { until: '2026-03-09' })
  expect((await ask('password')).status, 'between two offices').toBe(403)
})

it('nor after their owner stands in for somebody above', async () => {
  const { admin, administrator, issue, use } = await aCommuneWithCodes()
  const kept = await issue('invitation')
  const { position } = await administrator()
  const standIn = { to: 'tu.dinh', from: '2026-03-10', until: '2026-04-01', reason: '' }
  expect((await admin.post(`/can-bo/vi-tri/${position}/uy-quyen`, standIn)).status).toBe(303)
  expect(await use(kept)).toBe(422)
})

it('nobody keeps an office outside by typing nonsense, nor tries out the password of an open browser', async () => {
  const { officer, issue, use } = await aCommuneWithCodes()
  const guesses = []
  for (let guess = 0; guess < 5; guess += 1) guesses.push(await use(`AAAA-BBBB-CCC${guess}`))
  expect(guesses).toEqual([422, 422, 422, 429, 429])
  expect(await use(await issue('password'))).toBe(303)

  const change = (oldPassword: string) =>
    officer.browser.post('/tai-khoan/mat-khau', { oldPassword, password: 'của riêng tôi thôi' })
  for (let guess = 0; guess < 3; guess += 1) expect((await change(`đoán lần ${guess}`)).status).toBe(422)
  const late = await change(password)
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('Đã nhập sai nhiều lần. Hãy đợi 5 giây rồi nhập lại.')
  const drop = await officer.browser.post('/tai-khoan/xac-thuc/bo', { password })
  expect(await drop.text()).toContain('Đã nhập sai nhiều lần')
})
