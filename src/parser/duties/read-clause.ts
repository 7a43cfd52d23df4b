import type { Cadence } from '../contract.ts'
import { addresseeAt, mayBeAddressee } from '../difficulties/find-address.ts'
import type { Passage } from '../fields/passage.ts'
import { type TimeMark, timeMarks } from './time-marks.ts'

/** One due time or cadence of a duty, as passages of the text. */
export interface Due {
  readonly cadence: Cadence
  readonly cadenceAt: Passage
  readonly deadline: Passage | null
  readonly to: Passage | null
  /** Whether the cadence was concluded from a day without month or cadence. */
  readonly concluded: boolean
}

/** «đăng ký thi đua đầu năm», «báo cáo tổng kết cuối năm»: only right behind what is owed. */
const REGISTERED = /(?:dang ky|bao cao|gui|nop|tong ket)[^,;.]{0,40}$/
const REPORTED = /^,? (?:co |gui |nop |phai )?bao cao(?![a-z])/
/** «vào cuối quý, cuối năm»: one of several due times in a row. */
const IN_A_ROW = /(?:dau|cuoi) (?:moi |hang )?(?:thang|quy|hoc ky(?: (?:i|1|mot))?)(?:,| va|, va) (?:vao )?$/
const NAMED_YEAR = /(?:(?:nam|tong ket|cuoi nam)\s+|[/.-]\s?)(?:19|20)\d\d(?!\d)/
const CLOSING_OF_YEAR = /(?:bao cao|tong ket|so ket|ket qua|ho so)[^;.]{0,60}\snam\s+(?:19|20)\d\d/

/** A due time alone: a date with a year comes once, a day and month every year, a day alone every month. */
function alone(words: string, clause: string): { cadence: Cadence; concluded: boolean } {
  if (NAMED_YEAR.test(words)) return { cadence: 'once', concluded: false }
  if (/\d{1,2}\s?[/.-]\s?\d|thang\s+\d|nam(?![a-z])/.test(words)) {
    return CLOSING_OF_YEAR.test(clause) ? { cadence: 'once', concluded: true } : { cadence: 'yearly', concluded: false }
  }
  return { cadence: 'monthly', concluded: true }
}

/** «trước ngày 20 hàng tháng», «trước ngày 30/6 (báo cáo 6 tháng)»: hardly anything stands between. */
const BESIDE = /^\s*\)?\s*(?:\(\s*(?:doi voi |voi )?(?:ky )?(?:bao cao )?(?:so ket |tong ket )?)?$/

/** «đến hết ngày 31/12/2026»: until then, again and again. */
const UNTIL = /^(?:den\s+)?het(?![a-z])/

/** «báo cáo 6 tháng gửi trước ngày 10/6/2026»: what is due on a day of one year comes once, whatever it is called. */
function fallsOnce(cadence: Passage, due: TimeMark | undefined, deadline: Passage | null): boolean {
  if (deadline === null || due?.occasion === true || !NAMED_YEAR.test(deadline.folded)) return false
  return !(UNTIL.test(deadline.folded) && REPEATS.test(cadence.folded))
}

/** «hằng năm», «định kỳ 6 tháng» say more plainly than «6 tháng», «năm» that the duty comes back. */
const REPEATS = /(?:hang|moi|dinh ky|mot lan|\/ ?lan)/

interface Pair {
  readonly cadence: TimeMark | undefined
  readonly due: TimeMark | undefined
}

/** «Định kỳ 6 tháng, năm gửi báo cáo trước ngày 25/5 và 15/11»: as many due times behind as cadences in front, each to its own. */
function respective(marks: readonly TimeMark[]): Pair[] | null {
  const half = marks.length / 2
  const front = marks.slice(0, half).every(({ cadence, deadline }) => cadence !== null && deadline === undefined)
  const behind = marks.slice(half).every(({ cadence, deadline }) => cadence === null && deadline !== undefined)
  if (half < 2 || !Number.isInteger(half) || !front || !behind) return null
  return marks.slice(0, half).map((cadence, i) => ({ cadence, due: marks[half + i] }))
}

/** A cadence and the due time beside it are one duty: «trước ngày 20 hàng tháng», «6 tháng trước ngày 31/5, năm trước ngày 30/11». */
function pairs(marks: readonly TimeMark[], folded: string): Pair[] {
  const inTurn = respective(marks)
  if (inTurn) return inTurn
  const found: Pair[] = []
  const used = new Set<TimeMark>()

  const cadenceBehind = (due: TimeMark, next: TimeMark | undefined): TimeMark | undefined =>
    next !== undefined && next.deadline === undefined && BESIDE.test(folded.slice(due.end, next.start))
      ? next
      : undefined
  marks.forEach((mark, i) => {
    if (used.has(mark)) return
    used.add(mark)
    const next = marks[i + 1]
    if (mark.deadline !== undefined) {
      const behind = mark.cadence === null ? cadenceBehind(mark, next) : undefined
      if (behind !== undefined) used.add(behind)
      found.push({ cadence: behind ?? (mark.cadence === null ? undefined : mark), due: mark })
      return
    }
    // «6 tháng và cuối năm có báo cáo» is due twice
    const apart = next?.occasion === true && /^\s*va\s*$/.test(folded.slice(mark.end, next.start))
    const fits = next?.deadline !== undefined && !apart && (next.cadence === null || next.cadence === mark.cadence)
    const again = fits ? cadenceBehind(next, marks[i + 2]) : undefined
    // «Báo cáo tháng: trước ngày 15 hàng tháng» says its cadence twice
    const twice = again !== undefined && again.cadence === mark.cadence
    if (twice) used.add(again)
    const due = fits && (again === undefined || twice) ? next : undefined
    if (due !== undefined) used.add(due)
    found.push({ cadence: mark, due })
  })
  return found
}

/** «trước ngày 15 tháng 6 và trước ngày 15 tháng 10 năm 2024»: the year of the last holds for both. */
function shared(deadline: Passage, marks: readonly TimeMark[], clause: Passage): string {
  const from = deadline.end - clause.start
  const next = marks.find(({ start, deadline: due }) => due !== undefined && start >= from)
  const joined = next !== undefined && /^\s*(?:,|va)\s*$/.test(clause.folded.slice(from, next.start))
  return joined ? clause.folded.slice(deadline.start - clause.start, next.end) : deadline.folded
}

const TO =
  /(?<![a-z])(?:(?:gui|nop|trinh|gioi thieu|dang ky|bao cao|de nghi|cung cap|chuyen)\s+)?(?:ve|cho|(?<!tro )len|(?<!doi )voi|den|toi|gui|trinh|bao cao|nop|de nghi)\s+/g

/** To whom the clause sends or reports. */
export function addressee(clause: Passage): Passage | null {
  for (const match of clause.folded.matchAll(TO)) {
    const rest = clause.sub(match.index + match[0].length)
    if (
      /^(?:bao cao|ke hoach|dien hinh|tap the|ca nhan|ket qua|khen|bieu|xet|ton|cac (?:guong|dien hinh|tap the|to dan|ho|thon)|hinh|danh|viec|tinh hinh)(?![a-z])/.test(
        rest.folded,
      ) ||
      !mayBeAddressee(rest)
    )
      continue
    const found = addresseeAt(rest)
    if (found !== undefined) return /^các cấp/.test(found.text) ? found.sub(0, 7) : found
  }
  return null
}

/** A cell that is nothing but a date: «15/12/2026», «25/11». */
export function dueOfCell(cell: Passage): Due[] {
  if (/^\W*ngay\s+\d{1,2}\W*$/.test(cell.folded))
    return [{ cadence: 'monthly', concluded: true, cadenceAt: cell, deadline: cell, to: null }]
  if (!/^\W*(?:ngay\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?(?:19|20)\d\d)?\W*$/.test(cell.folded)) return []
  return [{ ...alone(cell.folded, ''), cadenceAt: cell, deadline: cell, to: null }]
}

/** A cadence that stands in front of the words or in another cell, with its passage. */
export interface LeadingCadence {
  readonly cadence: Cadence
  readonly at: Passage
}

/** What the clause owes, one entry a cadence or due time. `lead` is the cadence with which the paragraph begins («Hàng năm: …»). */
export function readClause(clause: Passage, lead: LeadingCadence | null): Due[] {
  const to = addressee(clause)
  const marks = timeMarks(clause)
  const dues = pairs(marks, clause.folded).flatMap(({ cadence, due }): Due[] => {
    const deadline = due?.deadline === undefined ? null : clause.sub(due.deadline.start, due.deadline.end).trim()
    if (cadence?.cadence) {
      const at = clause.sub(cadence.start, cadence.end)
      if (deadline !== null && fallsOnce(at, due, deadline))
        return [{ cadence: 'once', cadenceAt: deadline, deadline, to, concluded: REPEATS.test(at.folded) }]
      return [
        {
          cadence: cadence.cadence,
          cadenceAt: at,
          deadline,
          to,
          concluded: /hoc ky|lan/.test(at.folded) && cadence.cadence === 'halfYearly',
        },
      ]
    }
    if (deadline === null) return []
    if (lead !== null)
      return fallsOnce(lead.at, due, deadline)
        ? [{ cadence: 'once', cadenceAt: deadline, deadline, to, concluded: true }]
        : [{ cadence: lead.cadence, cadenceAt: lead.at, deadline, to, concluded: false }]
    const yearly =
      due?.occasion === true &&
      /^(?:vao )?(?:dau|cuoi) nam/.test(deadline.folded) &&
      (REGISTERED.test(clause.folded.slice(0, due.start)) ||
        IN_A_ROW.test(clause.folded.slice(0, due.start)) ||
        REPORTED.test(clause.folded.slice(due.end)))
    if (
      due?.occasion === true &&
      !yearly &&
      (/^(?:vao )?(?:dau|cuoi) nam/.test(deadline.folded) || !NAMED_YEAR.test(deadline.folded))
    )
      return []
    if (due?.occasion === true && /^vao/.test(deadline.folded) && !yearly) return []
    const concluded = yearly
      ? { cadence: 'yearly' as const, concluded: false }
      : alone(shared(deadline, marks, clause), clause.folded)
    return [{ ...concluded, cadenceAt: deadline, deadline, to }]
  })
  if (dues.length === 0 && lead !== null)
    return [{ cadence: lead.cadence, cadenceAt: lead.at, deadline: null, to, concluded: false }]
  return dues
}
