import type { SourceCell, SourceTable, SourceText } from '../../core/text/source.ts'

const PIPE_ROW = /^\s*\|.*\|\s*$/
const PIPE_RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/

/** Asterisks for bold and italic, hashes for headings, backslashes in front of punctuation. An asterisk with a blank behind it at the head of a line is a bullet. */
function withoutEmphasis(line: string): string {
  const plain = line
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/\\([\\`_{}[\]()#+\-.!|>])/g, '$1')
    .replace(/\*{2,}/g, '')
    .replace(/(?<![\p{L}\d])__?(?=\p{L})|(?<=[\p{L}.)])__?(?![\p{L}\d_])/gu, '')
    .replace(/<br\s*\/?>/gi, ' ')
  const bullet = plain.match(/^\s*\*\s+(?=\S)/)?.[0] ?? ''
  return bullet + plain.slice(bullet.length).replace(/\*/g, '')
}

interface Writer {
  text: string
  tables: SourceTable[]
}

/** Writes the cells of rows below each other and remembers where each stands. */
function writeTable(writer: Writer, rows: readonly (readonly string[])[]): void {
  const placed: SourceCell[][] = []
  for (const row of rows) {
    const cells: SourceCell[] = []
    row.forEach((content, column) => {
      const start = writer.text.length
      writer.text += `${content}\n`
      cells.push({ start, end: writer.text.length - 1, column, columns: 1, rows: 1 })
    })
    placed.push(cells)
  }
  const widths = new Set(rows.map((row) => row.length))
  const kind = rows.length <= 3 && Math.max(...widths) <= 2 ? 'columns' : 'grid'
  writer.tables.push({ kind, rows: placed })
}

function pipeRow(line: string): string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return inner.split('|').map((cell) => cell.trim())
}

/** Rows of a table whose bars stand on lines of their own: a bar opens a row and closes each cell, so two bars in a row part two rows. */
function barRows(lines: readonly string[], from: number): { rows: string[][]; next: number } {
  const rows: string[][] = []
  let row: string[] = []
  let cell: string[] = []
  let at = from + 1
  let open = true
  for (; at < lines.length && open; at++) {
    const line = lines[at] ?? ''
    if (line.trim() !== '|') {
      cell.push(line)
      continue
    }
    row.push(cell.filter((part) => part.trim() !== '').join('\n'))
    cell = []
    const follow = lines[at + 1]?.trim()
    const closed = follow === '|' || follow === '' || follow === undefined
    if (!closed) continue
    rows.push(row)
    row = []
    open = follow === '|'
    if (open) at++
  }
  return { rows, next: at }
}

function looksLikeBars(lines: readonly string[], at: number): boolean {
  if (lines[at]?.trim() !== '|') return false
  for (let i = at + 1; i < Math.min(lines.length, at + 60); i++) if (lines[i]?.trim() === '|') return true
  return false
}

/**
 * Plain text that was made from a web page or written in Markdown: emphasis is taken away, tables drawn with bars become tables.
 * Other texts, and those whose reader gave tables, are returned as they are.
 */
export function withoutMarkdown(source: SourceText): SourceText {
  if (source.tables.length > 0 || !/\*\*|^\s*\||^#{1,6}\s|[^\s*]\*(?:\s|$)/m.test(source.text)) return source
  const lines = source.text.replace(/\r\n?/g, '\n').split('\n').map(withoutEmphasis)
  const writer: Writer = { text: '', tables: [] }
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (looksLikeBars(lines, at)) {
      const { rows, next } = barRows(lines, at)
      writeTable(writer, rows)
      writer.text += '\n'
      at = next
    } else if (PIPE_ROW.test(line) && line.trim().length > 2) {
      const rows: string[][] = []
      for (; at < lines.length && PIPE_ROW.test(lines[at] ?? ''); at++) {
        if (!PIPE_RULE.test(lines[at] ?? '')) rows.push(pipeRow(lines[at] ?? ''))
      }
      if (rows.length > 0) writeTable(writer, rows)
    } else {
      writer.text += PIPE_RULE.test(line) && line.includes('|') ? '\n' : `${line}\n`
      at++
    }
  }
  return { text: writer.text, lines: source.lines, tables: writer.tables, notes: [], uncertain: [] }
}
