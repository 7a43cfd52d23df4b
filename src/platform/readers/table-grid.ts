import { type Block, type BlockCell, linesOf } from './blocks.ts'

interface GridCell {
  readonly column: number
  columns: number
  rows: number
  readonly blocks: readonly Block[]
}

interface GridRow {
  readonly cells: GridCell[]
  page: boolean
}

/** Cells beyond this column are put into it: no printed table is wider. */
const MAX_COLUMN = 1_000

/** Puts the cells of a table on its grid row by row, whichever format they come from. */
export class TableGrid {
  private readonly rows: GridRow[] = []
  /** The cell that covers a column, for merging with the row above. */
  private readonly above = new Map<number, GridCell>()
  private column = 0
  private pageDue = false

  startRow(emptyBefore = 0): void {
    this.rows.push({ cells: [], page: this.pageDue })
    this.pageDue = false
    this.column = emptyBefore
  }

  /** Adds the next cell of the row. Page breaks inside a cell are moved between rows, so that its text stays in one piece. */
  add(columns: number, content: readonly Block[], rows = 1): void {
    const row = this.rows.at(-1)
    if (!row) return
    const pageAt = content.findIndex((block) => block.kind === 'page')
    if (pageAt === 0 && row.cells.length === 0) row.page = true
    else if (pageAt >= 0) this.pageDue = true
    const blocks = content.filter((block) => block.kind !== 'page')
    const cell: GridCell = { column: Math.min(this.column, MAX_COLUMN), columns, rows, blocks }
    row.cells.push(cell)
    this.above.set(this.column, cell)
    this.column += columns
  }

  /** The next cell is the lower part of the cell above it; false when nothing stands there. */
  extendAbove(columns: number): boolean {
    const cell = this.above.get(this.column)
    if (!cell) return false
    cell.rows += 1
    this.column += columns
    return true
  }

  /** The next cell is the right part of the cell before it. */
  widen(columns: number): void {
    const cell = this.rows.at(-1)?.cells.at(-1)
    if (cell) cell.columns += columns
    this.column += columns
  }

  /** Moves over columns that cells of earlier rows cover (HTML, ODT, where such cells are not repeated). */
  skip(columns: number): void {
    this.column += columns
  }

  /** Without lines a table is blocks side by side, unless it has the size of a real one. */
  finish(hasLines: boolean): Block {
    const rows = this.rows.map(({ cells, page }) => ({ page, cells: cells satisfies readonly BlockCell[] }))
    const wide = rows.filter(({ cells }) => cells.filter(isFilled).length >= 3)
    const large = rows.length >= 3 && wide.length >= rows.length / 2
    return { kind: 'table', table: hasLines || large ? 'grid' : 'columns', rows }
  }
}

function isFilled(cell: BlockCell): boolean {
  return linesOf(cell.blocks).some((line) => line.trim() !== '')
}
