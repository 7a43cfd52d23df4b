import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { relayPlan } from '../../scripts/vary/relay-plan.ts'
import { varyPlan } from '../../scripts/vary/vary-plan.ts'
import type { SourceText } from '../../src/core/text/source.ts'
import { defaultLimits } from '../../src/platform/readers/limits.ts'
import { readFiles } from '../../src/platform/readers/process/read-files.ts'
import type { Labels } from './score.ts'

/** A document with labels. */
export interface LabelledCase {
  readonly name: string
  readonly path: string
  readonly gold: Labels
}

const root = join(import.meta.dirname, '../..')
/** The folder of plans, labels and scorer beside the project; a clone does not have it. */
export const shared = join(root, '../shared')
export const hasShared = existsSync(join(shared, 'plan-extraction/score.mjs'))
/** What the name of a test says when it needs that folder and does not find it. */
export const sharedOrSkipped = hasShared ? '' : ' (skipped: ../shared is not there)'

async function labels(path: string): Promise<Labels> {
  return JSON.parse(await readFile(path, 'utf8')) as Labels
}

async function pairs(files: string, golds: string): Promise<LabelledCase[]> {
  if (!hasShared) return []
  const names = (await readdir(join(shared, golds))).filter((name) => name.endsWith('.json')).sort()
  const found = await readdir(join(shared, files))
  return Promise.all(
    names.map(async (gold) => {
      const stem = basename(gold, '.json')
      const file = found.find((name) => name.startsWith(`${stem}.`)) ?? stem
      return { name: stem, path: join(shared, files, file), gold: await labels(join(shared, golds, gold)) }
    }),
  )
}

/** The whole plans labelled beside the project. */
export const sharedPlans = (): Promise<LabelledCase[]> => pairs('plans', 'plan-extraction/gold')

/** Real documents of which only header and closing are labelled. */
export const sharedHeaders = (): Promise<LabelledCase[]> => pairs('samples', 'samples/headers')

/** The project's own plans; on the labels of `held-back` and `unseen` nobody tunes, those of the later hands were looked at once scored. */
export async function ownSamples(which: 'open' | 'held-back' | 'unseen' | `unseen-${number}`): Promise<LabelledCase[]> {
  const folder = join(root, 'samples', which === 'open' ? '' : which)
  if (!existsSync(folder)) return []
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const named = entries.map(({ name }) => name).filter((name) => existsSync(join(folder, name, 'gold.json')))
  return Promise.all(
    named.sort().map(async (name) => {
      const file = (await readdir(join(folder, name))).find((entry) => entry.startsWith('plan.'))
      return {
        name,
        path: join(folder, name, file ?? 'plan'),
        gold: await labels(join(folder, name, 'gold.json')),
      }
    }),
  )
}

/** The same plans with other names, numbers, dates and another order of fields, written into `folder`; text files only. */
export async function variedCases(cases: readonly LabelledCase[], seeds: readonly number[], folder: string) {
  await mkdir(folder, { recursive: true })
  const varied: (LabelledCase & { readonly original: string })[] = []
  for (const { name, path, gold } of cases) {
    if (!path.endsWith('.txt')) continue
    const text = await readFile(path, 'utf8')
    for (const seed of seeds) {
      const other = varyPlan(text, gold, seed)
      const target = join(folder, `${name}-${seed}.txt`)
      await writeFile(target, other.text)
      varied.push({ name: `${name}-${seed}`, path: target, gold: other.gold, original: name })
    }
  }
  return varied
}

/** The same plans in another layout, written into `folder`; text files only. */
export async function relaidCases(cases: readonly LabelledCase[], seeds: readonly number[], folder: string) {
  await mkdir(folder, { recursive: true })
  const relaid: (LabelledCase & { readonly original: string })[] = []
  for (const { name, path, gold } of cases) {
    if (!path.endsWith('.txt')) continue
    const text = await readFile(path, 'utf8')
    for (const seed of seeds) {
      const target = join(folder, `${name}-relaid-${seed}.txt`)
      await writeFile(target, relayPlan(text, seed))
      relaid.push({ name: `${name}-relaid-${seed}`, path: target, gold, original: name })
    }
  }
  return relaid
}

/** The text as the product's readers give it, read in this process. */
export async function readText(path: string): Promise<SourceText> {
  const files = [{ path, name: basename(path) }]
  return readFiles({ files, limits: defaultLimits, recognisers: 2 }, () => undefined)
}
