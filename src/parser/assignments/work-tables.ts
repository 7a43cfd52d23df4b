import type { Span } from '../../core/text/source.ts'
import type { Passage } from '../fields/passage.ts'
import type { Outline, OutlineTable } from '../outline.ts'
import { isHeadless, nameByCells } from './columns-by-cells.ts'

/** What a column of a table of work holds. */
export type Column = 'content' | 'time' | 'cadence' | 'unit' | 'partner' | 'to' | 'other'

export interface TableRow {
  readonly cells: Partial<Record<Exclude<Column, 'other'>, Passage>>
  readonly at: Passage
}

/** The head of a column that counts in months or quarters: «Tháng» over «3», «4 - 6». */
export type CountedTime = 'tháng' | 'quý'

export interface WorkTable {
  readonly counts: CountedTime | null
  readonly at: Span
  readonly rows: readonly TableRow[]
}

const NAMES: readonly (readonly [RegExp, Column])[] = [
  [/(?:phoi hop)/, 'partner'],
  [/(?:noi nhan|noi gui|gui ve|cap nhan|nhan bao cao|bao cao ve)/, 'to'],
  [/^(?:(?:dinh )?ky|tan suat|chu ky)(?: (?:bao cao|han|gui|thuc hien))?$/, 'cadence'],
  [
    /^(?:thoi (?:gian|han|diem)|tien do|lo trinh|ngay|han )|^(?:cac )?(?:moc|giai doan|buoc|dot|thang|quy)(?: thoi gian| thuc hien)?$/,
    'time',
  ],
  [
    /^ho (?:va |, )?ten|^thanh vien|^dong chi|(?:don vi|co quan|bo phan|nguoi|trach nhiem|chu tri|phu trach|thuc hien boi)/,
    'unit',
  ],
  [
    /^(?:noi dung|cong viec|nhiem vu|hoat dong|cac buoc|viec|ten cong viec|ten bao cao|dau viec|loai bao cao|cong tac|cac hoat dong)/,
    'content',
  ],
]
/** Tables of fields belong to the fields. */
const FIELDS = /(?:linh vuc|phong trao|cuoc van dong|tieu chuan|tieu chi|dien hinh|chi tieu|so luong)/

function columnOf(head: string): Column {
  const plain = head.replace(/\s+/g, ' ').trim()
  return NAMES.find(([pattern]) => pattern.test(plain))?.[1] ?? 'other'
}

type Cells = Map<number, { readonly cell: Passage; left: number }>

/** One row by the kind of its columns; a cell that spans rows counts in each of them. */
function rowOf(
  row: OutlineTable['rows'][number],
  columns: ReadonlyMap<number, Column>,
  open: Cells,
  page: Passage,
): TableRow {
  const spans = row.map(({ at }) => at)
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  for (const [column, above] of open) {
    above.left -= 1
    if (above.left <= 0) open.delete(column)
  }
  for (const { at, column, rows } of row) {
    const cell = page.at(at).trim()
    if (cell.length > 0) open.set(column, { cell, left: Math.max(rows, 1) })
  }
  const cells: TableRow['cells'] = {}
  for (const [column, { cell }] of open) {
    const kind = columns.get(column)
    if (kind !== undefined && kind !== 'other') cells[kind] ??= cell
  }
  return { cells, at: page.at({ start, end }) }
}

/** The lines of a cell, without the dashes in front. */
export function linesOf(cell: Passage): Passage[] {
  const lines: Passage[] = []
  let from = 0
  for (const line of cell.text.split('\n')) {
    lines.push(cell.sub(from, from + line.length).strip(' -–+•*', ' ;'))
    from += line.length + 1
  }
  return lines.filter(({ length }) => length > 0)
}

/** «Cơ quan | Trách nhiệm»: beside a column of units «Trách nhiệm» is what they do. */
function withDuties(columns: Map<number, Column>, head: OutlineTable['rows'][number], names: readonly string[]): void {
  if ([...columns.values()].includes('content')) return
  const at = names.findIndex((name) => /^(?:trach nhiem|phan cong)/.test(name.trim()))
  const cell = head[at]
  const others = names.some((name, i) => i !== at && columnOf(name) === 'unit')
  if (cell !== undefined && others) columns.set(cell.column, 'content')
}

/**
 * Tables with a column of work and a column of time or unit, told by the heads in the first row or, where they say nothing, by what stands
 * below; each row by the kind of its columns.
 */
export function workTables(outline: Outline, page: Passage): WorkTable[] {
  return outline.tables.flatMap((table): WorkTable[] => {
    const [head, ...below] = table.rows
    if (head === undefined) return []
    const headless = isHeadless(table.rows, page)
    const body = headless ? table.rows : below
    const names = head.map(({ at }) => (headless ? '' : page.at(at).folded))
    if (names.some((name) => FIELDS.test(name))) return []
    const columns = new Map(head.map(({ column }, i) => [column, columnOf(names[i] ?? '')] as const))
    withDuties(columns, head, names)
    nameByCells(columns, body, page)
    const kinds = new Set(columns.values())
    if (!kinds.has('content') || !(kinds.has('time') || kinds.has('unit') || kinds.has('cadence'))) return []
    const open: Cells = new Map()
    const counts = names.some((name) => name.trim() === 'thang')
      ? 'tháng'
      : names.some((name) => name.trim() === 'quy')
        ? 'quý'
        : null
    return [
      {
        at: table.at,
        counts,
        rows: body.filter((row) => row.length > 0).map((row) => rowOf(row, columns, open, page)),
      },
    ]
  })
}
