import { LIST_LEVELS, type ListLevel, MAX_LIST_NUMBER, NumberedList, nextLabel } from '../list-numbering.ts'
import type { NumberFormat } from '../number-formats.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { childrenNamed, findChild, wholeNumber } from '../xml/tree.ts'
import { flag, type NumberingRef, runLook, type Styles } from './styles.ts'

/** The numbers that Word puts before paragraphs, rebuilt from `numbering.xml` in the order the paragraphs come. */
export class Numbering {
  private readonly lists = new Map<string, NumberedList>()

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
    return nextLabel(list, index)
  }
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

function listOf(num: XmlElement, abstract: XmlElement, counters: (number | undefined)[]): NumberedList {
  const levels: (ListLevel | undefined)[] = []
  const startOverrides = new Map<number, number>()
  for (const element of childrenNamed(abstract, 'w:lvl')) levels[levelIndex(element)] = levelOf(element)
  for (const override of childrenNamed(num, 'w:lvlOverride')) {
    const index = levelIndex(override)
    const own = findChild(override, 'w:lvl')
    if (own) levels[index] = levelOf(own)
    const start = findChild(override, 'w:startOverride')?.attributes['w:val']
    if (start !== undefined) startOverrides.set(index, wholeNumber(start, 1, 0, MAX_LIST_NUMBER))
  }
  return new NumberedList(levels, counters, startOverrides)
}

function levelIndex(element: XmlElement): number {
  return wholeNumber(element.attributes['w:ilvl'], 0, 0, LIST_LEVELS - 1)
}

const suffixes: Readonly<Record<string, string>> = { nothing: '', space: ' ', tab: ' ' }

function levelOf(element: XmlElement): ListLevel {
  const value = (name: string) => findChild(element, name)?.attributes['w:val']
  const restart = value('w:lvlRestart')
  return {
    start: wholeNumber(value('w:start'), 0, 0, MAX_LIST_NUMBER),
    format: numberFormat(element),
    text: (value('w:lvlText') ?? '').slice(0, 200),
    font: runLook(findChild(element, 'w:rPr')).font,
    allDecimal: flag(findChild(element, 'w:isLgl')) ?? false,
    suffix: suffixes[value('w:suff') ?? 'tab'] ?? ' ',
    restart: restart === undefined ? undefined : wholeNumber(restart, 0, 0, LIST_LEVELS),
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
