import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Browser, Page } from 'playwright-core'
import { demoTexts } from '../src/texts.ts'
import { findBrowser, launchBrowser } from '../test/journeys/browser.ts'

/** Takes the pictures of a plan in force that the README shows, from the demonstration. Build first: node scripts/screenshots-of-demo.ts */
const root = join(import.meta.dirname, '..')
const laptop = { width: 1280, height: 900 }
const phone = { width: 360, height: 740 }
const PORT = '8471'
const address = `http://127.0.0.1:${PORT}`

async function signedIn(browser: Browser, account: string, screen: typeof laptop): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: screen,
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto('/dang-nhap')
  await page.fill('[name=account]', account)
  await page.fill('[name=password]', demoTexts.password)
  await page.click('main button[type=submit]')
  await page.waitForLoadState()
  return page
}

/** As WebP: a third of the bytes of PNG. */
async function keep(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const picture = await loadImage(await page.screenshot({ type: 'png' }))
  const canvas = createCanvas(picture.width, picture.height)
  canvas.getContext('2d').drawImage(picture, 0, 0)
  await writeFile(join(root, 'docs/screenshots', `${name}.webp`), await canvas.encode('webp', 82))
}

const program = await findBrowser()
if (!program) throw new Error('no browser')
const folder = await mkdtemp(join(tmpdir(), 'lantoa-pictures-'))
await chmod(folder, 0o755)
const env = { ...process.env, LANTOA_DATA: join(folder, 'data'), LANTOA_STATE: join(folder, 'state'), PORT }
const house = spawn(process.execPath, [join(root, 'bin/lantoa.js'), 'demo'], { env, stdio: 'ignore' })
const browser = await launchBrowser(program)
try {
  while (
    !(await fetch(`${address}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await wait(500)
  const officer = await signedIn(browser, 'hoa.vu', laptop)
  await officer.goto('/ke-hoach?state=in-force')
  const plan = await officer.locator('a.row-title').last().getAttribute('href')
  await keep(officer, plan ?? '', 'running-laptop')
  await keep(officer, `${plan}/don-vi`, 'units-laptop')
  await keep(officer, `${plan}/xem-lai`, 'review-laptop')
  await keep(officer, '/theo-doi', 'follow-up-laptop')
  const member = await signedIn(browser, 'lu.giang', phone)
  await keep(member, '/viec', 'tasks-phone')
  await keep(member, plan ?? '', 'running-phone')
} finally {
  await browser.close()
  const ended = new Promise((resolve) => house.once('exit', resolve))
  house.kill('SIGTERM')
  await ended
  await rm(folder, { recursive: true, force: true })
}
