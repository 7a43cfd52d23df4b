import { mkdirSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What the figures were taken on; they mean little without it. */
function machine() {
  return {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryBytes: totalmem(),
    system: `${platform()} ${arch()} ${release()}`,
    node: process.version,
  }
}

/** Prints the figures and keeps them as docs/bench/NAME.json. */
export function keep(name: string, figures: object): void {
  const text = `${JSON.stringify({ machine: machine(), ...figures }, undefined, 2)}\n`
  mkdirSync(join(root, 'docs/bench'), { recursive: true })
  writeFileSync(join(root, 'docs/bench', `${name}.json`), text)
  process.stdout.write(text)
}

/** The middle one of the figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
