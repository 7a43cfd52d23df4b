import { refusedTexts } from '../texts.ts'
import { Unreadable } from '../unreadable.ts'
import type { CompoundFile } from './compound-file.ts'

/** MS-DOC 2.5.1: the identifier of a Word stream, and the first version (Word 97) whose layout we read. */
const WORD_BINARY = 0xa5ec
const WORD_97 = 0xc1
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200

/** Places in the table stream, by their number in FibRgFcLcb97. */
export const places = {
  styles: 1,
  footnoteText: 3,
  headerText: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  shapeAnchors: 40,
  textBoxes: 56,
  lists: 73,
  listOverrides: 74,
} as const

/** The file information block of a `.doc` and the streams it speaks of. */
export interface WordFile {
  readonly word: Buffer
  readonly table: Buffer
  readonly data: Buffer
  /** Characters of each story, in the order they stand in the text: body, footnotes, headers, … */
  readonly counts: {
    readonly body: number
    readonly footnotes: number
    readonly headers: number
    readonly macros: number
    readonly annotations: number
    readonly endnotes: number
    readonly textBoxes: number
  }
  /** A structure of the table stream, empty when the file has none. */
  place(index: number): Buffer
}

/** Throws `encrypted`, `unsupported` for Word 6 and 95, `wrong-kind` for an OLE file without Word text. */
export function openWordFile(file: CompoundFile): WordFile {
  if (file.names().includes('EncryptedPackage')) throw new Unreadable('encrypted')
  const word = file.stream('WordDocument')
  if (!word) throw new Unreadable('wrong-kind', { expected: '.doc' })
  if (word.length < 0x9a + 8 || word.readUInt16LE(0) !== WORD_BINARY) throw new Unreadable('damaged')
  const flags = word.readUInt16LE(0x0a)
  if ((flags & ENCRYPTED) !== 0) throw new Unreadable('encrypted')
  if (word.readUInt16LE(2) < WORD_97) throw new Unreadable('unsupported', { found: refusedTexts.oldWord })
  const table = file.stream((flags & SECOND_TABLE) !== 0 ? '1Table' : '0Table')
  if (!table) throw new Unreadable('damaged')
  const pairs = word.readUInt16LE(0x98)
  const count = (at: number) => Math.max(0, word.readInt32LE(at))
  return {
    word,
    table,
    data: file.stream('Data') ?? Buffer.alloc(0),
    counts: {
      body: count(0x4c),
      footnotes: count(0x50),
      headers: count(0x54),
      macros: count(0x58),
      annotations: count(0x5c),
      endnotes: count(0x60),
      textBoxes: count(0x64),
    },
    place: (index) => {
      const at = 0x9a + index * 8
      if (index >= pairs || at + 8 > word.length) return Buffer.alloc(0)
      const start = word.readUInt32LE(at)
      return table.subarray(Math.min(start, table.length), Math.min(start + word.readUInt32LE(at + 4), table.length))
    },
  }
}

/** Where a structure begins in the table stream, for those that go on behind their stated length. */
export function placeStart(file: WordFile, index: number): number {
  return file.word.readUInt32LE(0x9a + index * 8)
}
