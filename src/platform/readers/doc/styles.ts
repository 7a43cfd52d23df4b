import { type CharacterLook, type ParagraphLook, readCharacterLook, readParagraphLook } from './looks.ts'

const PARAGRAPH = 1
const CHARACTER = 2
const TABLE = 3
const NONE = 0x0fff
const MAX_CHAIN = 30

interface Style {
  readonly kind: number
  readonly basedOn: number
  readonly paragraph: Buffer
  readonly character: Buffer
}

const EMPTY = Buffer.alloc(0)

/** The style sheet of a `.doc` (MS-DOC 2.9.271). */
export class DocStyles {
  private readonly styles: readonly (Style | undefined)[]
  private readonly data: Buffer
  private readonly looks = new Map<number, { paragraph: ParagraphLook; character: CharacterLook }>()
  private readonly defaultFont: number

  constructor(sheet: Buffer, data: Buffer) {
    this.data = data
    const headSize = sheet.length >= 2 ? sheet.readUInt16LE(0) : 0
    const wellFormed = headSize >= 18 && sheet.length >= 2 + headSize
    this.defaultFont = wellFormed ? sheet.readUInt16LE(18) : 0
    this.styles = wellFormed ? readStyles(sheet, 2 + headSize, sheet.readUInt16LE(2), sheet.readUInt16LE(4)) : []
  }

  paragraph(index: number): ParagraphLook {
    return this.look(index).paragraph
  }

  character(index: number): CharacterLook {
    return this.look(index).character
  }

  /** The looks of a style with everything it stands on. */
  private look(index: number): { paragraph: ParagraphLook; character: CharacterLook } {
    const known = this.looks.get(index)
    if (known) return known
    const chain: Style[] = []
    for (let at = index; at !== NONE && chain.length < MAX_CHAIN; ) {
      const style = this.styles[at]
      if (!style) break
      chain.unshift(style)
      at = style.basedOn
    }
    let paragraph: ParagraphLook = {}
    let character: CharacterLook = chain[0]?.kind === CHARACTER ? {} : { font: this.defaultFont }
    for (const style of chain) {
      paragraph = readParagraphLook(style.paragraph, this.data, paragraph)
      character = { ...character, ...dropUnsaid(readCharacterLook(style.character, character)) }
    }
    const look = { paragraph, character }
    this.looks.set(index, look)
    return look
  }
}

function dropUnsaid(look: CharacterLook): CharacterLook {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined))
}

function readStyles(sheet: Buffer, from: number, count: number, baseSize: number): (Style | undefined)[] {
  const styles: (Style | undefined)[] = []
  let at = from
  for (let index = 0; index < count && at + 2 <= sheet.length; index += 1) {
    const size = sheet.readUInt16LE(at)
    const definition = sheet.subarray(at + 2, at + 2 + size)
    styles.push(definition.length > baseSize + 2 ? readStyle(definition, baseSize) : undefined)
    at += 2 + size + (size % 2)
  }
  return styles
}

function readStyle(definition: Buffer, baseSize: number): Style {
  const word = definition.readUInt16LE(2)
  const kind = word & 0x0f
  const updates = definition.readUInt16LE(4) & 0x0f
  const nameLength = definition.readUInt16LE(baseSize)
  const parts: Buffer[] = []
  let at = baseSize + 2 + (nameLength + 1) * 2
  for (let index = 0; index < updates && at + 2 <= definition.length; index += 1) {
    const size = definition.readUInt16LE(at)
    parts.push(definition.subarray(at + 2, at + 2 + size))
    at += 2 + size + (size % 2)
  }
  const [first = EMPTY, second = EMPTY, third = EMPTY] = parts
  const basedOn = word >>> 4
  if (kind === CHARACTER) return { kind, basedOn, paragraph: EMPTY, character: first }
  if (kind === TABLE) return { kind, basedOn, paragraph: Buffer.concat([second.subarray(2), first]), character: third }
  return { kind: PARAGRAPH, basedOn, paragraph: first.subarray(2), character: second }
}
