import type { Block, BlockRow } from '../blocks.ts'
import { alignedTable } from './aligned-tables.ts'
import { drawnTable } from './drawn-tables.ts'
import { scheduleTable } from './schedule-tables.ts'
import { isPause, tabTable } from './tab-tables.ts'

/**
 * Plain texts saved from web pages keep Markdown marks and draw tables with bars: `| a | b |` on one line, or every cell on
 * lines of its own between lines that hold nothing but a bar, where two bars in a row end a row of the table. What is copied out of
 * a word processor or a spreadsheet has tabs between its cells, what was drawn by hand lines or blanks.
 */
export function blocksOfPlainText(text: string): Block[] {
  const lines = stripEmphasis(text).split('\n')
  const blocks: Block[] = []
  for (let index = 0; index < lines.length; ) {
    const table = barTable(lines, index) ?? pipeTable(lines, index) ?? gapTable(lines, index)
    if (table) {
      blocks.push(table.block)
      index = table.next
      continue
    }
    const parts = (lines[index] ?? '').split('\f')
    for (const [part, line] of parts.entries()) {
      if (part > 0) blocks.push({ kind: 'page' })
      if (parts.length === 1 || line !== '') blocks.push({ kind: 'line', text: line })
    }
    index += 1
  }
  return blocks
}

/** A single «**» may be anything; three of them are Markdown. */
function stripEmphasis(text: string): string {
  if ((text.match(/\*\*/g)?.length ?? 0) < 3) return text
  return text
    .replace(/\*\*/g, '')
    .replace(/(^|[^\p{L}\p{N}*])\*(?=\S)([^*]{1,2000}?)\*(?![\p{L}\p{N}*])/gu, '$1$2')
    .replace(/^#{1,6} +/gm, '')
    .replace(/\\([-\\`*_{}[\]()#+.!|>])/g, '$1')
}

interface FoundTable {
  readonly block: Block
  readonly next: number
}

const isBar = (line: string | undefined) => line?.trim() === '|'

/** What stands between two bars that are further apart is the text between two tables. */
const MOST_LINES_OF_CELL = 40

/** From a lone bar to the last lone bar that is followed by an empty line or the end; undefined when it does not close. */
function barTable(lines: readonly string[], from: number): FoundTable | undefined {
  if (!isBar(lines[from]) || isBar(lines[from + 1])) return undefined
  let end = from
  for (let index = from + 1; index < lines.length; index += 1) {
    if (index - end > MOST_LINES_OF_CELL) break
    if (!isBar(lines[index])) continue
    end = index
    if ((lines[index + 1] ?? '').trim() === '') break
  }
  if (end === from) return undefined

  const rows: string[][][] = [[[]]]
  for (let index = from + 1; index < end; index += 1) {
    const line = lines[index] ?? ''
    if (!isBar(line)) rows.at(-1)?.at(-1)?.push(line)
    else if (isBar(lines[index + 1]) && index + 1 < end) {
      rows.push([[]])
      index += 1
    } else rows.at(-1)?.push([])
  }
  return { block: tableBlock(rows), next: end + 1 }
}

function pipeTable(lines: readonly string[], from: number): FoundTable | undefined {
  const bare = bareCells(lines[from])
  const isRow = bare < LEAST_BARE ? isPipeRow : (line: string) => bareCells(line) === bare
  let end = from
  while (isRow(lines[end] ?? '')) end = behindPause(lines, end + 1, isRow)
  const drawn = lines.slice(from, end).filter(isRow)
  if (drawn.length < (bare < LEAST_BARE ? 2 : LEAST_BARE)) return undefined
  const rows = drawn
    .map((line) => line.trim())
    .map((line) => (isPipeRow(line) ? line.slice(1, -1) : line).split('|'))
    .filter((cells) => !cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell)))
    .map((cells) => cells.map((cell) => [cell.trim()]))
  return { block: tableBlock(rows), next: end }
}

function gapTable(lines: readonly string[], from: number): FoundTable | undefined {
  const table =
    drawnTable(lines, from) ?? tabTable(lines, from) ?? alignedTable(lines, from) ?? scheduleTable(lines, from)
  return table && { block: tableBlock(table.rows), next: table.next }
}

/** A page that ends inside a table leaves empty lines and its number between two rows. */
function behindPause(lines: readonly string[], from: number, isRow: (line: string) => boolean): number {
  let next = from
  while (next < from + 5 && isPause(lines[next] ?? 'x')) next += 1
  const paged = lines.slice(from, next).some((line) => line.trim() !== '')
  return paged && isRow(lines[next] ?? '') ? next : from
}

/** Without bars outside, so many cells and so many rows of as many cells make a table: «Sở A | Sở B» is prose. */
const LEAST_BARE = 3

/** How many cells stand between bars in a line without bars outside; the first or last of them may be empty. */
function bareCells(line = ''): number {
  const row = line.trim()
  return row.startsWith('|') && row.endsWith('|') ? 0 : row.split('|').length
}

/** At least two cells between bars. */
function isPipeRow(line: string): boolean {
  const row = line.trim()
  if (!row.startsWith('|') || !row.endsWith('|')) return false
  const second = row.indexOf('|', 1)
  return second > 0 && second < row.length - 1
}

/** Two blocks side by side, once or twice, are a header or a closing; anything larger is a table. */
function tableBlock(rows: readonly (readonly (readonly string[])[])[]): Block {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const blockRows: BlockRow[] = rows.map((row) => ({
    page: false,
    cells: row.map((cell, column) => ({
      column,
      columns: row.length < width && column === row.length - 1 ? width - column : 1,
      rows: 1,
      blocks: cell.map((text) => ({ kind: 'line', text }) as const),
    })),
  }))
  return { kind: 'table', table: width <= 2 && rows.length <= 2 ? 'columns' : 'grid', rows: blockRows }
}
