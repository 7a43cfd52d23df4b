import { Unreadable } from '../unreadable.ts'
import { places, type WordFile } from './file-information.ts'

interface Piece {
  /** Characters before it, and before the next one. */
  readonly start: number
  readonly end: number
  /** Where its first character stands in the stream. */
  readonly offset: number
  readonly width: 1 | 2
}

/** The text of a `.doc` and, for each character, the place in the stream that its properties are filed under. */
export interface DocText {
  readonly text: string
  readonly pieces: readonly Piece[]
}

const PROPERTIES = 1
const TABLE = 2
const COMPRESSED = 0x40000000

/** Puts the pieces of the text together (MS-DOC 2.4.1). Throws `damaged`, `too-long`. */
export function readPieces(file: WordFile, maxCharacters: number): DocText {
  const table = pieceTable(file.place(places.pieces))
  const count = Math.floor((table.length - 4) / 12)
  const pieces: Piece[] = []
  const parts: string[] = []
  let start = 0
  for (let index = 0; index < count; index += 1) {
    const length = table.readUInt32LE((index + 1) * 4) - table.readUInt32LE(index * 4)
    const place = table.readUInt32LE((count + 1) * 4 + index * 8 + 2)
    const width = (place & COMPRESSED) !== 0 ? 1 : 2
    const offset = width === 1 ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff
    const end = offset + length * width
    if (length < 0 || end > file.word.length) throw new Unreadable('damaged')
    if (start + length > maxCharacters) throw new Unreadable('too-long')
    const label = width === 1 ? 'windows-1252' : 'utf-16le'
    parts.push(new TextDecoder(label).decode(file.word.subarray(offset, end)))
    pieces.push({ start, end: start + length, offset, width })
    start += length
  }
  const text = parts.join('')
  if (text.length !== start) throw new Unreadable('damaged')
  return { text, pieces }
}

/** Walks over the property lists in front of the table of pieces. */
function pieceTable(clx: Buffer): Buffer {
  for (let at = 0; at + 5 <= clx.length; ) {
    const kind = clx.readUInt8(at)
    if (kind === TABLE) return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1))
    if (kind !== PROPERTIES) break
    at += 3 + clx.readUInt16LE(at + 1)
  }
  throw new Unreadable('damaged')
}
