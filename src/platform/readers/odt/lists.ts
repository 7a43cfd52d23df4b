import { formatNumber, type NumberFormat } from '../number-formats.ts'
import { replaceSymbols } from '../symbols.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { findChild, isElement, wholeNumber } from '../xml/tree.ts'
import type { OdtStyles } from './styles.ts'

const LEVELS = 10
const MAX_NUMBER = 2_147_483_647

/** Numbers of one list by level; lists that go on with another share its numbers. */
export interface ListCount {
  readonly style: string | undefined
  readonly counters: (number | undefined)[]
}

const formats: Readonly<Record<string, NumberFormat>> = {
  '1': 'decimal',
  I: 'upperRoman',
  i: 'lowerRoman',
  A: 'upperLetter',
  a: 'lowerLetter',
}

/** The numbers of the lists of one document, in the order the items come. */
export class OdtLists {
  private readonly styles: OdtStyles
  private readonly byId = new Map<string, ListCount>()
  private readonly byStyle = new Map<string, ListCount>()
  private readonly outline: ListCount = { style: undefined, counters: [] }

  constructor(styles: OdtStyles) {
    this.styles = styles
  }

  /** A list outside of lists: a new count, or that of the list it goes on with. */
  begin(list: XmlElement): ListCount {
    const style = list.attributes['text:style-name']
    const before = this.byId.get(list.attributes['text:continue-list'] ?? '')
    const goesOn = list.attributes['text:continue-numbering'] === 'true'
    const sameStyle = goesOn ? this.byStyle.get(style ?? '') : undefined
    const count: ListCount = { style, counters: before?.counters ?? sameStyle?.counters ?? [] }
    const id = list.attributes['xml:id'] ?? list.attributes['other:id']
    if (id !== undefined) this.byId.set(id, count)
    this.byStyle.set(style ?? '', count)
    return count
  }

  /** The label of the next item with the gap behind it; `start` where the item says so. */
  next(count: ListCount, style: string | undefined, level: number, start: string | undefined): string {
    return this.label(this.styles.lists.get(style ?? ''), count.counters, level, start)
  }

  /** The number of a heading by the outline of the document. */
  nextHeading(level: number): string {
    return this.label(this.styles.outline, this.outline.counters, level, undefined)
  }

  private label(
    style: XmlElement | undefined,
    counters: (number | undefined)[],
    level: number,
    start: string | undefined,
  ): string {
    const definition = levelOf(style, level)
    const first = startOf(style, level)
    for (let higher = 0; higher < level; higher += 1) counters[higher] ??= startOf(style, higher)
    const current = counters[level]
    counters[level] = wholeNumber(
      start,
      current === undefined ? first : Math.min(MAX_NUMBER, current + 1),
      0,
      MAX_NUMBER,
    )
    counters.length = Math.min(counters.length, level + 1)
    if (!definition) return ''
    const label = labelOf(style, definition, counters, level)
    if (label === '') return ''
    const labelProperties = findChild(
      findChild(definition, 'style:list-level-properties'),
      'style:list-level-label-alignment',
    )
    return labelProperties?.attributes['text:label-followed-by'] === 'nothing' ? label : `${label} `
  }
}

function levelOf(style: XmlElement | undefined, level: number): XmlElement | undefined {
  return style?.children.find(
    (node): node is XmlElement => isElement(node) && node.attributes['text:level'] === String(level + 1),
  )
}

function startOf(style: XmlElement | undefined, level: number): number {
  return wholeNumber(levelOf(style, level)?.attributes['text:start-value'], 1, 0, MAX_NUMBER)
}

function labelOf(
  style: XmlElement | undefined,
  definition: XmlElement,
  counters: readonly (number | undefined)[],
  level: number,
): string {
  const { attributes } = definition
  const bullet = attributes['text:bullet-char']
  if (bullet !== undefined) return replaceSymbols(bullet, undefined).trim()
  const own = formats[attributes['style:num-format'] ?? '']
  if (own === undefined) return ''
  const number = (at: number) => {
    const source = levelOf(style, at)
    const format = formats[source?.attributes['style:num-format'] ?? '']
    const value = counters[at] ?? startOf(style, at)
    return format === undefined ? undefined : formatNumber(value, format)
  }
  const pattern = attributes['loext:num-list-format']
  if (pattern !== undefined) {
    return pattern
      .slice(0, 200)
      .replace(/%(\d{1,2})%/g, (_, digits: string) => number(Number(digits) - 1) ?? '')
      .trim()
  }
  const shown = wholeNumber(attributes['text:display-levels'], 1, 1, LEVELS)
  const numbers: string[] = []
  for (let at = Math.max(0, level - shown + 1); at <= level; at += 1) numbers.push(number(at) ?? '')
  const joined = numbers.filter((part) => part !== '').join('.')
  return `${attributes['style:num-prefix'] ?? ''}${joined}${attributes['style:num-suffix'] ?? ''}`.trim()
}
