import { findPeriods, type YearContext } from '../../core/dates/find-periods.ts'
import type { Passage } from '../fields/passage.ts'
import { sentencesOf, splitOutside } from '../fields/sentences.ts'
import { type DatedStep, datedStep } from './dated-step.ts'
import { datedEvents } from './event.ts'

/** A step with the words that it was read from. */
export interface DatedClause {
  readonly step: DatedStep
  readonly clause: Passage
}

const WORK =
  'so ket|tong ket|phat dong|dang ky|binh xet|binh chon|xet chon|xet khen|khen thuong|hoi nghi|bieu duong|boi duong|nhan rong|ra soat|lua chon|khao sat|trien khai|ban hanh|xay dung|gioi thieu|ton vinh'
const TIME = String.raw`(?:(?:tu|trong|vao|den|truoc) )?(?:thang \d|quy [ivx1-4]|ngay \d|nam (?:19|20)\d|\d{1,2}/)`
/** «…, tổng kết vào quý IV/2028», «…, tháng 11/2026 tổng kết»: another step begins. */
const NEXT = new RegExp(`(?:,| va) (?=(?:(?:to chuc|tien hanh) )?(?:${WORK})(?![a-z])|${TIME})`, 'g')
/** «Quý I: phát động; quý II, III: thực hiện, sơ kết tháng 7»: each clause begins with its time and a colon. */
const HEADED = new RegExp(`^\\W{0,3}${TIME}[^:;]{0,40}:`)
/** «Thời gian: …» in front of steps. */
const LABEL = /^\W{0,3}(?:thoi gian|tien do|lo trinh|moc thoi gian|so ket,? (?:va )?tong ket)[^:\d]{0,40}:\s*/
/** «Phong trào được thực hiện từ … đến …» in front of steps is the running time. */
const RUNNING = /(?:^|\s)(?:thuc hien|trien khai|dien ra|bat dau|keo dai|tien hanh|thoi gian)[^,;]*?\s(?:tu|trong)\s/

/** No list of steps is longer; a paragraph without end is not searched. */
const LONGEST = 1500

function splitAtSteps(passage: Passage): Passage[] {
  const parts: Passage[] = []
  let from = 0
  for (const match of passage.folded.matchAll(NEXT)) {
    parts.push(passage.sub(from, match.index))
    from = match.index + match[0].length
  }
  return [...parts, passage.sub(from)].map((part) => part.strip(' ', ' ;,.')).filter(({ length }) => length > 0)
}

const begins = ({ step: { period, text } }: DatedClause, start: number): boolean =>
  text !== undefined && text.start > start + period.start

/** Words without a time go with those whose time covers them: with what stands in front where that begins with its time, else with what follows. */
function withTimes(parts: readonly Passage[], context: YearContext): Passage[] {
  const joined: Passage[] = []
  let open: Passage | undefined
  for (const part of parts) {
    const whole: Passage = open === undefined ? part : open.upTo(part)
    const first = findPeriods(whole.text, context)[0]
    const last = joined.at(-1)
    open = undefined
    if (first !== undefined) joined.push(whole)
    else if (last !== undefined && (findPeriods(last.text, context)[0]?.start ?? 99) < 12)
      joined[joined.length - 1] = last.upTo(whole)
    else open = whole
  }
  return open === undefined ? joined : [...joined, open]
}

function eventStep(clause: Passage): DatedStep | undefined {
  const [event] = datedEvents(clause)
  return event && { period: event.period, text: clause, limit: false, fromIssue: false }
}

/**
 * The steps of a paragraph in which each clause has a time of its own: «Sơ kết vào quý III/2027; tổng kết vào quý III/2028». Fewer than
 * two are no list; the running time in front of them is none.
 */
export function datedClauses(line: Passage, context: YearContext): DatedClause[] {
  if (line.length > LONGEST) return []
  const label = LABEL.exec(line.folded)?.[0].length ?? 0
  const whole = sentencesOf(line.sub(label)).flatMap((sentence) => splitOutside(sentence, ';'))
  const headed = whole.length > 1 && whole.every((clause) => HEADED.test(clause.folded))
  const clauses = headed ? whole.map((clause) => clause.strip(' ', ' ;,.')) : whole.flatMap(splitAtSteps)
  const found: DatedClause[] = []
  for (const [i, clause] of withTimes(clauses, context).entries()) {
    const step = datedStep(clause, context) ?? eventStep(clause)
    if (step?.text !== undefined) found.push({ step, clause })
    else if (i > 0 || !RUNNING.test(clause.folded)) return []
  }
  const [first] = found
  if (found.length < 2 || first === undefined) return []
  const front = begins(first, first.clause.start)
  return found.every((one) => begins(one, one.clause.start) === front) ? found : []
}
