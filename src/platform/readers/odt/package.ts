import type { ReadingLimits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'
import { type Namespaces, parseXml, type XmlElement } from '../xml/parse-xml.ts'
import { descendantsNamed, findChild } from '../xml/tree.ts'
import { Archive } from '../zip/open-zip.ts'

const ODF = 'urn:oasis:names:tc:opendocument:xmlns'

const namespaces: Namespaces = {
  [`${ODF}:office:1.0`]: 'office',
  [`${ODF}:text:1.0`]: 'text',
  [`${ODF}:table:1.0`]: 'table',
  [`${ODF}:style:1.0`]: 'style',
  [`${ODF}:drawing:1.0`]: 'draw',
  [`${ODF}:xsl-fo-compatible:1.0`]: 'fo',
  [`${ODF}:manifest:1.0`]: 'manifest',
  [`${ODF}:svg-compatible:1.0`]: 'svg',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
}

export interface OdtPackage {
  readonly content: XmlElement
  readonly styles: XmlElement | undefined
  /** The text itself (`office:text`). */
  readonly body: XmlElement
}

/** Throws `encrypted`, and `wrong-kind` for an archive that is no OpenDocument text. */
export async function openOdt(bytes: Uint8Array, limits: ReadingLimits): Promise<OdtPackage> {
  const archive = await Archive.open(bytes, limits)
  const readPart = async (name: string) => {
    const part = await archive.read(name)
    return part === undefined ? undefined : parseXml(part, namespaces, limits)
  }
  const manifest = await readPart('META-INF/manifest.xml')
  if (manifest && descendantsNamed(manifest, 'manifest:encryption-data').length > 0) throw new Unreadable('encrypted')
  const content = await readPart('content.xml')
  const body = findChild(findChild(content, 'office:body'), 'office:text')
  if (!content || !body) throw new Unreadable('wrong-kind', { expected: '.odt' })
  return { content, styles: await readPart('styles.xml'), body }
}
