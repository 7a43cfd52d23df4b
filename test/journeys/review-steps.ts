import type { Locator, Page } from 'playwright-core'
import { samplePlan } from './page-pictures.ts'

const plan = samplePlan('xa-dong-rang-2026')

/** Hands the sample plan in and waits until it has been read. */
export async function importPlan(page: Page): Promise<void> {
  await page.goto('/ke-hoach/nhap')
  await page.setInputFiles('#files', plan.path)
  await page.getByRole('button', { name: 'Gửi và đọc' }).first().click()
  await page.locator('#fields').waitFor({ timeout: 60_000 })
}

/** Waits until the page says that everything is saved. */
export function saved(page: Page): Promise<void> {
  return page.locator('#saving[data-status=saved]').waitFor()
}

/** The words of the milestones, in order. */
export function milestones(page: Page): Promise<string[]> {
  return page.locator('#l-milestone > .item > span:nth-child(2)').allTextContents()
}

/** One of the milestones. */
export function milestone(page: Page, index = 0): Locator {
  return page.locator('#l-milestone > .item').nth(index)
}
