import { findPeriods } from '../../core/dates/find-periods.ts'
import { cutUnits } from '../fields/cut-units.ts'
import type { Passage } from '../fields/passage.ts'
import { beginsUnit, namesUnit } from '../fields/unit-names.ts'
import { cutAtVerb } from '../fields/unit-verbs.ts'
import type { OutlineTable } from '../outline.ts'
import type { Column } from './work-tables.ts'

type Rows = OutlineTable['rows']

const LEAD =
  /^(?:(?:tu|trong|truoc|den|vao|khoang|cuoi|dau|giua|het|ngay|tuan (?:dau|cuoi|thu \w+|\d)|sang|chieu|du kien|cua|dip|nhan)\s+)*$/
/** «trước ngày 20 của tháng cuối quý» */
const DAY = /^(?:(?:truoc|cham nhat|muon nhat|vao|den|het|trong|la) )*ngay (?:mung )?\d{1,2}(?!\d)/
/** A time stands in a short cell. */
const LONGEST_TIME = 60
const LONGEST_UNITS = 160
const GENERAL =
  /^(?:cac|nhung|toan the|truong (?:cac )?(?:thon|ban|khom|ap|khu)|chu nhiem|giao vien|bi thu|hieu truong|to truong)(?![a-z])/
/** What is to be done takes some words. */
const LEAST_WORK = 10

/** Whether a cell says when, and nothing in front of it. */
export function saysWhen(cell: Passage): boolean {
  const [first] = findPeriods(cell.text)
  const led = first !== undefined && LEAD.test(cell.folded.slice(0, first.start))
  return cell.length <= LONGEST_TIME && (led || DAY.test(cell.folded))
}

function cellsOf(rows: Rows, column: number, page: Passage): Passage[] {
  return rows
    .flatMap((row) => row.filter((cell) => cell.column === column))
    .map(({ at }) => page.at(at).trim())
    .filter(({ length }) => length > 0)
}

const isOrdinal = (cells: readonly Passage[]): boolean =>
  cells.every(({ text }) => /^[\dIVXivxa-zđ]{1,4}[.)]?$/.test(text))
/** «Phòng Nội vụ; các thôn»: nothing but names of units, or units in general. */
function isUnits(cell: Passage): boolean {
  const { units } = cutUnits(cell)
  const names = units.every((unit) => namesUnit(unit) || (beginsUnit(unit) && GENERAL.test(unit.folded)))
  return cell.length < LONGEST_UNITS && units.length > 0 && names && cutAtVerb(cell).verb === null
}

/** Whether most of the cells name units. */
export const nameUnits = (cells: readonly Passage[]): boolean => cells.filter(isUnits).length * 2 > cells.length

/** A column whose cells are all months, quarters or days holds the time, whatever its head. */
function timeByCells(columns: Map<number, Column>, rows: Rows, page: Passage): void {
  if ([...columns.values()].includes('time')) return
  for (const [column, kind] of columns) {
    const cells = kind === 'other' ? cellsOf(rows, column, page) : []
    if (cells.length > 1 && cells.every(saysWhen)) columns.set(column, 'time')
  }
}

/** Beside the time, the one column that no head names and that holds no units says what is to be done. */
function workByCells(columns: Map<number, Column>, rows: Rows, page: Passage): void {
  const kinds = [...columns.values()]
  if (kinds.includes('content') || !kinds.includes('time')) return
  const left = [...columns]
    .filter(([, kind]) => kind === 'other')
    .map(([column]) => ({ column, cells: cellsOf(rows, column, page) }))
    .filter(({ cells }) => cells.length > 0 && !isOrdinal(cells) && !nameUnits(cells))
  const [content, ...more] = left.filter(({ cells }) => cells.every(({ length }) => length >= LEAST_WORK))
  if (content !== undefined && more.length === 0) columns.set(content.column, 'content')
}

/** Beside what is to be done, a column of units says who does it. */
function unitsByCells(columns: Map<number, Column>, rows: Rows, page: Passage): void {
  const kinds = [...columns.values()]
  if (!kinds.includes('content') || kinds.includes('unit')) return
  const found = [...columns].find(([column, kind]) => kind === 'other' && nameUnits(cellsOf(rows, column, page)))
  if (found) columns.set(found[0], 'unit')
}

/** Names the columns of time, of work and of units by what stands in them, where no head does. */
export function nameByCells(columns: Map<number, Column>, rows: Rows, page: Passage): void {
  timeByCells(columns, rows, page)
  workByCells(columns, rows, page)
  unitsByCells(columns, rows, page)
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
