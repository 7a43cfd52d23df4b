import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'

const PROJECT = join(import.meta.dirname, '..', '..')

/** A sample plan of our own: its file, and its text. */
export function samplePlan(name: string): { readonly path: string; readonly text: string } {
  const path = join(PROJECT, 'samples', name, 'plan.txt')
  return { path, text: readFileSync(path, 'utf8') }
}

/** Photographs of pages: the text on A4 paper at about 130 dots an inch, one picture a page. */
export async function photographPages(browser: Browser, pages: readonly string[]): Promise<Buffer[]> {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1520 } })
  const page = await context.newPage()
  const pictures: Buffer[] = []
  for (const text of pages) {
    await page.setContent(
      '<pre style="font: 25px/1.5 Tinos, Liberation Serif, DejaVu Serif, serif; white-space: pre-wrap; margin: 80px">',
    )
    await page.evaluate((words) => {
      const pre = document.querySelector('pre')
      if (pre) pre.textContent = words
    }, text)
    pictures.push(await page.screenshot({ type: 'png' }))
  }
  await context.close()
  return pictures
}
