import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { describe, expect, it } from 'vitest'

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')
const fixtures = 'test/fixtures/laws'

async function cruiseFolder(folder: string, tsConfig?: string): Promise<ICruiseResult> {
  const { tsConfig: _, ...options } = config.options
  const result = await cruise(
    ['src'],
    { ...options, validate: true, ruleSet: { forbidden: config.forbidden }, baseDir: join(process.cwd(), folder) },
    {},
    tsConfig ? { tsConfig: extractTSConfig(tsConfig) } : undefined,
  )
  return result.output as ICruiseResult
}

describe('the import law', () => {
  it('finds the modules of the product and no violation among them', async () => {
    const { summary, modules } = await cruiseFolder('.', 'tsconfig.json')
    expect(
      summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`),
    ).toEqual([])
    expect(modules.filter((module) => module.source.startsWith('src/')).length).toBeGreaterThan(3)
  })

  const rules: string[] = config.forbidden.map((rule: { name: string }) => rule.name)

  it.each(rules)('rejects the fixture of %s', async (rule) => {
    expect(readdirSync(fixtures)).toContain(rule)
    const { summary } = await cruiseFolder(`${fixtures}/${rule}`)
    expect(summary.violations.map((violation) => violation.rule.name)).toContain(rule)
  })
})
