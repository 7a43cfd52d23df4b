import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { degradePage, FINER, officeScanner } from '../../scripts/scanner/degrade-page.ts'
import { printPages } from '../../scripts/scanner/print-pages.ts'
import { pdfOfPictures } from '../../scripts/scanner/write-pdf.ts'
import { parsePlan } from '../../src/parser/parse-plan.ts'
import { ownSamples, readText } from './cases.ts'
import { pooledF1, scorePlan } from './score.ts'

/** One short document; the labelled plans after a scanner take minutes and are in docs/accuracy.md. */
const SHORT = 'chuong-trinh-ben-lua-2026'

it('a document after a bad scanner is read with a pooled F1 of at least 0.88', { timeout: 180_000 }, async () => {
  const sample = (await ownSamples('open')).find(({ name }) => name === SHORT)
  if (sample === undefined) throw new Error(`samples/${SHORT} is not there`)
  const pages = printPages(await readFile(sample.path, 'utf8'), { dpi: 150 * FINER, size: 13.5 })
  const pictures = await Promise.all(pages.map((page, index) => degradePage(page, officeScanner, index)))
  const folder = await mkdtemp(join(tmpdir(), 'lantoa-scan-'))
  try {
    const path = join(folder, 'scan.pdf')
    await writeFile(path, pdfOfPictures(pictures))
    const { sections, misses } = scorePlan(sample.gold, parsePlan(await readText(path)).plan)
    expect(pooledF1(sections), misses.join('\n')).toBeGreaterThanOrEqual(0.88)
  } finally {
    await rm(folder, { recursive: true })
  }
})
