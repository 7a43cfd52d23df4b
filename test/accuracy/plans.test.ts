import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/parser/parse-plan.ts'
import {
  hasShared,
  type LabelledCase,
  ownSamples,
  readText,
  relaidCases,
  sharedHeaders,
  sharedOrSkipped,
  sharedPlans,
  variedCases,
} from './cases.ts'
import { pooled, pooledF1, type Score, scorePlan } from './score.ts'

/** Scans of the labelled headers: recognising their pages takes a minute, so only scripts/accuracy.ts reads them. */
const SCANS = ['063-', '067-', '143-']
const SEEDS = [1, 2, 3]

async function scoreOf({ path, gold }: LabelledCase): Promise<Score> {
  return scorePlan(gold, parsePlan(await readText(path)).plan)
}

const inAll = async (cases: readonly LabelledCase[]): Promise<number> =>
  pooledF1(pooled(await Promise.all(cases.map(scoreOf))))

const plans = await sharedPlans()
const headers = (await sharedHeaders()).filter(({ name }) => !SCANS.some((scan) => name.startsWith(scan)))
const samples = await ownSamples('open')
const heldBack = await ownSamples('held-back')

describe.skipIf(!hasShared)(`the plans labelled beside the project${sharedOrSkipped}`, () => {
  it.each(plans)('$name is read with a pooled F1 of at least 0.95', async (plan) => {
    const { sections, misses } = await scoreOf(plan)
    expect(pooledF1(sections), misses.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it('headers and closings of real documents are read with a pooled F1 of at least 0.95', async () => {
    expect(await inAll(headers)).toBeGreaterThanOrEqual(0.95)
  })

  it('real plans on other matters give no fields', async () => {
    const plansRead = await Promise.all(headers.map(async ({ path }) => parsePlan(await readText(path)).plan))
    expect(plansRead.flatMap(({ fields }) => fields)).toEqual([])
  })
})

describe("the project's own plans", () => {
  it.each([...samples, ...heldBack])('$name keeps the form of the contract', async ({ gold }) => {
    expect(Object.keys(gold).filter((key) => key !== 'targets')).toEqual([
      'document',
      'citations',
      'generalCriteria',
      'fields',
      'milestones',
      'recurringDuties',
      'assignments',
      'difficultiesTo',
    ])
  })

  it('those that everybody may look at are read with a pooled F1 of at least 0.95', async () => {
    expect(await inAll(samples)).toBeGreaterThanOrEqual(0.95)
  })

  it('those that nobody tunes on are read with a pooled F1 of at least 0.9', async () => {
    expect(await inAll(heldBack)).toBeGreaterThanOrEqual(0.9)
  })
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantoa-varied-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('a plan with other names, numbers and dates, its fields reordered and renumbered', () => {
  /** What each varied plan loses against its original, where that is too much. */
  async function losses(originals: readonly LabelledCase[]): Promise<string[]> {
    const before = new Map<string, number>()
    for (const original of originals) before.set(original.name, pooledF1((await scoreOf(original)).sections))
    const found: string[] = []
    for (const varied of await variedCases(originals, SEEDS, folder)) {
      const loss = (before.get(varied.original) ?? 0) - pooledF1((await scoreOf(varied)).sections)
      if (Math.abs(loss) > 0.02) found.push(`${varied.name}: ${loss.toFixed(3)}`)
    }
    return found
  }

  it.skipIf(!hasShared)(`is read as well as the labelled plan${sharedOrSkipped}`, async () => {
    expect(await losses(plans)).toEqual([])
  })

  it('is read as well as the sample that it was made from', async () => {
    expect(await losses([...samples, ...heldBack])).toEqual([])
  })
})

describe('a plan set by another typist: other marks, bullets, line ends, pages', () => {
  it.skipIf(!hasShared)(`is read with a pooled F1 of at least 0.95${sharedOrSkipped}`, async () => {
    expect(await inAll(await relaidCases(plans, SEEDS, folder))).toBeGreaterThanOrEqual(0.95)
  })

  it('is read with a pooled F1 of at least 0.95 when it is a sample', async () => {
    expect(await inAll(await relaidCases(samples, SEEDS, folder))).toBeGreaterThanOrEqual(0.95)
  })
})
