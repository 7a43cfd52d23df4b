import type { SourceCell, SourceTable, SourceText, Span, UnreadPart } from '../../../core/text/source.ts'
import type { ReadingLimits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import type { Line } from './lines.ts'

/** A page in reading order. */
export type PageBlock = { readonly kind: 'line' | 'note'; readonly line: Line } | PageTable

export interface PageTable {
  readonly kind: 'table'
  readonly table: 'grid' | 'columns'
  /** Where its columns part: positions across the page, in points. */
  readonly edges: readonly number[]
  readonly rows: readonly (readonly PageCell[])[]
  /** It is the rest of the last table of the page before. */
  readonly goesOn?: boolean
  /** The head of the table, where this is the rest of it. */
  readonly head?: readonly PageCell[] | undefined
}

export interface PageCell {
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly lines: readonly Line[]
}

/** Words below this confidence are named as uncertain. */
const UNCERTAIN_BELOW = 0.6

/**
 * Writes pages down as one text of printed lines; `unread` is handed on. Throws `no-text` when there is none, `too-long` beyond the limits.
 */
export function writePages(
  pages: readonly (readonly PageBlock[])[],
  limits: ReadingLimits,
  unread: readonly UnreadPart[] = [],
): SourceText {
  const paper = new Paper(limits.maxCharacters)
  for (const [index, blocks] of pages.entries()) {
    if (index > 0) paper.breakPage()
    for (const block of blocks) paper.add(block)
  }
  const text = paper.finish()
  return unread.length === 0 ? text : { ...text, unread }
}

class Paper {
  private readonly parts: string[] = []
  private length = 0
  private readonly tables: SourceTable[] = []
  private readonly notes: Span[] = []
  private readonly uncertain: Span[] = []
  private readonly maxCharacters: number

  constructor(maxCharacters: number) {
    this.maxCharacters = maxCharacters
  }

  breakPage(): void {
    this.write('\f')
  }

  add(block: PageBlock): void {
    if (block.kind === 'table') {
      const rows = block.rows.map((row) => row.map((cell) => this.addCell(cell)))
      const above = block.goesOn ? this.tables.pop() : undefined
      this.tables.push({ kind: block.table, rows: [...(above?.rows ?? []), ...rows] })
      return
    }
    const start = this.length
    this.addLine(block.line)
    if (block.kind === 'note') this.notes.push({ start, end: this.length - 1 })
  }

  finish(): SourceText {
    const text = this.parts.join('')
    if (!/[\p{L}\p{N}]/u.test(text)) throw new Unreadable('no-text')
    return { text, lines: 'wrapped', tables: this.tables, notes: this.notes, uncertain: this.uncertain }
  }

  private addCell(cell: PageCell): SourceCell {
    const start = this.length
    for (const line of cell.lines) this.addLine(line)
    if (cell.lines.length === 0) this.write('\n')
    return { start, end: this.length - 1, column: cell.column, columns: cell.columns, rows: cell.rows }
  }

  private addLine(line: Line): void {
    for (const [index, fragment] of line.fragments.entries()) {
      const text = cleanText(fragment.text)
      if (text === '') continue
      if (index > 0) this.write(' ')
      if (fragment.confidence !== undefined && fragment.confidence < UNCERTAIN_BELOW)
        this.uncertain.push({ start: this.length, end: this.length + text.length })
      this.write(text)
    }
    this.write('\n')
  }

  private write(text: string): void {
    this.parts.push(text)
    this.length += text.length
    if (this.length > this.maxCharacters) throw new Unreadable('too-long')
  }
}

/** Control, private and format characters go, odd spaces become spaces, letters with marks become one character each. */
function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}|\p{Cf}|\p{Cn}|\p{Co}/gu, '')
    .replace(/\p{Z}+/gu, ' ')
    .normalize('NFC')
    .trim()
}
