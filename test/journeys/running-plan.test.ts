import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHouse } from './a-house.ts'
import { findBrowser, launchBrowser } from './browser.ts'
import { milestone } from './review-steps.ts'
import {
  comeIn,
  handInPlan,
  inviteHead,
  type Look,
  matchUnits,
  press,
  putInForce,
  report,
  setUp,
} from './running-steps.ts'
import { aVisitor, expectWellMade, screens } from './visitor.ts'

const program = await findBrowser()

/** Tasks that are late on the page of whoever looks. */
async function lateTasks(page: Page): Promise<number> {
  await page.goto('/viec')
  return page.locator('section[aria-labelledby=late] .task').count()
}

/** The page of the review is looked at by its own journeys. */
async function correctStep(page: Page): Promise<void> {
  await milestone(page).locator('.edit').click()
  await page.fill('[name=text]', 'Từng thôn đăng ký nguồn điển hình')
  await press(page, 'Lưu và đóng')
  await milestone(page).locator('span', { hasText: 'Từng thôn đăng ký nguồn điển hình' }).waitFor()
}

/** The officer sees who lags, and urges the hamlet. */
async function urgeHamlet(page: Page, look: Look): Promise<void> {
  await page.goto('/theo-doi')
  await look(page)
  await page.getByLabel('Chọn Thôn Đông').check()
  await press(page, 'Đôn đốc đơn vị đã chọn')
  await page.getByRole('heading', { name: 'Thôn Đông' }).waitFor()
  await look(page)
  await page.getByRole('link', { name: 'Xem công văn đôn đốc để in' }).click()
  await page.getByText('V/v đôn đốc').waitFor()
  expect(await page.locator('.letter').textContent()).toContain('Kính gửi: Thôn Đông')
  await look(page)
  await page.goBack()
  await page.fill('#words', 'Đề nghị thôn gửi báo cáo trong tuần này.')
  await press(page, 'Gửi đôn đốc')
  await page.getByText('1 người nhận thông báo').waitFor()
  await look(page)
}

async function findNotice(page: Page, look: Look): Promise<void> {
  await page.goto('/viec')
  await page
    .getByRole('link', { name: /thông báo/i })
    .first()
    .click()
  await page.waitForURL('**/thong-bao')
  await page.getByText('Đề nghị thôn gửi báo cáo trong tuần này.').first().waitFor()
  await look(page)
  await press(page, 'Đánh dấu đã xem hết')
  await page.getByText('Đã đánh dấu xem hết.').waitFor()
  await press(page, 'Tạo địa chỉ lịch')
  await page.getByText('Địa chỉ chỉ hiện một lần này.').waitFor()
  await look(page)
}

/** What the page says on paper, as wide as A4 between its margins: all of it, and nothing to press. */
async function expectPrintable(page: Page): Promise<void> {
  const before = page.viewportSize() ?? screens.laptop
  await page.setViewportSize({ width: 718, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button').count()).toBe(0)
  expect(await page.getByRole('navigation').count()).toBe(0)
  await page.getByText('Được tập thể nơi công tác hoặc nơi cư trú bình chọn').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(718)
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(before)
}

async function endAndResume(page: Page, plan: string, member: Page, look: Look): Promise<void> {
  const before = await lateTasks(member)
  await page.goto(`${plan}/ket-thuc`)
  await look(page)
  await press(page, 'Kết thúc kế hoạch')
  await page.getByText('Kế hoạch đã kết thúc.').waitFor()
  await look(page)
  expect(await lateTasks(member)).toBe(0)
  await look(member)
  await page.getByRole('link', { name: 'Cho tiếp tục' }).click()
  await look(page)
  await press(page, 'Cho tiếp tục')
  await page.getByText('Kế hoạch tiếp tục được thực hiện.').waitFor()
  expect(await lateTasks(member)).toBe(before)
}

/** A corrected version comes: what it changes is looked at, then taken over. */
async function takeCorrection(page: Page, plan: string, look: Look): Promise<void> {
  await handInPlan(page, [/trước ngày 25 của tháng cuối quý/, 'trước ngày 15 của tháng cuối quý'])
  await page.goto(plan)
  await page.getByRole('link', { name: 'Bản đính chính, thay thế' }).click()
  await look(page)
  await page.getByRole('link', { name: /38\/KH-UBND/ }).click()
  await page.getByText('mục giữ nguyên').waitFor()
  expect(await page.locator('ins', { hasText: 'trước ngày 15 của tháng cuối quý' }).count()).toBeGreaterThan(0)
  await look(page)
  await press(page, 'Thay vào kế hoạch')
  await page.getByText('vào kế hoạch.').waitFor()
  expect(await page.locator('main').textContent()).toContain('2/')
}

/** From a file to a plan that runs, by an officer on this screen and the head of a hamlet on a phone. */
async function runPlan(browser: Browser, screen: keyof typeof screens, script: boolean): Promise<string[]> {
  const house = await aHouse()
  const look = script ? expectWellMade : async () => undefined
  const { page, complaints } = await aVisitor(browser, house.address, { screen, script })
  await setUp(page, house.claimCode() ?? '')
  const plan = await handInPlan(page)
  await correctStep(page)
  await matchUnits(page, plan, look)
  await putInForce(page, plan, look)
  await expectPrintable(page)
  const link = await inviteHead(page, look)

  const phone = await aVisitor(browser, house.address, { screen: 'phone', script })
  await comeIn(phone.page, link, look)
  const late = await lateTasks(phone.page)
  expect(late).toBeGreaterThan(2)
  await report(phone.page, 'delivered', look)
  await report(phone.page, 'on-paper', look)
  expect(await lateTasks(phone.page)).toBe(late - 2)
  await phone.page.goto(plan)
  await look(phone.page)

  await urgeHamlet(page, look)
  await findNotice(phone.page, look)
  await endAndResume(page, plan, phone.page, look)
  await takeCorrection(page, plan, look)
  return [...complaints, ...phone.complaints].filter((complaint) => !/status of 422/.test(complaint))
}

describe.skipIf(!program)('a plan runs (a browser is needed)', { timeout: 300_000 }, () => {
  let browser: Browser

  beforeAll(async () => {
    if (program) browser = await launchBrowser(program)
  }, 60_000)
  afterAll(() => browser?.close())

  it('from its file to what was done, on phones', async () => {
    expect(await runPlan(browser, 'phone', true)).toEqual([])
  })

  it('from its file to what was done, on a laptop and a phone without script', async () => {
    expect(await runPlan(browser, 'laptop', false)).toEqual([])
  })
})
