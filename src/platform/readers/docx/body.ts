import type { Block } from '../blocks.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { findChild, isElement } from '../xml/tree.ts'
import { chosenBranch, wrappers } from './alternatives.ts'
import type { Numbering } from './numbering.ts'
import { Paragraph, type RunContext } from './paragraph.ts'
import { flag, numberingRef, type StyleLook, type Styles } from './styles.ts'
import { readTable } from './tables.ts'

/** Reads paragraphs and tables of one story (body, cell, text box, note) after another; numbers and fields run on through all. */
export class BodyReader {
  readonly context: RunContext
  private readonly numbering: Numbering
  private readonly readEmbedded: (relationship: string) => Block[]
  /** A paragraph whose end was deleted: the next one goes on in it. */
  private unfinished: Paragraph | undefined

  constructor(styles: Styles, numbering: Numbering, readEmbedded: (relationship: string) => Block[]) {
    this.context = { styles, fields: [], noteReferences: [] }
    this.numbering = numbering
    this.readEmbedded = readEmbedded
  }

  /** The blocks of a story, in reading order. */
  readStory(story: XmlElement): Block[] {
    const outer = this.unfinished
    this.unfinished = undefined
    const blocks = this.readBlocks(story)
    const rest: Paragraph | undefined = this.unfinished
    this.unfinished = outer
    return rest ? [...blocks, ...this.finish(rest, '')] : blocks
  }

  private readBlocks(parent: XmlElement): Block[] {
    return parent.children.flatMap((node) => (isElement(node) ? this.readBlock(node) : []))
  }

  private readBlock(element: XmlElement): Block[] {
    const { name } = element
    if (name === 'w:p') return this.readParagraph(element)
    if (name === 'w:tbl') return [readTable(element, this.context.styles, (cell) => this.readStory(cell))]
    if (wrappers.has(name)) return this.readBlocks(element)
    if (name === 'w:altChunk') return this.readEmbedded(element.attributes['r:id'] ?? '')
    if (name === 'mc:AlternateContent') {
      const branch = chosenBranch(element)
      return branch ? this.readBlocks(branch) : []
    }
    return []
  }

  private readParagraph(element: XmlElement): Block[] {
    const { styles, fields } = this.context
    const properties = findChild(element, 'w:pPr')
    const styleId = findChild(properties, 'w:pStyle')?.attributes['w:val']
    const look = styles.paragraph(styleId)
    const paragraph = this.unfinished ?? new Paragraph(this.context, look)
    paragraph.read(element)
    for (const [index, phase] of fields.entries()) if (phase === 'code') fields[index] = 'result'

    const mark = findChild(properties, 'w:rPr')
    const joinsNext = findChild(mark, 'w:del') !== undefined || findChild(mark, 'w:moveFrom') !== undefined
    if (joinsNext) {
      this.unfinished = paragraph
      return []
    }
    this.unfinished = undefined
    if (flag(findChild(properties, 'w:pageBreakBefore')) ?? look.pageBreakBefore) paragraph.pageBefore = true
    if (endsPage(findChild(properties, 'w:sectPr'))) paragraph.pageAfter = true
    return this.finish(paragraph, this.label(properties, styleId, look))
  }

  private label(properties: XmlElement | undefined, styleId: string | undefined, look: StyleLook): string {
    const own = numberingRef(properties)
    const list = own?.list ?? look.numbering?.list
    const level = own?.level ?? (own?.list === undefined ? look.numbering?.level : undefined)
    return this.numbering.next({ list, level }, styleId)
  }

  private finish(paragraph: Paragraph, label: string): Block[] {
    const boxes = paragraph.boxes.flatMap((box) => this.readStory(box))
    const blocks = paragraph.blocks(label)
    if (boxes.length > 0 && paragraph.isBlank && label === '') return [...blocks.filter(isPage), ...boxes]
    return [...blocks, ...boxes]
  }
}

function isPage(block: Block): boolean {
  return block.kind === 'page'
}

/** A section ends with its last paragraph; the next begins on a new page unless it says otherwise. */
function endsPage(section: XmlElement | undefined): boolean {
  if (!section) return false
  const type = findChild(section, 'w:type')?.attributes['w:val']
  return type !== 'continuous' && type !== 'nextColumn'
}
