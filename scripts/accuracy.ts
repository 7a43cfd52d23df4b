import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { SourceText } from '../src/core/text/source.ts'
import { parsePlan } from '../src/parser/parse-plan.ts'
import { Unreadable } from '../src/platform/readers/unreadable.ts'
import {
  hasShared,
  type LabelledCase,
  ownSamples,
  readText,
  relaidCases,
  sharedHeaders,
  sharedPlans,
  variedCases,
} from '../test/accuracy/cases.ts'
import { type Score, scorePlan } from '../test/accuracy/score.ts'
import { accuracyTables, type MeasuredSet } from './accuracy/table.ts'

/*
 * Reads every labelled document with the product's readers and parser, scores it and writes docs/accuracy.md.
 *
 *   node scripts/accuracy.ts [--quick] [--keep] [--misses FILE]
 *
 * `--quick` leaves the scanned plans out and writes no page. `--keep` takes the text of PDF files from the last run, since
 * recognising a page takes seconds. `--misses` lists what was missed and what was invented, except for the plans that are
 * held back. A document that cannot be read counts as all missed.
 */
const SEEDS = [1, 2, 3]
const LAYOUTS = [1, 2, 3, 4, 5, 6]
const args = process.argv.slice(2)
const quick = args.includes('--quick')
const keep = args.includes('--keep')
const missesPath = args.includes('--misses') ? args[args.indexOf('--misses') + 1] : undefined
const scratch = join(tmpdir(), 'lantoa-accuracy')
const run = promisify(execFile)

async function measure(title: string, list: MeasuredSet['list'], cases: readonly LabelledCase[]): Promise<MeasuredSet> {
  const scores: { name: string; score: Score }[] = []
  for (const { name, path, gold } of cases) {
    const text = await readKept(path)
    scores.push({ name, score: scorePlan(gold, text === undefined ? {} : parsePlan(text).plan) })
  }
  return { title, list, scores }
}

async function readKept(path: string): Promise<SourceText | undefined> {
  const kept = path.endsWith('.pdf') ? join(scratch, `${basename(path)}.json`) : undefined
  if (keep && kept !== undefined && existsSync(kept)) return JSON.parse(await readFile(kept, 'utf8')) as SourceText
  try {
    const text = await readText(path)
    if (kept !== undefined) await writeFile(kept, JSON.stringify(text))
    return text
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    process.stderr.write(`${basename(path)}: ${error.code}\n`)
    return undefined
  }
}

async function scanned(cases: readonly LabelledCase[]): Promise<LabelledCase[]> {
  const folder = join(scratch, 'scanned')
  await mkdir(folder, { recursive: true })
  const scans = cases.map((item) => ({ ...item, path: join(folder, `${item.name}.pdf`), text: item.path }))
  const missing = scans.filter(({ path }) => !existsSync(path)).map(({ text }) => text)
  const script = join(import.meta.dirname, 'degrade-like-a-scanner.ts')
  if (missing.length > 0) await run(process.execPath, [script, folder, ...missing])
  return scans
}

await mkdir(scratch, { recursive: true })
const samples = await ownSamples('open')
const plans = await sharedPlans()
const sets: MeasuredSet[] = [
  await measure('labelled plans', 'numbers', plans),
  await measure('labelled headers', 'numbers', await sharedHeaders()),
  await measure('own samples', 'names', samples),
  await measure('held back', 'names', await ownSamples('held-back')),
  await measure('unseen', 'names', await ownSamples('unseen')),
  await measure('unseen 2', 'names', await ownSamples('unseen-2')),
  await measure('unseen 3', 'names', await ownSamples('unseen-3')),
  await measure('unseen 4', 'names', await ownSamples('unseen-4')),
  await measure('unseen 5', 'names', await ownSamples('unseen-5')),
  await measure('unseen 6', 'names', await ownSamples('unseen-6')),
  await measure('unseen 7', 'names', await ownSamples('unseen-7')),
  await measure('plans varied', 'lowest', await variedCases(plans, SEEDS, join(scratch, 'varied'))),
  await measure('samples varied', 'lowest', await variedCases(samples, SEEDS, join(scratch, 'varied'))),
  await measure('plans relaid', 'lowest', await relaidCases(plans, LAYOUTS, join(scratch, 'relaid'))),
  await measure('samples relaid', 'lowest', await relaidCases(samples, LAYOUTS, join(scratch, 'relaid'))),
]
if (!quick && hasShared) sets.push(await measure('plans scanned', 'numbers', await scanned(plans)))

const tables = accuracyTables(sets.filter(({ scores }) => scores.length > 0))
process.stdout.write(tables)
if (missesPath !== undefined) {
  const open = sets.filter(({ title }) => title !== 'held back' && title !== 'unseen')
  const lines = open.flatMap(({ title, scores }) =>
    scores.flatMap(({ name, score }) => score.misses.map((miss) => `${title} · ${name} · ${miss}`)),
  )
  await writeFile(missesPath, `${lines.join('\n')}\n`)
}
if (!quick && hasShared) {
  const page = join(import.meta.dirname, '../docs/accuracy.md')
  const intro = await readFile(join(import.meta.dirname, 'accuracy/intro.md'), 'utf8')
  await writeFile(page, `${intro}\n${tables}`)
}
