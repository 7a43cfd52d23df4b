import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const culprits: [rule: string, code: string][] = [
  ['noExplicitAny', 'export const a = (x: any): number => x as number\n'],
  ['noNonNullAssertion', 'export const a = (x: string | null): number => x!.length\n'],
  ['noDefaultExport', 'export default 1\n'],
  ['noConsole', "console.log('x')\n"],
  ['noExcessiveLinesPerFunction', `export function a(x: number): number {\n${'  x += 1\n'.repeat(41)}  return x\n}\n`],
]

describe('the linter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const config = { root: true, extends: [resolve('biome.json')], vcs: { enabled: false } }
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config))

  it.each(culprits)('rejects the fixture of %s', (rule, code) => {
    writeFileSync(join(folder, 'culprit.ts'), code)
    const biome = resolve('node_modules/@biomejs/biome/bin/biome')
    const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', 'culprit.ts'], { cwd: folder })
    expect(stdout.toString() + stderr.toString()).toContain(rule)
  })
})
