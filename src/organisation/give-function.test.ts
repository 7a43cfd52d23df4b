import { expect, it } from 'vitest'
import { aCommune, on } from '../../test/builders/commune.ts'
import { peoplePaths, withFunction } from './paths.ts'

const title = 'Công chức Văn hóa – Xã hội'
const back = '/ke-hoach#name-1'

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const filledIn = (html: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&')

/** The commune (unit 2) with its officer and a member; `link` is where the officer begins. */
async function aCommuneToStaff() {
  const house = await aCommune()
  const officer = await house.invite(house.admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'officer')
  const member = await house.invite(house.admin, 'Phạm Thị Sen', 'sen.pham', 'Xã Mây Hạ', 'member')
  const titles = async () =>
    (await house.ctx.db.selectFrom('position').select('title').where('title', '<>', '').execute()).map(
      (one) => one.title,
    )
  const link = (unitId: number, change = {}) =>
    withFunction(peoplePaths.giveFunction, { unitId, title, back, ...change })
  return { ...house, officer, member, titles, link }
}

it('a function is given to somebody of the unit by the form that exists, filled in, and one goes on where one was', async () => {
  const { officer, member, titles, link } = await aCommuneToStaff()
  const page = await (await officer.browser.get(link(2))).text()
  expect(plain(page)).toMatch(/Công chức Văn hóa – Xã hội · Xã Mây Hạ .*Cán bộ của Xã Mây Hạ .*Giao cho Phạm Thị Sen/)
  const address =
    new RegExp(`href="(/can-bo/${member.id}/vi-tri[^"]*)"`).exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const form = await (await officer.browser.get(address)).text()
  const fields = {
    unit: filledIn(form, 'unit') ?? '',
    title: filledIn(form, 'title') ?? '',
    from: filledIn(form, 'from') ?? '',
    back: filledIn(form, 'back') ?? '',
  }
  expect(fields).toEqual({ unit: '#2 Xã Mây Hạ', title, from: '2026-03-10', back })
  expect(await titles()).toEqual([])
  const wrong = await officer.browser.post(peoplePaths.givePosition(member.id), { ...fields, role: 'member', from: '' })
  expect([wrong.status, filledIn(await wrong.text(), 'back')]).toEqual([422, back])
  const given = await officer.browser.post(peoplePaths.givePosition(member.id), { ...fields, role: 'member' })
  expect([given.status, given.headers.get('location')]).toEqual([303, back])
  expect(await titles()).toEqual([title])
})

it('somebody of another unit is found by name, somebody new is invited, and the way back stands beside their code', async () => {
  const { admin, officer, titles, link } = await aCommuneToStaff()
  expect(await (await admin.get(link(3))).text()).toContain('Đơn vị này chưa có cán bộ nào')
  const found = plain(await (await admin.get(`${link(3)}&q=sen`)).text())
  expect(found).toContain('Giao cho Phạm Thị Sen')
  expect(found).not.toContain('Giao cho Trần Văn Bình')
  const form = await (await officer.browser.get(withFunction(peoplePaths.add, { unitId: 2, title, back }))).text()
  expect([filledIn(form, 'unit'), filledIn(form, 'title')]).toEqual(['#2 Xã Mây Hạ', title])
  const person = { fullName: 'Lê Thị Hạnh', userName: 'hanh.le', phone: '', email: '' }
  const position = { unit: '#2 Xã Mây Hạ', title, role: 'member', from: on, back }
  const invited = await officer.browser.post(peoplePaths.add, { ...person, ...position })
  expect(invited.status).toBe(201)
  expect(await invited.text()).toContain(`href="${back}"`)
  expect(await titles()).toEqual([title])
})

it('another site is never the way back', async () => {
  const { officer, member, link } = await aCommuneToStaff()
  for (const foreign of ['https://xau.example/', '//xau.example/', 'javascript:alert(1)']) {
    expect(await (await officer.browser.get(link(2, { back: foreign }))).text()).not.toContain(`href="${foreign}`)
    const position = { unit: '#2', title, role: 'member', from: on, back: foreign }
    const given = await officer.browser.post(peoplePaths.givePosition(member.id), position)
    expect(given.headers.get('location')).toBe('/')
  }
})

it('a unit out of reach does not exist, and who may not change people finds no such page', async () => {
  const { officer, member, link } = await aCommuneToStaff()
  expect((await officer.browser.get(link(3))).status).toBe(404)
  expect((await member.browser.get(link(2))).status).toBe(404)
  expect((await officer.browser.get(peoplePaths.giveFunction)).headers.get('location')).toBe(peoplePaths.list)
  expect((await officer.browser.get(`${peoplePaths.givePosition(member.id)}?unit=x&title=`)).status).toBe(200)
})
