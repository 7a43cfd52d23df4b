import type { Block } from '../blocks.ts'
import { StyledText } from '../styled-text.ts'
import { OpenTable } from './open-table.ts'

/** Tables in tables in tables: a page is laid out with three or four at most. */
const MAX_TABLES = 40

/** Collects lines, tables and notes of a page in the order they come. */
export class HtmlBlocks {
  private readonly body: Block[] = []
  private readonly tables: OpenTable[] = []
  private noteLines: string[] | undefined
  private line = new StyledText()
  private lineIsEmpty = true
  private endsWithSpace = true

  /** Adds text; runs of white space are one space, none at the beginning of a line, unless `preformatted`. */
  addText(text: string, font: string | undefined, capitals: boolean, preformatted: boolean): void {
    const collapsed = preformatted ? text : text.replace(/[ \t\r\n\f]+/g, ' ')
    const part = this.endsWithSpace && !preformatted ? collapsed.replace(/^ /, '') : collapsed
    if (part === '') return
    this.line.add(part, font, capitals)
    this.lineIsEmpty = false
    this.endsWithSpace = part.endsWith(' ')
  }

  breakLine(): void {
    this.line.add('\n', undefined, false)
    this.lineIsEmpty = false
    this.endsWithSpace = true
  }

  /** Ends the line; an empty one is kept only where the page has an empty paragraph. */
  endLine(keepEmpty: boolean): void {
    if (!this.lineIsEmpty || keepEmpty) this.put({ kind: 'line', text: this.line.finish() })
    this.line = new StyledText()
    this.lineIsEmpty = true
    this.endsWithSpace = true
  }

  breakPage(): void {
    this.endLine(false)
    this.put({ kind: 'page' })
  }

  get isTooDeep(): boolean {
    return this.tables.length > MAX_TABLES
  }

  beginTable(lines: boolean): void {
    this.endLine(false)
    this.tables.push(new OpenTable(lines))
  }

  get table(): OpenTable | undefined {
    return this.tables.at(-1)
  }

  endTable(): void {
    this.endLine(false)
    const table = this.tables.pop()
    if (table && !table.isEmpty) this.put(table.finish())
  }

  beginNote(): void {
    this.endLine(false)
    this.noteLines ??= []
  }

  endNote(): void {
    this.endLine(false)
    const lines = this.noteLines?.filter((line) => line.trim() !== '') ?? []
    this.noteLines = undefined
    if (lines.length > 0) this.body.push({ kind: 'note', lines })
  }

  finish(): Block[] {
    while (this.tables.length > 0) this.endTable()
    this.endLine(false)
    this.endNote()
    return this.body
  }

  private put(block: Block): void {
    if (this.noteLines && block.kind === 'line') this.noteLines.push(block.text)
    else if (this.table?.put(block) !== true) this.body.push(block)
  }
}
