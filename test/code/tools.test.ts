import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const tools: [question: string, script: string, ...args: string[]][] = [
  ['every type holds', 'node_modules/@typescript/native/bin/tsc', '--noEmit'],
  [
    'every file is formatted and passes the linter',
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--max-diagnostics=50',
  ],
  [
    'nothing is exported, installed or kept that nobody uses',
    'node_modules/knip/bin/knip.js',
    '--no-progress',
    '--no-config-hints',
  ],
]

it.each(tools)('%s', { timeout: 120_000 }, (_, script, ...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  expect({ status, found: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, found: '' })
})
