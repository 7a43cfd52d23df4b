import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'

const PROJECT = join(import.meta.dirname, '..', '..')

/** A sample plan of our own: its file, and its text. */
export function samplePlan(name: string): { readonly path: string; readonly text: string } {
  const path = join(PROJECT, 'samples', name, 'plan.txt')
  return { path, text: readFileSync(path, 'utf8') }
}

/** A page to photograph; `sideways`: with the paper turned a quarter to the left. */
export interface PageToPhotograph {
  readonly text: string
  readonly sideways?: boolean
}

const WIDTH = 1080
const HEIGHT = 1520

/** Photographs of pages: the text on A4 paper at about 130 dots an inch, one picture a page. */
export async function photographPages(browser: Browser, pages: readonly PageToPhotograph[]): Promise<Buffer[]> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const pictures: Buffer[] = []
  for (const { text, sideways = false } of pages) {
    await page.setViewportSize(sideways ? { width: HEIGHT, height: WIDTH } : { width: WIDTH, height: HEIGHT })
    await page.setContent(paper(sideways))
    await page.locator('pre').evaluate((pre, words) => {
      pre.textContent = words
    }, text)
    pictures.push(await page.screenshot({ type: 'png' }))
  }
  await context.close()
  return pictures
}

function paper(sideways: boolean): string {
  const turned = sideways ? `transform-origin: 0 0; transform: translateY(${WIDTH}px) rotate(-90deg);` : ''
  const type = 'font: 25px/1.5 Tinos, Liberation Serif, DejaVu Serif, serif; white-space: pre-wrap'
  const box = `box-sizing: border-box; width: ${WIDTH}px; height: ${HEIGHT}px; padding: 80px; margin: 0`
  return `<body style="margin: 0; background: white; overflow: hidden"><pre style="${type}; ${box}; ${turned}"></pre></body>`
}
