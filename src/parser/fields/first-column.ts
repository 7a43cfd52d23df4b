import { countsIn } from './counts.ts'
import { factsOf } from './evidence.ts'
import type { Passage } from './passage.ts'
import type { Column, Role } from './table-columns.ts'
import type { GridCell } from './table-grid.ts'
import { beginsUnit } from './unit-names.ts'

type Rows = readonly (readonly (GridCell | null)[])[]

const UNITS: ReadonlySet<Role> = new Set(['lead', 'coordinating', 'units'])
/** Whom a bare number counts is said by the head of its column. */
const COUNTED = /dien hinh|guong|mo hinh|tap the|ca nhan|ho gia dinh/
const WORK = /^(?:(?:cac |ten )?(?:cong viec|nhiem vu|hoat dong|viec)|noi dung cong viec|cac buoc|dau viec)(?![a-z])/
/** First columns that name no field: those who are chosen already, notes, marks. */
export const NO_NAMES = /^(?:ho (?:va |, )?ten|ghi chu|diem|thang diem|ma so|dia chi|chuc vu)(?![a-z])/

/** Whether the passages are what a column of names holds: short, each another, and mostly no units. */
function areNames(names: readonly Passage[]): boolean {
  const told = names.filter((name) => /\p{L}{2}/u.test(name.text))
  const units = told.filter((name) => beginsUnit(name))
  return (
    told.length > 1 &&
    told.every((name) => name.length <= 160) &&
    new Set(told.map(({ folded }) => folded)).size === told.length &&
    units.length * 2 <= told.length
  )
}

/** Whether most of the cells say something; empty ones among merged rows do not count. */
export function mostly(cells: readonly Passage[], says: (cell: Passage) => boolean): boolean {
  const filled = cells.filter(({ text }) => /[\p{L}\d]/u.test(text))
  return filled.length > 0 && filled.filter(says).length * 2 > filled.length
}

/**
 * Whether the columns beside the names are parts of a field: numbers of exemplars, with criteria or a unit; or criteria that describe
 * somebody, and a unit. Then the rows are fields, whatever the head of the first column says.
 */
export function holdsParts(columns: readonly Column[], heads: readonly (Passage | null)[], rows: Rows): boolean {
  const cellsOf = (column: number) => rows.flatMap((row) => (row[column] ? [row[column].text] : []))
  const has = (test: (role: Role, cells: readonly Passage[], column: number) => boolean) =>
    columns.some(({ role }, column) => test(role, cellsOf(column), column))
  const counted = has((role, cells, column) => {
    const known = (columns[column]?.kinds.length ?? 0) > 0 || COUNTED.test(heads[column]?.folded ?? '')
    return (
      role === 'targets' &&
      mostly(cells, (cell) => countsIn(cell).length > 0 || (known && /^\d{1,3}$/.test(cell.text.trim())))
    )
  })
  const criteria = has((role, cells) => role === 'criteria' && mostly(cells, ({ length }) => length > 12))
  // «Công việc | Yêu cầu | Thời gian | Người làm» is a list of work, whoever its requirements speak of
  const works = columns.some(({ role }) => role === 'time') || heads.some((head) => WORK.test(head?.folded ?? ''))
  const described =
    !works && has((role, cells) => role === 'criteria' && mostly(cells, (cell) => factsOf(cell).criteria))
  const unit = has((role) => UNITS.has(role))
  return (counted && (criteria || unit)) || (described && unit)
}

/** The columns with the first that is no number as the names of fields, where no head says which column holds them; else null. */
export function withNames(
  columns: readonly Column[],
  heads: readonly (Passage | null)[],
  rows: Rows,
): readonly Column[] | null {
  const first = columns.findIndex(({ role }) => role !== 'ordinal')
  if (columns[first]?.role !== 'other' || columns.some(({ role }) => role === 'title')) return null
  const names = rows.flatMap((row) => (row[first] ? [row[first].text] : []))
  if (NO_NAMES.test(heads[first]?.folded ?? '') || !areNames(names) || !holdsParts(columns, heads, rows)) return null
  return columns.map((column, at) => (at === first ? { role: 'title', kinds: [] } : column))
}
