import type { Block } from '../blocks.ts'
import { TableGrid } from '../table-grid.ts'
import { wholeNumber } from '../xml/tree.ts'

interface OpenCell {
  readonly columns: number
  readonly rows: number
  readonly blocks: Block[]
}

/** HTML allows 1,000 columns and 65,534 rows to a cell. */
const MAX_COLUMNS = 1_000
const MAX_ROWS = 10_000

/** A table while its rows are read; cells of earlier rows that reach down push later cells to the right. */
export class OpenTable {
  private readonly grid = new TableGrid()
  private readonly linesOfTable: boolean
  private readonly covered = new Map<number, number>()
  private column = 0
  private cell: OpenCell | undefined
  private inRow = false
  private cells = 0
  private lined = 0

  constructor(lines: boolean) {
    this.linesOfTable = lines
  }

  get isEmpty(): boolean {
    return this.cells === 0
  }

  beginRow(): void {
    this.endRow()
    this.grid.startRow()
    this.inRow = true
    this.column = 0
  }

  endRow(): void {
    this.endCell()
    if (!this.inRow) return
    this.inRow = false
    for (const [column, rows] of this.covered) {
      if (rows <= 1) this.covered.delete(column)
      else this.covered.set(column, rows - 1)
    }
  }

  beginCell(attributes: Readonly<Record<string, string>>, lines: boolean | undefined): void {
    if (!this.inRow) this.beginRow()
    this.endCell()
    while (this.covered.has(this.column)) {
      this.column += 1
      this.grid.skip(1)
    }
    const columns = wholeNumber(attributes['colspan'], 1, 1, MAX_COLUMNS)
    const rows = wholeNumber(attributes['rowspan'], 1, 1, MAX_ROWS)
    this.cell = { columns, rows, blocks: [] }
    this.cells += 1
    if (lines ?? this.linesOfTable) this.lined += 1
    if (rows > 1 && this.column < MAX_COLUMNS)
      for (let at = 0; at < columns; at += 1) this.covered.set(this.column + at, rows)
    this.column += columns
  }

  endCell(): void {
    if (this.cell) this.grid.add(this.cell.columns, this.cell.blocks, this.cell.rows)
    this.cell = undefined
  }

  /** Takes a block into the open cell; false when none is open. */
  put(block: Block): boolean {
    this.cell?.blocks.push(block)
    return this.cell !== undefined
  }

  finish(): Block {
    this.endRow()
    return this.grid.finish(this.lined > 0 && this.lined >= this.cells / 2)
  }
}
