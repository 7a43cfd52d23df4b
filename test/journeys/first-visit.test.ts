import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHouse, type TestHouse } from './a-house.ts'
import { findBrowser, launchBrowser } from './browser.ts'
import { aVisitor, expectWellMade, screens } from './visitor.ts'

const program = await findBrowser()
const password = 'sen nở mùa hạ 2026'

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
}

async function claim(page: Page, house: TestHouse, look: (page: Page) => Promise<void>): Promise<void> {
  await page.goto('/lan-dau')
  await look(page)
  await page.fill('#code', house.claimCode() ?? '')
  await page.fill('#unitName', 'Ủy ban nhân dân xã Mây Hạ')
  await page.fill('#fullName', 'Lê Thị Hà')
  await page.fill('#account', 'ha.le')
  await page.fill('#password', 'ngắn')
  await press(page, 'Thiết lập và đăng nhập')
  await look(page)
  expect(await page.inputValue('#unitName')).toBe('Ủy ban nhân dân xã Mây Hạ')
  await page.fill('#password', password)
  await press(page, 'Thiết lập và đăng nhập')
  await page.waitForURL('**/ke-hoach')
}

async function addUnit(page: Page, parent: string, name: string, kind: string): Promise<void> {
  await page.goto(`/don-vi/${parent}/them`)
  await page.fill('#name', name)
  await page.selectOption('#kind', kind)
  await press(page, 'Ghi lại')
  await page.getByText('Đã thêm đơn vị.').waitFor()
}

/** Everything an officer does in the first hour, with a look at every page that it leads to. */
async function firstHour(browser: Browser, screen: keyof typeof screens, script: boolean): Promise<string[]> {
  const house = await aHouse()
  const look = script ? expectWellMade : async () => undefined
  const { page, complaints } = await aVisitor(browser, house.address, { screen, script })
  await claim(page, house, look)
  await addUnit(page, '1', 'Hội Nông dân xã Mây Hạ', 'union')
  await addUnit(page, '1', 'Ấp Cầu Đá', 'hamlet')
  await addUnit(page, '1', 'Ấp Vườn Xoài', 'hamlet')
  await page.goto('/don-vi/1')
  await look(page)

  await page.goto('/don-vi/3/sap-nhap')
  await look(page)
  await page.fill('#partners', 'vuon xoai')
  await page.fill('#name', 'Ấp Cầu Đá – Vườn Xoài')
  await press(page, 'Xem lại trước khi ghi')
  await page.getByText('«Ấp Vườn Xoài» kết thúc từ ngày').waitFor()
  await look(page)
  await press(page, 'Đồng ý, ghi lại')
  await page.goto('/don-vi/3')
  await look(page)

  await page.goto('/don-vi/1/nhap-excel')
  await page.fill('#list', 'Ấp Bến Tre\t\tThôn, ấp, bản\nẤp Không Cha\t\t\t\tXã Không Có')
  await press(page, 'Kiểm tra danh sách')
  await page.getByText('Dòng 2: không tìm thấy đơn vị cấp trên').waitFor()
  await look(page)

  await page.goto('/can-bo/them')
  await look(page)
  await page.fill('#fullName', 'Trần Văn Bình')
  await page.fill('#userName', 'binh.tran')
  await page.fill('#unit', 'hoi nong dan')
  await press(page, 'Ghi và cấp mã mời')
  await page.getByText('Mã chỉ hiện một lần').waitFor()
  await look(page)
  const link = (await page.locator('a[href*="/ma?ma="]').first().getAttribute('href')) ?? ''

  const phone = await aVisitor(browser, house.address, { screen: 'phone', script })
  await phone.page.goto(link)
  await look(phone.page)
  await phone.page.getByText('Chào Trần Văn Bình').waitFor()
  await phone.page.fill('#password', password)
  await press(phone.page, 'Đặt mật khẩu và đăng nhập')
  await phone.page.goto('/don-vi')
  await phone.page.waitForURL('**/don-vi/2')
  await look(phone.page)
  expect((await phone.page.goto('/don-vi/1'))?.status()).toBe(404)
  await phone.page.goto('/tai-khoan')
  await look(phone.page)

  for (const path of ['/can-bo', '/nhat-ky', '/nhat-ky/ai-xem-duoc?unit=2', '/tim?q=hoi+nong', '/tai-khoan']) {
    await page.goto(path)
    await look(page)
  }
  await page.goto('/nhat-ky')
  expect(await page.locator('tbody').textContent()).toContain('Sáp nhập đơn vị')
  await page.goto('/tai-khoan')
  await press(page, 'Bật xác thực hai bước')
  await page.getByText('quét hình này').waitFor()
  await look(page)
  await page.goto('/tai-khoan')
  await press(page, 'Đăng xuất')
  await page.waitForURL('**/dang-nhap')
  await look(page)
  // A refused address is told to the browser as an error of the page that asked for it.
  return [...complaints, ...phone.complaints].filter((complaint) => !/status of (?:404|422)/.test(complaint))
}

describe.skipIf(!program)('the first hour (a browser is needed)', { timeout: 180_000 }, () => {
  let browser: Browser

  beforeAll(async () => {
    if (program) browser = await launchBrowser(program)
  }, 60_000)
  afterAll(() => browser?.close())

  it.each(Object.keys(screens) as (keyof typeof screens)[])('goes well on a %s', async (screen) => {
    expect(await firstHour(browser, screen, true)).toEqual([])
  })

  it('goes well without script', async () => {
    expect(await firstHour(browser, 'laptop', false)).toEqual([])
  })

  it('finds what one types from the keyboard alone', async () => {
    const house = await aHouse()
    const { page, complaints } = await aVisitor(browser, house.address)
    await claim(page, house, async () => undefined)
    await addUnit(page, '1', 'Hội Nông dân xã Mây Hạ', 'union')
    await page.goto('/ke-hoach')
    await page.keyboard.press('/')
    await page.keyboard.type('nong dan')
    await page.getByRole('option', { name: /Hội Nông dân xã Mây Hạ/ }).waitFor()
    await expectWellMade(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/don-vi/2')
    expect(complaints.filter((complaint) => !/status of 422/.test(complaint))).toEqual([])
  })
})
