import type { XmlElement } from '../xml/parse-xml.ts'
import { findChild } from '../xml/tree.ts'
import { contentNamed } from './alternatives.ts'
import type { Styles } from './styles.ts'

/** The share of a table's cells that have lines on at least two sides. */
export function boxedShare(table: XmlElement, styles: Styles): number {
  const properties = findChild(table, 'w:tblPr')
  const style = styles.named(findChild(properties, 'w:tblStyle')?.attributes['w:val']).borders
  const own = findChild(properties, 'w:tblBorders')
  const rows = contentNamed(table, 'w:tr')
  let cells = 0
  let boxed = 0
  for (const [rowIndex, row] of rows.entries()) {
    const exception = findChild(findChild(row, 'w:tblPrEx'), 'w:tblBorders')
    const inRow = contentNamed(row, 'w:tc')
    for (const [cellIndex, cell] of inRow.entries()) {
      const layers = [findChild(findChild(cell, 'w:tcPr'), 'w:tcBorders'), exception, own, style]
      const lines = [
        hasLine(layers, ['w:top'], rowIndex === 0 ? 'w:top' : 'w:insideH'),
        hasLine(layers, ['w:bottom'], rowIndex === rows.length - 1 ? 'w:bottom' : 'w:insideH'),
        hasLine(layers, ['w:left', 'w:start'], cellIndex === 0 ? 'w:left' : 'w:insideV'),
        hasLine(layers, ['w:right', 'w:end'], cellIndex === inRow.length - 1 ? 'w:right' : 'w:insideV'),
      ]
      cells += 1
      if (lines.filter(Boolean).length >= 2) boxed += 1
    }
  }
  return cells === 0 ? 0 : boxed / cells
}

/** The cell's own word comes first, then the row's, the table's, the style's. */
function hasLine(layers: readonly (XmlElement | undefined)[], inCell: readonly string[], inTable: string): boolean {
  const [cell, ...tables] = layers
  for (const name of inCell) {
    const border = findChild(cell, name)
    if (border) return isVisible(border)
  }
  for (const layer of tables) {
    const border =
      findChild(layer, inTable) ?? findChild(layer, inTable.replace('left', 'start').replace('right', 'end'))
    if (border) return isVisible(border)
  }
  return false
}

function isVisible({ attributes }: XmlElement): boolean {
  const value = attributes['w:val'] ?? 'none'
  return value !== 'none' && value !== 'nil' && attributes['w:color']?.toUpperCase() !== 'FFFFFF'
}
