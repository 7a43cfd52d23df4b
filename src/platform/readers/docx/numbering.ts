import { formatNumber, type NumberFormat } from '../number-formats.ts'
import { replaceSymbols } from '../symbols.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { childrenNamed, findChild, wholeNumber } from '../xml/tree.ts'
import { flag, type NumberingRef, runLook, type Styles } from './styles.ts'

const LEVELS = 9
/** Beyond this Word counts no further, and a label stays short. */
const MAX_NUMBER = 2_147_483_647

interface Level {
  readonly start: number
  readonly format: NumberFormat
  /** `%1.%2.` with `%n` for the number of level n. */
  readonly text: string
  readonly font: string | undefined
  readonly allDecimal: boolean
  readonly suffix: string
  /** 1-based level whose use restarts this one; 0: never; undefined: every higher level. */
  readonly restart: number | undefined
  readonly style: string | undefined
}

interface List {
  /** Lists that share an abstract definition share its counters. */
  readonly counters: (number | undefined)[]
  readonly levels: readonly (Level | undefined)[]
  readonly startOverrides: ReadonlyMap<number, number>
  readonly overridden: Set<number>
}

/** The numbers that Word puts before paragraphs, rebuilt from `numbering.xml` in the order the paragraphs come. */
export class Numbering {
  private readonly lists = new Map<string, List>()

  constructor(part: XmlElement | undefined, styles: Styles) {
    const abstracts = new Map<string, XmlElement>()
    const counters = new Map<XmlElement, (number | undefined)[]>()
    for (const element of childrenNamed(part, 'w:abstractNum')) {
      abstracts.set(element.attributes['w:abstractNumId'] ?? '', element)
    }
    const numbers = new Map(childrenNamed(part, 'w:num').map((num) => [num.attributes['w:numId'] ?? '', num]))
    for (const [id, num] of numbers) {
      const abstract = followStyleLink(num, numbers, abstracts, styles)
      if (!abstract) continue
      const shared = counters.get(abstract) ?? []
      counters.set(abstract, shared)
      this.lists.set(id, listOf(num, abstract, shared))
    }
  }

  /** The label of the next paragraph of that list with the gap behind it, '' for none. Counts on. */
  next(ref: NumberingRef, paragraphStyle: string | undefined): string {
    const list = ref.list === undefined ? undefined : this.lists.get(ref.list)
    if (!list) return ''
    const byStyle = list.levels.findIndex((level) => level?.style !== undefined && level.style === paragraphStyle)
    const index = ref.level ?? Math.max(0, byStyle)
    const level = list.levels[index]
    if (!level) return ''
    advance(list, index, level)
    const label = labelOf(list, index, level)
    return label === '' ? '' : label + level.suffix
  }
}

function advance(list: List, index: number, level: Level): void {
  const override = list.startOverrides.get(index)
  const current = list.counters[index]
  if (override !== undefined && !list.overridden.has(index)) {
    list.overridden.add(index)
    list.counters[index] = override
  } else list.counters[index] = current === undefined ? level.start : Math.min(MAX_NUMBER, current + 1)

  for (let deeper = index + 1; deeper < LEVELS; deeper += 1) {
    const restart = list.levels[deeper]?.restart
    if (restart === undefined || (restart > 0 && index < restart)) list.counters[deeper] = undefined
  }
}

function labelOf(list: List, index: number, level: Level): string {
  if (level.format === 'bullet') return replaceSymbols(level.text, level.font).trim()
  return level.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const source = list.levels[at]
      if (!source) return ''
      const value = list.counters[at] ?? source.start
      const format = level.allDecimal && at <= index && source.format !== 'none' ? 'decimal' : source.format
      return formatNumber(value, format)
    })
    .trim()
}

/** An abstract definition may only name a style, which names a list, which has the real definition. */
function followStyleLink(
  num: XmlElement,
  numbers: ReadonlyMap<string, XmlElement>,
  abstracts: ReadonlyMap<string, XmlElement>,
  styles: Styles,
): XmlElement | undefined {
  let abstract = abstractOf(num, abstracts)
  for (let steps = 0; abstract && steps < 5; steps += 1) {
    const link = findChild(abstract, 'w:numStyleLink')?.attributes['w:val']
    if (link === undefined) break
    const linked = numbers.get(styles.named(link).numbering?.list ?? '')
    const next = linked && abstractOf(linked, abstracts)
    if (!next || next === abstract) break
    abstract = next
  }
  return abstract
}

function abstractOf(num: XmlElement, abstracts: ReadonlyMap<string, XmlElement>): XmlElement | undefined {
  return abstracts.get(findChild(num, 'w:abstractNumId')?.attributes['w:val'] ?? '')
}

function listOf(num: XmlElement, abstract: XmlElement, counters: (number | undefined)[]): List {
  const levels: (Level | undefined)[] = []
  const startOverrides = new Map<number, number>()
  for (const element of childrenNamed(abstract, 'w:lvl')) levels[levelIndex(element)] = levelOf(element)
  for (const override of childrenNamed(num, 'w:lvlOverride')) {
    const index = levelIndex(override)
    const own = findChild(override, 'w:lvl')
    if (own) levels[index] = levelOf(own)
    const start = findChild(override, 'w:startOverride')?.attributes['w:val']
    if (start !== undefined) startOverrides.set(index, wholeNumber(start, 1, 0, MAX_NUMBER))
  }
  return { counters, levels, startOverrides, overridden: new Set() }
}

function levelIndex(element: XmlElement): number {
  return wholeNumber(element.attributes['w:ilvl'], 0, 0, LEVELS - 1)
}

const suffixes: Readonly<Record<string, string>> = { nothing: '', space: ' ', tab: ' ' }

function levelOf(element: XmlElement): Level {
  const value = (name: string) => findChild(element, name)?.attributes['w:val']
  const restart = value('w:lvlRestart')
  return {
    start: wholeNumber(value('w:start'), 0, 0, MAX_NUMBER),
    format: numberFormat(element),
    text: (value('w:lvlText') ?? '').slice(0, 200),
    font: runLook(findChild(element, 'w:rPr')).font,
    allDecimal: flag(findChild(element, 'w:isLgl')) ?? false,
    suffix: suffixes[value('w:suff') ?? 'tab'] ?? ' ',
    restart: restart === undefined ? undefined : wholeNumber(restart, 0, 0, LEVELS),
    style: value('w:pStyle'),
  }
}

const knownFormats: ReadonlySet<string> = new Set<NumberFormat>([
  'decimal',
  'decimalZero',
  'upperRoman',
  'lowerRoman',
  'upperLetter',
  'lowerLetter',
  'vietnameseCounting',
  'ordinal',
  'bullet',
  'none',
])

function numberFormat(level: XmlElement): NumberFormat {
  const direct = findChild(level, 'w:numFmt')
  const chosen =
    direct ?? findChild(findChild(findChild(level, 'mc:AlternateContent'), 'mc:Fallback') ?? level, 'w:numFmt')
  const name = chosen?.attributes['w:val'] ?? 'decimal'
  return knownFormats.has(name) ? (name as NumberFormat) : 'decimal'
}
