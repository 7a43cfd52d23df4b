import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aProvider } from '../builders/provider.ts'
import { aReceiver } from '../builders/receiver.ts'
import { aHouse } from './a-house.ts'
import { findBrowser, launchBrowser } from './browser.ts'
import { aVisitor, expectWellMade, screens } from './visitor.ts'

const program = await findBrowser()
const password = 'sen nở mùa hạ 2026'

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
}

async function claim(page: Page, code: string): Promise<void> {
  await page.goto('/lan-dau')
  await page.fill('#code', code)
  await page.fill('#unitName', 'Ủy ban nhân dân xã Mây Hạ')
  await page.fill('#fullName', 'Lê Thị Hà')
  await page.fill('#account', 'ha.le')
  await page.fill('#password', password)
  await press(page, 'Thiết lập và đăng nhập')
  await page.waitForURL('**/ke-hoach')
  for (const name of ['Ấp Cầu Đá', 'Ấp Vườn Xoài']) {
    await page.goto('/don-vi/1/them')
    await page.fill('#name', name)
    await page.selectOption('#kind', 'hamlet')
    await press(page, 'Ghi lại')
    await page.getByText('Đã thêm đơn vị.').waitFor()
  }
}

type Look = (page: Page) => Promise<void>

async function formClusters(page: Page, look: Look): Promise<void> {
  await page.goto('/cum-khoi')
  await look(page)
  await page.getByRole('link', { name: 'Lập cụm, khối' }).first().click()
  await page.fill('#unit', 'Ủy ban')
  await page.fill('#name', 'Cụm thi đua các ấp')
  await look(page)
  await press(page, 'Lập cụm, khối')
  await page.getByText('Hãy thêm các đơn vị thành viên').waitFor()
  await page.fill('#partners', 'cau da\nẤp Không Có')
  await press(page, 'Thêm thành viên')
  await page.getByRole('alert').getByText('Không tìm thấy đơn vị «Ấp Không Có»').waitFor()
  await look(page)
  await page.fill('#partners', 'cau da\nvuon xoai')
  await press(page, 'Thêm thành viên')
  await page.getByText('Đã thêm thành viên.').waitFor()
  await page.selectOption('#unit', { label: 'Ấp Cầu Đá' })
  await page.locator('form[action$="/don-vi-truong"] button').click()
  await page.getByText('Đã ghi đơn vị trưởng.').waitFor()
  await look(page)
  await page.getByRole('link', { name: 'Cho ra Ấp Vườn Xoài' }).click()
  await look(page)
  await press(page, 'Cho ra')
  await page.getByRole('link', { name: 'Giải thể' }).click()
  await look(page)
  await page.goto('/cum-khoi')
  await look(page)
  await page.goto('/don-vi/2')
  await look(page)
}

async function hearOfIt(page: Page, url: string, look: Look): Promise<void> {
  await page.goto('/webhook')
  await page.fill('#url', 'http://')
  await page.fill('#unit', '#1')
  await press(page, 'Đặt webhook')
  await page.getByRole('alert').getByText('Địa chỉ không đúng').waitFor()
  await look(page)
  await page.fill('#url', url)
  await press(page, 'Đặt webhook')
  await page.getByText('khóa chỉ hiện một lần').waitFor()
  await look(page)
}

async function lookAfterPeople(page: Page, look: Look): Promise<void> {
  await page.goto('/can-bo/them')
  await page.fill('#fullName', 'Trần Văn Bình')
  await page.fill('#userName', 'binh.tran')
  await page.fill('#unit', 'cau da')
  await press(page, 'Ghi và cấp mã mời')
  await page.getByText('Mã chỉ hiện một lần').waitFor()
  await page.getByRole('link', { name: 'Sửa thông tin' }).click()
  await page.fill('#phone', '12')
  await press(page, 'Ghi lại')
  await page.getByRole('alert').getByText('Số điện thoại chưa đúng').waitFor()
  await look(page)
  await page.fill('#phone', '0912 345 678')
  await press(page, 'Ghi lại')
  await page.getByText('Đã ghi thông tin mới.').waitFor()
  await page.getByRole('link', { name: 'Xóa dữ liệu cá nhân' }).click()
  await page.getByText('Sẽ bị xóa hẳn').waitFor()
  await look(page)
  await press(page, 'Xóa vĩnh viễn')
  await page.getByText('đã được xóa theo yêu cầu').waitFor()
  await look(page)
}

/** What an administrator does after the first hour, with a look at every page. */
async function afterwards(browser: Browser, screen: keyof typeof screens, script: boolean): Promise<string[]> {
  const receiver = await aReceiver()
  const provider = await aProvider()
  const settings = {
    LANTOA_WEBHOOK_LOCAL: '1',
    LANTOA_OIDC_ISSUER: provider.issuer,
    LANTOA_OIDC_CLIENT: 'lantoa',
    LANTOA_OIDC_NAME: 'Tài khoản công vụ tỉnh',
  }
  const house = await aHouse(settings)
  const look = script ? expectWellMade : async () => undefined
  const { page, complaints } = await aVisitor(browser, house.address, { screen, script })
  await claim(page, house.claimCode() ?? '')
  await hearOfIt(page, receiver.url, look)
  await formClusters(page, look)
  await lookAfterPeople(page, look)

  await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThan(5), { timeout: 20_000, interval: 100 })
  await page.goto('/webhook')
  await page.getByRole('link', { name: receiver.url }).click()
  await page.getByText('Đã nhận').first().waitFor()
  await look(page)
  await page.getByRole('link', { name: 'Bỏ webhook' }).click()
  await look(page)

  await page.goto('/tai-khoan')
  await look(page)
  await press(page, 'Gắn Tài khoản công vụ tỉnh')
  await look(page)
  await page.getByRole('link', { name: 'Tiếp tục' }).click()
  await page.getByText('Đã gắn tài khoản cơ quan.').waitFor()
  await press(page, 'Đăng xuất')
  await page.waitForURL('**/dang-nhap')
  await look(page)
  await page.getByRole('link', { name: 'Đăng nhập bằng Tài khoản công vụ tỉnh' }).click()
  await page.waitForURL('**/ke-hoach')
  await provider.stop()
  await page.goto('/dang-nhap/co-quan')
  await page.getByText('Máy chủ đăng nhập của cơ quan chưa trả lời').waitFor()
  await look(page)
  for (const path of ['/api', '/api?operation=addWebhook', '/api?operation=getCluster', '/tai-khoan/ma-truy-cap']) {
    await page.goto(path)
    await look(page)
  }
  return complaints.filter((complaint) => !/status of (?:422|503)/.test(complaint))
}

describe.skipIf(!program)('after the first hour (a browser is needed)', { timeout: 240_000 }, () => {
  let browser: Browser

  beforeAll(async () => {
    if (program) browser = await launchBrowser(program)
  }, 60_000)
  afterAll(() => browser?.close())

  it.each(Object.keys(screens) as (keyof typeof screens)[])('all goes well on a %s', async (screen) => {
    expect(await afterwards(browser, screen, true)).toEqual([])
  })

  it('all goes well without script', async () => {
    expect(await afterwards(browser, 'laptop', false)).toEqual([])
  })
})
