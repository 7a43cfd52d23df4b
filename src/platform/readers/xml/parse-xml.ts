import { Parser } from 'htmlparser2'
import type { ReadingLimits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'

/** An element with the prefix that we use for its namespace (`w:p`), whatever prefix the file uses. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

/** Address of a namespace → the prefix that our code knows it by; elements of other namespaces become `other:…`. */
export type Namespaces = Readonly<Record<string, string>>

/** Word declares about forty; each element that declares copies them all. */
const MAX_PREFIXES = 200

interface OpenElement {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: XmlNode[]
  /** Prefixes declared so far, this element's own included. */
  readonly scope: ReadonlyMap<string, string>
}

/**
 * One XML part as a tree. Entities other than the five of XML are left as they stand and no document type is read, so nothing
 * outside the part is ever fetched or multiplied. Throws `too-deep`, `too-long` (too many elements) and `damaged` (no element).
 */
export function parseXml(bytes: Uint8Array, namespaces: Namespaces, limits: ReadingLimits): XmlElement {
  const builder = new TreeBuilder(namespaces, limits)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      onclosetag: () => builder.close(),
      ontext: (text) => builder.text(text),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(decodeXml(bytes))
  parser.end()
  return builder.root()
}

class TreeBuilder {
  private readonly namespaces: Namespaces
  private readonly limits: ReadingLimits
  private readonly stack: OpenElement[] = []
  private found: XmlElement | undefined
  private nodes = 0

  constructor(namespaces: Namespaces, limits: ReadingLimits) {
    this.namespaces = namespaces
    this.limits = limits
  }

  open(name: string, given: Readonly<Record<string, string>>): void {
    this.nodes += 1
    if (this.nodes > this.limits.maxNodes) throw new Unreadable('too-long')
    if (this.stack.length >= this.limits.maxXmlDepth) throw new Unreadable('too-deep')
    const scope = scopeWithin(this.stack.at(-1)?.scope ?? new Map(), given)
    const attributes: Record<string, string> = Object.create(null)
    for (const [key, value] of Object.entries(given)) {
      attributes[key.includes(':') ? this.known(key, scope) : key] = value
    }
    const element: OpenElement = { name: this.known(name, scope), attributes, children: [], scope }
    this.stack.at(-1)?.children.push(element)
    this.stack.push(element)
    this.found ??= element
  }

  close(): void {
    this.stack.pop()
  }

  text(text: string): void {
    const children = this.stack.at(-1)?.children
    if (!children) return
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + text
    else children.push(text)
  }

  root(): XmlElement {
    if (!this.found) throw new Unreadable('damaged')
    return this.found
  }

  private known(name: string, scope: ReadonlyMap<string, string>): string {
    const colon = name.indexOf(':')
    const uri = scope.get(colon < 0 ? '' : name.slice(0, colon))
    const prefix = uri === undefined ? undefined : this.namespaces[uri]
    return `${prefix ?? 'other'}:${name.slice(colon + 1)}`
  }
}

/** Most elements declare nothing: they share the map of their parent. */
function scopeWithin(
  outer: ReadonlyMap<string, string>,
  attributes: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  let scope: Map<string, string> | undefined
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue
    scope ??= new Map(outer)
    scope.set(key.slice(6), value)
    if (scope.size > MAX_PREFIXES) throw new Unreadable('too-deep')
  }
  return scope ?? outer
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) {
    return new TextDecoder('utf-16le').decode(bytes)
  }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) {
    return new TextDecoder('utf-16be').decode(bytes)
  }
  return new TextDecoder().decode(bytes)
}
