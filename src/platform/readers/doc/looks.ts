import { visitProperties } from './properties.ts'
import { type TableRowLook, withRowProperty } from './row-looks.ts'

/** How a run prints; undefined where nothing is said. */
export interface CharacterLook {
  font?: number | undefined
  capitals?: boolean | undefined
  hidden?: boolean | undefined
  deleted?: boolean | undefined
  special?: boolean | undefined
  /** A sign of a symbol font: font number and code. */
  symbol?: { readonly font: number; readonly code: number } | undefined
  style?: number | undefined
}

export interface ParagraphLook {
  inTable?: boolean
  rowEnd?: boolean
  depth?: number
  innerCell?: boolean
  innerRowEnd?: boolean
  /** 1-based number of the list override, 0 for none. */
  list?: number
  level?: number
  pageBefore?: boolean
  row?: TableRowLook | undefined
}

/** Codes of MS-DOC 2.6.1 (characters) and 2.6.2 (paragraphs). */
const code = {
  deleted: 0x0800,
  special: 0x0855,
  capitals: 0x083b,
  hidden: 0x083c,
  plain: 0x2a33,
  style: 0x4a30,
  fontAscii: 0x4a4f,
  fontOther: 0x4a51,
  symbol: 0x6a09,
  inTable: 0x2416,
  rowEnd: 0x2417,
  pageBefore: 0x2407,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  level: 0x260a,
  list: 0x460b,
  depth: 0x6649,
  hugeList: 0x6646,
  tableProperties: 0x646b,
} as const

/** A switch is off, on, as the style says (0x80) or the contrary (0x81). */
function switched(operand: Buffer, inherited: boolean | undefined): boolean {
  const value = operand[0] ?? 0
  if (value === 0x80) return inherited ?? false
  if (value === 0x81) return !inherited
  return value !== 0
}

export function readCharacterLook(list: Buffer, inherited: CharacterLook): CharacterLook {
  const look: CharacterLook = { ...inherited }
  visitProperties(list, (property, operand) => {
    if (property === code.deleted) look.deleted = switched(operand, inherited.deleted)
    else if (property === code.special) look.special = switched(operand, inherited.special)
    else if (property === code.capitals) look.capitals = switched(operand, inherited.capitals)
    else if (property === code.hidden) look.hidden = switched(operand, inherited.hidden)
    else if (property === code.style) look.style = operand.readUInt16LE(0)
    else if (property === code.fontOther) look.font = operand.readUInt16LE(0)
    else if (property === code.fontAscii) look.font ??= operand.readUInt16LE(0)
    else if (property === code.symbol) look.symbol = { font: operand.readUInt16LE(0), code: operand.readUInt16LE(2) }
  })
  return look
}

/** Long lists of properties stand in the stream «Data»; they are read once, not again inside each other. */
export function readParagraphLook(list: Buffer, data: Buffer, inherited: ParagraphLook): ParagraphLook {
  const look: ParagraphLook = { ...inherited }
  const read = (property: number, operand: Buffer, nested: boolean) => {
    if (property === code.inTable) look.inTable = operand[0] !== 0
    else if (property === code.rowEnd) look.rowEnd = operand[0] !== 0
    else if (property === code.pageBefore) look.pageBefore = operand[0] !== 0
    else if (property === code.innerCell) look.innerCell = operand[0] !== 0
    else if (property === code.innerRowEnd) look.innerRowEnd = operand[0] !== 0
    else if (property === code.level) look.level = operand[0] ?? 0
    else if (property === code.list) look.list = operand.readUInt16LE(0)
    else if (property === code.depth) look.depth = operand.readInt32LE(0)
    else if ((property === code.hugeList || property === code.tableProperties) && !nested) {
      visitProperties(listInData(data, operand.readUInt32LE(0)), (inner, value) => read(inner, value, true))
    } else look.row = withRowProperty(look.row, property, operand)
  }
  visitProperties(list, (property, operand) => read(property, operand, false))
  return look
}

function listInData(data: Buffer, at: number): Buffer {
  if (at + 2 > data.length) return Buffer.alloc(0)
  return data.subarray(at + 2, at + 2 + data.readUInt16LE(at))
}
