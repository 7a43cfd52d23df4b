import { isCapitals } from '../../core/text/fold.ts'
import type { SourceText, Span } from '../../core/text/source.ts'
import type { Outline, OutlineTable } from '../outline.ts'
import { type Paragraph, type Repaired, repair } from '../repair/repair.ts'
import { findMark } from './marks.ts'
import { readMarks } from './misread.ts'
import { buildTree, type Entry } from './tree.ts'
import { isAnnexHead } from './words.ts'

const HEADS: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article', 'roman', 'number', 'decimal'])

const spanOf = ({ start, end }: Span): Span => ({ start, end })

/** A short line without a mark that the following paragraphs stand under: in capitals, or followed by a list. */
function isPlainHeading(text: string, next: string | undefined): boolean {
  if (text.length > 120 || next === undefined || findMark(text)) return false
  if (HEADS.has(findMark(next)?.mark ?? '') && /\p{Ll}/u.test(text)) return false
  if (/^(?:Giao|Đề nghị|Yêu cầu|Phân công)\s/u.test(text)) return false
  if (!/\p{Ll}/u.test(text) && /\p{Lu}{3}/u.test(text)) return true
  return (
    /^\p{Lu}/u.test(text) &&
    text.length < 90 &&
    !/[.;,:!?…]$/.test(text) &&
    (next.length > text.length || opensSentence(text, next))
  )
}

/** «Điển hình tổ dân cư đoàn kết» over a short sentence. */
const opensSentence = (text: string, next: string): boolean =>
  /^(?:Điển hình|Phong trào|Cuộc vận động|Gương)\s/u.test(text) && /\p{L}[.;:]$/u.test(next) && next.length > 12

function entriesOf(text: string, paragraphs: readonly Paragraph[], tableAt: ReadonlyMap<number, number>): Entry[] {
  const texts = paragraphs.map(({ start, end }) => text.slice(start, end))
  const running = readMarks(texts.filter((_, i) => paragraphs[i]?.cell === null))
  return paragraphs.map((paragraph, i) => {
    const own = texts[i] ?? ''
    const found = paragraph.cell === null ? (running.shift() ?? null) : findMark(own)
    const table = paragraph.cell ? tableAt.get(paragraph.cell.table) : undefined
    return {
      at: spanOf(paragraph),
      text: own,
      found,
      cell: paragraph.cell && table !== undefined ? { ...paragraph.cell, table } : null,
      heading: paragraph.cell === null && found === null && isPlainHeading(own, texts[i + 1]),
    }
  })
}

/** Tables that a reader would call one, with where they stand; blocks side by side are no tables of the outline. */
function outlineTables({ tables, paragraphs }: Repaired): { tables: OutlineTable[]; at: Map<number, number> } {
  const at = new Map<number, number>()
  const inBody = new Set(
    paragraphs.filter(({ zone }) => zone !== 'header' && zone !== 'closing').map(({ cell }) => cell?.table),
  )
  const kept = tables.flatMap((table, index): OutlineTable[] => {
    const cells = table.rows.flat().filter(({ start, end }) => end > start)
    if (table.kind !== 'grid' || cells.length === 0 || !inBody.has(index)) return []
    at.set(index, at.size)
    const span = { start: Math.min(...cells.map(({ start }) => start)), end: Math.max(...cells.map(({ end }) => end)) }
    const rows = table.rows.map((row) =>
      row.map(({ start, end, column, columns, rows }) => ({ at: { start, end }, column, columns, rows })),
    )
    return [{ at: span, rows }]
  })
  return { tables: kept, at }
}

/** «MỤC ĐÍCH, YÊU CẦU» behind the sentence that issues the plan. */
const isFirstPart = ({ heading, text }: Entry, before: Entry | undefined): boolean =>
  heading && isCapitals(text) && before !== undefined && before.text.length > 40 && /[.:;]$/.test(before.text)

/** How many paragraphs stand in front of the first heading with a number, or in capitals. */
function openingLength(entries: readonly Entry[]): number {
  const first = entries.findIndex(
    (entry, i) =>
      !entry.cell && ((entry.found !== null && HEADS.has(entry.found.mark)) || isFirstPart(entry, entries[i - 1])),
  )
  return first < 0 ? Math.min(entries.length, 1) : first
}

/** Annexes parted at their heads: «Phụ lục II» begins a new one, the title below a head does not. */
function annexesOf(text: string, paragraphs: readonly Paragraph[]): Paragraph[][] {
  const annexes: Paragraph[][] = []
  for (const paragraph of paragraphs) {
    const last = annexes.at(-1)
    const head =
      !paragraph.cell &&
      /^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU|Biểu)\s/u.test(text.slice(paragraph.start, paragraph.end))
    if (last && !(head && isAnnexHead(text.slice(paragraph.start, paragraph.end)))) last.push(paragraph)
    else annexes.push([paragraph])
  }
  return annexes
}

/** The outline of a repaired text. */
function outlineOfRepaired(repaired: Repaired): Outline {
  const { text, paragraphs } = repaired
  const { tables, at } = outlineTables(repaired)
  const said = paragraphs.filter(({ kind }) => kind === 'text')
  const of = (zone: Paragraph['zone']): Paragraph[] => said.filter((paragraph) => paragraph.zone === zone)
  const [front, body] = [of('front'), of('body')]
  const entries = entriesOf(text, body, at)
  const opening = openingLength(entries)
  return {
    text,
    header: of('header').map(spanOf),
    opening: buildTree([...entriesOf(text, front, at), ...entries.slice(0, opening)]),
    body: buildTree(entries.slice(opening)),
    closing: of('closing').map(spanOf),
    annexes: annexesOf(text, of('annex')).map((annex) => buildTree(entriesOf(text, annex, at))),
    tables,
    attached: front.length > 0,
    uncertain: repaired.uncertain,
  }
}

/** Repairs what a reader gives and cuts it into header, opening, body, closing and annexes. Never throws. */
export function outlineOf(source: SourceText): Outline {
  return outlineOfRepaired(repair(source))
}
