import type { Span } from '../core/text/source.ts'
import { type Item, type ItemPassage, isKind } from './items/item-schema.ts'
import { itemAnchor } from './review/paths.ts'

/** Keys of the header that share a row of the page with another. */
const rowOfKey: Readonly<Record<string, string>> = { place: 'date', symbol: 'number' }

/** The row of the header that shows this key: an element of its own, other than for every other kind of item. */
export function headerRow(key: string): string {
  return key === 'difficultiesTo' ? key : `document-${rowOfKey[key] ?? key}`
}

/** Short name of a span: its start and its length in base 36. A long page says it thousands of times. */
export function spanKey({ start, end }: Span): string {
  return `${start.toString(36)}-${(end - start).toString(36)}`
}

/** Address of a passage inside the page. */
export function passageId(span: Span): string {
  return `p-${spanKey(span)}`
}

/**
 * Where a passage leads back to: a short name for the item, whose own is long, because a document leads back a thousand times. It is made of the item's
 * widest passage; an item that shares that one with another keeps its own name.
 */
export function backTo(item: string, passages: readonly Passage[]): string {
  const widest = widestOf(passages)
  return widest?.items[0] === item && item.startsWith('i-') ? `b-${spanKey(widest)}` : item
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
  const add = (span: Span, kind: Passage['kind'], item: string) => {
    const known = found.get(passageId(span))
    const shown = known?.items.includes(item) ? known.items : [...(known?.items ?? []), item]
    found.set(passageId(span), { start: span.start, end: span.end, kind: known?.kind ?? kind, items: shown })
  }
  for (const { id, start, end } of questions) add({ start, end }, 'question', `q-${id}`)
  const own = items.filter(({ sourceId }) => sourceId === planId)
  for (const item of own)
    for (const { key, start, end } of item.kind === 'header' ? item.passages : outermost(item.passages))
      if (!isSilent(item, key))
        add({ start, end }, 'read', item.kind === 'header' ? headerRow(key.split('/')[0] ?? '') : itemAnchor(item.id))
  for (const span of restOf(
    unused,
    own.flatMap(({ passages }) => passages),
  ))
    add(span, 'unused', `unused-${span.start}`)
  return [...found.values()].filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Without those that lie inside another one of the same part of the item: that one lights them up too. */
export function outermost(passages: readonly ItemPassage[]): readonly ItemPassage[] {
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
export function listedUnused(text: string, unused: readonly Span[]): Span[] {
  return unused.filter(({ start, end }) => {
    const words = text.slice(start, end)
    if (!/[\p{L}\p{N}]/u.test(words)) return false
    return words.trim().length >= LONG_REST || coversLine(text, start, end)
  })
}

function coversLine(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', start)
  const lineEnd = newline < 0 ? text.length : newline
  return text.slice(lineStart, start).trim() === '' && (end >= lineEnd || text.slice(end, lineEnd).trim() === '')
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
    if (line.trim())
      paragraphs.push({ start, end, pieces: setPieces(text, start, end, openIn(passages, first, start, end)) })
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
