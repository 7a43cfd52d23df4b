import type { XmlElement } from '../xml/parse-xml.ts'
import { childrenNamed, findChild, isElement } from '../xml/tree.ts'

/** What a style says about text and paragraphs; undefined where it says nothing. */
export interface OdtLook {
  readonly font?: string | undefined
  readonly capitals?: boolean | undefined
  readonly hidden?: boolean | undefined
  readonly pageBefore?: boolean | undefined
  readonly pageAfter?: boolean | undefined
  readonly listStyle?: string | undefined
}

const MAX_CHAIN = 30

/** Styles of a document by family and name, each with what it stands on; and the lines of its table cells. */
export class OdtStyles {
  private readonly byName = new Map<string, XmlElement>()
  private readonly resolved = new Map<string, OdtLook>()
  private readonly fonts = new Map<string, string>()
  readonly lists = new Map<string, XmlElement>()
  readonly outline: XmlElement | undefined

  constructor(parts: readonly (XmlElement | undefined)[]) {
    let outline: XmlElement | undefined
    for (const part of parts) {
      this.readFonts(findChild(part, 'office:font-face-decls'))
      for (const group of ['office:styles', 'office:automatic-styles']) {
        for (const style of findChild(part, group)?.children ?? []) {
          if (!isElement(style)) continue
          const name = style.attributes['style:name'] ?? ''
          if (style.name === 'style:style') this.byName.set(`${style.attributes['style:family']} ${name}`, style)
          else if (style.name === 'text:list-style') this.lists.set(name, style)
          else if (style.name === 'text:outline-style') outline = style
        }
      }
    }
    this.outline = outline
  }

  /** Styles name a declaration, the declaration names the font. */
  private readFonts(declarations: XmlElement | undefined): void {
    for (const { attributes } of childrenNamed(declarations, 'style:font-face')) {
      const family = attributes['svg:font-family']?.replace(/["']/g, '')
      if (family !== undefined) this.fonts.set(attributes['style:name'] ?? '', family)
    }
  }

  look(family: 'paragraph' | 'text', name: string | undefined): OdtLook {
    const key = `${family} ${name}`
    const known = this.resolved.get(key)
    if (known) return known
    const chain: XmlElement[] = []
    for (let next = this.byName.get(key); next && chain.length < MAX_CHAIN; ) {
      chain.unshift(next)
      next = this.byName.get(`${family} ${next.attributes['style:parent-style-name']}`)
    }
    const own: OdtLook = Object.assign({}, ...chain.map(ownLook))
    const font = own.font === undefined ? undefined : (this.fonts.get(own.font) ?? own.font)
    const look: OdtLook = font === undefined ? own : { ...own, font }
    this.resolved.set(key, look)
    return look
  }

  /** Has a cell of this style lines on at least two sides? */
  isBoxed(name: string | undefined): boolean {
    const properties = findChild(this.byName.get(`table-cell ${name}`), 'style:table-cell-properties')?.attributes
    if (!properties) return false
    const visible = (value: string | undefined) => value !== undefined && !/^none|^hidden|#ffffff$/i.test(value.trim())
    if (properties['fo:border'] !== undefined) return visible(properties['fo:border'])
    const sides = ['left', 'right', 'top', 'bottom'].filter((side) => visible(properties[`fo:border-${side}`]))
    return sides.length >= 2
  }
}

function ownLook(style: XmlElement): OdtLook {
  const text = findChild(style, 'style:text-properties')?.attributes ?? {}
  const [paragraph] = childrenNamed(style, 'style:paragraph-properties')
  const before = paragraph?.attributes['fo:break-before']
  const master = style.attributes['style:master-page-name']
  const transform = text['fo:text-transform']
  const display = text['text:display']
  const look: Record<string, unknown> = {
    font: text['style:font-name'] ?? text['fo:font-family'],
    capitals: transform === undefined ? undefined : transform === 'uppercase',
    hidden: display === undefined ? undefined : display === 'none',
    pageBefore: before === undefined && !master ? undefined : before === 'page' || Boolean(master),
    pageAfter: paragraph?.attributes['fo:break-after'] === 'page' ? true : undefined,
    listStyle: style.attributes['style:list-style-name'] || undefined,
  }
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined))
}
