import { findPeriods } from '../../core/dates/find-periods.ts'
import type { Passage } from '../fields/passage.ts'
import { beginsUnit } from '../fields/unit-names.ts'
import type { OutlineTable } from '../outline.ts'
import type { Column } from './work-tables.ts'

type Rows = OutlineTable['rows']

const LEAD =
  /^(?:(?:tu|trong|truoc|den|vao|khoang|cuoi|dau|giua|het|ngay|tuan (?:dau|cuoi|thu \w+|\d)|sang|chieu|du kien|cua)\s+)*$/
/** A time stands in a short cell. */
const LONGEST_TIME = 60
/** What is to be done takes some words. */
const LEAST_WORK = 10

/** Whether a cell says when, and nothing in front of it. */
function saysWhen(cell: Passage): boolean {
  const [first] = findPeriods(cell.text)
  return first !== undefined && cell.length <= LONGEST_TIME && LEAD.test(cell.folded.slice(0, first.start))
}

function cellsOf(rows: Rows, column: number, page: Passage): Passage[] {
  return rows
    .flatMap((row) => row.filter((cell) => cell.column === column))
    .map(({ at }) => page.at(at).trim())
    .filter(({ length }) => length > 0)
}

const isOrdinal = (cells: readonly Passage[]): boolean =>
  cells.every(({ text }) => /^[\dIVXivxa-zđ]{1,4}[.)]?$/.test(text))
const nameUnits = (cells: readonly Passage[]): boolean =>
  cells.filter((cell) => cell.length < 120 && beginsUnit(cell)).length * 2 > cells.length

/** A column whose cells are all months, quarters or days holds the time, whatever its head. */
function timeByCells(columns: Map<number, Column>, rows: Rows, page: Passage): void {
  if ([...columns.values()].includes('time')) return
  for (const [column, kind] of columns) {
    const cells = kind === 'other' ? cellsOf(rows, column, page) : []
    if (cells.length > 1 && cells.every(saysWhen)) columns.set(column, 'time')
  }
}

/** Beside the time, of the columns that no head names, those that hold units are told from the one that says what is to be done. */
function workByCells(columns: Map<number, Column>, rows: Rows, page: Passage): void {
  const kinds = [...columns.values()]
  if (kinds.includes('content') || !kinds.includes('time')) return
  const left = [...columns]
    .filter(([, kind]) => kind === 'other')
    .map(([column]) => ({ column, cells: cellsOf(rows, column, page) }))
    .filter(({ cells }) => cells.length > 0 && !isOrdinal(cells))
  const work = left.filter(({ cells }) => !nameUnits(cells) && cells.every(({ length }) => length >= LEAST_WORK))
  const [content, second] = work
  if (content === undefined || second !== undefined) return
  columns.set(content.column, 'content')
  for (const { column, cells } of left)
    if (column !== content.column && !kinds.includes('unit') && nameUnits(cells)) columns.set(column, 'unit')
}

/** Names the columns of time and of work by what stands in them, where no head does. */
export function nameByCells(columns: Map<number, Column>, rows: Rows, page: Passage): void {
  timeByCells(columns, rows, page)
  workByCells(columns, rows, page)
}

/** Whether a table has no head: its first row has a time where all the others have one. */
export function isHeadless(rows: Rows, page: Passage): boolean {
  const [first = []] = rows
  return (
    rows.length > 2 &&
    first.some(({ column }) => {
      const cells = cellsOf(rows, column, page)
      return cells.length === rows.length && cells.every(saysWhen)
    })
  )
}
