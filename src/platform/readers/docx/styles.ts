import type { XmlElement } from '../xml/parse-xml.ts'
import { childrenNamed, findChild, wholeNumber } from '../xml/tree.ts'

/** What a style or a run says about how its text prints; undefined where it says nothing. */
export interface RunLook {
  readonly font?: string | undefined
  readonly capitals?: boolean | undefined
  readonly hidden?: boolean | undefined
}

/** The list a paragraph belongs to: `w:numId` (0: none, whatever the style says) and level (0–8). */
export interface NumberingRef {
  readonly list?: string | undefined
  readonly level?: number | undefined
}

export interface StyleLook extends RunLook {
  readonly numbering?: NumberingRef | undefined
  readonly pageBreakBefore?: boolean | undefined
  readonly borders?: XmlElement | undefined
}

interface Style extends StyleLook {
  readonly basedOn: string | undefined
}

/** A style may stand on a style; a circle of them ends here. */
const MAX_CHAIN = 30

/** The styles of a document, each resolved along `w:basedOn` down to the defaults. */
export class Styles {
  private readonly byId = new Map<string, Style>()
  private readonly resolved = new Map<string, StyleLook>()
  private readonly defaults: RunLook
  private readonly defaultParagraph: string | undefined

  constructor(part: XmlElement | undefined) {
    const defaults = findChild(findChild(findChild(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
    this.defaults = runLook(defaults)
    let defaultParagraph: string | undefined
    for (const element of childrenNamed(part, 'w:style')) {
      const id = element.attributes['w:styleId']
      if (id === undefined) continue
      this.byId.set(id, styleOf(element))
      const isDefault = isOn(element.attributes['w:default'])
      if (isDefault && element.attributes['w:type'] === 'paragraph') defaultParagraph = id
    }
    this.defaultParagraph = defaultParagraph
  }

  /** The look of a paragraph style (or of the default one) with everything it stands on. */
  paragraph(id: string | undefined): StyleLook {
    return { ...this.defaults, ...this.named(id !== undefined && this.byId.has(id) ? id : this.defaultParagraph) }
  }

  /** The look of any style with everything it stands on, without the defaults of the document. */
  named(id: string | undefined): StyleLook {
    if (id === undefined) return {}
    const known = this.resolved.get(id)
    if (known) return known
    const chain: Style[] = []
    for (let next = this.byId.get(id); next && chain.length < MAX_CHAIN; next = this.byId.get(next.basedOn ?? '')) {
      chain.unshift(next)
    }
    const look: Record<string, unknown> = {}
    for (const style of chain)
      for (const [key, value] of Object.entries(style)) if (value !== undefined) look[key] = value
    const numbering = Object.assign({}, ...chain.map((style) => dropUndefined(style.numbering ?? {})))
    const resolved: StyleLook = { ...look, numbering }
    this.resolved.set(id, resolved)
    return resolved
  }
}

function styleOf(element: XmlElement): Style {
  const paragraph = findChild(element, 'w:pPr')
  return {
    basedOn: findChild(element, 'w:basedOn')?.attributes['w:val'],
    numbering: numberingRef(paragraph),
    pageBreakBefore: flag(findChild(paragraph, 'w:pageBreakBefore')),
    borders: findChild(findChild(element, 'w:tblPr'), 'w:tblBorders'),
    ...runLook(findChild(element, 'w:rPr')),
  }
}

/** Reads `w:rPr`. */
export function runLook(properties: XmlElement | undefined): RunLook {
  const fonts = findChild(properties, 'w:rFonts')?.attributes
  return {
    font: fontOf(fonts),
    capitals: flag(findChild(properties, 'w:caps')),
    hidden: flag(findChild(properties, 'w:vanish')),
  }
}

/** Accented letters print in the font for «high ANSI»; the fonts of the theme are Unicode fonts and come first. */
function fontOf(fonts: Readonly<Record<string, string>> | undefined): string | undefined {
  if (fonts === undefined) return undefined
  if (fonts['w:hAnsiTheme'] !== undefined) return 'theme'
  return fonts['w:hAnsi'] ?? fonts['w:ascii']
}

/** Reads `w:numPr` of `w:pPr`. */
export function numberingRef(properties: XmlElement | undefined): NumberingRef | undefined {
  const numbering = findChild(properties, 'w:numPr')
  if (!numbering) return undefined
  const level = findChild(numbering, 'w:ilvl')?.attributes['w:val']
  return {
    list: findChild(numbering, 'w:numId')?.attributes['w:val'],
    level: level === undefined ? undefined : wholeNumber(level, 0, 0, 8),
  }
}

/** A switch such as `w:caps`: there without a value means on. */
export function flag(element: XmlElement | undefined): boolean | undefined {
  return element === undefined ? undefined : isOn(element.attributes['w:val'] ?? 'true')
}

export function dropUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Partial<T>
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !['0', 'false', 'off', 'none'].includes(value)
}
