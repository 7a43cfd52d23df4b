import type { SourceCell, SourceTable, SourceText, Span } from '../../core/text/source.ts'
import type { ReadingLimits } from './limits.ts'
import { Unreadable } from './unreadable.ts'

/** What the office readers make of a file before it is laid out as one text. A line may hold `\n` where the author broke it. */
export type Block =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'page' }
  | { readonly kind: 'table'; readonly table: 'grid' | 'columns'; readonly rows: readonly BlockRow[] }
  | { readonly kind: 'note'; readonly lines: readonly string[] }

export interface BlockRow {
  readonly cells: readonly BlockCell[]
  /** A page begins before this row. */
  readonly page: boolean
}

export interface BlockCell {
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly blocks: readonly Block[]
}

/** More characters than a printed A4 page can hold; a file without page marks is measured by it. */
const CHARACTERS_A_PAGE = 5_000

/**
 * Blocks into the text that the parser reads. Tables of one column are taken apart into their lines; tables inside cells become
 * lines of the cell. Throws `no-text` when nothing can be read, `too-long` beyond the limits.
 */
export function layOut(blocks: readonly Block[], kind: SourceText['lines'], limits: ReadingLimits): SourceText {
  const sheet = new Sheet(limits)
  for (const block of blocks) sheet.add(block)
  for (const lines of notesOf(blocks)) sheet.addNote(lines)
  return sheet.finish(kind)
}

/** All lines of blocks in reading order, cells one after another. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'line') return block.text
    if (block.kind === 'table') return block.rows.flatMap((row) => row.cells.flatMap((cell) => linesOf(cell.blocks)))
    return []
  })
}

/** Notes stand below the body; those inside tables are lifted out of them. */
function notesOf(blocks: readonly Block[]): (readonly string[])[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'note') return [block.lines]
    if (block.kind === 'table') return block.rows.flatMap((row) => row.cells.flatMap((cell) => notesOf(cell.blocks)))
    return []
  })
}

class Sheet {
  private readonly parts: string[] = []
  private length = 0
  private pages = 1
  private pageIsFresh = true
  private readonly tables: SourceTable[] = []
  private readonly notes: Span[] = []
  private readonly limits: ReadingLimits

  constructor(limits: ReadingLimits) {
    this.limits = limits
  }

  add(block: Block): void {
    if (block.kind === 'line') this.addLine(block.text)
    else if (block.kind === 'page') this.addPage()
    else if (block.kind === 'table') this.addTable(block.table, block.rows)
  }

  addNote(lines: readonly string[]): void {
    const start = this.length
    for (const line of lines) this.addLine(line)
    if (this.length > start) this.notes.push({ start, end: this.length - 1 })
  }

  finish(lines: SourceText['lines']): SourceText {
    const text = this.parts.join('')
    if (!/[\p{L}\p{N}]/u.test(text)) throw new Unreadable('no-text')
    return { text, lines, tables: this.tables, notes: this.notes, uncertain: [] }
  }

  private addLine(raw: string): void {
    const text = cleanLine(raw)
    if (text.trim() !== '') this.pageIsFresh = false
    this.write(`${text}\n`)
  }

  /** Word marks the same page twice (the break and where it was last printed): pages without text between them are one. */
  private addPage(): void {
    if (this.pageIsFresh) return
    this.pages += 1
    this.pageIsFresh = true
    this.write('\f')
  }

  private addTable(kind: 'grid' | 'columns', rows: readonly BlockRow[]): void {
    if (rows.every((row) => row.cells.length <= 1)) {
      for (const row of rows) this.addLooseRow(row)
      return
    }
    const cells: SourceCell[][] = []
    for (const row of rows) {
      if (row.page) this.addPage()
      cells.push(row.cells.map((cell) => this.addCell(cell)))
    }
    this.tables.push({ kind, rows: cells })
  }

  private addLooseRow(row: BlockRow): void {
    if (row.page) this.addPage()
    for (const cell of row.cells) for (const block of cell.blocks) this.add(block)
  }

  private addCell(cell: BlockCell): SourceCell {
    const start = this.length
    const lines = linesOf(cell.blocks)
    if (lines.length === 0) lines.push('')
    for (const line of lines) this.addLine(line)
    return { start, end: this.length - 1, column: cell.column, columns: cell.columns, rows: cell.rows }
  }

  private write(text: string): void {
    this.parts.push(text)
    this.length += text.length
    const { maxCharacters, maxPages } = this.limits
    const pages = Math.max(this.pages, Math.ceil(this.length / CHARACTERS_A_PAGE))
    if (this.length > maxCharacters || pages > maxPages) throw new Unreadable('too-long', { pages, maxPages })
  }
}

/** Zero-width and control characters go, no-break spaces become spaces, letters with marks become one character each. */
function cleanLine(text: string): string {
  return text
    .replace(/\r\n?|[\v\u0085\u2028\u2029]/g, '\n')
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n]|\p{Cf}|\p{Cn}/gu, '')
    .replace(/\p{Zs}/gu, ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .normalize('NFC')
}
