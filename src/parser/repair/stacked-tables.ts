import type { SourceCell, SourceTable, SourceText } from '../../core/text/source.ts'
import { HEADING_MARKS } from '../fields/marks-of-headings.ts'
import type { Role } from '../fields/table-columns.ts'
import { findMark } from '../outline/marks.ts'
import { dealLines, MOST_LINES } from './stacked-cells.ts'
import { GROUP, type RawLine, rawLines, type StackedHead, stackedHeads } from './stacked-heads.ts'

type Row = SourceCell[]

const isNumber = (line: RawLine | undefined, number: number): boolean =>
  line !== undefined && /^0?\d{1,2}[.)]?$/.test(line.text) && Number.parseInt(line.text, 10) === number

/** The line on which the row with this number begins; a number of exemplars may look like it and stands where cells are still missing. */
function rowAt(lines: readonly RawLine[], from: number, number: number, columns: number): number {
  let early = -1
  for (let at = from; at < Math.min(lines.length, from + MOST_LINES); at++) {
    if (!isNumber(lines[at], number)) continue
    if (isNumber(lines[at + 1], number)) continue
    if (at - from >= columns) return at
    if (early < 0) early = at
  }
  return early
}

function cellOf(lines: readonly RawLine[], column: number, columns: number, at: number): SourceCell {
  const [first, last] = [lines[0], lines.at(-1)]
  return { start: first?.start ?? at, end: last?.end ?? at, column, columns, rows: 1 }
}

/** The heads in one row, or in two where one of them is divided. */
function headRows(heads: readonly StackedHead[]): Row[] {
  const divided = heads.some(({ below }) => below.length > 0)
  const upper: Row = []
  const lower: Row = []
  let column = 0
  for (const { lines, below } of heads) {
    const columns = Math.max(1, below.length)
    upper.push({ ...cellOf(lines, column, columns, 0), rows: divided && below.length === 0 ? 2 : 1 })
    below.forEach((head, i) => {
      lower.push(cellOf(head.lines, column + i, 1, 0))
    })
    column += columns
  }
  return divided ? [upper, lower] : [upper]
}

const rolesOf = (heads: readonly StackedHead[]): Role[] =>
  heads.slice(1).flatMap(({ role, below }) => (below.length > 0 ? below.map((head) => head.role) : [role]))

/** A row and the group that its last lines name. */
function rowsOf(number: RawLine, lines: readonly RawLine[], roles: readonly Role[], open: boolean): Row[] {
  const group = lines.findIndex(({ text }, i) => i > 0 && GROUP.test(text))
  const own = group < 0 ? lines : lines.slice(0, group)
  const row = [cellOf([number], 0, 1, number.end)]
  let at = 0
  dealLines(own, roles, open && group < 0).forEach((count, i) => {
    row.push(cellOf(own.slice(at, at + count), i + 1, 1, row.at(-1)?.end ?? number.end))
    at += count
  })
  return group < 0 ? [row] : [row, [cellOf(lines.slice(group), 0, roles.length + 1, 0)]]
}

/** Where a table must end: at a heading, at words in capitals. */
function tableEnd(lines: readonly RawLine[], from: number): number {
  const last = Math.min(lines.length, from + MOST_LINES)
  for (let at = from + 1; at < last; at++) {
    const { text } = lines[at] ?? { text: '' }
    if (HEADING_MARKS.has(findMark(text)?.mark ?? '') || (text.length > 8 && text === text.toUpperCase())) return at
  }
  return last
}

/** A table of which every cell stands on a line of its own, and the index of the line behind it. */
function tableAt(lines: readonly RawLine[], from: number): { table: SourceTable; next: number } | null {
  const found = stackedHeads(lines, from)
  if (!found) return null
  const roles = rolesOf(found.heads)
  const rows: Row[] = []
  let at = rowAt(lines.slice(0, found.next + 4), found.next, 1, 0)
  if (at < 0) return null
  if (at > found.next) rows.push([cellOf(lines.slice(found.next, at), 0, roles.length + 1, 0)])
  for (let number = 1; at >= 0; number++) {
    const after = rowAt(lines, at + 1, number + 1, roles.length)
    const end = after < 0 ? tableEnd(lines, at) : after
    const [first, own] = [lines[at], lines.slice(at + 1, end)]
    if (!first || own.length === 0) return null
    rows.push(...rowsOf(first, own, roles, after < 0))
    at = after
    if (after < 0 && number < 2) return null
  }
  const ends = rows.at(-1)?.at(-1)?.end ?? 0
  return {
    table: { kind: 'grid', rows: [...headRows(found.heads), ...rows] },
    next: lines.findIndex(({ start }) => start >= ends),
  }
}

/** Adds the tables that a copy has flattened to one cell a line: heads of columns one under the other, then 1, its cells, 2, its cells, … */
export function withStackedTables(source: SourceText): SourceText {
  const taken = source.tables.flatMap(({ rows }) => rows.flat())
  const lines = rawLines(source.text)
  const found: SourceTable[] = []
  for (let at = 0; at >= 0 && at < lines.length; at++) {
    const table = tableAt(lines, at)
    if (!table || taken.some(({ start, end }) => (lines[at]?.start ?? 0) >= start && (lines[at]?.start ?? 0) < end))
      continue
    found.push(table.table)
    if (table.next < 0) break
    at = table.next - 1
  }
  if (found.length === 0) return source
  const startOf = ({ rows }: SourceTable) => rows[0]?.[0]?.start ?? 0
  return { ...source, tables: [...source.tables, ...found].sort((a, b) => startOf(a) - startOf(b)) }
}
