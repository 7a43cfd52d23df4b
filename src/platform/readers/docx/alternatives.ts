import type { XmlElement, XmlNode } from '../xml/parse-xml.ts'
import { findChild, isElement } from '../xml/tree.ts'

/** Word stores a drawing twice, for itself and for older programs: one of the two, the newer. */
export function chosenBranch(alternative: XmlElement): XmlElement | undefined {
  return findChild(alternative, 'mc:Choice') ?? findChild(alternative, 'mc:Fallback')
}

/** The text boxes (`w:txbxContent`) of a drawing, those inside others left to them, every alternative taken once. */
export function textBoxes(drawing: XmlElement): XmlElement[] {
  const found: XmlElement[] = []
  const waiting: XmlNode[] = [drawing]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue
    if (node.name === 'w:txbxContent') {
      found.push(node)
      continue
    }
    const branch = node.name === 'mc:AlternateContent' ? chosenBranch(node) : node
    for (const child of [...(branch?.children ?? [])].reverse()) waiting.push(child)
  }
  return found
}

/** Children of that name, also those wrapped in content controls, custom markup or accepted insertions. */
export function contentNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((node) => {
    if (!isElement(node)) return []
    if (node.name === name) return node
    if (node.name === 'mc:AlternateContent') {
      const branch = chosenBranch(node)
      return branch ? contentNamed(branch, name) : []
    }
    return wrappers.has(node.name) ? contentNamed(node, name) : []
  })
}

/** Stand around paragraphs, rows and cells. */
export const wrappers: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
])
