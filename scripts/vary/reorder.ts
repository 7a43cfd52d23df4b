import type { Field } from '../../src/parser/contract.ts'
import { plainSpelling } from '../../test/accuracy/similarity.ts'
import type { Draw } from './draw.ts'

/** Fields that move together: one heading, or a heading with the leaves below it. */
interface Block {
  readonly start: number
  readonly ordinal: string | null
  readonly fields: readonly Field[]
}

interface Reordered {
  readonly text: string
  readonly fields: readonly Field[]
  /** False where the fields do not stand one after another under headings of their own, as in tables. */
  readonly moved: boolean
}

/** An ordinal and «Trong» may stand before the title. */
const AHEAD_OF_TITLE = 12

/** The start of the line in which a field begins, looked for from `from` on, or -1. */
function lineOf(text: string, field: Field, from: number): number {
  const mark = field.ordinal === null ? '[-+•*]' : field.ordinal.replace(/\./g, '\\.')
  const heads = new RegExp(`^[ \\t]*${mark}(?!\\p{L}|\\.?\\d)[^\\n]*`, 'gmu')
  heads.lastIndex = from
  const title = plainSpelling(field.title).slice(0, 24)
  for (let found = heads.exec(text); found; found = heads.exec(text)) {
    const head = plainSpelling(text.slice(found.index, found.index + 200))
    if (head.slice(0, title.length + AHEAD_OF_TITLE).includes(title)) return found.index
  }
  if (field.ordinal?.includes('.') !== true) return -1
  heads.lastIndex = from
  return heads.exec(text)?.index ?? -1
}

/** The first part of an ordinal that tells the fields apart: `3.1` among `1`, `2`, `3.1` stands below 3. */
function topOf(ordinal: string | null, depth: number): string | null {
  return ordinal === null ? null : ordinal.split('.').slice(0, depth).join('.')
}

function parentLine(text: string, top: string, before: number, from: number): number {
  const heads = [
    ...text.slice(from, before).matchAll(new RegExp(`^[ \\t]*${top.replace(/\./g, '\\.')}[.)/-](?!\\d)`, 'gm')),
  ]
  const last = heads.at(-1)
  return last === undefined ? -1 : from + last.index
}

function blocksIn(text: string, fields: readonly Field[]): Block[] | null {
  const tops = new Set(fields.map((field) => topOf(field.ordinal, 1)))
  const depth = tops.size > 1 ? 1 : 2
  const blocks: { start: number; ordinal: string | null; fields: Field[] }[] = []
  let from = 0
  for (const field of fields) {
    const at = lineOf(text, field, from)
    if (at < 0) return null
    const top = topOf(field.ordinal, depth)
    const open = blocks.at(-1)
    if (open !== undefined && top !== null && open.ordinal === top && field.ordinal !== top) open.fields.push(field)
    else {
      const parent = top === null || field.ordinal === top ? at : parentLine(text, top, at, from)
      if (parent < 0) return null
      blocks.push({ start: parent, ordinal: top, fields: [field] })
    }
    from = at + 1
  }
  const ordinals = blocks.flatMap((block) => block.ordinal ?? [])
  return new Set(ordinals).size === ordinals.length ? blocks : null
}

function renumbered(text: string, from: string | null, to: string | null): string {
  if (from === null || to === null || from === to) return text
  const mark = new RegExp(`^([ \\t]*)${from.replace(/\./g, '\\.')}(?=[.)/-]|\\s)`, 'gm')
  return /\d/.test(from) ? text.replace(mark, `$1${to}`) : text.replace(new RegExp(mark.source), `$1${to}`)
}

/** Page numbers alone on a line go back into order. */
function pagesInOrder(text: string): string {
  const page = /^[ \t\f]*(\d{1,3})[ \t]*$/gm
  const numbers = [...text.matchAll(page)].map(([, n]) => Number(n)).sort((a, b) => a - b)
  let next = 0
  return text.replace(page, (line, n: string) => line.replace(n, String(numbers[next++] ?? n)))
}

/**
 * Another order of the fields, their printed numbers given out anew in the new order. The last block stays, since only the
 * heading of the next one says where a block ends. A step of the order is a rotation, so that nothing stays but the last.
 */
export function reorderFields(text: string, fields: readonly Field[], draw: Draw): Reordered {
  const blocks = fields.length < 3 ? null : blocksIn(text, fields)
  if (blocks === null || blocks.length < 3) return { text, fields, moved: false }
  const last = blocks.length - 1
  const step = draw.between(1, last - 1)
  const order = blocks.map((_, i) => (i === last ? last : (i + step) % last))
  let body = ''
  const moved: Field[] = []
  order.forEach((source, slot) => {
    const [block, place, next] = [blocks[source], blocks[slot], blocks[source + 1]]
    if (block === undefined || place === undefined) return
    body += renumbered(text.slice(block.start, next?.start), block.ordinal, place.ordinal)
    for (const field of block.fields) {
      const rest = field.ordinal?.slice(block.ordinal?.length ?? 0) ?? ''
      moved.push({ ...field, ordinal: place.ordinal === null ? null : place.ordinal + rest })
    }
  })
  return { text: pagesInOrder(text.slice(0, blocks[0]?.start) + body), fields: moved, moved: true }
}
