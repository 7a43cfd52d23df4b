import { LIST_LEVELS, type ListLevel, NumberedList, nextLabel } from '../list-numbering.ts'
import type { NumberFormat } from '../number-formats.ts'
import { placeStart, places, type WordFile } from './file-information.ts'
import { readCharacterLook } from './looks.ts'

const LIST_SIZE = 28
const LEVEL_SIZE = 28
const OVERRIDE_SIZE = 16
const MAX_LISTS = 10_000

const formats: Readonly<Record<number, NumberFormat>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
}
const suffixes = [' ', ' ', '']

interface Definition {
  readonly levels: (ListLevel | undefined)[]
  readonly counters: (number | undefined)[]
}

/** The lists of a `.doc` (MS-DOC 2.9.132, 2.9.147): the numbers Word prints before paragraphs. */
export class DocLists {
  private readonly lists: NumberedList[] = []

  constructor(file: WordFile, fonts: readonly string[]) {
    const definitions = readDefinitions(file, fonts)
    const overrides = file.place(places.listOverrides)
    if (overrides.length < 4) return
    const count = Math.min(MAX_LISTS, overrides.readUInt32LE(0))
    let at = 4 + count * OVERRIDE_SIZE
    for (let index = 0; index < count && 4 + (index + 1) * OVERRIDE_SIZE <= overrides.length; index += 1) {
      const head = 4 + index * OVERRIDE_SIZE
      const definition = definitions.get(overrides.readInt32LE(head))
      const changes = overrides.readUInt8(head + 12)
      const read = readOverrides(overrides, at + 4, changes, definition?.levels ?? [], fonts)
      this.lists.push(new NumberedList(read.levels, definition?.counters ?? [], read.starts))
      at = read.end
    }
  }

  /** The label of the next paragraph of that list (1-based) and level with the gap behind it, '' for none. */
  next(list: number, level: number): string {
    const numbered = this.lists[list - 1]
    return numbered && level < LIST_LEVELS ? nextLabel(numbered, level) : ''
  }
}

function readDefinitions(file: WordFile, fonts: readonly string[]): Map<number, Definition> {
  const definitions = new Map<number, Definition>()
  const heads = file.place(places.lists)
  if (heads.length < 2) return definitions
  const count = Math.min(MAX_LISTS, heads.readUInt16LE(0))
  const table = file.table
  const start = placeStart(file, places.lists)
  let at = start + 2 + count * LIST_SIZE
  for (let index = 0; index < count && start + 2 + (index + 1) * LIST_SIZE <= table.length; index += 1) {
    const head = start + 2 + index * LIST_SIZE
    const simple = (table.readUInt8(head + 26) & 1) !== 0
    const levels: (ListLevel | undefined)[] = []
    for (let level = 0; level < (simple ? 1 : LIST_LEVELS); level += 1) {
      const read = readLevel(table, at, fonts)
      if (!read) return definitions
      levels.push(read.level)
      at = read.end
    }
    definitions.set(table.readInt32LE(head), { levels, counters: [] })
  }
  return definitions
}

function readLevel(table: Buffer, at: number, fonts: readonly string[]): { level: ListLevel; end: number } | undefined {
  if (at + LEVEL_SIZE + 2 > table.length) return undefined
  const flags = table.readUInt8(at + 5)
  const characters = table.readUInt8(at + 24)
  const paragraphs = table.readUInt8(at + 25)
  const textAt = at + LEVEL_SIZE + paragraphs + characters
  if (textAt + 2 > table.length) return undefined
  const length = table.readUInt16LE(textAt)
  const look = readCharacterLook(table.subarray(textAt - characters, textAt), {})
  const text = table.toString('utf16le', textAt + 2, Math.min(table.length, textAt + 2 + length * 2))
  return {
    level: {
      start: Math.max(0, table.readInt32LE(at)),
      format: formats[table.readUInt8(at + 4)] ?? 'decimal',
      text: [...text.slice(0, 200)].map(levelSign).join(''),
      font: look.font === undefined ? undefined : fonts[look.font],
      allDecimal: (flags & 4) !== 0,
      suffix: suffixes[table.readUInt8(at + 15)] ?? ' ',
      restart: (flags & 8) === 0 ? undefined : table.readUInt8(at + 26),
      style: undefined,
    },
    end: textAt + 2 + length * 2,
  }
}

/** The characters 0 to 8 stand for the numbers of the levels. */
function levelSign(letter: string): string {
  const code = letter.charCodeAt(0)
  return code < LIST_LEVELS ? `%${code + 1}` : letter
}

function readOverrides(
  bytes: Buffer,
  from: number,
  count: number,
  base: readonly (ListLevel | undefined)[],
  fonts: readonly string[],
): { levels: (ListLevel | undefined)[]; starts: Map<number, number>; end: number } {
  const levels = [...base]
  const starts = new Map<number, number>()
  let at = from
  for (let index = 0; index < count && at + 8 <= bytes.length; index += 1) {
    const start = bytes.readInt32LE(at)
    const flags = bytes.readUInt32LE(at + 4)
    const level = flags & 0x0f
    at += 8
    if ((flags & 0x10) !== 0) starts.set(level, Math.max(0, start))
    if ((flags & 0x20) === 0) continue
    const read = readLevel(bytes, at, fonts)
    if (!read) break
    levels[level] = read.level
    at = read.end
  }
  return { levels, starts, end: at }
}
