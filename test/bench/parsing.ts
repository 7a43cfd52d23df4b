import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parsePlan } from '../../src/parser/parse-plan.ts'
import { defaultLimits } from '../../src/platform/readers/limits.ts'
import { readTxt } from '../../src/platform/readers/txt/read-txt.ts'
import { keep, median } from './machine.ts'

/*
 * Milliseconds from the text of a plan to what it says, as JSON in docs/bench/parsing.json: node test/bench/parsing.ts
 * `first` is the first plan of a fresh process, `warm` the median of 15 runs of each plan afterwards.
 */
const samples = join(import.meta.dirname, '../../samples')
const names = (await readdir(samples, { recursive: true })).filter((name) => name.endsWith('plan.txt')).sort()
const texts = await Promise.all(names.map(async (name) => readTxt(await readFile(join(samples, name)), defaultLimits)))

const clocked = (index: number) => {
  const source = texts[index]
  if (!source) return Number.NaN
  const start = performance.now()
  parsePlan(source)
  return performance.now() - start
}

const first = clocked(0)
const warm = texts.map((_, index) => median(Array.from({ length: 15 }, () => clocked(index))))
const round = (figure: number) => Number(figure.toFixed(1))
keep('parsing', {
  plans: names.length,
  characters: {
    median: median(texts.map(({ text }) => text.length)),
    most: Math.max(...texts.map(({ text }) => text.length)),
  },
  msAPlan: { first: round(first), median: round(median(warm)), most: round(Math.max(...warm)), target: 50 },
})
