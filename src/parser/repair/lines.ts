import { cleanText } from '../../core/text/clean.ts'
import type { SourceText } from '../../core/text/source.ts'

/** Where a line stands in the tables of the source. */
export interface CellPlace {
  readonly table: number
  readonly row: number
  readonly cell: number
}

/** `text`: what the document says; `page`: page numbers and running heads; `stamp`: marks of signing and copying; `note`: footnotes. */
export type LineKind = 'text' | 'page' | 'stamp' | 'note'

/** One line of the source, cleaned letter by letter, with what its surroundings say about it. */
export interface Line {
  /** Without blanks at the ends; inner runs of blanks are kept, because they may separate columns. */
  text: string
  /** Blanks in front, a tab as four. */
  indent: number
  /** Empty lines in front. */
  blanks: number
  /** Whether a page ends in front. */
  newPage: boolean
  cell: CellPlace | null
  kind: LineKind
  /** Words of which recognition was not sure, as the cleaned line has them. */
  uncertain: readonly string[]
}

interface CellSpan extends CellPlace {
  readonly start: number
  readonly end: number
}

function cellSpans(source: SourceText): CellSpan[] {
  return source.tables
    .flatMap(({ rows }, table) =>
      rows.flatMap((cells, row) => cells.map(({ start, end }, cell) => ({ table, row, cell, start, end }))),
    )
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The spans are sorted by start; a table in a table begins later, so the last one that holds the place wins. */
function placeAt(spans: readonly CellSpan[], at: number, from: number): { place: CellPlace | null; next: number } {
  let next = from
  while (next < spans.length && (spans[next]?.start ?? 0) <= at) next++
  for (let i = next - 1; i >= 0 && i >= next - 40; i--) {
    const span = spans[i]
    if (span && span.start <= at && at < span.end) {
      return { place: { table: span.table, row: span.row, cell: span.cell }, next }
    }
  }
  return { place: null, next }
}

/** Asterisks that a text keeps of Markdown; one with a blank behind it at the head of a line is a bullet. */
function withoutEmphasis(line: string): string {
  if (!line.includes('*')) return line
  const bullet = /^\*\s+(?=[^\s*])/.exec(line)?.[0] ?? ''
  return (
    bullet +
    line
      .slice(bullet.length)
      .replace(/(?<=\S)\*+(?=[\s.,;:)”"]|$)|(?<=^|[\s(“"])\*+(?=\S)|\*{2,}|\s\*$/g, '')
      .trim()
  )
}

/** Specks and rules that recognition sets in front of a line. */
function withoutSpecks(line: string): string {
  return line.replace(/^[|_`´„¡¿‹›«»;:,.~=\\/][|_`´„¡¿‹›«»;:,.~=\\/\s]*(?=[-–+•(\p{L}\d“"])/u, '')
}

/** Walks along the uncertain words, which are asked for line by line. */
function uncertainWords(source: SourceText): (start: number, end: number) => string[] {
  const spans = [...source.uncertain].sort((a, b) => a.start - b.start)
  let next = 0
  return (start, end) => {
    const words: string[] = []
    while (next < spans.length && (spans[next]?.start ?? end) < end) {
      const span = spans[next++]
      if (span && span.start >= start) words.push(cleanText(source.text.slice(span.start, span.end)).trim())
    }
    return words.filter((word) => word !== '')
  }
}

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g

/** The source cut at its line ends and page ends, empty lines counted and dropped. */
export function sourceLines(source: SourceText): Line[] {
  const spans = cellSpans(source)
  const notes = [...source.notes].sort((a, b) => a.start - b.start)
  const uncertain = uncertainWords(source)
  const lines: Line[] = []
  let blanks = 0
  let newPage = false
  let cursor = 0
  const take = (start: number, end: number): void => {
    const raw = cleanText(source.text.slice(start, end))
    const plain = withoutEmphasis(raw.trim())
    const text = source.uncertain.length > 0 ? withoutSpecks(plain) : plain
    if (text === '') {
      blanks++
      return
    }
    const first = start + (source.text.slice(start, end).search(/\S/) || 0)
    const { place, next } = placeAt(spans, first, cursor)
    cursor = next
    const inNote = notes.some((note) => note.start <= first && first < note.end)
    const indent = raw.slice(0, raw.indexOf(text.charAt(0))).replace(/\t/g, '    ').length
    const doubted = uncertain(start, end)
    lines.push({ text, indent, blanks, newPage, cell: place, kind: inNote ? 'note' : 'text', uncertain: doubted })
    blanks = 0
    newPage = false
  }
  let start = 0
  for (const match of source.text.matchAll(LINE_END)) {
    take(start, match.index)
    if (match[0] === '\f') newPage = true
    start = match.index + match[0].length
  }
  take(start, source.text.length)
  return lines
}
