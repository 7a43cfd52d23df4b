import { Parser } from 'htmlparser2'
import type { SourceText } from '../../../core/text/source.ts'
import { type Block, layOut } from '../blocks.ts'
import { checkSize } from '../check-size.ts'
import { recogniseKind } from '../kind.ts'
import { repairBlocks } from '../legacy-encoding/repair-blocks.ts'
import type { ReadingLimits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import { decodeHtml } from './decode-html.ts'
import { blockElements, type CssLook, lookOf, skippedElements } from './elements.ts'
import { HtmlBlocks } from './html-blocks.ts'
import { ListLabels } from './list-labels.ts'
import { pageOfMhtml } from './mhtml.ts'

/**
 * A web page as it would be printed, also one that was saved with the name `.doc`, or as a «single file web page»: tables, lists,
 * legacy fonts; scripts, settings and what is hidden are dropped. Throws `Unreadable`.
 */
export async function readHtml(bytes: Uint8Array, limits: ReadingLimits): Promise<SourceText> {
  checkSize(bytes, limits)
  return layOut(repairBlocks(blocksOfPage(bytes, limits)), 'paragraphs', limits)
}

/** The blocks of a page; also used for pages inside other files. */
export function blocksOfPage(bytes: Uint8Array, limits: ReadingLimits): Block[] {
  const page = recogniseKind(bytes) === 'mhtml' ? pageOfMhtml(bytes) : { bytes, charset: undefined }
  const walk = new PageWalk(limits)
  const parser = new Parser({
    onopentag: (name, attributes) => walk.open(name, attributes),
    onclosetag: (name) => walk.close(name),
    ontext: (text) => walk.text(text),
  })
  parser.write(decodeHtml(page.bytes, page.charset))
  parser.end()
  return walk.finish()
}

interface OpenElement {
  readonly name: string
  readonly font: string | undefined
  readonly capitals: boolean
  readonly preformatted: boolean
  readonly skipped: boolean
  readonly note: boolean
  readonly breakAfter: boolean
}

/** Offices' pages leave many tags open; the bound only stops pages made to exhaust. */
const MAX_OPEN = 1_000
const OUTSIDE: OpenElement = {
  name: '',
  font: undefined,
  capitals: false,
  preformatted: false,
  skipped: false,
  note: false,
  breakAfter: false,
}

class PageWalk {
  private readonly blocks = new HtmlBlocks()
  private readonly lists = new ListLabels()
  private readonly stack: OpenElement[] = []
  private readonly limits: ReadingLimits
  private elements = 0

  constructor(limits: ReadingLimits) {
    this.limits = limits
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.elements += 1
    if (this.elements > this.limits.maxNodes) throw new Unreadable('too-long')
    if (this.stack.length >= MAX_OPEN || this.blocks.isTooDeep) throw new Unreadable('too-deep')
    const outer = this.stack.at(-1) ?? OUTSIDE
    const look = lookOf(attributes['style'] ?? '')
    const element: OpenElement = {
      name,
      font: look.font ?? (name === 'font' ? attributes['face'] : undefined) ?? outer.font,
      capitals: look.capitals ?? outer.capitals,
      preformatted: outer.preformatted || name === 'pre',
      skipped: outer.skipped || look.hidden || skippedElements.has(name),
      note: look.note && !outer.note,
      breakAfter: look.breakAfter,
    }
    this.stack.push(element)
    if (element.skipped) return
    if (element.note) this.blocks.beginNote()
    if (blockElements.has(name)) this.blocks.endLine(false)
    if (look.breakBefore) this.blocks.breakPage()
    this.openStructure(name, attributes, look)
  }

  private openStructure(name: string, attributes: Readonly<Record<string, string>>, look: CssLook): void {
    if (name === 'br') this.blocks.breakLine()
    else if (name === 'table')
      this.blocks.beginTable(look.lines ?? Number.parseInt(attributes['border'] ?? '0', 10) > 0)
    else if (name === 'tr') this.blocks.table?.beginRow()
    else if (name === 'td' || name === 'th') this.blocks.table?.beginCell(attributes, look.lines)
    else if (name === 'ol' || name === 'ul') this.lists.begin(name, attributes)
    else if (name === 'li') this.text(this.lists.item(attributes))
  }

  close(name: string): void {
    const element = this.stack.pop()
    if (!element || element.skipped) return
    if (blockElements.has(name)) this.blocks.endLine(name === 'p')
    if (name === 'table') this.blocks.endTable()
    else if (name === 'tr') this.blocks.table?.endRow()
    else if (name === 'td' || name === 'th') this.blocks.table?.endCell()
    else if (name === 'ol' || name === 'ul') this.lists.end()
    if (element.note) this.blocks.endNote()
    if (element.breakAfter) this.blocks.breakPage()
  }

  text(text: string): void {
    const { skipped, font, capitals, preformatted } = this.stack.at(-1) ?? OUTSIDE
    if (!skipped) this.blocks.addText(text, font, capitals, preformatted)
  }

  finish(): Block[] {
    return this.blocks.finish()
  }
}
