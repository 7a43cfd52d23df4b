import axe, { type AxeResults, type RunOptions } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'

/** The two screens that everything must look right on. */
export const screens = {
  phone: { width: 360, height: 740 },
  laptop: { width: 1280, height: 860 },
} as const

export interface Visitor {
  readonly page: Page
  /** What went wrong in the browser: refused by the policy, thrown by a script. Empty at the end of every journey. */
  readonly complaints: readonly string[]
}

interface VisitorOptions {
  readonly screen?: keyof typeof screens
  readonly script?: boolean
  readonly dark?: boolean
}

/** Somebody with a Vietnamese browser of this size. */
export async function aVisitor(browser: Browser, address: string, options: VisitorOptions = {}): Promise<Visitor> {
  const { screen = 'laptop', script = true, dark = false } = options
  const context: BrowserContext = await browser.newContext({
    baseURL: address,
    viewport: screens[screen],
    hasTouch: screen === 'phone',
    isMobile: screen === 'phone',
    javaScriptEnabled: script,
    locale: 'vi-VN',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return { page, complaints }
}

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/**
 * What axe finds wrong on the page as it is now, one line a finding. It runs in the page itself, which has no frames: with a page of its own
 * for the result, as its wrappers open one, every look takes twice as long.
 */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Nothing sticks out at the side, and axe has nothing to say. */
export async function expectWellMade(page: Page): Promise<void> {
  // A page that was just asked for may not have its first element yet
  await page.waitForLoadState()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  expect(await findings(page)).toEqual([])
}
