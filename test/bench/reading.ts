import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { degradePage, FINER, officeScanner } from '../../scripts/scanner/degrade-page.ts'
import { printPages } from '../../scripts/scanner/print-pages.ts'
import { type Picture, pdfOfPictures } from '../../scripts/scanner/write-pdf.ts'
import { readImages } from '../../src/platform/readers/images/read-images.ts'
import { defaultLimits } from '../../src/platform/readers/limits.ts'
import { readFiles } from '../../src/platform/readers/process/read-files.ts'
import { readDocument } from '../../src/platform/readers/read-document.ts'
import { keep } from './machine.ts'
import { startBare } from './reading/bare-recogniser.ts'
import { watchChildren } from './reading/memory-of-children.ts'
import { wordErrors } from './reading/word-errors.ts'

/*
 * How fast and how well documents are read, as JSON in docs/bench/reading.json:
 *
 *   node test/bench/reading.ts [--quick]
 *
 * Recognition is compared with a bare engine on the same picture files, by turns, so that a busy machine is unfair to neither.
 */
const quick = process.argv.includes('--quick')
const root = join(import.meta.dirname, '../..')
const folder = await mkdtemp(join(tmpdir(), 'lantoa-bench-'))
const text = await firstTextSample()
try {
  keep('reading', {
    recognition: await benchRecognition(),
    readers: await benchReaders(),
    scanOf40Pages: quick ? undefined : await benchScan(),
  })
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function firstTextSample(): Promise<string> {
  const names = (await readdir(join(root, 'samples'), { recursive: true }))
    .filter((name) => name.endsWith('plan.txt'))
    .sort()
  return readFile(join(root, 'samples', names[0] ?? ''), 'utf8')
}

async function scannedPages(most: number): Promise<Picture[]> {
  const pages = printPages(text, { dpi: 150 * FINER, size: 13.5 }).slice(0, most)
  const pictures: Picture[] = []
  for (const [index, page] of pages.entries()) pictures.push(await degradePage(page, officeScanner, index))
  return pictures
}

/** Pages of a longer document: those of the sample again and again. */
async function manyPages(count: number): Promise<Buffer[]> {
  const pages = await scannedPages(4)
  return Array.from({ length: count }, (_, index) => pages[index % pages.length]?.jpeg ?? Buffer.alloc(0))
}

async function benchRecognition() {
  const pictures = await manyPages(quick ? 2 : 10)
  const once = [...new Set(pictures)]
  const wrongWords = {
    bare: Number(wordErrors(await recogniseBare(once, 1), text).toFixed(4)),
    ours: Number(wordErrors(await recogniseOurs(once, 1), text).toFixed(4)),
  }
  const results = []
  for (const engines of [1, 2]) {
    const bare: Run[] = []
    const ours: Run[] = []
    for (let round = 0; round < (quick ? 1 : 2); round += 1) {
      bare.push(await clocked(pictures.length, () => recogniseBare(pictures, engines)))
      ours.push(await clocked(pictures.length, () => recogniseOurs(pictures, engines)))
    }
    const [bestBare, bestOurs] = [best(bare), best(ours)]
    results.push({
      engines,
      pages: pictures.length,
      bare: bestBare,
      ours: bestOurs,
      ratioOfTime: Number((bestOurs.msAPage / bestBare.msAPage).toFixed(3)),
      ratioOfCpu: Number((bestOurs.cpuMsAPage / bestBare.cpuMsAPage).toFixed(3)),
    })
  }
  return { wrongWords, results }
}

interface Run {
  readonly msAPage: number
  readonly cpuMsAPage: number
}

function best(runs: readonly Run[]): Run {
  return {
    msAPage: Math.min(...runs.map((run) => run.msAPage)),
    cpuMsAPage: Math.min(...runs.map((run) => run.cpuMsAPage)),
  }
}

/** Starting the engines counts on both sides. */
async function clocked(pages: number, work: () => Promise<string>): Promise<Run> {
  const start = performance.now()
  const cpu = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return {
    msAPage: Math.round((performance.now() - start) / pages),
    cpuMsAPage: Math.round((user + system) / 1_000 / pages),
  }
}

async function recogniseBare(pictures: readonly Buffer[], engines: number): Promise<string> {
  const bare = await startBare(engines)
  const texts = await bare.recognise(pictures)
  await bare.close()
  return texts.join('\n')
}

async function recogniseOurs(pictures: readonly Buffer[], engines: number): Promise<string> {
  const files = pictures.map((bytes) => ({ bytes, kind: 'jpeg' as const }))
  return (await readImages(files, defaultLimits, { recognisers: engines })).text
}

/** Milliseconds for one document of each format: in this process when its libraries are loaded, and in a process of its own. */
async function benchReaders() {
  const found = (await readdir(join(root, 'samples'), { recursive: true }))
    .filter((name) => /plan\.[a-z]+$/.test(name))
    .sort()
  const byFormat = new Map(found.map((name) => [name.split('.').at(-1) ?? '', join(root, 'samples', name)]))
  const results: Record<string, { readonly warmMs: number; readonly ownProcessMs: number }> = {}
  for (const [format, path] of byFormat) {
    const files = [{ path, name: basename(path) }]
    const once = async () => {
      const start = performance.now()
      await readFiles({ files, limits: defaultLimits, recognisers: 1 }, () => undefined)
      return performance.now() - start
    }
    await once()
    const warm = Math.min(await once(), await once(), await once())
    const start = performance.now()
    await readDocument({ files })
    results[format] = { warmMs: Number(warm.toFixed(1)), ownProcessMs: Math.round(performance.now() - start) }
  }
  return results
}

async function benchScan() {
  const pictures = await scannedPages(4)
  const path = join(folder, 'scan.pdf')
  const pages = Array.from({ length: 40 }, (_, index) => pictures[index % pictures.length]).filter(
    (one) => one !== undefined,
  )
  await writeFile(path, pdfOfPictures(pages))
  const watch = watchChildren()
  const start = performance.now()
  await readDocument({ files: [{ path, name: 'scan.pdf' }] })
  const msAPage = Math.round((performance.now() - start) / pages.length)
  return { pages: pages.length, msAPage, ...(await watch.stop()) }
}
