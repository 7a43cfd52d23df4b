import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { samplePlan } from './page-pictures.ts'

const DAY = 86_400_000
export const password = 'sen nở mùa hạ 2026'

/** What is looked at after every step: that the page is well made, or nothing where no script may run. */
export type Look = (page: Page) => Promise<void>

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
}

/** The first year of the plan that `handInPlan` hands in: last year, so that on any day of the test some of it is late and some is to come. */
export const firstYear = new Date().getFullYear() - 1

/** An officer sets the office up, with one hamlet of it. */
export async function setUp(page: Page, code: string): Promise<void> {
  await page.goto('/lan-dau')
  await page.fill('#code', code)
  await page.fill('#unitName', 'Ủy ban nhân dân xã Đồng Rạng')
  await page.fill('#fullName', 'Lê Thị Hà')
  await page.fill('#account', 'ha.le')
  await page.fill('#password', password)
  await press(page, 'Thiết lập và đăng nhập')
  await page.waitForURL('**/ke-hoach')
  await page.goto('/don-vi/1/them')
  await page.fill('#name', 'Thôn Đông')
  await page.selectOption('#kind', 'hamlet')
  await press(page, 'Ghi lại')
  await page.getByText('Đã thêm đơn vị.').waitFor()
}

/** Hands in a sample plan with its years moved to `firstYear`, and one thing said otherwise; returns its address. */
export async function handInPlan(page: Page, [said, instead]: readonly [RegExp, string] = [/^/, '']): Promise<string> {
  const { text } = samplePlan('xa-dong-rang-2026')
  const moved = text
    .replace(/\b20(?:2\d|30)\b/g, (year) => String(Number(year) - 2026 + firstYear))
    .replace(said, instead)
  await page.goto('/ke-hoach/nhap')
  await page.setInputFiles('#files', { name: 'ke-hoach.txt', mimeType: 'text/plain', buffer: Buffer.from(moved) })
  await press(page, 'Gửi và đọc')
  await page.locator('#fields').waitFor({ timeout: 60_000 })
  return new URL(page.url()).pathname
}

/** Says what two of the plan's names stand for: one is a unit to be made, one is no unit of ours. */
export async function matchUnits(page: Page, plan: string, look: Look): Promise<void> {
  await page.goto(`${plan}/don-vi`)
  await look(page)
  const named = (name: string) => page.locator('fieldset', { has: page.getByText(name, { exact: true }) }).first()
  await named('Phòng Văn hóa - Xã hội').getByLabel('Chưa có: tạo đơn vị này').check()
  await named('Văn phòng Đảng ủy').getByLabel('Không phải đơn vị trong hệ thống, bỏ qua').check()
  await press(page, 'Lưu cách hiểu')
  await page.getByText('Đã lưu cách hiểu các tên đơn vị.').waitFor()
  expect(await named('Phòng Văn hóa - Xã hội').textContent()).toContain('Đã xác nhận')
  expect(await named('Văn phòng Đảng ủy').textContent()).toContain('Bỏ qua')
  expect(await named('Trưởng các thôn').textContent()).toContain('Thôn Đông')
}

/** Puts the plan in force as of nearly a year ago, so that much of it is late, although some names are still open. */
export async function putInForce(page: Page, plan: string, look: Look): Promise<void> {
  await page.goto(`${plan}/ban-hanh`)
  await look(page)
  await page.fill('#from', new Date(Date.now() - 360 * DAY).toISOString().slice(0, 10))
  await page.fill('#reason', 'Các cơ quan Đảng có hệ thống riêng')
  await press(page, 'Đưa vào thực hiện')
  await page.getByText('Kế hoạch đã được đưa vào thực hiện').waitFor()
  await look(page)
}

/** Gives the hamlet its access; returns what of the link follows the address of the house, which the office's network knows by another name. */
export async function inviteHead(page: Page, look: Look): Promise<string> {
  await page.goto('/can-bo/them')
  await page.fill('#fullName', 'Trần Văn Bình')
  await page.fill('#userName', 'binh.tran')
  await page.fill('#unit', 'thon dong')
  await press(page, 'Ghi và cấp mã mời')
  await page.getByText('Mã chỉ hiện một lần').waitFor()
  await look(page)
  const { pathname, search } = new URL((await page.locator('a[href*="/ma?ma="]').first().getAttribute('href')) ?? '')
  return pathname + search
}

/** The head of the hamlet opens the link on a phone and stands before what is due. */
export async function comeIn(page: Page, link: string, look: Look): Promise<void> {
  await page.goto(link)
  await page.fill('#password', password)
  await press(page, 'Đặt mật khẩu và đăng nhập')
  await page.goto('/')
  await page.waitForURL('**/viec')
  await look(page)
}

/** The head reports the task that has waited longest, with a file or as done on paper. */
export async function report(page: Page, how: 'delivered' | 'on-paper', look: Look): Promise<void> {
  await page.goto('/viec')
  await page.locator('.task .row-title').first().click()
  await page.getByRole('heading', { name: 'Báo đã làm xong' }).waitFor()
  await look(page)
  if (how === 'on-paper') {
    await page.fill('#on', '2999-01-01')
    await press(page, 'Đã làm trên giấy')
    await page.getByText('Ngày làm xong không thể sau hôm nay').first().waitFor()
    await look(page)
  }
  await page.fill('#on', `${firstYear}-12-24`)
  const scan = { name: 'báo cáo thôn.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') }
  await page.setInputFiles('#files-in', how === 'delivered' ? [scan] : [])
  await page.fill('#note', how === 'delivered' ? 'Đã niêm yết tại nhà văn hóa' : '')
  await press(page, how === 'delivered' ? 'Làm xong, gửi trên hệ thống' : 'Đã làm trên giấy')
  await page.getByText('Đã ghi nhận làm xong').waitFor()
  await look(page)
  const shown = await page.locator('main').textContent()
  expect(shown).toContain(`${how === 'delivered' ? 'Gửi trên hệ thống' : 'Đã làm trên giấy'}, 24/12/${firstYear}`)
  if (how === 'delivered') expect(shown).toContain('báo cáo thôn.pdf')
}
