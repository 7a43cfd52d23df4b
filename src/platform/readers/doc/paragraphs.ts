import { StyledText } from '../styled-text.ts'
import { symbolFor } from '../symbols.ts'
import { Unreadable } from '../unreadable.ts'
import { places, type WordFile } from './file-information.ts'
import { type CharacterLook, type ParagraphLook, readCharacterLook, readParagraphLook } from './looks.ts'
import type { DocText } from './pieces.ts'
import { type FiledProperties, filedProperties, propertiesAt } from './properties.ts'
import { DocStyles } from './styles.ts'

/** What ends a paragraph: its mark, a cell (or row), a section. */
export type ParagraphEnd = 'paragraph' | 'cell' | 'page'

export interface DocParagraph {
  readonly start: number
  readonly end: number
  /** Text between hard page breaks. */
  readonly lines: readonly string[]
  readonly look: ParagraphLook
  readonly endedBy: ParagraphEnd
}

const PARAGRAPH = 0x0d
const CELL = 0x07
const PAGE = 0x0c
const FIELD_BEGIN = 0x13
const FIELD_RESULT = 0x14
const FIELD_END = 0x15
const SYMBOL = 0x28
const MAX_FIELDS = 100

/** Characters of a `.doc` that stand for something else; the optional hyphen (31) is nothing in Unicode, but the ư of TCVN3. */
const printed: Readonly<Record<number, string>> = { 9: '\t', 11: '\n', 14: '\n', 30: '-', 31: '\u00ad' }

/** Cuts stories into paragraphs with their text as printed. */
export class DocParagraphs {
  private readonly text: DocText
  private readonly fonts: readonly string[]
  private readonly styles: DocStyles
  private readonly data: Buffer
  private readonly characters: readonly FiledProperties[]
  private readonly paragraphs: readonly FiledProperties[]
  private readonly fields: ('code' | 'result')[] = []
  private piece = 0

  constructor(file: WordFile, text: DocText, fonts: readonly string[]) {
    this.text = text
    this.fonts = fonts
    this.data = file.data
    this.styles = new DocStyles(file.place(places.styles), file.data)
    this.characters = filedProperties(file.word, file.place(places.characterPages), 'character')
    this.paragraphs = filedProperties(file.word, file.place(places.paragraphPages), 'paragraph')
  }

  /** The paragraphs between two character positions. */
  read(start: number, end: number): DocParagraph[] {
    const found: DocParagraph[] = []
    const { text } = this.text
    let from = start
    for (let at = start; at < Math.min(end, text.length); at += 1) {
      const code = text.charCodeAt(at)
      const last = at === end - 1 || at === text.length - 1
      const ends = code === PARAGRAPH || code === CELL || (code === PAGE && !this.isInsideParagraph(at))
      if (!ends && !last) continue
      found.push(this.paragraph(from, at + 1, code))
      from = at + 1
    }
    this.fields.length = 0
    return found
  }

  /** A page break stands inside a paragraph, a section break ends one: its properties end there. */
  private isInsideParagraph(at: number): boolean {
    const place = this.placeOf(at)
    const filed = propertiesAt(this.paragraphs, place.offset)
    return filed !== undefined && filed.end > place.offset + place.width
  }

  private paragraph(start: number, end: number, last: number): DocParagraph {
    const filed = propertiesAt(this.paragraphs, this.placeOf(end - 1).offset)
    const style = filed?.style ?? 0
    const look = this.withStyledLines(
      readParagraphLook(filed?.list ?? Buffer.alloc(0), this.data, this.styles.paragraph(style)),
    )
    const lines = this.printedLines(start, end, this.styles.character(style))
    const endedBy = last === CELL ? 'cell' : last === PAGE ? 'page' : 'paragraph'
    for (const [index, phase] of this.fields.entries()) if (phase === 'code') this.fields[index] = 'result'
    return { start, end, lines, look, endedBy }
  }

  /** The lines of a table that its style draws. */
  private withStyledLines(look: ParagraphLook): ParagraphLook {
    const { row } = look
    if (row?.style === undefined || row.insideLines !== undefined) return look
    return { ...look, row: { ...row, insideLines: this.styles.paragraph(row.style).row?.insideLines } }
  }

  private printedLines(start: number, end: number, base: CharacterLook): string[] {
    const lines = [new StyledText()]
    for (let at = start; at < end; ) {
      const { offset, width, pieceEnd } = this.placeOf(at)
      const filed = propertiesAt(this.characters, offset)
      const until = filed ? at + Math.max(1, Math.ceil((filed.end - offset) / width)) : pieceEnd
      const stop = Math.min(end, pieceEnd, until)
      const look = this.characterLook(filed?.list, base)
      for (const [index, part] of this.text.text.slice(at, stop).split('\f').entries()) {
        if (index > 0) lines.push(new StyledText())
        this.addRun(lines.at(-1), part, look)
      }
      at = Math.max(stop, at + 1)
    }
    return lines.map((line) => line.finish())
  }

  private characterLook(list: Buffer | undefined, base: CharacterLook): CharacterLook {
    if (list === undefined || list.length === 0) return base
    const own = readCharacterLook(list, base)
    const named = own.style === undefined ? {} : this.styles.character(own.style)
    return own.style === undefined ? own : readCharacterLook(list, { ...base, ...named })
  }

  private addRun(line: StyledText | undefined, text: string, look: CharacterLook): void {
    const font = look.font === undefined ? undefined : this.fonts[look.font]
    let shown = ''
    for (const letter of text) {
      const code = letter.charCodeAt(0)
      if (code === FIELD_BEGIN) this.beginField()
      else if (code === FIELD_RESULT && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result'
      else if (code === FIELD_END) this.fields.pop()
      else if (look.hidden || look.deleted || this.fields.includes('code')) continue
      else if (code === SYMBOL && look.special && look.symbol) {
        line?.add(shown, font, look.capitals ?? false)
        line?.add(symbolFor(look.symbol.code, this.fonts[look.symbol.font]), undefined, false)
        shown = ''
      } else shown += printed[code] ?? (code < 0x20 ? '' : letter)
    }
    line?.add(shown, font, look.capitals ?? false)
  }

  private beginField(): void {
    if (this.fields.length > MAX_FIELDS) throw new Unreadable('too-deep')
    this.fields.push('code')
  }

  /** Where a character stands in the stream; stories are read forwards, so the piece is near the last one. */
  private placeOf(at: number): { offset: number; width: number; pieceEnd: number } {
    const { pieces } = this.text
    while (this.piece > 0 && (pieces[this.piece]?.start ?? 0) > at) this.piece -= 1
    while (this.piece < pieces.length - 1 && (pieces[this.piece]?.end ?? 0) <= at) this.piece += 1
    const piece = pieces[this.piece]
    if (!piece) return { offset: 0, width: 1, pieceEnd: at + 1 }
    return { offset: piece.offset + (at - piece.start) * piece.width, width: piece.width, pieceEnd: piece.end }
  }
}
