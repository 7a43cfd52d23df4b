import type { Block } from '../blocks.ts'
import { StyledText } from '../styled-text.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { findChild, isElement, wholeNumber } from '../xml/tree.ts'
import type { OdtLook, OdtStyles } from './styles.ts'

/** Not printed, or read elsewhere. */
const skipped: ReadonlySet<string> = new Set([
  'office:annotation',
  'office:annotation-end',
  'text:tracked-changes',
  'text:ruby-text',
  'text:hidden-text',
  'text:note-citation',
  'text:toc-mark',
  'text:alphabetical-index-mark',
  'draw:image',
  'draw:object',
])

/** One paragraph while it is read: its text, the frames on it and the notes in it. */
export class OdtParagraph {
  readonly text = new StyledText()
  readonly frames: XmlElement[] = []
  readonly notes: XmlElement[] = []
  private readonly styles: OdtStyles
  private pageInside = false
  private endsWithSpace = true

  constructor(styles: OdtStyles) {
    this.styles = styles
  }

  read(element: XmlElement, look: OdtLook): void {
    for (const node of element.children) {
      if (typeof node === 'string') this.addCollapsed(node, look)
      else this.readInline(node, look)
    }
  }

  /** The paragraph as blocks; a page that begins inside it begins behind it. */
  blocks(label: string, look: OdtLook): Block[] {
    const blocks: Block[] = look.pageBefore ? [{ kind: 'page' }] : []
    blocks.push({ kind: 'line', text: label + this.text.finish() })
    if (this.pageInside || look.pageAfter) blocks.push({ kind: 'page' })
    return blocks
  }

  private readInline(element: XmlElement, look: OdtLook): void {
    const { name, attributes } = element
    if (skipped.has(name)) return
    if (name === 'text:s') this.add(' '.repeat(wholeNumber(attributes['text:c'], 1, 1, 1_000)), look)
    else if (name === 'text:tab') this.add('\t', look)
    else if (name === 'text:line-break') this.add('\n', look)
    else if (name === 'text:soft-page-break') this.pageInside = true
    else if (name === 'text:note') this.notes.push(element)
    else if (name.startsWith('draw:')) this.frames.push(element)
    else this.read(element, { ...look, ...this.styles.look('text', attributes['text:style-name']) })
  }

  private addCollapsed(raw: string, look: OdtLook): void {
    const collapsed = raw.replace(/[ \t\r\n]+/g, ' ')
    const text = this.endsWithSpace ? collapsed.replace(/^ /, '') : collapsed
    if (text === '' || look.hidden) return
    this.add(text, look)
    this.endsWithSpace = text.endsWith(' ')
  }

  private add(text: string, look: OdtLook): void {
    if (look.hidden) return
    this.text.add(text, look.font, look.capitals ?? false)
    this.endsWithSpace = false
  }
}

/** The stories of text in a drawing: text boxes, and shapes that hold paragraphs themselves. */
export function storiesOfFrame(frame: XmlElement): XmlElement[] {
  if (findChild(frame, 'text:p') || findChild(frame, 'text:list')) return [frame]
  return frame.children.flatMap((node) => {
    if (!isElement(node)) return []
    if (node.name === 'draw:text-box') return [node]
    return node.name.startsWith('draw:') ? storiesOfFrame(node) : []
  })
}
