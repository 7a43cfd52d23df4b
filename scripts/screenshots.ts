import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, launchBrowser } from '../test/journeys/browser.ts'
import { photographPages, samplePlan } from '../test/journeys/page-pictures.ts'

/** Takes the pictures of the pages that the documentation shows, on our own sample plans. Build first. */
const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs', 'screenshots')
const samples = ['so-y-te-2026', 'truong-thcs-tran-ngu-2025', 'phuong-vinh-khe-2026', 'xa-dong-rang-2026']
const laptop = { width: 1280, height: 800 }
const phone = { width: 360, height: 740 }

interface Look {
  readonly dark?: boolean
  readonly screen?: typeof laptop
}

async function startHouse(data: string): Promise<{ address: string; stop: () => void }> {
  const env = { ...process.env, LANTOA_DATA: data, PORT: '0', LANTOA_READERS: '1' }
  const child = spawn(process.execPath, [join(root, 'bin', 'lantoa.js'), 'serve'], { env, stdio: 'inherit' })
  const note = join(data, 'serving.json')
  while (!existsSync(note)) await wait(100)
  await wait(200)
  const { address } = JSON.parse(await readFile(note, 'utf8'))
  return { address, stop: () => child.kill('SIGTERM') }
}

async function open(browser: Browser, address: string, { dark = false, screen = laptop }: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: screen,
    hasTouch: screen === phone,
    isMobile: screen === phone,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  })
  return context.newPage()
}

/** As WebP: a third of the bytes of PNG, and every browser and code forge shows it. */
async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const picture = await loadImage(await page.screenshot({ type: 'png' }))
  const canvas = createCanvas(picture.width, picture.height)
  canvas.getContext('2d').drawImage(picture, 0, 0)
  await writeFile(join(folder, `${name}.webp`), await canvas.encode('webp', 82))
}

async function importPlans(page: Page): Promise<void> {
  const files = samples.map((name) => ({
    name: `${name}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(samplePlan(name).text),
  }))
  const empty = { name: 'Ke_hoach_so_12.docx', mimeType: 'application/octet-stream', buffer: Buffer.alloc(0) }
  await page.goto('/ke-hoach/nhap')
  await page.setInputFiles('#files', [empty, ...files])
  await keep(page, 'import-laptop')
  await page.getByRole('button', { name: 'Gửi và đọc' }).first().click()
  await page
    .getByText('Xem kết quả')
    .nth(samples.length - 1)
    .waitFor()
}

/** Photographs under way: the list of pages on a phone, then the pages being recognised. */
async function importPhotographs(browser: Browser, address: string): Promise<void> {
  const lines = samplePlan('phuong-vinh-khe-2026').text.split('\n')
  const size = Math.ceil(lines.length / 4)
  const pages = [0, 1, 2, 3].map((n) => ({ text: lines.slice(n * size, (n + 1) * size).join('\n') }))
  const pictures = await photographPages(browser, pages)
  const page = await open(browser, address, { screen: phone })
  await page.goto('/ke-hoach/nhap')
  const photos = pictures.map((buffer, n) => ({
    name: ['trang', `${n + 1}.png`].join('-'),
    mimeType: 'image/png',
    buffer,
  }))
  await page.setInputFiles('#photos', photos)
  await page.locator('form[data-upload=photos]').evaluate((form) => form.scrollIntoView())
  await keep(page, 'photographs-phone')
  await page.getByRole('button', { name: 'Gửi và đọc' }).last().click()
  await page.getByText('Đang nhận dạng chữ trang 2').waitFor()
  await keep(page, 'progress-phone')
  const desk = await open(browser, address)
  await desk.goto('/ke-hoach/tien-do')
  await keep(desk, 'progress-laptop')
  await page.getByRole('button', { name: 'Hủy đọc' }).click()
  await page.getByText('Đã hủy đọc văn bản.').waitFor()
}

async function showReading(browser: Browser, address: string, name: string, look: Look, item: string): Promise<void> {
  const page = await open(browser, address, look)
  await page.goto('/ke-hoach?q=dong+rang')
  await page.locator('tbody .row-title').first().click()
  await page.locator('#fields').waitFor()
  await keep(page, `reading-top-${name}`)
  await page.locator(item).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const link = page.locator(`${item} .at`)
  await (look.screen === phone ? link.tap() : link.click())
  await keep(page, `reading-${name}`)
}

/** Correcting what was read: a form in its place, a passage that becomes an item, two people at one place, a plan from nothing. */
async function showReview(browser: Browser, address: string, name: string, look: Look): Promise<void> {
  const page = await open(browser, address, look)
  await page.goto('/ke-hoach?q=dong+rang')
  await page.locator('tbody .row-title').first().click()
  await page.locator('#l-milestone .edit').first().click()
  await page.locator('.editor').waitFor()
  await keep(page, `review-form-${name}`)
  const other = await open(browser, address, look)
  await other.goto(page.url())
  const words = await page.inputValue('.editor [name=text]')
  await other.locator('#l-milestone .edit').first().click()
  await other.fill('.editor [name=text]', `${words} Có biên bản.`)
  await other.getByRole('button', { name: 'Lưu và đóng' }).click()
  await other.locator('.editor').waitFor({ state: 'detached' })
  await page.fill('.editor [name=text]', `${words} Có danh sách kèm theo.`)
  await page.locator('.editor .theirs').waitFor()
  await page.locator('.editor .theirs').evaluate((theirs) => theirs.scrollIntoView({ block: 'center' }))
  await keep(page, `review-conflict-${name}`)
  await page.locator('.editor [data-leave]').click()
  await other.getByRole('button', { name: 'Hoàn tác' }).click()
  await other.getByText('Đã hoàn tác.').waitFor()
  await page.locator('#paper').focus()
  for (let n = 0; n < 14; n += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('t')
  await page.locator('#kind-menu').waitFor()
  await keep(page, `review-passage-${name}`)
  await page.goto('/ke-hoach')
  await page.getByRole('button', { name: 'Soạn kế hoạch mới' }).click()
  await page.locator('#document').waitFor()
  await keep(page, `review-nothing-${name}`)
  await page.getByRole('link', { name: 'Xóa' }).click()
  await page.getByRole('button', { name: 'Xóa kế hoạch' }).click()
}

async function show(browser: Browser, address: string): Promise<void> {
  const page = await open(browser, address)
  await page.goto('/ke-hoach')
  await keep(page, 'empty-laptop')
  await importPlans(page)
  await keep(page, 'imported-laptop')
  await importPhotographs(browser, address)
  for (const [name, look] of Object.entries({ laptop: {}, phone: { screen: phone }, dark: { dark: true } })) {
    const list = await open(browser, address, look)
    await list.goto('/ke-hoach')
    await keep(list, `list-${name}`)
    await showReading(browser, address, name, look, '#l-field > .entry:nth-child(2) .dashes > .item:first-child')
    if (!look.dark) await showReview(browser, address, name, look)
  }
  await page.goto('/kieu-dang')
  await keep(page, 'components-laptop')
}

const program = await findBrowser()
if (!program) throw new Error('no browser for this computer')
const data = await mkdtemp(join(tmpdir(), 'lantoa-screenshots-'))
await mkdir(folder, { recursive: true })
const house = await startHouse(data)
const browser = await launchBrowser(program)
try {
  await show(browser, house.address)
} finally {
  await browser.close()
  house.stop()
  await wait(3_000)
  await rm(data, { recursive: true, force: true })
}
