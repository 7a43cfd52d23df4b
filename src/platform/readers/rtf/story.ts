import type { Block } from '../blocks.ts'
import { StyledText } from '../styled-text.ts'
import { RtfTable } from './table-rows.ts'

/** One stream of paragraphs (body, note, text box) while it is read. */
export class RtfStory {
  readonly blocks: Block[] = []
  private line = new StyledText()
  private lineHasText = false
  private table: RtfTable | undefined
  private cell: Block[] = []
  /** Text boxes wait until their paragraph ends. */
  private boxes: Block[] = []

  add(text: string, font: string | undefined, capitals: boolean): void {
    this.line.add(text, font, capitals)
    this.lineHasText = true
  }

  addBox(blocks: readonly Block[]): void {
    this.boxes = [...this.boxes, ...blocks]
  }

  /** `\trowd`, `\cellx` and what stands between them. */
  define(word: string, value: number | undefined): boolean {
    if (word !== 'trowd') return this.table?.define(word, value) ?? false
    this.table ??= new RtfTable()
    this.table.startDefinition()
    return true
  }

  /** Ends a paragraph; one outside of tables also ends the table before it. */
  endParagraph(inTable: boolean): void {
    if (!inTable) this.closeTable()
    const target = inTable ? this.cell : this.blocks
    target.push({ kind: 'line', text: this.line.finish() })
    for (const box of this.boxes) target.push(box)
    this.startLine()
  }

  endCell(): void {
    if (this.lineHasText || this.cell.length === 0 || this.boxes.length > 0) this.endParagraph(true)
    this.table ??= new RtfTable()
    this.table.endCell(this.cell)
    this.cell = []
  }

  endRow(): void {
    this.table?.endRow()
  }

  breakPage(): void {
    if (this.table && !this.table.isEmpty && (this.cell.length > 0 || this.lineHasText))
      this.cell.push({ kind: 'page' })
    else {
      if (this.lineHasText) this.endParagraph(false)
      this.closeTable()
      this.blocks.push({ kind: 'page' })
    }
  }

  finish(): Block[] {
    if (this.lineHasText || this.boxes.length > 0) this.endParagraph(this.cell.length > 0)
    if (this.cell.length > 0) this.endCell()
    this.closeTable()
    return this.blocks
  }

  private startLine(): void {
    this.line = new StyledText()
    this.lineHasText = false
    this.boxes = []
  }

  private closeTable(): void {
    if (this.table && !this.table.isEmpty) {
      const table = this.table.finish()
      if (table.kind === 'table' && table.rows.length > 0) this.blocks.push(table)
    }
    this.table = undefined
  }
}
