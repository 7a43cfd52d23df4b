import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { degradePage, FINER, officeScanner } from './scanner/degrade-page.ts'
import { printPages } from './scanner/print-pages.ts'
import { printPdf } from './scanner/print-pdf.ts'
import { type Picture, pdfOfPictures } from './scanner/write-pdf.ts'

/*
 * Prints texts (or PDFs) and scans them badly: 150 dpi, skewed by 0.8°, blurred, noisy, JPEG of quality 55, always the same.
 *
 *   node scripts/degrade-like-a-scanner.ts [--clean] FOLDER TEXT-OR-PDF…
 *
 * writes FOLDER/TEXT.pdf, a scanned PDF, for each; `--clean` prints at 200 dpi and leaves out the scanner.
 */
const args = process.argv.slice(2)
const clean = args[0] === '--clean'
const [folder, ...texts] = clean ? args.slice(1) : args
if (folder === undefined || texts.length === 0) {
  process.stderr.write('usage: node scripts/degrade-like-a-scanner.ts [--clean] FOLDER TEXT-OR-PDF…\n')
  process.exit(2)
}
await mkdir(folder, { recursive: true })
for (const path of texts) {
  const dpi = clean ? 200 : 150 * FINER
  const bytes = await readFile(path)
  const pages = path.endsWith('.pdf')
    ? await printPdf(bytes, dpi)
    : printPages(bytes.toString('utf8'), { dpi, size: 13.5 })
  const pictures: Picture[] = []
  for (const [index, page] of pages.entries()) {
    if (!clean) pictures.push(await degradePage(page, officeScanner, index))
    else pictures.push({ jpeg: await page.encode('jpeg', 95), width: page.width, height: page.height })
  }
  const target = join(folder, `${basename(path).replace(/\.[^.]+$/, '')}.pdf`)
  await writeFile(target, pdfOfPictures(pictures))
  process.stdout.write(`${target}\n`)
}
