import type { Span } from '../../core/text/source.ts'
import { type Item, type ItemPassage, isKind } from '../items/item-schema.ts'
import { itemAnchor } from './paths.ts'

/** Keys of the header that share a row of the page with another. */
const rowOfKey: Readonly<Record<string, string>> = { place: 'date', symbol: 'number' }

/** The row of the header that shows this key: an element of its own, other than for every other kind of item. */
export function headerRow(key: string): string {
  return key === 'difficultiesTo' ? key : `document-${rowOfKey[key] ?? key}`
}

/** The passage that says most. */
export function widestOf<P extends Span>(spans: readonly P[]): P | undefined {
  return spans.reduce<P | undefined>(
    (wide, one) => (wide && wide.end - wide.start >= one.end - one.start ? wide : one),
    undefined,
  )
}

/** A passage of the document and the elements of the page that show what was read from it. */
export interface Passage extends Span {
  readonly kind: 'read' | 'question' | 'unused'
  readonly items: readonly string[]
}

/** What the passages of a page are made of. */
export interface PassageSources {
  readonly planId: string
  readonly items: readonly Item[]
  readonly questions: readonly (Span & { readonly id: string })[]
  readonly unused: readonly Span[]
}

/** Every passage of the plan's own document once, in the order of the text, the wider before the narrower. */
export function passagesOf({ planId, items, questions, unused }: PassageSources): Passage[] {
  const found = new Map<string, Passage>()
  const add = ({ start, end }: Span, kind: Passage['kind'], item: string) => {
    const key = `${start}-${end}`
    const known = found.get(key)
    const shown = known?.items.includes(item) ? known.items : [...(known?.items ?? []), item]
    found.set(key, { start, end, kind: known?.kind ?? kind, items: shown })
  }
  for (const { id, start, end } of questions) add({ start, end }, 'question', `q-${id}`)
  const own = items.filter(({ sourceId }) => sourceId === planId)
  for (const item of own)
    for (const { key, start, end } of item.kind === 'header' ? item.passages : outermost(item.passages))
      if (!isSilent(item, key)) add({ start, end }, 'read', placeOf(item, key))
  for (const span of restOf(
    unused,
    own.flatMap(({ passages }) => passages),
  ))
    add(span, 'unused', unusedAnchor(span))
  return [...found.values()].filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The element that shows this key of an item: a row of the header, a unit of a field (`i-….2` is the third that is named), else the item itself. */
function placeOf(item: Item, key: string): string {
  if (item.kind === 'header') return headerRow(key.split('/')[0] ?? '')
  const unit = /^(lead|coordinating)(?:\/(\d+)|$)/.exec(key)
  if (!unit || !isKind(item, 'field')) return itemAnchor(item.id)
  const before = unit[1] === 'lead' ? 0 : item.data.lead.length
  return `${itemAnchor(item.id)}.${before + Number(unit[2] ?? 0)}`
}

/** Where a passage that gave no item is listed. */
export function unusedAnchor({ start }: Pick<Span, 'start'>): string {
  return `u-${start}`
}

/** Without those that lie inside another one of the same part of the item: that one lights them up too. */
function outermost(passages: readonly ItemPassage[]): readonly ItemPassage[] {
  return passages.filter(
    (one) =>
      !passages.some(
        (other) =>
          partOf(one) === partOf(other) &&
          other.start <= one.start &&
          one.end <= other.end &&
          other.end - other.start > one.end - one.start,
      ),
  )
}

/** Units of a field are elements of their own. */
function partOf({ key }: ItemPassage): string {
  return /^(?:lead|coordinating)\//.test(key) ? key : ''
}

/** A number says its symbol too, and is what the row shows. */
function isSilent(item: Item, key: string): boolean {
  return key === 'symbol' && isKind(item, 'header') && item.data.number !== null
}

/** What is left of the spans where others have been cut out of them. */
export function restOf(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const cuts = taken.toSorted((a, b) => a.start - b.start)
  return spans.flatMap(({ start, end }) => {
    const rest: Span[] = []
    let at = start
    for (const cut of cuts) {
      if (cut.end <= at || cut.start >= end) continue
      if (cut.start > at) rest.push({ start: at, end: cut.start })
      at = Math.max(at, cut.end)
    }
    if (at < end) rest.push({ start: at, end })
    return rest
  })
}

/** Unused words inside a paragraph that was used count from this length on: shorter ones only join what was read. */
const LONG_REST = 80

/**
 * The unused stretches that somebody should look through: whole paragraphs, and long rests of paragraphs that were used.
 * Connecting words between two passages are marked in the document but not listed.
 */
export function listedUnused<S extends Span>(text: string, unused: readonly S[]): S[] {
  return unused.filter(({ start, end }) => {
    const words = text.slice(start, end)
    if (!/[\p{L}\p{N}]/u.test(words)) return false
    return words.trim().length >= LONG_REST || coversLine(text, start, end)
  })
}

function coversLine(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const ending = lineEnd(text, start)
  return text.slice(lineStart, start).trim() === '' && (end >= ending || text.slice(end, ending).trim() === '')
}

/** Where the line ends in which this position stands. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/** Which passages an item was read from, in the order of the text. */
export function passagesByItem(passages: readonly Passage[]): ReadonlyMap<string, readonly Passage[]> {
  const byItem = new Map<string, Passage[]>()
  for (const passage of passages) {
    for (const item of passage.items) {
      const known = byItem.get(item)
      if (known) known.push(passage)
      else byItem.set(item, [passage])
    }
  }
  return byItem
}

/** A stretch of text: plain, or (part of) a passage with what stands inside it. */
export type Piece = string | { readonly passage: Passage; readonly begins: boolean; readonly inside: readonly Piece[] }

/** One line of the repaired text. */
export interface Paragraph extends Span {
  /** How many stand in front of it. */
  readonly index: number
  /** Letters of empty lines between the paragraph before and this one. */
  readonly gap: number
  readonly pieces: readonly Piece[]
}

/** A passage still to be set; `begins` is false for the rest of one that was cut by a line end or by another passage. */
interface Open extends Span {
  readonly passage: Passage
  readonly begins: boolean
}

/** Cuts the text into lines and sets the passages into each other; passages that cross are cut where they do. */
export function paragraphsOf(text: string, passages: readonly Passage[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let first = 0
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    while (first < passages.length && isPast(passages, first, start)) first += 1
    if (line.trim()) {
      const gap = start - ((paragraphs.at(-1)?.end ?? -1) + 1)
      const pieces = setPieces(text, start, end, openIn(passages, first, start, end))
      paragraphs.push({ start, end, index: paragraphs.length, gap, pieces })
    }
    start = end + 1
  }
  return paragraphs
}

function isPast(passages: readonly Passage[], index: number, start: number): boolean {
  return (passages[index]?.end ?? 0) <= start
}

function openIn(passages: readonly Passage[], first: number, start: number, end: number): Open[] {
  const open: Open[] = []
  for (let index = first; index < passages.length; index += 1) {
    const passage = passages[index]
    if (!passage || passage.start >= end) break
    if (passage.end <= start) continue
    const begins = passage.start >= start
    open.push({ passage, begins, start: Math.max(passage.start, start), end: Math.min(passage.end, end) })
  }
  return open.sort((a, b) => a.start - b.start || b.end - a.end)
}

function setPieces(text: string, start: number, end: number, open: readonly Open[]): Piece[] {
  const pieces: Piece[] = []
  let at = start
  let waiting = open
  while (waiting.length > 0) {
    const [outer, ...others] = waiting
    if (!outer) break
    if (outer.start > at) pieces.push(text.slice(at, outer.start))
    const inside = others.filter((other) => other.start < outer.end)
    const crossing = inside.filter((other) => other.end > outer.end)
    const clipped = inside.map((other) => ({ ...other, end: Math.min(other.end, outer.end) }))
    pieces.push({
      passage: outer.passage,
      begins: outer.begins,
      inside: setPieces(text, outer.start, outer.end, clipped),
    })
    at = outer.end
    const rests = crossing.map((other) => ({ ...other, start: outer.end, begins: false }))
    waiting = [...rests, ...others.filter((other) => other.start >= outer.end)].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    )
  }
  if (at < end) pieces.push(text.slice(at, end))
  return pieces
}
