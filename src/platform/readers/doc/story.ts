import type { Block } from '../blocks.ts'
import { ColumnEdges } from '../column-edges.ts'
import { TableGrid } from '../table-grid.ts'
import type { DocLists } from './lists.ts'
import type { DocParagraph } from './paragraphs.ts'
import type { RowCell, TableRowLook } from './row-looks.ts'

interface Row {
  readonly cells: readonly (readonly Block[])[]
  readonly look: TableRowLook | undefined
}

/** Puts the paragraphs of a story together: numbers in front, cells into rows, rows into tables, text boxes behind. */
export class DocStory {
  private readonly blocks: Block[] = []
  private readonly lists: DocLists
  private readonly boxesIn: (start: number, end: number) => Block[]
  private rows: Row[] = []
  private cells: Block[][] = []
  private cell: Block[] = []

  constructor(lists: DocLists, boxesIn: (start: number, end: number) => Block[]) {
    this.lists = lists
    this.boxesIn = boxesIn
  }

  read(paragraphs: readonly DocParagraph[]): Block[] {
    for (const paragraph of paragraphs) this.take(paragraph)
    this.endTable()
    return this.blocks
  }

  private take(paragraph: DocParagraph): void {
    const { look, endedBy } = paragraph
    const inTable = (look.inTable ?? false) || (look.depth ?? 0) > 0
    if (!inTable) {
      this.endTable()
      for (const block of this.blocksOf(paragraph)) this.blocks.push(block)
      return
    }
    const nested = (look.depth ?? 1) > 1
    if (look.rowEnd && !nested) {
      this.rows.push({ cells: this.cells, look: look.row })
      this.cells = []
      this.cell = []
      return
    }
    if (look.innerRowEnd) return
    for (const block of this.blocksOf(paragraph)) this.cell.push(block)
    if (endedBy !== 'cell' || nested) return
    this.cells.push(this.cell)
    this.cell = []
  }

  private blocksOf({ lines, look, start, end, endedBy }: DocParagraph): Block[] {
    const blocks: Block[] = look.pageBefore ? [{ kind: 'page' }] : []
    const isBlank = lines.every((line) => line.trim() === '')
    const label = look.list !== undefined && look.list > 0 ? this.lists.next(look.list, look.level ?? 0) : ''
    for (const [index, line] of lines.entries()) {
      if (index > 0) blocks.push({ kind: 'page' })
      if (index > 0 && index === lines.length - 1 && line === '') continue
      blocks.push({ kind: 'line', text: index === 0 ? label + line : line })
    }
    const boxes = this.boxesIn(start, end)
    const kept = boxes.length > 0 && isBlank && label === '' ? blocks.filter(({ kind }) => kind === 'page') : blocks
    return [...kept, ...boxes, ...(endedBy === 'page' ? [{ kind: 'page' } as const] : [])]
  }

  private endTable(): void {
    if (this.cell.length > 0) this.cells.push(this.cell)
    if (this.cells.length > 0) this.rows.push({ cells: this.cells, look: undefined })
    if (this.rows.length > 0) this.blocks.push(tableOf(this.rows))
    this.rows = []
    this.cells = []
    this.cell = []
  }
}

/** Every row brings its own edges; columns come from all of them together. */
function tableOf(rows: readonly Row[]): Block {
  const edges = new ColumnEdges(rows.flatMap(({ look }) => look?.cells.map(({ right }) => right) ?? []))
  const grid = new TableGrid()
  for (const row of rows) {
    grid.startRow()
    let column = 0
    for (const [index, blocks] of row.cells.entries()) {
      const cell = row.look?.cells[index]
      const columns = cell ? edges.columnsFrom(column, cell.right) : 1
      addCell(grid, cell, columns, blocks)
      column += columns
    }
  }
  const cells = rows.flatMap(({ look, cells: inRow }) => inRow.map((_, index) => isBoxed(look, look?.cells[index])))
  return grid.finish(cells.length > 0 && cells.filter(Boolean).length >= cells.length / 2)
}

function addCell(grid: TableGrid, cell: RowCell | undefined, columns: number, blocks: readonly Block[]): void {
  if (cell?.merged === 'left') grid.widen(columns)
  else if (cell?.merged !== 'up' || !grid.extendAbove(columns)) grid.add(columns, blocks)
}

function isBoxed(look: TableRowLook | undefined, cell: RowCell | undefined): boolean {
  return (cell?.sides ?? 0) >= 2 || (look?.insideLines ?? false)
}
