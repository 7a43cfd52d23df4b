import { defaultLimits, type ReadingLimits } from '../readers/limits.ts'
import { Unreadable } from '../readers/unreadable.ts'
import { type Namespaces, parseXml, type XmlElement } from '../readers/xml/parse-xml.ts'
import { childrenNamed, descendantsNamed, findChild } from '../readers/xml/tree.ts'
import { Archive } from '../readers/zip/open-zip.ts'

/** One row of the first sheet: its number as Excel shows it, and the text of its cells from column A on. */
export interface SheetRow {
  readonly number: number
  readonly cells: readonly string[]
}

const MIB = 1024 * 1024
const MOST_COLUMNS = 50

/** Lists that people keep, not data sets: read in this process, so bounded tightly. */
const LIST_LIMITS: ReadingLimits = {
  ...defaultLimits,
  maxBytes: 5 * MIB,
  maxUnpackedBytes: 60 * MIB,
  maxEntries: 500,
  maxNodes: 400_000,
  maxXmlDepth: 32,
  maxCharacters: 2_000_000,
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const NAMESPACES: Namespaces = { [MAIN]: 's', [STRICT]: 's' }

/**
 * The first sheet of an Excel file as text. Formulas are never worked out: the value that Excel saved beside one is taken. Empty rows are left out.
 * Throws `Unreadable`.
 */
export async function readXlsx(bytes: Uint8Array, limits: ReadingLimits = LIST_LIMITS): Promise<SheetRow[]> {
  const archive = await Archive.open(bytes, limits)
  const part = async (name: string) => {
    const content = await archive.read(name)
    return content && parseXml(content, NAMESPACES, limits)
  }
  const sheet = await part(firstSheet(archive))
  if (!sheet) throw new Unreadable('wrong-kind', { found: 'zip' })
  const shared = await part('xl/sharedStrings.xml')
  const strings = shared ? childrenNamed(shared, 's:si').map((string) => tidy(textOf(string))) : []
  // One long string may stand in every cell: what counts is what comes out.
  let characters = 0
  return childrenNamed(findChild(sheet, 's:sheetData'), 's:row').flatMap((row, index) => {
    const cells = cellsOf(row, strings)
    characters += cells.reduce((sum, cell) => sum + cell.length, 0)
    if (characters > limits.maxCharacters) throw new Unreadable('too-long')
    return cells.some((cell) => cell !== '') ? [{ number: Number(row.attributes['r']) || index + 1, cells }] : []
  })
}

/** Sheets are numbered in the order they were made; the lowest number is the one that a list of one sheet has. */
function firstSheet(archive: Archive): string {
  const numbers = archive.names().flatMap((name) => /^xl\/worksheets\/sheet(\d{1,4})\.xml$/.exec(name)?.[1] ?? [])
  const [first] = numbers.toSorted((a, b) => Number(a) - Number(b))
  return `xl/worksheets/sheet${first ?? 1}.xml`
}

function cellsOf(row: XmlElement, strings: readonly string[]): string[] {
  const cells: string[] = []
  for (const [index, cell] of childrenNamed(row, 's:c').entries()) {
    const column = columnOf(cell.attributes['r']) ?? index
    if (column >= MOST_COLUMNS) break
    while (cells.length < column) cells.push('')
    cells[column] = cellText(cell, strings)
  }
  return cells
}

/** `C7` → 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1]
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellText(cell: XmlElement, strings: readonly string[]): string {
  const type = cell.attributes['t']
  if (type === 'inlineStr') return tidy(textOf(findChild(cell, 's:is') ?? cell))
  const value = findChild(cell, 's:v')
  const text = value ? directText(value) : ''
  return type === 's' ? (strings[Number(text)] ?? '') : tidy(text)
}

/** All runs of a string, without the phonetic guides of other scripts. */
function textOf(element: XmlElement): string {
  return descendantsNamed(element, 's:t').map(directText).join('')
}

function directText(element: XmlElement): string {
  return element.children.filter((node) => typeof node === 'string').join('')
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
