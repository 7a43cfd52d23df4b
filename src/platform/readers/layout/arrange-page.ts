import { type ColumnBand, findColumnBands, joinLines, type Row, rowsOfLines } from './find-columns.ts'
import { findGrids, type Grid, type GridCell } from './find-grids.ts'
import { type Line, linesOf, rowsOf, toLine } from './lines.ts'
import type { Fragment, Page } from './page.ts'
import type { PageBlock, PageCell, PageTable } from './write-pages.ts'

/** From so many rows on, three columns are a table that is read row by row; two are blocks side by side, as a letter closes. */
const TABLE_ROWS = 4

/** Puts what stands on a page in reading order: lines, ruled tables, columns of text side by side. */
export function arrangePage(page: Page): PageBlock[] {
  const { grids, loose } = sortIntoGrids(page)
  const zoneOf = (fragment: Fragment) => grids.filter(({ grid }) => grid.top < middleOf(fragment)).length
  const zone = (index: number) => arrangeLines(linesOf(loose.filter((fragment) => zoneOf(fragment) === index)))
  return [...zone(0), ...grids.flatMap(({ table }, index) => [table, ...zone(index + 1)])]
}

const middleOf = (fragment: Fragment) => fragment.baseline - fragment.size * 0.35

/** A frame with text in one cell only is an ornament, no table. */
function sortIntoGrids(page: Page): { grids: { grid: Grid; table: PageTable }[]; loose: Fragment[] } {
  let loose: Fragment[] = [...page.fragments]
  const grids = findGrids(page.rules).flatMap((grid) => {
    const inside = new Map<GridCell, Fragment[]>()
    const outside: Fragment[] = []
    for (const fragment of loose) {
      const cell = cellAround(grid, fragment)
      if (cell === undefined) outside.push(fragment)
      else inside.set(cell, [...(inside.get(cell) ?? []), fragment])
    }
    if (inside.size < 2) return []
    loose = outside
    return [{ grid, table: tableOf(grid, inside) }]
  })
  return { grids, loose }
}

function cellAround(grid: Grid, fragment: Fragment): GridCell | undefined {
  const [x, y] = [(fragment.left + fragment.right) / 2, middleOf(fragment)]
  if (x < grid.left || x > grid.right || y < grid.top || y > grid.bottom) return undefined
  return grid.cells.find((cell) => x >= cell.left && x <= cell.right && y >= cell.top && y <= cell.bottom)
}

function tableOf(grid: Grid, inside: ReadonlyMap<GridCell, readonly Fragment[]>): PageTable {
  const rows = Array.from({ length: grid.rows }, (_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .map(
        (cell): PageCell => ({
          column: cell.column,
          columns: cell.columns,
          rows: cell.rows,
          lines: rowsOf(inside.get(cell) ?? []).map(toLine),
        }),
      ),
  )
  return { kind: 'table', table: 'grid', edges: grid.xs, rows: rows.filter((row) => row.length > 0) }
}

function arrangeLines(lines: readonly Line[]): PageBlock[] {
  const rows = rowsOfLines(lines)
  const blocks: PageBlock[] = []
  let next = 0
  for (const band of findColumnBands(rows)) {
    blocks.push(...rows.slice(next, band.first).map(asLine), columnTable(band))
    next = band.last + 1
  }
  return [...blocks, ...rows.slice(next).map(asLine)]
}

const asLine = (row: Row): PageBlock => ({ kind: 'line', line: joinLines(row.lines) })

/** Blocks side by side are one row of cells; what is aligned row after row is read row by row. */
function columnTable({ rows, gutters }: ColumnBand): PageTable {
  const full = rows.filter((row) => new Set(row.lines.map((line) => columnAt(line, gutters))).size > 1).length
  const byRows = gutters.length > 1 && full >= TABLE_ROWS
  const groups = byRows ? groupsByFullRow(rows, gutters) : [rows]
  return {
    kind: 'table',
    table: byRows ? 'grid' : 'columns',
    edges: gutters,
    rows: groups.map((group) => cellsOf(group, gutters)),
  }
}

const columnAt = (line: Line, gutters: readonly number[]) =>
  gutters.filter((gutter) => gutter < (line.left + line.right) / 2).length

/** A row with text in its first and another column begins a new row of the table; the others go on with the one above. */
function groupsByFullRow(rows: readonly Row[], gutters: readonly number[]): Row[][] {
  const groups: Row[][] = []
  for (const row of rows) {
    const columns = new Set(row.lines.map((line) => columnAt(line, gutters)))
    if (groups.length === 0 || (columns.size > 1 && columns.has(0))) groups.push([row])
    else groups.at(-1)?.push(row)
  }
  return groups
}

function cellsOf(rows: readonly Row[], gutters: readonly number[]): PageCell[] {
  return Array.from({ length: gutters.length + 1 }, (_, column) => ({
    column,
    columns: 1,
    rows: 1,
    lines: rows.flatMap((row) => {
      const own = row.lines.filter((line) => columnAt(line, gutters) === column)
      return own.length === 0 ? [] : [joinLines(own)]
    }),
  }))
}
