import type { SourceText } from '../src/core/text/source.ts'

/** What a reader's result breaks of the promises of `SourceText`: cells in order, whole lines, spans inside the text. */
export function sourceTextProblems(source: SourceText): string[] {
  const { text } = source
  const problems: string[] = []
  if (/[^\P{Cc}\t\n\f]/u.test(text)) problems.push('control characters in the text')
  if (!text.isWellFormed()) problems.push('half a character in the text')
  for (const [tableIndex, table] of source.tables.entries()) {
    let last = 0
    for (const cell of table.rows.flat()) {
      const place = `table ${tableIndex}, cell at ${cell.start}`
      if (cell.start < last || cell.end < cell.start || cell.end > text.length) problems.push(`${place}: out of order`)
      if (cell.start > 0 && !'\n\f'.includes(text.charAt(cell.start - 1)))
        problems.push(`${place}: begins inside a line`)
      if (text.charAt(cell.end) !== '\n') problems.push(`${place}: ends inside a line`)
      if (cell.columns < 1 || cell.rows < 1 || cell.column < 0) problems.push(`${place}: covers nothing`)
      last = cell.end
    }
  }
  for (const span of [...source.notes, ...source.uncertain]) {
    if (span.start < 0 || span.end < span.start || span.end > text.length)
      problems.push(`span at ${span.start}: outside`)
  }
  return problems
}

/** The texts of a table's cells, row by row. */
export function cellTexts(source: SourceText, table: number): string[][] {
  const rows = source.tables[table]?.rows ?? []
  return rows.map((row) => row.map((cell) => source.text.slice(cell.start, cell.end)))
}

/** The lines that say something. */
export function filledLines(source: SourceText): string[] {
  return source.text.split(/[\n\f]/).filter((line) => line.trim() !== '')
}
