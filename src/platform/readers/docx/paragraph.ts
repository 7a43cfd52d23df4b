import type { Block } from '../blocks.ts'
import { StyledText } from '../styled-text.ts'
import { symbolFor } from '../symbols.ts'
import { Unreadable } from '../unreadable.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { findChild, isElement, textOf } from '../xml/tree.ts'
import { chosenBranch, textBoxes } from './alternatives.ts'
import { dropUndefined, runLook, type StyleLook, type Styles } from './styles.ts'

/** Fields may stand in fields; between «begin» and «separate» stands the code, which is not printed. */
type FieldPhase = 'code' | 'result'
const MAX_FIELDS = 100

/** What runs need to know beyond their paragraph; fields may reach over several paragraphs. */
export interface RunContext {
  readonly styles: Styles
  readonly fields: FieldPhase[]
  readonly noteReferences: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[]
}

/** One paragraph as it is being read: lines between hard page breaks, and what hangs on it. */
export class Paragraph {
  readonly lines: StyledText[] = [new StyledText()]
  readonly boxes: XmlElement[] = []
  pageBefore = false
  pageAfter = false
  private readonly context: RunContext
  private readonly look: StyleLook

  constructor(context: RunContext, look: StyleLook) {
    this.context = context
    this.look = look
  }

  get isBlank(): boolean {
    return this.lines.every((line) => line.isBlank)
  }

  /** Adds the inline content of an element: runs and everything that may stand around runs. */
  read(element: XmlElement): void {
    for (const node of element.children) if (isElement(node)) this.readInline(node)
  }

  /** Its lines with the label of its list in front, page breaks between and around them. */
  blocks(label: string): Block[] {
    const blocks: Block[] = this.pageBefore ? [{ kind: 'page' }] : []
    for (const [index, line] of this.lines.entries()) {
      if (index > 0) blocks.push({ kind: 'page' })
      const text = line.finish()
      if (index > 0 && index === this.lines.length - 1 && text === '') continue
      blocks.push({ kind: 'line', text: index === 0 ? label + text : text })
    }
    if (this.pageAfter) blocks.push({ kind: 'page' })
    return blocks
  }

  private readInline(element: XmlElement): void {
    const { name } = element
    if (name === 'w:r') this.readRun(element)
    else if (name === 'w:sdt') this.readChild(element, 'w:sdtContent')
    else if (name === 'mc:AlternateContent') this.readAlternative(element)
    else if (name === 'm:r') this.add(textOf(findChild(element, 'm:t') ?? element), {})
    else if (transparent.has(name) || name.startsWith('m:')) this.read(element)
  }

  private readChild(element: XmlElement, name: string): void {
    const child = findChild(element, name)
    if (child) this.read(child)
  }

  private readAlternative(element: XmlElement): void {
    const branch = chosenBranch(element)
    if (branch) this.read(branch)
  }

  private readRun(run: XmlElement): void {
    const properties = findChild(run, 'w:rPr')
    const style = findChild(properties, 'w:rStyle')?.attributes['w:val']
    const look = {
      ...this.look,
      ...dropUndefined(this.context.styles.named(style)),
      ...dropUndefined(runLook(properties)),
    }
    if (look.hidden) return
    for (const node of run.children) if (isElement(node)) this.readRunPart(node, look)
  }

  private readRunPart(part: XmlElement, look: StyleLook): void {
    const { name, attributes } = part
    const plain = plainParts[name]
    if (name === 'w:t') this.add(textOf(part).replace(/[\r\n]+/g, ' '), look)
    else if (plain !== undefined) this.add(plain, look)
    else if (name === 'w:br') this.addBreak(attributes['w:type'], look)
    else if (name === 'w:lastRenderedPageBreak') this.markPage()
    else if (name === 'w:fldChar') this.moveField(attributes['w:fldCharType'])
    else if (name === 'w:sym') this.addSymbol(attributes['w:char'], attributes['w:font'])
    else if (name === 'w:footnoteReference') this.noteReference('footnote', attributes['w:id'])
    else if (name === 'w:endnoteReference') this.noteReference('endnote', attributes['w:id'])
    else if (name === 'w:ruby') this.readChild(part, 'w:rubyBase')
    else if (drawings.has(name)) this.addBoxes(part)
  }

  private addBoxes(drawing: XmlElement): void {
    for (const box of textBoxes(drawing)) this.boxes.push(box)
  }

  private add(text: string, look: StyleLook): void {
    if (this.context.fields.includes('code')) return
    this.lines.at(-1)?.add(text, look.font, look.capitals ?? false)
  }

  private addBreak(type: string | undefined, look: StyleLook): void {
    if (type === 'page') this.lines.push(new StyledText())
    else this.add('\n', look)
  }

  /** Where the page was last printed: the paragraph stays whole, the page begins before or behind it. */
  private markPage(): void {
    if (this.isBlank) this.pageBefore = true
    else this.pageAfter = true
  }

  private moveField(type: string | undefined): void {
    const { fields } = this.context
    if (fields.length > MAX_FIELDS) throw new Unreadable('too-deep')
    if (type === 'begin') fields.push('code')
    else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result'
    else if (type === 'end') fields.pop()
  }

  private addSymbol(char: string | undefined, font: string | undefined): void {
    if (char !== undefined && /^[0-9a-f]{1,4}$/i.test(char)) this.add(symbolFor(Number.parseInt(char, 16), font), {})
  }

  private noteReference(kind: 'footnote' | 'endnote', id: string | undefined): void {
    if (id !== undefined) this.context.noteReferences.push({ kind, id })
  }
}

/** Stand around runs and add nothing of their own; insertions and arrivals of moved text are taken as accepted. */
const transparent: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:rubyBase',
])

const drawings: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent'])

const plainParts: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  // nothing in Unicode, but the ư of TCVN3
  'w:softHyphen': '\u00ad',
}
