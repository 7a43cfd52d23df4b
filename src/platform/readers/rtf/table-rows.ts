import type { Block } from '../blocks.ts'
import { ColumnEdges } from '../column-edges.ts'
import { TableGrid } from '../table-grid.ts'

interface CellDefinition {
  readonly right: number
  readonly lines: number
  readonly mergedLeft: boolean
  readonly mergedUp: boolean
}

interface Row {
  readonly definitions: readonly CellDefinition[]
  readonly cells: readonly (readonly Block[])[]
}

/** Word allows 63; a row with thousands of `\cellx` is an attack. */
const MAX_CELLS = 500

/** Gathers the rows of an RTF table: every row brings its own edges, columns come from all of them together. */
export class RtfTable {
  private readonly rows: Row[] = []
  private definitions: CellDefinition[] = []
  private pending = { lines: 0, mergedLeft: false, mergedUp: false }
  private cells: Block[][] = []

  get isEmpty(): boolean {
    return this.rows.length === 0 && this.cells.length === 0
  }

  startDefinition(): void {
    this.definitions = []
    this.pending = { lines: 0, mergedLeft: false, mergedUp: false }
  }

  /** A control word of the row's definition; false for any other. */
  define(word: string, value: number | undefined): boolean {
    if (word === 'cellx') {
      if (this.definitions.length < MAX_CELLS) this.definitions.push({ right: value ?? 0, ...this.pending })
      this.pending = { lines: 0, mergedLeft: false, mergedUp: false }
    } else if (word === 'clmrg') this.pending.mergedLeft = true
    else if (word === 'clvmrg') this.pending.mergedUp = true
    else if (/^clbrdr[tlbr]$/.test(word)) this.pending.lines += 1
    else if ((word === 'brdrnone' || word === 'brdrnil') && this.pending.lines > 0) this.pending.lines -= 1
    else return false
    return true
  }

  endCell(blocks: Block[]): void {
    if (this.cells.length < MAX_CELLS) this.cells.push(blocks)
    else for (const block of blocks) this.cells.at(-1)?.push(block)
  }

  endRow(): void {
    if (this.cells.length > 0) this.rows.push({ definitions: this.definitions, cells: this.cells })
    this.cells = []
  }

  finish(): Block {
    this.endRow()
    const edges = new ColumnEdges(this.rows.flatMap((row) => row.definitions.map(({ right }) => right)))
    const grid = new TableGrid()
    let cells = 0
    let lined = 0
    for (const row of this.rows) {
      grid.startRow()
      let column = 0
      for (const [index, blocks] of row.cells.entries()) {
        const definition = row.definitions[index]
        const columns = definition ? edges.columnsFrom(column, definition.right) : 1
        column += columns
        cells += 1
        if ((definition?.lines ?? 0) >= 2) lined += 1
        if (definition?.mergedLeft) grid.widen(columns)
        else if (!definition?.mergedUp || !grid.extendAbove(columns)) grid.add(columns, blocks)
      }
    }
    return grid.finish(lined > 0 && lined >= cells / 2)
  }
}
