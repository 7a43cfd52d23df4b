import type { Block } from '../blocks.ts'
import { TableGrid } from '../table-grid.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { findChild, wholeNumber } from '../xml/tree.ts'
import { contentNamed } from './alternatives.ts'
import { boxedShare } from './borders.ts'
import type { Styles } from './styles.ts'

/** Word's own limit of columns; anything beyond is a slip or an attack. */
const MAX_COLUMNS = 63

/** A table with its cells placed on the grid; `readCell` reads what stands in a cell. */
export function readTable(table: XmlElement, styles: Styles, readCell: (cell: XmlElement) => Block[]): Block {
  const grid = new TableGrid()
  for (const row of contentNamed(table, 'w:tr')) {
    const properties = findChild(row, 'w:trPr')
    if (findChild(properties, 'w:del')) continue
    grid.startRow(spanOf(findChild(properties, 'w:gridBefore'), 0))
    for (const cell of contentNamed(row, 'w:tc')) readGridCell(grid, cell, readCell)
  }
  return grid.finish(boxedShare(table, styles) >= 0.5)
}

function readGridCell(grid: TableGrid, cell: XmlElement, readCell: (cell: XmlElement) => Block[]): void {
  const properties = findChild(cell, 'w:tcPr')
  const columns = spanOf(findChild(properties, 'w:gridSpan'), 1)
  const continues = (name: string) => {
    const merge = findChild(properties, name)
    return merge !== undefined && (merge.attributes['w:val'] ?? 'continue') === 'continue'
  }
  if (continues('w:hMerge')) grid.widen(columns)
  else if (continues('w:vMerge') && grid.extendAbove(columns)) return
  else if (findChild(properties, 'w:cellDel')) grid.add(columns, [])
  else grid.add(columns, readCell(cell))
}

function spanOf(element: XmlElement | undefined, fallback: number): number {
  return wholeNumber(element?.attributes['w:val'], fallback, fallback, MAX_COLUMNS)
}
