import type { XmlElement, XmlNode } from './parse-xml.ts'

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

/** The first child of that name. */
export function findChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => isElement(node) && node.name === name)
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((node): node is XmlElement => isElement(node) && node.name === name) ?? []
}

/** All elements of that name below, in document order; their number is bounded by the parser. */
export function descendantsNamed(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const waiting: XmlNode[] = [...element.children].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue
    if (node.name === name) found.push(node)
    for (let index = node.children.length - 1; index >= 0; index -= 1) waiting.push(node.children[index] ?? '')
  }
  return found
}

/** The text directly inside an element. */
export function textOf(element: XmlElement): string {
  return element.children.filter((node) => typeof node === 'string').join('')
}

/** A whole number between the bounds, or the fallback when the attribute is missing or no number. */
export function wholeNumber(value: string | undefined, fallback: number, min: number, max: number): number {
  if (value === undefined || !/^[+-]?\d{1,15}(?:\.\d+)?$/.test(value.trim())) return fallback
  return Math.min(max, Math.max(min, Math.trunc(Number(value))))
}
