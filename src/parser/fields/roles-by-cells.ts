import { nameUnits, saysWhen } from '../assignments/columns-by-cells.ts'
import { countsIn } from './counts.ts'
import { factsOf } from './evidence.ts'
import { mostly } from './first-column.ts'
import type { Passage } from './passage.ts'
import { type Column, kindsIn, type Role } from './table-columns.ts'
import type { GridCell } from './table-grid.ts'

/** What a plan prints beside a field and does not belong to it. */
const ASIDE =
  /(?:ghi chu|kinh phi|hinh thuc|minh chung|muc thuong|tien thuong|bien phap|giai phap|cach lam|nguon|hien trang|diem|ket qua|san pham|dia ban|dia diem)(?![a-z])/
const BESIDE = /(?:^cung|phoi hop|tham gia|ho tro|giup)(?![a-z])/
const ONLY_KINDS =
  /^(?:(?:doi voi )?(?:tap the|ca nhan|ho gia dinh|gia dinh|dong ho|doanh nghiep|mo hinh|hop tac xa)(?:,| va| hoac|\s?\/)?\s*)+$/
const LONGEST_COUNT = 120

const counts = (cell: Passage): boolean => cell.length <= LONGEST_COUNT && countsIn(cell).length > 0
const isFigure = ({ text }: Passage): boolean => /^\d{1,3}$/.test(text.trim())

/** What the cells below a head that says nothing hold; null where they do not tell. */
function columnBy(head: Passage, cells: readonly Passage[], known: ReadonlySet<Role>): Column | null {
  const kinds = kindsIn(head)
  const counted = mostly(cells, counts) || (kinds.length > 0 && mostly(cells, isFigure))
  if (counted) return { role: 'targets', kinds }
  if (!known.has('time') && mostly(cells, saysWhen)) return { role: 'time', kinds: [] }
  if (cells.length > 0 && nameUnits(cells) && !known.has('units')) {
    const coordinates = known.has('lead') || BESIDE.test(head.folded)
    return { role: coordinates ? 'coordinating' : 'lead', kinds: [] }
  }
  // «Tập thể» beside «Cá nhân»: whom the criteria in the cells are about
  if (ONLY_KINDS.test(head.folded.trim()) && mostly(cells, ({ words }) => words.includes(' ')))
    return { role: 'criteria', kinds }
  const described = mostly(cells, (cell) => factsOf(cell).criteria)
  return described && !known.has('criteria') ? { role: 'criteria', kinds } : null
}

/**
 * The columns of a table of fields, those whose head says nothing by what most of their cells hold: numbers of exemplars, times, units,
 * sentences on whom one looks for. The first column is left alone where it may hold the names.
 */
export function rolesByCells(
  columns: readonly Column[],
  heads: readonly (Passage | null)[],
  rows: readonly (readonly (GridCell | null)[])[],
): Column[] {
  const named = columns.some(({ role }) => role === 'title')
  const first = named ? -1 : columns.findIndex(({ role }) => role !== 'ordinal')
  const known = new Set(columns.map(({ role }) => role))
  return columns.map((column, at) => {
    const head = heads[at]
    if (column.role !== 'other' || at === first || !head || ASIDE.test(head.folded)) return column
    // a cell that spans columns heads a group of rows
    const cells = rows
      .flatMap((row) => (row[at]?.columns === 1 ? [row[at].text] : []))
      .filter(({ text }) => /[\p{L}\d]/u.test(text))
    const found = columnBy(head, cells, known) ?? column
    known.add(found.role)
    return found
  })
}
