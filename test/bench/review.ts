import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { localOperator } from '../../src/access/builtin-actors.ts'
import { readConfig } from '../../src/config.ts'
import { write } from '../../src/context.ts'
import { dayInVietNam } from '../../src/core/dates/day-in-viet-nam.ts'
import { contextOf, openHouse } from '../../src/house.ts'
import { finishReading, importDocument, startReading } from '../../src/plans/actions.ts'
import { systemChance } from '../../src/platform/chance.ts'
import { jsonLog } from '../../src/platform/log.ts'
import { findBrowser, launchBrowser } from '../journeys/browser.ts'
import { keep, median } from './machine.ts'
import { aLongPlan } from './review/forty-pages.ts'

/*
 * The review of a plan of forty pages: what it weighs, and how long a key takes to be painted on a processor throttled four times. As JSON in
 * docs/bench/review.json: node test/bench/review.ts (after npm run prepare)
 */
const PAGES = 40
const THROTTLING = 4
/** Typed as fast as a practised hand types, and slower where it looks for something. */
const WORDS =
  'Rà soát, lập danh sách điển hình tiên tiến theo từng lĩnh vực của kế hoạch, gửi về cơ quan thường trực trước ngày 25 hằng tháng'
const SOUGHT = [
  ['tieu chuan tap the', 220],
  ['khen thuong', 120],
  ['phong trao', 160],
  ['thang 6 nam 2026', 300],
  ['to dan pho', 450],
] as const
const STEPS = 120
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'lantoa-bench-'))
chmodSync(folder, 0o755)

/** Puts the plan into a new data folder as if it had been read there; answers its id. */
async function plant(env: Readonly<Record<string, string>>): Promise<string> {
  const clock = { now: () => new Date() }
  const chance = systemChance(clock.now)
  const config = readConfig(env, folder)
  const log = jsonLog(() => undefined, clock.now)
  const house = await openHouse({ config, log, clock, chance })
  try {
    const ctx = contextOf(house.context, localOperator(dayInVietNam(clock.now())))
    const kept = await ctx.files.keep(Readable.from([Buffer.from('KẾ HOẠCH')]), 1_000)
    return await write(ctx, async (tx) => {
      const id = await importDocument(tx, [{ ...kept, name: 'bốn mươi trang.txt', turn: 0 }])
      await startReading(tx, id)
      await finishReading(tx, id, aLongPlan(PAGES))
      return id
    })
  } finally {
    await house.close()
  }
}

/** Starts the built program on the data folder. */
async function start(env: Readonly<Record<string, string>>): Promise<{ address: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [join(root, 'bin/lantoa.js'), 'serve'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  const note = join(folder, 'data', 'serving.json')
  while (!existsSync(note)) await wait(100)
  await wait(300)
  return { address: JSON.parse(readFileSync(note, 'utf8')).address, child }
}

/** Bytes over the network of a first visit, by kind; fonts apart. */
async function weigh(page: Page, session: CDPSession, path: string) {
  const kinds = new Map<string, string>()
  const bytes: Record<string, number> = {}
  await session.send('Network.enable')
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? ''
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength
  })
  await page.goto(path)
  await page.waitForTimeout(2_000)
  const { Font: fonts = 0, ...others } = bytes
  return { total: Object.values(others).reduce((sum, one) => sum + one, 0), ...others, fonts }
}

/** Bytes of the page itself where the browser reads no Brotli: over plain http from another computer. */
async function weighGzip(address: string): Promise<number> {
  const [response] = await once(get(address, { headers: { 'accept-encoding': 'gzip' } }), 'response')
  let bytes = 0
  for await (const chunk of response) bytes += chunk.length
  return bytes
}

/** Starts to note every key: milliseconds from the press to the next paint (Event Timing). */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(globalThis, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') seen.push(entry.duration)
    }).observe({ type: 'event', durationThreshold: 0, buffered: false } as PerformanceObserverInit)
  })
}

/** The keys since the last time. */
async function keysSeen(page: Page) {
  await page.waitForTimeout(500)
  const all = await page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: number[] }
    return seen.splice(0)
  })
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { keys: all.length, medianMs: median(all), p98Ms: at(0.98), longestMs: at(1), targetMs: 50 }
}

async function measure(browser: Browser, address: string, plan: string) {
  const page = await (await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 860 } })).newPage()
  const session = await page.context().newCDPSession(page)
  const weight = await weigh(page, session, `/ke-hoach/${plan}`)
  const items = await page.locator('.items .item[id^="i-"]').count()
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING })
  await watchKeys(page)

  const edit = page.locator('#l-field .edit').nth(20)
  await edit.click()
  await page.locator('.editor').waitFor()
  await page.locator('.editor textarea').first().focus()
  await page.keyboard.press('End')
  await page.keyboard.type(WORDS, { delay: 80 })
  const typing = await keysSeen(page)
  await page.keyboard.press('Escape')
  await page.locator('.editor').waitFor({ state: 'detached' })
  for (let n = 0; n < STEPS; n += 1) {
    await page.keyboard.press(n % 3 === 2 ? 'k' : 'j', { delay: 20 })
    await page.waitForTimeout(80)
  }
  const walking = await keysSeen(page)
  for (const [words, delay] of SOUGHT) {
    await page.locator('#find').fill('')
    await page.waitForTimeout(1_000)
    await page.locator('#find').focus()
    await page.keyboard.type(words, { delay })
    await page.waitForTimeout(1_000)
  }
  const finding = await keysSeen(page)
  return {
    pages: PAGES,
    items,
    bytes: { ...weight, target: 100_000, documentAsGzip: await weighGzip(`${address}/ke-hoach/${plan}`) },
    throttling: THROTTLING,
    loadAverage: Math.round(loadavg()[0] ?? 0),
    typing,
    walking,
    finding,
  }
}

const program = await findBrowser()
if (!program) throw new Error('no browser for this computer')
const env = { LANTOA_DATA: join(folder, 'data'), LANTOA_STATE: join(folder, 'state'), PORT: '0' }
const plan = await plant(env)
const { address, child } = await start(env)
const browser = await launchBrowser(program)
try {
  keep('review', await measure(browser, new URL(address).origin, plan))
} finally {
  await browser.close()
  child.kill('SIGTERM')
  await wait(3_000)
  rmSync(folder, { recursive: true, force: true })
}
