import type { OutlineTable } from '../outline.ts'
import type { Passage } from './passage.ts'

/** A cell as it covers the grid: the same cell stands in every place that it spans. */
export interface GridCell {
  readonly text: Passage
  readonly row: number
  /** Index of the cell in its row, as paragraphs name it. */
  readonly index: number
  readonly columns: number
}

/** Cells by row and column, merged cells in every place that they cover. */
export type Grid = readonly (readonly (GridCell | null)[])[]

const MOST_COLUMNS = 40

export function gridOf(table: OutlineTable, page: Passage): Grid {
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...table.rows.flat().map((cell) => cell.column + cell.columns)))
  const grid: (GridCell | null)[][] = table.rows.map(() => new Array<GridCell | null>(width).fill(null))
  table.rows.forEach((row, at) => {
    row.forEach((cell, index) => {
      const placed: GridCell = { text: page.at(cell.at).trim(), row: at, index, columns: cell.columns }
      for (let r = at; r < Math.min(at + Math.max(1, cell.rows), grid.length); r++) {
        for (let c = cell.column; c < Math.min(cell.column + cell.columns, width); c++) {
          const line = grid[r]
          if (line) line[c] ??= placed
        }
      }
    })
  })
  return grid
}
