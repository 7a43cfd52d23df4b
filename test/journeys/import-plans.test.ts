import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHouse } from './a-house.ts'
import { findBrowser, launchBrowser } from './browser.ts'
import { photographPages, samplePlan } from './page-pictures.ts'
import { aVisitor, expectWellMade, screens } from './visitor.ts'

const program = await findBrowser()
const plan = samplePlan('xa-dong-rang-2026')
const wordFile = join(dirname(dirname(plan.path)), 'phuong-ngoc-tru-2026', 'plan.docx')
/** The passage of the document's number, with or without the word before it. */
const NUMBER = /^(?:Số: )?38\/KH-UBND$/
const lines = plan.text.split('\n')

describe.skipIf(!program)('plans go in and are read (a browser is needed)', { timeout: 120_000 }, () => {
  let browser: Browser

  beforeAll(async () => {
    if (program) browser = await launchBrowser(program)
  }, 60_000)
  afterAll(() => browser?.close())

  it.each(Object.keys(screens) as (keyof typeof screens)[])(
    'a plan is dropped, read, looked at, and removed on a %s',
    async (screen) => {
      const { address } = await aHouse()
      const { page, complaints } = await aVisitor(browser, address, { screen })
      await page.goto('/ke-hoach')
      await expectWellMade(page)
      await page.getByRole('link', { name: 'Nhập kế hoạch' }).click()
      await expectWellMade(page)
      await page.setInputFiles('#files', plan.path)
      await page.getByText('plan.txt').waitFor()
      await expectWellMade(page)
      await page.getByRole('button', { name: 'Gửi và đọc' }).first().click()
      await page.locator('#fields').waitFor()
      await expectWellMade(page)

      expect(await page.locator('h1').textContent()).toBe(
        'Phát hiện, bồi dưỡng và nhân rộng điển hình tiên tiến trên địa bàn xã Đồng Rạng giai đoạn 2026 - 2030',
      )
      const item = page.locator('#document-number')
      await item.locator('.at').click()
      expect((await page.locator('.q.lit').allTextContents()).join('|')).toMatch(NUMBER)
      await expectWellMade(page)

      await page.goto('/ke-hoach?q=dong+rang')
      expect(await page.locator('tbody tr').count()).toBe(1)
      await expectWellMade(page)
      await page.goto('/ke-hoach?q=khong+co+dau')
      await expectWellMade(page)
      expect(await page.getByText('Không tìm thấy kế hoạch nào').isVisible()).toBe(true)

      await page.goto('/ke-hoach')
      await page.locator('tbody .row-title').click()
      await page.getByRole('link', { name: 'Xóa' }).click()
      await expectWellMade(page)
      await page.getByRole('button', { name: 'Xóa kế hoạch' }).click()
      await page.getByText('Đã xóa kế hoạch, kết quả đọc và tệp gốc.').waitFor()
      await expectWellMade(page)
      expect(await page.getByText('Chưa có kế hoạch nào').isVisible()).toBe(true)
      expect(complaints).toEqual([])
    },
  )

  it('without script every step is a plain form or link', async () => {
    const { address } = await aHouse()
    const { page } = await aVisitor(browser, address, { script: false })
    await page.goto('/ke-hoach/nhap')
    await page.setInputFiles('#files', plan.path)
    await page.getByRole('button', { name: 'Gửi và đọc' }).first().click()
    // The page loads itself anew every few seconds until the document has been read.
    await page.locator('#fields').waitFor({ timeout: 30_000 })

    await page.locator('#document-number .at').click()
    const passage = page.locator('.q:target')
    expect(await passage.textContent()).toMatch(NUMBER)
    await page.locator('.paper p', { has: passage }).locator('.back').click()
    expect(await page.locator('.item:target').evaluateAll((rows) => rows.map(({ id }) => id))).toEqual([
      'document-number',
    ])

    await page.getByRole('button', { name: 'EN' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('link', { name: 'Remove' }).click()
    await page.getByRole('button', { name: 'Remove the plan' }).click()
    expect(await page.getByText('No plan yet').isVisible()).toBe(true)
  })

  it('a file that cannot be read says what is wrong and what to do, and the others go on', async () => {
    const { address } = await aHouse()
    const { page, complaints } = await aVisitor(browser, address, { screen: 'phone' })
    await page.goto('/ke-hoach/nhap')
    await page.setInputFiles('#files', [
      {
        name: `${'Ke_hoach_nhan_rong_'.repeat(6)}.docx`,
        mimeType: 'application/octet-stream',
        buffer: Buffer.alloc(0),
      },
      { name: 'kế hoạch.docx', mimeType: 'application/octet-stream', buffer: readFileSync(wordFile) },
    ])
    await page.getByRole('button', { name: 'Gửi và đọc' }).first().click()
    await page.getByText('Tệp không có nội dung (0 byte).').waitFor()
    await page.getByRole('link', { name: 'Xem kết quả' }).waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Đọc lại' }).click()
    await page.getByText('Tệp không có nội dung (0 byte).').waitFor()
    await expectWellMade(page)
    expect(complaints).toEqual([])
  })

  it('a file over the limit is refused before it is sent, and by the server where no script counts', async () => {
    const { address } = await aHouse({ LANTOA_UPLOAD_LIMIT_MB: '1' })
    const big = { name: 'lớn.txt', mimeType: 'text/plain', buffer: Buffer.alloc(1_100_000, 'a') }
    for (const script of [true, false]) {
      const { page } = await aVisitor(browser, address, { script })
      await page.goto('/ke-hoach/nhap')
      await page.setInputFiles('#files', big)
      await page.getByRole('button', { name: 'Gửi và đọc' }).first().click()
      await page.getByRole('alert').getByText('Tệp lớn hơn 1 MB.').first().waitFor()
      if (script) await expectWellMade(page)
    }
  })

  it('a first visit to any page brings at most 40 kB of HTML, CSS and script', async () => {
    const { address } = await aHouse()
    const { page } = await aVisitor(browser, address)
    const weights = new Map<string, number>()
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const kinds = new Map<string, string>()
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      weights.set(requestId, encodedDataLength),
    )
    await page.goto('/ke-hoach/nhap')
    await page.setInputFiles('#files', plan.path)
    await page.getByRole('button', { name: 'Gửi và đọc' }).first().click()
    await page.locator('#fields').waitFor()
    const read = page.url()
    for (const path of ['/ke-hoach', '/ke-hoach/nhap', read]) {
      await session.send('Network.clearBrowserCache')
      weights.clear()
      await page.goto(path, { waitUntil: 'networkidle' })
      const counted = [...weights].filter(([id]) => ['Document', 'Stylesheet', 'Script'].includes(kinds.get(id) ?? ''))
      const total = counted.map(([, size]) => size).reduce((sum, size) => sum + size, 0)
      expect([path, counted.length >= 2, total > 1_000 && total <= 40_000]).toEqual([path, true, true])
    }
  })

  it('in the dark everything can still be read', async () => {
    const { address } = await aHouse()
    const { page } = await aVisitor(browser, address, { dark: true })
    await page.goto('/kieu-dang')
    await expectWellMade(page)
    await page.goto('/ke-hoach/nhap')
    await page.setInputFiles('#files', plan.path)
    await page.getByRole('button', { name: 'Gửi và đọc' }).first().click()
    await page.locator('#l-field > .entry:nth-child(2) .dashes .at').first().click()
    await expectWellMade(page)
  })

  it('nothing chosen is said in the form, with and without script', async () => {
    const { address } = await aHouse()
    const { page } = await aVisitor(browser, address)
    await page.goto('/ke-hoach/nhap')
    await page.evaluate(() => {
      for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) form.noValidate = true
    })
    await page.getByRole('button', { name: 'Gửi và đọc' }).first().click()
    await page.getByRole('alert').getByText('Chưa chọn tệp nào.').waitFor()
    await expectWellMade(page)
  })

  it('photographs are put in order, read page by page, survive a restart of the server, and can be cancelled', async () => {
    const house = await aHouse()
    const { page } = await aVisitor(browser, house.address, { screen: 'phone' })
    const [first, second] = await photographPages(browser, [
      { text: lines.slice(0, 20).join('\n') },
      { text: lines.slice(-20).join('\n'), sideways: true },
    ])
    const photo = (name: string, buffer: Buffer | undefined) => ({
      name,
      mimeType: 'image/png',
      buffer: buffer ?? Buffer.alloc(0),
    })

    await page.goto('/ke-hoach/nhap')
    await page.setInputFiles('#photos', photo('sau.png', second))
    await page.setInputFiles('#photos', photo('trước.png', first))
    await page.getByRole('button', { name: 'Chuyển lên trước: trước.png' }).click()
    expect(await page.locator('.chosen-name').allTextContents()).toEqual(['trước.png', 'sau.png'])
    await page.getByRole('button', { name: 'Xoay phải 90°: sau.png' }).click()
    expect(
      await page
        .locator('.chosen-picture img')
        .last()
        .evaluate((picture) => picture.style.rotate),
    ).toBe('90deg')
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Gửi và đọc' }).last().click()
    await page.getByText('Đang nhận dạng chữ trang').waitFor({ timeout: 30_000 })
    await expectWellMade(page)

    await house.restart()
    await page.reload()
    await page.getByRole('button', { name: 'Hủy đọc' }).click()
    await page.getByText('Đã hủy đọc văn bản.').waitFor()
    await expectWellMade(page)
    await page.getByRole('button', { name: 'Đọc lại' }).click()
    await house.restart()
    await page.reload()
    await page.locator('#fields').waitFor({ timeout: 60_000 })
    expect(await page.locator('#document-number').textContent()).toContain('38/KH-UBND')
    expect(await page.locator('#document-signer').textContent()).toContain('Vương Quý Thạc')
    await page.locator('summary').filter({ hasText: 'Tải tệp gốc' }).click()
    expect(await page.locator('.menu-sheet a').allTextContents()).toEqual(['Tải trang 1', 'Tải trang 2'])
    await expectWellMade(page)
  })
})
