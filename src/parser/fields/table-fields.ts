import type { Outline } from '../outline.ts'
import { aimOf } from './context.ts'
import { countsIn } from './counts.ts'
import { holdsParts, NO_NAMES, withNames } from './first-column.ts'
import type { Line } from './lines.ts'
import type { Passage } from './passage.ts'
import { rolesByCells } from './roles-by-cells.ts'
import { type Column, readColumn } from './table-columns.ts'
import { type Grid, type GridCell, gridOf } from './table-grid.ts'

/** A row of a table that is a field, its cells sorted by what they say. */
export interface FieldRow {
  readonly ordinal: Passage | null
  readonly title: Passage
  readonly cells: readonly { readonly column: Column; readonly text: Passage; readonly lines: readonly Line[] }[]
}

interface Head {
  readonly columns: readonly Column[]
  /** Index of the first row behind the head. */
  readonly from: number
}

const NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[ivx]{1,5})\s*[.)]?$/
const LEADING = /^(\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])\s*[.)]\s+/
const BLANK = /^[\s.,;:–—-]*$/
const FIELD_HEAD = /linh vuc|phong trao|cuoc van dong|dien hinh|mo hinh|guong/

function headCells(grid: Grid, rows: number, column: number): Passage | null {
  const cells: GridCell[] = []
  for (let r = 0; r < rows; r++) {
    const cell = grid[r]?.[column]
    if (cell && !cells.includes(cell) && cell.text.length > 0) cells.push(cell)
  }
  const [first, last] = [cells[0], cells.at(-1)]
  if (!first || !last) return null
  return last.text.start >= first.text.start && last.text.start - first.text.end < 3
    ? first.text.upTo(last.text)
    : last.text
}

function roleOf(grid: Grid, rows: number, column: number): Column {
  const joined: Column[] = []
  for (let r = 0; r < rows; r++) {
    const cell = grid[r]?.[column]
    if (cell && (r === 0 || cell !== grid[r - 1]?.[column])) joined.push(readColumn(cell.text))
  }
  const kinds = joined.findLast((column) => column.kinds.length > 0)?.kinds ?? headKinds(grid, rows, column)
  const known = joined.filter((column) => column.role !== 'other')
  // «Đơn vị thực hiện» over «Chủ trì» and «Phối hợp»: the lower row decides; «Tiêu chuẩn» over «Tập thể»: the upper
  const role =
    known.findLast(({ role }) => role === 'coordinating' || role === 'lead')?.role ?? known[0]?.role ?? 'other'
  const upper = known[0]?.role
  const counted = upper === 'criteria' || upper === 'targets'
  return { role: counted ? upper : role, kinds: counted ? kinds : [] }
}

function headKinds(grid: Grid, rows: number, column: number): Column['kinds'] {
  const cell = headCells(grid, rows, column)
  return cell ? readColumn(cell).kinds : []
}

function isHead(columns: readonly Column[]): boolean {
  const has = (role: Column['role']) => columns.some((column) => column.role === role)
  return has('title') && (has('lead') || has('units') || has('criteria') || has('targets') || has('time'))
}

/** The head: one row, or two or three where cells of the first are divided below. */
function headOf(grid: Grid): Head | null {
  const width = grid[0]?.length ?? 0
  for (let start = 0; start < Math.min(2, grid.length); start++) {
    const below = grid.slice(start)
    const rows = headRows(below)
    if (below.length <= rows || !below.slice(0, rows).every(soundsLikeHead)) continue
    const byHead = Array.from({ length: width }, (_, column) => roleOf(below, rows, column))
    const heads = byHead.map((_, column) => headCells(below, rows, column))
    const columns = rolesByCells(byHead, heads, below.slice(rows))
    if (isHead(columns)) return { columns, from: start + rows }
    const named = withNames(columns, heads, below.slice(rows))
    if (named) return { columns: named, from: start + rows }
  }
  return null
}

/** Heads are short names; a row that goes on from the page before has numbers, quotes and sentences. */
function soundsLikeHead(row: readonly (GridCell | null)[]): boolean {
  return row.every((cell) => cell === null || (cell.text.length <= 70 && !/[“"«;]|^\d+$/.test(cell.text.text.trim())))
}

function headRows(grid: Grid): number {
  let rows = 1
  while (rows < Math.min(3, grid.length - 1)) {
    const [above, row] = [grid[rows - 1], grid[rows]]
    const divided = above?.some(
      (cell, c) => cell !== null && (row?.[c] === cell || (cell.columns > 1 && isShort(row?.[c]))),
    )
    const merged = above?.every((cell, c) => cell === null || row?.[c] === cell || cell.columns > 1)
    if (!divided || !merged) break
    rows++
  }
  return rows
}

const isShort = (cell: GridCell | null | undefined): boolean =>
  cell != null && cell.text.length > 0 && cell.text.length < 60

/** Whether the rows are fields: criteria or numbers of exemplars stand in them, or the head speaks of fields. A schedule is none. */
function holdsFields(head: Head, grid: Grid, about: string, above: string): boolean {
  const roles = head.columns.map((column) => column.role)
  const seeks = aimOf(about) !== 'other' || aimOf(above) !== 'other'
  const scores = head.columns.some((_, c) =>
    /^(?:thang |so )?diem(?![a-z])/.test(headCells(grid, head.from, c)?.folded ?? ''),
  )
  if (!seeks || scores || roles[0] === 'time' || (roles[0] === 'ordinal' && roles[1] === 'time')) return false
  const heads = head.columns.map((_, column) => headCells(grid, head.from, column))
  const title = heads[roles.indexOf('title')]?.folded ?? ''
  if (NO_NAMES.test(title)) return false
  if (holdsParts(head.columns, heads, grid.slice(head.from))) return true
  const named = FIELD_HEAD.test(title)
  if (roles.includes('criteria')) return named || /linh vuc|phong trao|dien hinh|guong/.test(above)
  const counted = grid
    .slice(head.from)
    .some((row) => row.some((cell, c) => cell !== null && roles[c] === 'targets' && counts(cell)))
  return (
    (named && (counted || /dien hinh|guong|linh vuc|phong trao/.test(above))) ||
    (counted && /dien hinh|guong|linh vuc/.test(above))
  )
}

const counts = (cell: GridCell): boolean => countsIn(cell.text).length > 0 || /^\d{1,3}$/.test(cell.text.text)

/** Number and name of a row; null for a row that only heads a group, or repeats the head. */
function nameOf(row: readonly (GridCell | null)[], head: Head): Pick<FieldRow, 'ordinal' | 'title'> | null {
  const at = (role: Column['role']) => head.columns.findIndex((column) => column.role === role)
  const [numbers, titles] = [at('ordinal'), at('title')]
  const number = numbers >= 0 ? row[numbers] : null
  const cell = row[titles]
  if (!cell || !/\p{L}{2}/u.test(cell.text.text) || cell === number) return null
  const others = row.filter(
    (other, c) => c !== numbers && c !== titles && other !== cell && other !== null && !BLANK.test(other.text.text),
  )
  if (others.length === 0) return null
  const inner = LEADING.exec(cell.text.folded)
  if (number && !BLANK.test(number.text.text)) {
    const printed = NUMBER.exec(number.text.folded.trim())?.[1]
    if (printed === undefined) return null
    return { ordinal: number.text.sub(0, printed.length), title: cell.text }
  }
  if (number && inner === null) return null
  if (inner) return { ordinal: cell.text.sub(0, inner[1]?.length ?? 0), title: cell.text.sub(inner[0].length) }
  return { ordinal: null, title: cell.text }
}

function rowsIn(grid: Grid, head: Head, linesOf: (cell: GridCell) => readonly Line[]): FieldRow[] {
  return grid.slice(head.from).flatMap((row) => {
    const name = nameOf(row, head)
    if (!name) return []
    const cells = head.columns.flatMap((column, c) => {
      const cell = row[c]
      const repeated = c > 0 && row[c - 1] === cell && head.columns[c - 1]?.role === column.role
      if (!cell || repeated || BLANK.test(cell.text.text)) return []
      return [{ column, text: cell.text, lines: linesOf(cell) }]
    })
    return [{ ...name, title: name.title.strip('“"', ' .,;:'), cells }]
  })
}

/** The fields that stand in the tables of a plan, row by row. `lines` are the paragraphs in cells. */
export function findRows(outline: Outline, page: Passage, lines: readonly Line[], about: string): FieldRow[] {
  let last: { head: Head; width: number } | null = null
  return outline.tables.flatMap((table, index) => {
    const grid = gridOf(table, page)
    const width = grid[0]?.length ?? 0
    const own = headOf(grid)
    const head = own ?? (last && last.width === width ? { ...last.head, from: 0 } : null)
    const above = page.sub(Math.max(0, table.at.start - 500), table.at.start).folded
    if (!head || (own && !holdsFields(own, grid, about, above))) {
      last = null
      return []
    }
    last = { head, width }
    const inCell = (cell: GridCell) =>
      lines.filter(
        ({ item }) => item.cell?.table === index && item.cell.row === cell.row && item.cell.cell === cell.index,
      )
    return rowsIn(grid, head, inCell)
  })
}
