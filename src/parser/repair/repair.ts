import type { SourceTable, SourceText, Span } from '../../core/text/source.ts'
import { documentType, typeWithTitle } from '../outline/words.ts'
import { splitColumns } from './columns.ts'
import { type CellPlace, type Line, type LineKind, sourceLines } from './lines.ts'
import { markNoise } from './noise.ts'
import { withStackedTables } from './stacked-tables.ts'
import { glueBetween, headGlue, measureSetting, type Setting } from './wraps.ts'
import { findZones, type Zone } from './zones.ts'

/** One paragraph of the repaired text. In header and closing every line of print stays a paragraph. */
export interface Paragraph extends Span {
  readonly zone: Zone
  readonly kind: Exclude<LineKind, 'page'>
  readonly cell: CellPlace | null
  /** Whether an empty line or a new page stood in front of it. */
  readonly apart: boolean
}

/** The clean text on which every offset counts, its paragraphs in order, and the tables of the source moved along. */
export interface Repaired {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly tables: readonly SourceTable[]
  /** Words of which recognition was not sure. */
  readonly uncertain: readonly Span[]
}

/** So much of a paragraph decides whether the next line belongs to it; a paragraph may be as long as the document. */
const TAIL = 900

interface Draft {
  readonly parts: string[]
  readonly head: string
  text: string
  readonly zone: Zone
  readonly kind: Exclude<LineKind, 'page'>
  readonly cell: CellPlace | null
  readonly apart: boolean
  last: Line
  uncertain: string[]
}

const samePlace = (a: CellPlace | null, b: CellPlace | null): boolean =>
  a === b || (a !== null && b !== null && a.table === b.table && a.row === b.row && a.cell === b.cell)

const squeezed = (line: Line): Line => ({ ...line, text: line.text.replace(/\s+/g, ' ') })

/** A footnote of several lines is one paragraph; stamps keep their lines. */
function addAside(drafts: Draft[], fresh: Draft): void {
  const last = drafts.at(-1)
  if (fresh.kind === 'note' && last?.kind === 'note' && !/^\[?\d{1,3}\]/.test(fresh.text))
    last.parts.push(` ${fresh.text}`)
  else drafts.push(fresh)
}

/** Page numbers, rules and running heads are cut; stamps and notes stay, but do not part the sentence in which they were printed. */
function joinLines(lines: readonly Line[], zone: Zone, setting: Setting): Draft[] {
  const drafts: Draft[] = []
  let open: Draft | null = null
  let apart = false
  for (const raw of lines) {
    if (raw.kind === 'page') {
      apart = true
      continue
    }
    const line = squeezed(apart ? { ...raw, newPage: true } : raw)
    const fresh: Draft = {
      parts: [line.text],
      head: line.text,
      text: line.text,
      zone,
      kind: raw.kind as Draft['kind'],
      cell: line.cell,
      apart: line.blanks > 0 || line.newPage,
      last: line,
      uncertain: [...line.uncertain],
    }
    apart = false
    if (raw.kind !== 'text') {
      addAside(drafts, fresh)
      continue
    }
    const sides = open !== null && samePlace(open.cell, line.cell) ? open : null
    const flows = zone !== 'header' && zone !== 'closing'
    const glue = sides ? (flows ? glueBetween(sides, line, setting) : headGlue(sides.text, line)) : null
    if (sides && glue !== null) {
      sides.parts.push(`${glue}${line.text}`)
      sides.text = `${sides.text}${glue}${line.text}`.slice(-TAIL)
      sides.last = line
      sides.uncertain.push(...line.uncertain)
    } else {
      drafts.push(fresh)
      open = fresh
    }
  }
  return drafts
}

function place(drafts: readonly Draft[]): Pick<Repaired, 'text' | 'paragraphs' | 'uncertain'> {
  let text = ''
  const uncertain: Span[] = []
  const paragraphs = drafts.map(({ parts, zone, kind, cell, apart, uncertain: words }): Paragraph => {
    const clean = parts
      .join('')
      .replace(/\u00AD/g, '')
      .replace(/ {2,}/g, ' ')
    const start = text.length
    uncertain.push(...placeWords(clean, words, start))
    text += `${clean}\n`
    return { start, end: start + clean.length, zone, kind, cell, apart }
  })
  return { text, paragraphs, uncertain }
}

/** Words in the order in which they stand; one that the repair has changed is passed over. */
function placeWords(text: string, words: readonly string[], offset: number): Span[] {
  let from = 0
  return words.flatMap((word) => {
    const at = text.indexOf(word, from)
    if (at < 0) return []
    from = at + word.length
    return [{ start: offset + at, end: offset + from }]
  })
}

/** The tables of the source with the spans of the repaired text; a cell without text is an empty span where it would stand. */
function moveTables(tables: readonly SourceTable[], paragraphs: readonly Paragraph[]): SourceTable[] {
  const spans = new Map<string, { start: number; end: number }>()
  for (const { cell, start, end } of paragraphs) {
    if (!cell) continue
    const key = `${cell.table}/${cell.row}/${cell.cell}`
    const known = spans.get(key)
    if (known) known.end = Math.max(known.end, end)
    else spans.set(key, { start, end })
  }
  return tables.map(({ kind, rows }, table) => {
    let at = 0
    const moved = rows.map((cells, row) =>
      cells.map(({ column, columns, rows: height }, cell) => {
        const span = spans.get(`${table}/${row}/${cell}`) ?? { start: at, end: at }
        at = span.end
        return { ...span, column, columns, rows: height }
      }),
    )
    return { kind, rows: moved }
  })
}

/** Columns stand above the kind of document and in the closing; a title that is spread out has gaps too. */
function unmixed(lines: readonly Line[], zone: Zone): readonly Line[] {
  if (zone === 'closing') return splitColumns(lines, true)
  if (zone !== 'header') return lines
  const type = lines.findIndex(({ text }) => documentType(text) !== null || typeWithTitle(text) !== null)
  return type < 0 ? splitColumns(lines, false) : [...splitColumns(lines.slice(0, type), false), ...lines.slice(type)]
}

/**
 * Makes a clean text of what a reader gives: NFC, hard wraps and page breaks joined, columns set side by side told apart, page
 * numbers, running heads and stray marks of emphasis taken away. Never throws.
 */
export function repair(given: SourceText): Repaired {
  const source = withStackedTables(given)
  const lines = sourceLines(source)
  markNoise(lines, source.tables)
  const sections = findZones(lines, source.tables)
  const setting = measureSetting(
    sections.filter(({ zone }) => zone === 'body' || zone === 'front').flatMap(({ from, to }) => lines.slice(from, to)),
    source.lines,
  )
  const drafts = sections.flatMap(({ zone, from, to }) => {
    const part = lines.slice(from, to)
    return joinLines(unmixed(part, zone), zone, setting)
  })
  const { text, paragraphs, uncertain } = place(drafts)
  return { text, paragraphs, tables: moveTables(source.tables, paragraphs), uncertain }
}
