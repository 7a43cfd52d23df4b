import { joinLines, textOf } from './find-columns.ts'
import type { Line } from './lines.ts'
import type { PageBlock, PageCell, PageTable } from './write-pages.ts'

/** Edges of columns that differ by less are the same columns on the next page. Points. */
const SAME_EDGE = 8

/**
 * A ruled table that goes on at the top of the next page is one table. A head that is printed again becomes a note, and the rest of a
 * row that the page's end cut in two goes back into its cells.
 */
export function joinTablesAcrossPages(pages: readonly (readonly PageBlock[])[]): PageBlock[][] {
  const joined: PageBlock[][] = []
  for (const blocks of pages) {
    const previous = joined.at(-1)
    const index = blocks.findIndex((block) => block.kind !== 'note')
    const table = blocks[index]
    const above = previous?.findLast((block) => block.kind !== 'note')
    if (previous === undefined || table?.kind !== 'table' || above?.kind !== 'table' || !sameColumns(above, table)) {
      joined.push([...blocks])
      continue
    }
    const { head, rest } = withoutRepeatedHead(above, table)
    const { filled, rows } = withCutRowFilled(above, rest)
    previous[previous.lastIndexOf(above)] = filled
    const going: PageBlock[] = rows.length === 0 ? [] : [{ ...table, rows, goesOn: true, head: headOf(above) }]
    joined.push([...blocks.slice(0, index), ...head, ...going, ...blocks.slice(index + 1)])
  }
  return joined
}

function sameColumns(above: PageTable, below: PageTable): boolean {
  return (
    above.table === 'grid' &&
    below.table === 'grid' &&
    above.edges.length === below.edges.length &&
    above.edges.every((edge, index) => Math.abs(edge - (below.edges[index] ?? 0)) <= SAME_EDGE)
  )
}

const headOf = (table: PageTable) => table.head ?? table.rows[0]

function withoutRepeatedHead(above: PageTable, below: PageTable): { head: PageBlock[]; rest: PageTable['rows'] } {
  const [first, again] = [headOf(above), below.rows[0]]
  if (first === undefined || again === undefined || textOfRow(first) === '' || textOfRow(first) !== textOfRow(again))
    return { head: [], rest: below.rows }
  const line = joinLines(again.flatMap((cell) => cell.lines))
  return { head: [{ kind: 'note', line }], rest: below.rows.slice(1) }
}

/** A row whose first cell is empty while the row above has one filled is the rest of that row. */
function withCutRowFilled(above: PageTable, rows: PageTable['rows']): { filled: PageTable; rows: PageTable['rows'] } {
  const [last, rest] = [above.rows.at(-1), rows[0]]
  if (last === undefined || rest === undefined || !continuesRow(last, rest)) return { filled: above, rows }
  const filledRow = last.map((cell) => ({ ...cell, lines: [...cell.lines, ...linesAt(rest, cell.column)] }))
  return { filled: { ...above, rows: [...above.rows.slice(0, -1), filledRow] }, rows: rows.slice(1) }
}

function continuesRow(last: readonly PageCell[], rest: readonly PageCell[]): boolean {
  const sameCells = last.length === rest.length && last.every((cell, index) => cell.column === rest[index]?.column)
  const [firstAbove, firstBelow] = [last[0], rest[0]]
  return (
    sameCells &&
    firstAbove?.lines.length !== 0 &&
    firstBelow?.lines.length === 0 &&
    rest.some((cell) => cell.lines.length > 0)
  )
}

const linesAt = (row: readonly PageCell[], column: number): readonly Line[] =>
  row.find((cell) => cell.column === column)?.lines ?? []

const textOfRow = (row: readonly PageCell[]) =>
  row
    .map((cell) => cell.lines.map(textOf).join(' '))
    .join('|')
    .replace(/^\|+$/, '')
