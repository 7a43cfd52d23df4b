import { expect, it } from 'vitest'
import { relayPlan } from '../../scripts/vary/relay-plan.ts'
import { parsePlan } from '../../src/parser/parse-plan.ts'
import { composePlan } from './composed/compose-plan.ts'
import { pooled, pooledF1, scorePlan } from './score.ts'

const seeds = Array.from({ length: 60 }, (_, i) => i + 1)

/** What is found in plans put together from parts, each printed by `print`. */
function inComposedPlans(print: (text: string, seed: number) => string): { f1: number; misses: string } {
  const scores = seeds.map((seed) => {
    const { text, gold } = composePlan(seed)
    const source = { text: print(text, seed), lines: 'wrapped', tables: [], notes: [], uncertain: [] } as const
    return scorePlan(gold, parsePlan(source).plan)
  })
  const misses = scores.flatMap((score, i) => score.misses.map((miss) => `${seeds[i]}: ${miss}`))
  return { f1: pooledF1(pooled(scores)), misses: misses.join('\n') }
}

it('plans put together from many ways of writing are read with a pooled F1 of at least 0.97', () => {
  const { f1, misses } = inComposedPlans((text) => text)
  expect(f1, misses).toBeGreaterThanOrEqual(0.97)
})

it('and with one of at least 0.95 in other layouts', () => {
  const { f1, misses } = inComposedPlans(relayPlan)
  expect(f1, misses).toBeGreaterThanOrEqual(0.95)
})
