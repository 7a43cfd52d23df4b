import type { ReadingLimits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import { parseXml, type XmlElement } from '../xml/parse-xml.ts'
import { childrenNamed } from '../xml/tree.ts'
import { Archive } from '../zip/open-zip.ts'
import { docxNamespaces } from './namespaces.ts'

interface Relationship {
  readonly type: string
  readonly target: string
}

/** The parts of a Word file that carry text or decide how text is numbered. */
export interface DocxPackage {
  readonly document: XmlElement
  readonly styles: XmlElement | undefined
  readonly numbering: XmlElement | undefined
  readonly footnotes: XmlElement | undefined
  readonly endnotes: XmlElement | undefined
  readonly headersAndFooters: readonly XmlElement[]
  /** A file inside the file (`w:altChunk`): its bytes by relationship. */
  readonly embedded: ReadonlyMap<string, Uint8Array>
  /** The bytes of another part that the document names, by relationship. */
  readRelated(id: string): Promise<Uint8Array | undefined>
}

/** Throws `wrong-kind` for an archive that is no Word file (a workbook, slides, any zip). */
export async function openDocx(bytes: Uint8Array, limits: ReadingLimits): Promise<DocxPackage> {
  const archive = await Archive.open(bytes, limits)
  if (archive.has('EncryptionInfo') || archive.has('EncryptedPackage')) throw new Unreadable('encrypted')
  const readPart = async (name: string) => {
    const part = await archive.read(name)
    return part === undefined ? undefined : parseXml(part, docxNamespaces, limits)
  }
  const mainName = await findMainPart(archive, readPart)
  const document = await readPart(mainName)
  if (document?.name !== 'w:document') throw new Unreadable('wrong-kind', { expected: '.docx' })

  const relationships = relationshipsOf(await readPart(relationshipsName(mainName)), mainName)
  const ofType = (kind: string) => [...relationships.values()].filter(({ type }) => type.endsWith(`/${kind}`))
  const single = async (kind: string) => {
    const [first] = ofType(kind)
    return first === undefined ? undefined : readPart(first.target)
  }
  const headersAndFooters: XmlElement[] = []
  for (const { target } of [...ofType('header'), ...ofType('footer')]) {
    const part = await readPart(target)
    if (part) headersAndFooters.push(part)
  }
  return {
    document,
    styles: await single('styles'),
    numbering: await single('numbering'),
    footnotes: await single('footnotes'),
    endnotes: await single('endnotes'),
    headersAndFooters,
    embedded: await readEmbedded(archive, relationships),
    readRelated: async (id) => {
      const target = relationships.get(id)?.target
      return target === undefined ? undefined : archive.read(target)
    },
  }
}

async function readEmbedded(
  archive: Archive,
  relationships: ReadonlyMap<string, Relationship>,
): Promise<Map<string, Uint8Array>> {
  const embedded = new Map<string, Uint8Array>()
  for (const [id, { type, target }] of relationships) {
    const part = type.endsWith('/aFChunk') ? await archive.read(target) : undefined
    if (part) embedded.set(id, part)
  }
  return embedded
}

async function findMainPart(
  archive: Archive,
  readPart: (name: string) => Promise<XmlElement | undefined>,
): Promise<string> {
  const roots = archive.has('_rels/.rels') ? relationshipsOf(await readPart('_rels/.rels'), '') : new Map()
  for (const { type, target } of roots.values()) {
    if (type.endsWith('/officeDocument') && archive.has(target)) return target
  }
  if (archive.has('word/document.xml')) return 'word/document.xml'
  throw new Unreadable('wrong-kind', { expected: '.docx' })
}

function relationshipsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** Relationships to parts inside the file; what lies outside is never fetched. */
function relationshipsOf(part: XmlElement | undefined, source: string): Map<string, Relationship> {
  const found = new Map<string, Relationship>()
  for (const { attributes } of childrenNamed(part, 'rel:Relationship')) {
    const { Id, Type, Target, TargetMode } = attributes
    if (Id === undefined || Type === undefined || Target === undefined || TargetMode === 'External') continue
    found.set(Id, { type: Type, target: resolvePart(Target, source) })
  }
  return found
}

/** `../x.xml` seen from `word/document.xml` is `x.xml`; a path that leaves the archive ends at its root. */
function resolvePart(target: string, source: string): string {
  const path = target.startsWith('/') ? [] : source.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
