export interface RowCell {
  /** Right edge in twips. */
  readonly right: number
  readonly merged: 'left' | 'up' | undefined
  /** How many of its sides have a line. */
  readonly sides: number
}

/** What the end of a row says about its cells. */
export interface TableRowLook {
  cells: readonly RowCell[]
  /** Lines between all cells; undefined where only the table style knows. */
  insideLines: boolean | undefined
  style: number | undefined
}

const NO_ROW_LOOK: TableRowLook = { cells: [], insideLines: undefined, style: undefined }

/** Codes of MS-DOC 2.6.3. */
const DEFINE_TABLE = 0xd608
const TABLE_BORDERS_97 = 0xd605
const TABLE_BORDERS = 0xd613
const CELL_BORDERS = 0xd62f
const STYLE = 0x563a
const CELL_SIZE = 20
const MAX_CELLS = 64

/** The row with one more property read; properties of other things leave it as it is. */
export function withRowProperty(
  row: TableRowLook | undefined,
  property: number,
  operand: Buffer,
): TableRowLook | undefined {
  const known = row ?? NO_ROW_LOOK
  if (property === DEFINE_TABLE) return { ...known, cells: definedCells(operand) }
  if (property === TABLE_BORDERS_97) return { ...known, insideLines: hasInsideLines(operand, 4, 1) }
  if (property === TABLE_BORDERS) return { ...known, insideLines: hasInsideLines(operand, 8, 5) }
  if (property === CELL_BORDERS) return { ...known, cells: withSides(known.cells, operand) }
  if (property === STYLE) return { ...known, style: operand.readUInt16LE(0) }
  return row
}

/** First cell, the one behind the last, the sides as bits, the border. */
function withSides(cells: readonly RowCell[], operand: Buffer): RowCell[] {
  const [first = 0, end = 0, bits = 0] = operand
  const added = isLine(operand[8]) ? [1, 2, 4, 8].filter((bit) => (bits & bit) !== 0).length : 0
  return cells.map((cell, index) => (index >= first && index < end ? { ...cell, sides: cell.sides + added } : cell))
}

/** Six borders: top, left, bottom, right, inside horizontal, inside vertical; the kind of line stands at `kindAt`. */
function hasInsideLines(operand: Buffer, size: number, kindAt: number): boolean {
  return isLine(operand[4 * size + kindAt]) || isLine(operand[5 * size + kindAt])
}

function isLine(kind: number | undefined): boolean {
  return kind !== undefined && kind !== 0 && kind !== 0xff
}

function definedCells(operand: Buffer): RowCell[] {
  const count = Math.min(MAX_CELLS, operand[0] ?? 0)
  if (operand.length < 1 + (count + 1) * 2) return []
  return Array.from({ length: count }, (_, index) => {
    const right = operand.readInt16LE(1 + (index + 1) * 2)
    const at = 1 + (count + 1) * 2 + index * CELL_SIZE
    if (at + CELL_SIZE > operand.length) return { right, merged: undefined, sides: 0 }
    const flags = operand.readUInt16LE(at)
    const left = (flags & 3) === 1
    const up = ((flags >>> 5) & 3) === 1
    const sides = [0, 1, 2, 3].filter((side) => isLine(operand[at + 4 + side * 4 + 1])).length
    return { right, merged: left ? 'left' : up ? 'up' : undefined, sides }
  })
}
