import type { SourceTable, SourceText } from '../../src/core/text/source.ts'

/** A cell's words, or the words and how many rows it spans. */
type Cell = string | readonly [words: string, rows: number]

/** The text of a plan with one table in it, as a reader hands it over: `before`, the cells one a line, `after`. */
export function planWithTable(before: string, cells: readonly (readonly Cell[])[], after: string): SourceText {
  let text = `${before}\n`
  const open = new Map<number, number>()
  const rows: SourceTable['rows'] = cells.map((row) => {
    let column = -1
    const placed = row.map((cell) => {
      const [words, rowSpan] = typeof cell === 'string' ? [cell, 1] : cell
      do column += 1
      while ((open.get(column) ?? 0) > 0)
      open.set(column, rowSpan)
      const start = text.length
      text += `${words}\n`
      return { start, end: text.length - 1, column, columns: 1, rows: rowSpan }
    })
    for (const [at, left] of open) open.set(at, left - 1)
    return placed
  })
  return { text: `${text}${after}`, lines: 'paragraphs', tables: [{ kind: 'grid', rows }], notes: [], uncertain: [] }
}
