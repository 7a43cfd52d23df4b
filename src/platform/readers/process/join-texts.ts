import type { SourceCell, SourceTable, SourceText, Span } from '../../../core/text/source.ts'

/** Several files that are one document, each beginning on a page of its own. A mixture of paragraphs and print counts as print. */
export function joinTexts(texts: readonly SourceText[]): SourceText {
  let text = ''
  const tables: SourceTable[] = []
  const notes: Span[] = []
  const uncertain: Span[] = []
  for (const [index, part] of texts.entries()) {
    if (index > 0) text += '\f'
    const by = text.length
    text += part.text
    tables.push(
      ...part.tables.map((table) => ({ ...table, rows: table.rows.map((row) => row.map((cell) => moved(cell, by))) })),
    )
    notes.push(...part.notes.map((span) => moved(span, by)))
    uncertain.push(...part.uncertain.map((span) => moved(span, by)))
  }
  const lines = texts.every((part) => part.lines === 'paragraphs') ? 'paragraphs' : 'wrapped'
  return { text, lines, tables, notes, uncertain }
}

function moved<Place extends Span | SourceCell>(place: Place, by: number): Place {
  return { ...place, start: place.start + by, end: place.end + by }
}
