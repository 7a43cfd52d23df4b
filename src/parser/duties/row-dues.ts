import type { TableRow } from '../assignments/work-tables.ts'
import type { Cadence } from '../contract.ts'
import type { Passage } from '../fields/passage.ts'
import { speaksOfDuty } from './duty-words.ts'
import { addressee, type Due, dueOfCell, type LeadingCadence, readClause } from './read-clause.ts'
import { timeMarks } from './time-marks.ts'

/** What is sent stands first: «Báo cáo quý», «Hồ sơ đề nghị khen thưởng», «Danh sách đăng ký». */
const SENT =
  /^\W*(?:(?:gui|nop|lap|trinh|tong hop)[, ]+)*(?:bao cao(?! vien)|ho so|danh sach|ban dang ky|de nghi khen|bieu mau|so lieu)(?![a-z])/

/** What a column of cadences says in one word. */
const BARE: Readonly<Record<string, Cadence>> = {
  thang: 'monthly',
  quy: 'quarterly',
  '6 thang': 'halfYearly',
  '06 thang': 'halfYearly',
  nam: 'yearly',
  'ca nam': 'yearly',
}

/** The one cadence that the words name, where they name one. */
function cadenceOf(words: Passage | undefined): LeadingCadence | null {
  const bare = BARE[words?.folded.trim() ?? '']
  if (words !== undefined && bare !== undefined) return { cadence: bare, at: words }
  const marks = words === undefined ? [] : timeMarks(words)
  const [mark] = marks.filter(({ cadence, deadline }) => cadence !== null && deadline === undefined)
  if (words === undefined || mark?.cadence == null || marks.length !== 1) return null
  return { cadence: mark.cadence, at: words.sub(mark.start, mark.end) }
}

/** The due times of a row of a table of work: its time, with the cadence that stands in a column of its own or with what is sent. */
export function rowDues({ content, time, cadence, to }: TableRow['cells']): Due[] {
  if (content === undefined || !(speaksOfDuty(content) || SENT.test(content.folded))) return []
  const lead = cadenceOf(cadence) ?? (cadence === undefined ? cadenceOf(content) : null)
  const printed = time === undefined ? [] : dueOfCell(time).concat(readClause(time, null))
  const dues = printed.map((due) =>
    lead !== null && due.cadenceAt === due.deadline
      ? { ...due, cadence: lead.cadence, cadenceAt: lead.at, concluded: false }
      : due,
  )
  const listed = dues.length > 0 || cadence === undefined ? dues : readClause(cadence, lead)
  return listed.map((due) => ({ ...due, to: to ?? addressee(content) ?? due.to }))
}

/** Whether a row is a report that falls due, not a step of the plan. */
export function isReport({ cells }: TableRow): boolean {
  return cells.content !== undefined && SENT.test(cells.content.folded) && rowDues(cells).length > 0
}
