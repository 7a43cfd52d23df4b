import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { OfficeContent } from '../builders/office-content.ts'
import { officeFiles } from '../builders/office-files.ts'

const samples = join(import.meta.dirname, '../../samples')

it('the Word, OpenDocument and RTF samples are what their content gives', async () => {
  const entries = await readdir(samples, { recursive: true, withFileTypes: true })
  const folders = entries.filter(({ name }) => name === 'content.json').map(({ parentPath }) => parentPath)
  expect(folders.length).toBeGreaterThan(0)
  for (const folder of folders) {
    const content: OfficeContent & { format: keyof typeof officeFiles } = JSON.parse(
      await readFile(join(folder, 'content.json'), 'utf8'),
    )
    const kept = await readFile(join(folder, `plan.${content.format}`))
    expect(kept.equals(officeFiles[content.format](content)), `${folder}: run node scripts/make-sample-files.ts`).toBe(
      true,
    )
  }
})
