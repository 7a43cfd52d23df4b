import { describe, expect, it } from 'vitest'
import type { ParsedPlan, Plan, Source } from '../../src/parser/contract.ts'
import { parsePlan } from '../../src/parser/parse-plan.ts'
import { ownSamples, readText, sharedOrSkipped, sharedPlans } from './cases.ts'
import { plainSpelling, similarity } from './similarity.ts'

/** Values of a closed list are understood, not copied; their passage is what they were understood from. */
const UNDERSTOOD = /\/(?:level|subject|basis|cadence|relation)$/
/** More than any paragraph with its bullets; a table's cell or a signature block is far shorter. */
const LONGEST_PASSAGE = 3_000
const MOST_PARAGRAPHS = 8
const NUMBER_WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
/** Short forms of bodies, opened in values and printed short in passages. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bubnd\b/g, 'ủy ban nhân dân'],
  [/\bhđnd\b/g, 'hội đồng nhân dân'],
  [/(?<!\p{L})(?:ubmttq|ub mttq|ủy ban mttq)(?!\p{L})/gu, 'ủy ban mặt trận tổ quốc'],
  [/\bthcs\b/g, 'trung học cơ sở'],
  [/(?<!\p{L})lđlđ(?!\p{L})/gu, 'liên đoàn lao động'],
  [/\blhpn\b/g, 'liên hiệp phụ nữ'],
]

const opened = (text: string): string =>
  SHORT_FORMS.reduce((result, [short, long]) => result.replace(short, plainSpelling(long)), plainSpelling(text))

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number)

function valueAt(plan: Plan, path: string): unknown {
  let value: unknown = plan
  for (const key of path.slice(1).split('/')) {
    if (value === null || typeof value !== 'object') return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/** What a date, a period or a number needs to find in its passage. */
function saysNumbers(value: unknown, passage: string): boolean {
  const printed = new Set(numbersIn(passage))
  if (typeof value === 'number') {
    const word = NUMBER_WORDS[value]
    return printed.has(value) || (word !== undefined && passage.toLowerCase().includes(word))
  }
  const years = (JSON.stringify(value).match(/(?:19|20)\d\d/g) ?? []).map(Number)
  return (
    years.length === 0 || years.some((year) => printed.has(year)) || /năm|giai đoạn|nhiệm kỳ|quý|tháng/i.test(passage)
  )
}

function says(path: string, value: unknown, passage: string): boolean {
  if (UNDERSTOOD.test(path)) return passage.trim() !== ''
  const isDate = /\/(?:from|to|date|period)$/.test(path) && !/recurringDuties\/\d+\/to$/.test(path)
  if (typeof value !== 'string' || isDate) return saysNumbers(value, passage)
  // The type is one of a few words, which a misprint or recognition may have bent.
  const [a, b] = [opened(value), opened(passage)].map((text) => (path === '/document/type' ? bare(text) : text))
  return a === b || similarity(a, b) >= 0.9
}

function bySource(sources: readonly Source[]): Map<string, Source[]> {
  const groups = new Map<string, Source[]>()
  for (const source of sources) groups.set(source.path, [...(groups.get(source.path) ?? []), source])
  return groups
}

/** Values whose passages, put together, say something else. */
function unsaid({ plan, text, sources }: ParsedPlan): string[] {
  return [...bySource(sources)].flatMap(([path, spans]) => {
    const value = valueAt(plan, path)
    const passage = spans.map(({ start, end }) => text.slice(start, end)).join(' ')
    const each = spans.some(({ start, end }) => says(path, value, text.slice(start, end)))
    return each || says(path, value, passage) ? [] : [`${path}: ${JSON.stringify(value)} ← «${passage.slice(0, 120)}»`]
  })
}

/** Pointers to every string and number of a plan that is not null. */
function leaves(value: unknown, path = ''): string[] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [path]
  return Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}/${key}`))
}

/** Values that say nowhere where they were read. */
function unsourced({ plan, sources }: ParsedPlan): string[] {
  const known = new Set(sources.map(({ path }) => path))
  const covered = (path: string): boolean =>
    known.has(path) || (path.includes('/') && covered(path.slice(0, path.lastIndexOf('/'))))
  return leaves(plan).filter((path) => !covered(path))
}

/** Text that is neither used nor listed as unused, line by line. */
function dropped({ text, sources, unused }: ParsedPlan): string[] {
  const covered = new Uint8Array(text.length)
  for (const { start, end } of [...sources, ...unused]) covered.fill(1, start, end)
  const open = text.split('').map((unit, i) => (covered[i] === 0 || unit === '\n' ? unit : ' '))
  return open
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function tooLong({ text, sources }: ParsedPlan): string[] {
  return sources
    .filter(({ start, end }) => {
      const paragraphs = text
        .slice(start, end)
        .split('\n')
        .filter((line) => line.trim() !== '').length
      return end - start > LONGEST_PASSAGE || paragraphs > MOST_PARAGRAPHS
    })
    .map(({ path, start, end }) => `${path}: ${end - start}`)
}

const cases = [...(await sharedPlans()), ...(await ownSamples('open')), ...(await ownSamples('held-back'))]

describe(`where every value was read, in every plan with labels${sharedOrSkipped}`, () => {
  it.each(cases)('$name: each passage says its value, nothing is dropped, no passage runs on', async ({ path }) => {
    const parsed = parsePlan(await readText(path))
    expect({
      unsaid: unsaid(parsed),
      unsourced: unsourced(parsed),
      dropped: dropped(parsed),
      tooLong: tooLong(parsed),
    }).toEqual({ unsaid: [], unsourced: [], dropped: [], tooLong: [] })
  })
})
