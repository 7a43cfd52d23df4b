import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHouse } from './a-house.ts'
import { findBrowser, launchBrowser } from './browser.ts'
import { importPlan, milestone, milestones, saved } from './review-steps.ts'
import { aVisitor, expectWellMade } from './visitor.ts'

const program = await findBrowser()

describe.skipIf(!program)(
  'a plan is reviewed by two, without a connection, without script, from nothing (a browser is needed)',
  { timeout: 180_000 },
  () => {
    let browser: Browser

    beforeAll(async () => {
      if (program) browser = await launchBrowser(program)
    }, 60_000)
    afterAll(() => browser?.close())

    it('two people see each other’s changes at once, and neither overwrites the other in silence', async () => {
      const { address } = await aHouse()
      const one = await aVisitor(browser, address)
      await importPlan(one.page)
      const two = await aVisitor(browser, address)
      await two.page.goto(one.page.url())
      await milestone(two.page, 1).locator('.edit').click()
      await two.page.locator('.editor').waitFor()
      await milestone(one.page).locator('.edit').click()
      await one.page.fill('.editor [name=text]', 'Một')
      await one.page.getByRole('button', { name: 'Lưu và đóng' }).click()
      await milestone(two.page).getByText('Một', { exact: true }).waitFor()
      expect(await two.page.locator('.editor [name=text]').isVisible()).toBe(true)

      await milestone(one.page, 1).locator('.edit').click()
      await one.page.fill('.editor [name=text]', 'Của người thứ nhất')
      await one.page.getByRole('button', { name: 'Lưu và đóng' }).click()
      await one.page.locator('.editor').waitFor({ state: 'detached' })
      await two.page.fill('.editor [name=text]', 'Của người thứ hai')
      await two.page.getByRole('button', { name: 'Lưu và đóng' }).click()
      await two.page.getByText('Hai người cùng sửa một chỗ').waitFor()
      expect(await two.page.locator('.theirs').textContent()).toContain('Của người thứ nhất')
      expect(await two.page.inputValue('.editor [name=text]')).toBe('Của người thứ hai')
      await expectWellMade(two.page)
      await two.page.getByRole('button', { name: 'Dùng nội dung này' }).click()
      expect(await two.page.inputValue('.editor [name=text]')).toBe('Của người thứ nhất')
      await two.page.fill('.editor [name=text]', 'Của cả hai')
      await two.page.getByRole('button', { name: 'Lưu và đóng' }).click()
      await milestone(one.page, 1).getByText('Của cả hai').waitFor()
    })

    it('what is typed without a connection is kept in the browser and saved later', async () => {
      const { address } = await aHouse()
      const { page } = await aVisitor(browser, address)
      await importPlan(page)
      const url = page.url()
      await milestone(page).locator('.edit').click()
      await page.locator('.editor').waitFor()
      await page.context().setOffline(true)
      await page.fill('.editor [name=text]', 'Gõ khi mất mạng')
      await page.getByText('Mất kết nối, sẽ lưu lại').waitFor()
      await page.context().setOffline(false)
      await page.evaluate(() => dispatchEvent(new Event('online')))
      await saved(page)
      await page.context().setOffline(true)
      await page.fill('.editor [name=text]', 'Gõ rồi đóng trang')
      await page.getByText('Mất kết nối, sẽ lưu lại').waitFor()
      await page.context().setOffline(false)
      await page.goto('/ke-hoach')
      await page.goto(url)
      await saved(page)
      expect((await milestones(page))[0]).toBe('Gõ rồi đóng trang')
    })

    it('without script every edit is a plain form', async () => {
      const { address } = await aHouse()
      const { page } = await aVisitor(browser, address, { script: false })
      await importPlan(page)
      const before = await milestones(page)
      await milestone(page).locator('.edit').click()
      await page.fill('[name=text]', 'Rà soát\nLập danh sách')
      await page.getByRole('button', { name: 'Tách' }).click()
      await page.getByText('Đã tách thành hai mục.').waitFor()
      expect(page.url()).toMatch(/#i-[0-9a-f-]{36}$/)
      expect((await milestones(page)).slice(0, 2)).toEqual(['Rà soát', 'Lập danh sách'])
      await milestone(page).locator('.edit').click()
      await page.fill('[name=from]', 'tháng nào đó')
      await page.getByRole('button', { name: 'Lưu và đóng' }).click()
      await page.getByText('Không đọc được. Tháng viết như 07/2026').waitFor()
      expect(await page.inputValue('[name=from]')).toBe('tháng nào đó')
      await page.fill('[name=from]', '03/2026')
      await page.fill('[name=to]', '05/2026')
      await page.getByRole('button', { name: 'Lưu và đóng' }).click()
      await page.getByText('Đã lưu.').waitFor()
      for (const press of ['Chuyển xuống', 'Chuyển lên', 'Gộp mục sau', 'Xóa mục']) {
        await milestone(page).locator('.edit').click()
        await page.getByRole('button', { name: press }).click()
        await page.locator('.review-bar').waitFor()
      }
      await page.locator('#removed summary').click()
      await page.locator('#removed').getByRole('button', { name: 'Khôi phục' }).first().click()
      await page.getByText('Đã khôi phục.').waitFor()
      for (;;) {
        const undo = page.getByRole('button', { name: 'Hoàn tác' })
        if (!(await undo.isEnabled())) break
        await undo.click()
        await page.getByText('Đã hoàn tác.').waitFor()
      }
      expect(await milestones(page)).toEqual(before)

      await page.locator('#unused .add').first().click()
      await page.getByRole('link', { name: 'Thêm tiêu chuẩn' }).click()
      await page.getByRole('button', { name: 'Thêm', exact: true }).click()
      await page.getByText('Đã thêm.').waitFor()
      await page.goto(`${page.url().split('#')[0]}?tim=tong+ket`)
      await page.getByRole('link', { name: 'Xem tất cả' }).click()
    })

    it.each([true, false])('a plan is written from nothing, with script: %s', async (script) => {
      const { address } = await aHouse()
      const { page } = await aVisitor(browser, address, { script, screen: 'phone' })
      const look = script ? expectWellMade : async () => undefined
      await page.goto('/ke-hoach')
      await page.getByRole('button', { name: 'Soạn kế hoạch mới' }).click()
      await page.locator('#document').waitFor()
      await look(page)
      await page.locator('#document .edit').click()
      await page.fill('[name=title]', 'Nhân rộng điển hình tiên tiến')
      await page.fill('[name="period.from"]', '2026')
      await look(page)
      await page.getByRole('button', { name: 'Lưu và đóng' }).click()
      await page.locator('h1', { hasText: 'Nhân rộng điển hình tiên tiến' }).waitFor()
      await page.locator('.editor').waitFor({ state: 'detached' })
      await page.locator('#l-field ~ .add').click()
      await page.fill(
        '[name=title]',
        'Chuyển đổi số trong cộng đồng, sản xuất và dịch vụ ở các ấp vùng sâu, vùng xa '.repeat(5),
      )
      await page.fill('[name=lead]', 'Hội Nông dân xã\nĐoàn Thanh niên xã')
      await page.getByRole('button', { name: 'Thêm', exact: true }).click()
      await page.locator('#l-field > .entry').waitFor()
      await look(page)
      expect(await page.locator('#document-period').textContent()).toContain('năm 2026')
      expect(await page.locator('.entry .facts dd').first().textContent()).toContain('Hội Nông dân xã')
      await page.goto('/ke-hoach')
      expect(await page.locator('tbody').textContent()).toContain('Nhân rộng điển hình tiên tiến')
      await look(page)
    })
  },
)
