import { aCompoundFile } from './compound-file.ts'
import type { ListLevel, OfficeBlock, OfficeContent } from './office-content.ts'

const TEXT_START = 0x400
const PAGE = 512
const formats = { decimal: 0, upperRoman: 1, lowerRoman: 2, upperLetter: 3, lowerLetter: 4, bullet: 23 } as const

interface Paragraph {
  readonly text: string
  readonly properties: Buffer
}

/** What a `.doc` is made of besides its content. */
export interface DocOptions {
  /** The text in one byte a letter (Windows-1252), as Word stores text without other letters: TCVN3 and VNI texts. */
  readonly compressed?: boolean
  readonly font?: string
  readonly encrypted?: boolean
}

/** Content as a Word 97 file: text, tables, automatic lists, a footer. Enough of MS-DOC for readers; Word itself wants more. */
export function aDocFile(content: OfficeContent, options: DocOptions = {}): Uint8Array {
  const lists = Object.entries(content.lists ?? {})
  const numberOf = new Map(lists.map(([name], index) => [name, index + 1]))
  const body = content.blocks.flatMap((block) => paragraphsOf(block, numberOf))
  const footer = content.footer === undefined ? [] : [{ text: `${content.footer}\r`, properties: Buffer.alloc(0) }]
  const paragraphs = [...body, ...footer]
  const width = options.compressed ? 1 : 2
  const text = paragraphs.map((paragraph) => paragraph.text).join('')
  const stored = Buffer.from(text, options.compressed ? 'latin1' : 'utf16le')
  const textEnd = Math.ceil((TEXT_START + stored.length) / PAGE) * PAGE

  const pages = paragraphPages(paragraphs, width)
  const characterPage = onePage([TEXT_START, TEXT_START + stored.length], [Buffer.alloc(0)], 1)
  const firstPage = textEnd / PAGE
  const head = Buffer.alloc(TEXT_START)
  const table = tableStream(head, {
    1: styleSheet(),
    12: pageTable([[TEXT_START, TEXT_START + stored.length]], firstPage),
    13: pageTable(
      pages.map(({ start, end }) => [start, end]),
      firstPage + 1,
    ),
    15: fontTable(options.font ?? 'Times New Roman'),
    33: pieceTable(text.length, options.compressed ?? false),
    73: listTable(lists.map(([, levels]) => levels)),
    74: overrideTable(lists.length),
  })
  writeHead(
    head,
    body.reduce((sum, { text: own }) => sum + own.length, 0),
    footer[0]?.text.length ?? 0,
    options,
  )
  const gap = Buffer.alloc(textEnd - TEXT_START - stored.length)
  const word = Buffer.concat([head, stored, gap, characterPage, ...pages.map(({ bytes }) => bytes)])
  return aCompoundFile({ WordDocument: word, '1Table': table })
}

function writeHead(head: Buffer, body: number, footer: number, { encrypted }: DocOptions): void {
  head.writeUInt16LE(0xa5ec, 0)
  head.writeUInt16LE(0xc1, 2)
  head.writeUInt16LE(0x0200 | (encrypted ? 0x0100 : 0), 0x0a)
  head.writeUInt16LE(0x00bf, 0x0c)
  head.writeUInt16LE(14, 0x20)
  head.writeUInt16LE(22, 0x3e)
  head.writeInt32LE(body, 0x4c)
  head.writeInt32LE(footer, 0x54)
  head.writeUInt16LE(93, 0x98)
}

/** Puts the structures one behind the other and notes in the head where each stands; lists go on behind their length. */
function tableStream(head: Buffer, structures: Readonly<Record<number, Buffer>>): Buffer {
  const parts: Buffer[] = []
  let at = 0
  for (const [place, bytes] of Object.entries(structures)) {
    head.writeUInt32LE(at, 0x9a + Number(place) * 8)
    head.writeUInt32LE(bytes.length, 0x9a + Number(place) * 8 + 4)
    parts.push(bytes)
    at += bytes.length
  }
  return Buffer.concat(parts)
}

function paragraphsOf(block: OfficeBlock, numberOf: ReadonlyMap<string, number>): Paragraph[] {
  if ('table' in block) return block.table.flatMap((row) => rowParagraphs(row, block.lines))
  if ('pageBreak' in block) return [{ text: '\f\r', properties: Buffer.alloc(0) }]
  if ('item' in block) {
    const properties = [property(0x260a, [block.level ?? 0]), property(0x460b, word16(numberOf.get(block.list) ?? 0))]
    return [{ text: `${block.item}\r`, properties: Buffer.concat(properties) }]
  }
  return [{ text: `${block.paragraph}\r`, properties: Buffer.alloc(0) }]
}

function rowParagraphs(row: readonly string[], lines: boolean): Paragraph[] {
  const inTable = property(0x2416, [1])
  const cells = row.flatMap((cell) => {
    const parts = cell.split('\n')
    return parts.map((part, index) => ({
      text: `${part}${index === parts.length - 1 ? '\x07' : '\r'}`,
      properties: inTable,
    }))
  })
  const end = Buffer.concat([inTable, property(0x2417, [1]), defineTable(row.length, lines)])
  return [...cells, { text: '\x07', properties: end }]
}

function defineTable(columns: number, lines: boolean): Buffer {
  const edges = Array.from({ length: columns + 1 }, (_, index) => word16(Math.round((9_000 / columns) * index)))
  const side = lines ? [4, 1, 1, 0] : [0, 0, 0, 0]
  const cells = Array.from({ length: columns }, () => [0, 0, 0, 0, ...side, ...side, ...side, ...side])
  const operand = [columns, ...edges.flat(), ...cells.flat()]
  return Buffer.from([0x08, 0xd6, ...word16(operand.length + 1), ...operand])
}

function property(code: number, operand: readonly number[]): Buffer {
  return Buffer.from([...word16(code), ...operand])
}

function word16(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff]
}

/** Formatted disk pages for the paragraphs, a few to a page. */
function paragraphPages(
  paragraphs: readonly Paragraph[],
  width: number,
): { start: number; end: number; bytes: Buffer }[] {
  const pages: { start: number; end: number; bytes: Buffer }[] = []
  let at = TEXT_START
  for (let index = 0; index < paragraphs.length; index += 3) {
    const edges = [at]
    const lists = paragraphs.slice(index, index + 3).map(({ text, properties }) => {
      at += text.length * width
      edges.push(at)
      const padding = properties.length % 2 === 0 ? [0] : []
      const whole = Buffer.concat([Buffer.from([0, 0]), properties, Buffer.from(padding)])
      return Buffer.concat([Buffer.from([(whole.length + 1) / 2]), whole])
    })
    pages.push({ start: edges[0] ?? 0, end: at, bytes: onePage(edges, lists, 13) })
  }
  return pages
}

function onePage(edges: readonly number[], lists: readonly Buffer[], width: number): Buffer {
  const page = Buffer.alloc(PAGE)
  for (const [index, edge] of edges.entries()) page.writeUInt32LE(edge, index * 4)
  let at = PAGE - 1
  for (const [index, list] of lists.entries()) {
    if (list.length === 0) continue
    at = (at - list.length) & ~1
    list.copy(page, at)
    page.writeUInt8(at / 2, edges.length * 4 + index * width)
  }
  page.writeUInt8(lists.length, PAGE - 1)
  return page
}

function pageTable(stretches: readonly (readonly number[])[], firstPage: number): Buffer {
  const starts = stretches.map(([start = 0]) => start)
  return words([...starts, stretches.at(-1)?.[1] ?? 0, ...stretches.map((_, index) => firstPage + index)])
}

function pieceTable(length: number, compressed: boolean): Buffer {
  const place = compressed ? (TEXT_START * 2) | 0x40000000 : TEXT_START
  const piece = Buffer.concat([words([0, length]), Buffer.alloc(2), words([place]), Buffer.alloc(2)])
  return Buffer.concat([Buffer.from([2]), words([piece.length]), piece])
}

function styleSheet(): Buffer {
  const name = Buffer.from('Normal\0', 'utf16le')
  const base = Buffer.from([0, 0, 0x01, 0xff, 0x02, 0x00, 0, 0, 0, 0])
  const updates = Buffer.from([2, 0, 0, 0, 0, 0])
  const style = Buffer.concat([base, Buffer.from(word16(6)), name, updates])
  return Buffer.concat([
    Buffer.from([...word16(18), ...word16(1), ...word16(10), ...new Array(14).fill(0)]),
    Buffer.from(word16(style.length)),
    style,
  ])
}

function fontTable(name: string): Buffer {
  const entry = Buffer.concat([Buffer.alloc(39), Buffer.from(`${name}\0`, 'utf16le')])
  return Buffer.concat([Buffer.from([...word16(1), 0, 0, entry.length]), entry])
}

function listTable(lists: readonly (readonly ListLevel[])[]): Buffer {
  const heads = lists.map((_, index) => {
    const head = Buffer.alloc(28)
    head.writeInt32LE(index + 1, 0)
    return head
  })
  const levels = lists.flatMap((list) => Array.from({ length: 9 }, (_, index) => levelBytes(list[index])))
  return Buffer.concat([Buffer.from(word16(lists.length)), ...heads, ...levels])
}

function levelBytes(level: ListLevel | undefined): Buffer {
  const head = Buffer.alloc(28)
  head.writeInt32LE(level?.start ?? 1, 0)
  head.writeUInt8(level ? formats[level.format] : 255, 4)
  const text = (level?.text ?? '').replace(/%(\d)/g, (_, digit: string) => String.fromCharCode(Number(digit) - 1))
  const places = [...text].flatMap((letter, index) => (letter < '\t' ? [index + 1] : []))
  for (const [index, place] of places.entries()) head.writeUInt8(place, 6 + index)
  return Buffer.concat([head, Buffer.from(word16(text.length)), Buffer.from(text, 'utf16le')])
}

function overrideTable(count: number): Buffer {
  const heads = Array.from({ length: count }, (_, index) => words([index + 1, 0, 0, 0]))
  const data = Array.from({ length: count }, () => words([0xffffffff]))
  return Buffer.concat([words([count]), ...heads, ...data])
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}
