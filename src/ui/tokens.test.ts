import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const sheet = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const [light = '', dark = ''] = sheet.split('@media (prefers-color-scheme: dark)')

function tokensOf(part: string): Map<string, string> {
  return new Map([...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]))
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['paper', 'sheet', 'sunken']
const pairs: readonly (readonly [word: string, ground: string, least: number])[] = [
  ...['ink', 'ink-soft', 'river', 'lotus', 'danger'].flatMap((word) => grounds.map((on) => [word, on, 4.5] as const)),
  ...['river', 'lotus', 'amber', 'leaf', 'danger'].flatMap((tone) => [
    [tone, `${tone}-soft`, 4.5] as const,
    ['ink', `${tone}-soft`, 4.5] as const,
  ]),
  ['river', 'amber-soft', 4.5],
  ['river', 'danger-soft', 4.5],
  ['on-river', 'river', 4.5],
  ['on-river', 'river-deep', 4.5],
  ['on-danger', 'danger', 4.5],
  ['sheet', 'ink-soft', 4.5],
  ['ink', 'passage', 4.5],
  ['passage-ink', 'passage-lit', 4.5],
  ['unused', 'sheet', 4.5],
  // Borders of controls and of what is in focus.
  ...grounds.flatMap((on) => [['line-strong', on, 3] as const, ['river', on, 3] as const]),
]

it.each([
  ['light', tokensOf(light)],
  ['dark', tokensOf(dark)],
])('in the %s theme every pair of colours that carries words or borders can be told apart', (_, tokens) => {
  const weak = pairs.filter(
    ([word, ground, least]) => contrast(tokens.get(word) ?? '', tokens.get(ground) ?? '') < least,
  )
  expect(pairs.filter(([word, ground]) => !tokens.has(word) || !tokens.has(ground))).toEqual([])
  expect(weak).toEqual([])
})
