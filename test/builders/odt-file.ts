import { escapeXml, type ListLevel, type OfficeBlock, type OfficeContent } from './office-content.ts'
import { aZipFile } from './zip-file.ts'

const ODF = 'urn:oasis:names:tc:opendocument:xmlns'
const NAMESPACES = [
  `xmlns:office="${ODF}:office:1.0"`,
  `xmlns:text="${ODF}:text:1.0"`,
  `xmlns:table="${ODF}:table:1.0"`,
  `xmlns:style="${ODF}:style:1.0"`,
  `xmlns:draw="${ODF}:drawing:1.0"`,
  `xmlns:svg="${ODF}:svg-compatible:1.0"`,
  `xmlns:fo="${ODF}:xsl-fo-compatible:1.0"`,
].join(' ')
const TEXT_TYPE = 'application/vnd.oasis.opendocument.text'
const XML = '<?xml version="1.0" encoding="UTF-8"?>'

export interface OdtParts {
  /** What stands inside `office:text`. */
  readonly body: string
  /** What stands inside `office:automatic-styles`. */
  readonly automatic?: string
  /** What stands inside `office:font-face-decls`. */
  readonly fonts?: string
  /** What stands inside `office:master-styles` of styles.xml. */
  readonly master?: string
}

/** An OpenDocument text out of its parts. */
export function anOdtOfParts({ body, automatic = '', fonts = '', master = '' }: OdtParts): Uint8Array {
  return aZipFile([
    { name: 'mimetype', content: TEXT_TYPE, stored: true },
    {
      name: 'META-INF/manifest.xml',
      content: `${XML}<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TEXT_TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    },
    {
      name: 'content.xml',
      content: `${XML}<office:document-content ${NAMESPACES} office:version="1.2"><office:font-face-decls>${fonts}</office:font-face-decls><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    {
      name: 'styles.xml',
      content: `${XML}<office:document-styles ${NAMESPACES} office:version="1.2"><office:styles/><office:automatic-styles><style:page-layout style:name="Page"/></office:automatic-styles><office:master-styles>${master}</office:master-styles></office:document-styles>`,
    },
  ])
}

/** Content as LibreOffice would store it: real lists, real tables, breaks. */
export function anOdtFile(content: OfficeContent): Uint8Array {
  const begun = new Set<string>()
  const lists = Object.entries(content.lists ?? {}).map(([name, levels]) => listStyle(name, levels))
  const looks =
    '<style:style style:name="Break" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>' +
    '<style:style style:name="Lined" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>' +
    '<style:style style:name="Bare" style:family="table-cell"><style:table-cell-properties fo:border="none"/></style:style>'
  return anOdtOfParts({
    body: content.blocks.map((block) => blockXml(block, begun)).join(''),
    automatic: looks + lists.join(''),
    ...(content.footer === undefined
      ? {}
      : {
          master: `<style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer>${paragraphXml(content.footer)}</style:footer></style:master-page>`,
        }),
  })
}

function blockXml(block: OfficeBlock, begun: Set<string>): string {
  if ('table' in block) return tableXml(block.table, block.lines)
  if ('pageBreak' in block) return '<text:p text:style-name="Break"/>'
  if ('item' in block) return itemXml(block.item, block.list, block.level ?? 0, begun)
  return paragraphXml(block.paragraph)
}

/** Every item is a list of its own that goes on counting, as LibreOffice writes lists with text between the items. */
function itemXml(text: string, list: string, level: number, begun: Set<string>): string {
  const open = '<text:list><text:list-item>'.repeat(level)
  const close = '</text:list-item></text:list>'.repeat(level)
  const goesOn = begun.has(list) ? ' text:continue-numbering="true"' : ''
  begun.add(list)
  return `<text:list text:style-name="${escapeXml(list)}"${goesOn}><text:list-item>${open}${paragraphXml(text)}${close}</text:list-item></text:list>`
}

function paragraphXml(text: string): string {
  const spaced = escapeXml(text).replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`)
  return `<text:p>${spaced.replace(/\t/g, '<text:tab/>')}</text:p>`
}

function tableXml(rows: readonly (readonly string[])[], lines: boolean): string {
  const cellXml = (cell: string) =>
    `<table:table-cell table:style-name="${lines ? 'Lined' : 'Bare'}">${cell.split('\n').map(paragraphXml).join('')}</table:table-cell>`
  const rowXml = (row: readonly string[]) => `<table:table-row>${row.map(cellXml).join('')}</table:table-row>`
  return `<table:table><table:table-column table:number-columns-repeated="${rows[0]?.length ?? 1}"/>${rows.map(rowXml).join('')}</table:table>`
}

const formats = { decimal: '1', upperRoman: 'I', lowerRoman: 'i', upperLetter: 'A', lowerLetter: 'a' } as const

/** `%1.%2.` becomes a suffix and a number of levels shown: ODF joins the levels with dots. */
function listStyle(name: string, levels: readonly ListLevel[]): string {
  const levelXml = ({ format, text, start }: ListLevel, index: number) => {
    if (format === 'bullet') {
      return `<text:list-level-style-bullet text:level="${index + 1}" text:bullet-char="${escapeXml(text)}"/>`
    }
    const shown = text.match(/%\d/g)?.length ?? 1
    const prefix = escapeXml(/^[^%]*/.exec(text)?.[0] ?? '')
    const suffix = escapeXml(/[^\d]*$/.exec(text)?.[0] ?? '')
    return `<text:list-level-style-number text:level="${index + 1}" style:num-format="${formats[format]}" style:num-prefix="${prefix}" style:num-suffix="${suffix}" text:display-levels="${shown}" text:start-value="${start ?? 1}"/>`
  }
  return `<text:list-style style:name="${escapeXml(name)}">${levels.map(levelXml).join('')}</text:list-style>`
}
