import { escapeXml, type ListLevel, type OfficeBlock, type OfficeContent } from './office-content.ts'
import { aZipFile, type ZipEntry } from './zip-file.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const R = `xmlns:r="${OFFICE}"`
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The parts of a Word file as XML text, for tests that need what `aDocxFile` does not write. */
export interface DocxParts {
  /** What stands inside `w:body`. */
  readonly body: string
  /** What stands inside `w:styles`, `w:numbering`, `w:footnotes`, `w:ftr`. */
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly footer?: string
  readonly extra?: readonly ZipEntry[]
  /** Further `Relationship` elements of the document. */
  readonly relationships?: readonly string[]
}

/** A Word file out of its parts; prefixes `w`, `r`, `mc`, `v`, `wps` are declared. */
export function aDocxOfParts(parts: DocxParts): Uint8Array {
  const optional = (['styles', 'numbering', 'footnotes', 'footer'] as const).filter((name) => parts[name] !== undefined)
  const relationships = optional.map((name) => relationship(`r-${name}`, name, `${name}.xml`))
  const overrides = optional.map((name) => override(`/word/${name}.xml`, `${WORD_TYPE}.${name}+xml`))
  const roots = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', footer: 'ftr' }
  return aZipFile([
    {
      name: '[Content_Types].xml',
      content: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/word/document.xml', `${WORD_TYPE}.document.main+xml`)}${overrides.join('')}</Types>`,
    },
    { name: '_rels/.rels', content: relationshipsPart([relationship('r1', 'officeDocument', 'word/document.xml')]) },
    {
      name: 'word/_rels/document.xml.rels',
      content: relationshipsPart([...relationships, ...(parts.relationships ?? [])]),
    },
    {
      name: 'word/document.xml',
      content: `${XML}<w:document ${W} ${R} ${MC} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>${parts.body}</w:body></w:document>`,
    },
    ...optional.map((name) => ({
      name: `word/${name}.xml`,
      content: `${XML}<w:${roots[name]} ${W} ${R}>${parts[name]}</w:${roots[name]}>`,
    })),
    ...(parts.extra ?? []),
  ])
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${type}"/>`
}

function relationship(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
}

function relationshipsPart(relationships: readonly string[]): string {
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`
}

/** Content as Word would store it: real lists, real tables, breaks. */
export function aDocxFile(content: OfficeContent): Uint8Array {
  const lists = Object.entries(content.lists ?? {})
  const numberOf = new Map(lists.map(([name], index) => [name, index + 1]))
  const body = content.blocks.map((block) => blockXml(block, numberOf)).join('')
  const section = content.footer === undefined ? '' : '<w:footerReference w:type="default" r:id="r-footer"/>'
  return aDocxOfParts({
    body: `${body}<w:sectPr>${section}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>`,
    styles:
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    ...(lists.length === 0 ? {} : { numbering: numberingXml(lists) }),
    ...(content.footer === undefined ? {} : { footer: paragraphXml(content.footer) }),
  })
}

function blockXml(block: OfficeBlock, numberOf: ReadonlyMap<string, number>): string {
  if ('table' in block) return tableXml(block.table, block.lines)
  if ('pageBreak' in block) return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
  if ('item' in block) {
    const number = `<w:numPr><w:ilvl w:val="${block.level ?? 0}"/><w:numId w:val="${numberOf.get(block.list) ?? 0}"/></w:numPr>`
    return paragraphXml(block.item, number)
  }
  const look = `${block.bold ? '<w:b/>' : ''}${block.italic ? '<w:i/>' : ''}`
  return paragraphXml(block.paragraph, block.align ? `<w:jc w:val="${block.align}"/>` : '', look)
}

function paragraphXml(text: string, properties = '', look = ''): string {
  const runs = text.split('\t').map((part) => `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`)
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${look}</w:rPr>${runs.join('<w:tab/>')}</w:r></w:p>`
}

function tableXml(rows: readonly (readonly string[])[], lines: boolean): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const borders = lines ? sides.map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join('') : ''
  const width = Math.floor(9_000 / Math.max(1, rows[0]?.length ?? 1))
  const cellXml = (cell: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${cell
      .split('\n')
      .map((line) => paragraphXml(line))
      .join('')}</w:tc>`
  const rowXml = (row: readonly string[]) => `<w:tr>${row.map(cellXml).join('')}</w:tr>`
  const grid = (rows[0] ?? []).map(() => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map(rowXml).join('')}</w:tbl>`
}

function numberingXml(lists: readonly (readonly [string, readonly ListLevel[]])[]): string {
  const abstracts = lists.map(
    ([, levels], index) => `<w:abstractNum w:abstractNumId="${index}">${levels.map(levelXml).join('')}</w:abstractNum>`,
  )
  const numbers = lists.map((_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`)
  return [...abstracts, ...numbers].join('')
}

function levelXml({ format, text, start }: ListLevel, index: number): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="${start ?? 1}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${escapeXml(text)}"/></w:lvl>`
}
