import { findPeriods, type YearContext } from '../../core/dates/find-periods.ts'
import { depths } from '../fields/depth.ts'
import type { Passage } from '../fields/passage.ts'
import { sentencesOf, splitOutside } from '../fields/sentences.ts'
import { type DatedStep, datedStep, dueStep, isStage, opensStage } from './dated-step.ts'
import { datedEvents } from './event.ts'
import { insideYear } from './year-context.ts'

/** A step with the words that it was read from. */
export interface DatedClause {
  readonly step: DatedStep
  readonly clause: Passage
}

/** A clause that begins with its time, and the year that holds in it. */
interface OpenClause {
  readonly clause: Passage
  readonly context: YearContext
}

const WORK =
  'so ket|tong ket|phat dong|dang ky|binh xet|binh chon|xet chon|xet khen|khen thuong|hoi nghi|bieu duong|boi duong|nhan rong|ra soat|lua chon|khao sat|trien khai|ban hanh|xay dung|gioi thieu|ton vinh'
const TIME = String.raw`(?:(?:tu|trong|vao|den|truoc|dip|nhan dip|cuoi|dau|giua|sang|het)\s+){0,3}(?:thang \d|tuan \d|quy [ivx1-4]|ngay \d|nam (?:19|20)\d|\d{1,2}/\d|tuan (?:dau|cuoi|thu)(?![a-z]))`
/** «…, tháng 11/2026 tổng kết», «… và quý IV/2028 tổng kết»: another time begins. */
const NEXT_TIME = new RegExp(`(?:,| va) (?=${TIME})`, 'g')
/** «…, tổng kết vào quý IV/2028»: another step begins whose time stands behind. */
const NEXT_WORK = new RegExp(`(?:,| va) (?=(?:(?:to chuc|tien hanh) )?(?:${WORK})(?![a-z])|${TIME})`, 'g')
/** «Quý II, III: thực hiện, tháng 7 sơ kết»: behind a colon all belongs to the time in front. */
const HEADED = new RegExp(`^\\W{0,3}${TIME}[^:;]{0,40}:`)
/** «Thời gian: …», «Kế hoạch chia làm hai đợt: …» in front of steps. */
const LABEL =
  /^\W{0,3}(?:(?:thoi gian|tien do|lo trinh|moc thoi gian|so ket,? (?:va )?tong ket)[^:\d]{0,40}|(?:[^:;.]{0,80} )??(?:chia|gom|theo|qua|tien hanh|thuc hien|trong|thanh|trai qua) (?:[^:;.]{0,30} )?(?:dot|giai doan|buoc|moc|chang)(?: (?:chinh|sau|thoi gian|nhu sau|cu the|sau day|thuc hien))*):\s*/
/** «Phong trào được thực hiện từ … đến …» in front of steps is the running time. */
const RUNNING = /(?:^|\s)(?:thuc hien|trien khai|dien ra|bat dau|keo dai|tien hanh|thoi gian)[^,;]*?\s(?:tu|trong)\s/

/** «Tháng 12 hằng năm, cấp ủy kiểm điểm …» comes again and again. */
const EVERY = /^\W*(?:[^,;:]{0,40}\s)?(?:hang|moi) (?:nam|quy|thang|tuan)(?![a-z])[,:\s]/

/** «…; sau đó, từ tháng 4 …» */
const CONNECTIVE = /^(?:sau do|tiep (?:theo|do|den)|cuoi cung|roi|dong thoi|truoc het|truoc tien)$/

/** No list of steps is longer; a paragraph without end is not searched. */
const LONGEST = 2500

function splitAt(passage: Passage, joints: RegExp): Passage[] {
  const depth = depths(passage.text)
  const parts: Passage[] = []
  let from = 0
  for (const match of passage.folded.matchAll(joints)) {
    if ((depth[match.index] ?? 0) > 0) continue
    parts.push(passage.sub(from, match.index))
    from = match.index + match[0].length
  }
  return [...parts, passage.sub(from)].map((part) => part.strip(' ', ' ;,')).filter(({ length }) => length > 0)
}

const begins = ({ period, text }: DatedStep, clause: Passage): boolean =>
  text !== undefined && text.start > clause.start + period.start

/** The clause when it begins with its time; «Năm 2026: quý II, sơ kết» gives what stands behind the year, read in that year. */
function opened(clause: Passage, context: YearContext): OpenClause | undefined {
  const step = datedStep(clause, context)
  if (step?.text === undefined || !begins(step, clause)) return undefined
  const inner = insideYear(step.period)
  const finer = inner === undefined ? undefined : datedStep(step.text, inner)
  return inner !== undefined &&
    finer !== undefined &&
    begins(finer, step.text) &&
    insideYear(finer.period) === undefined
    ? { clause: step.text, context: inner }
    : { clause, context }
}

/** «Bước 3», «tháng 11»: nothing but a stage or a time, with which the next piece goes on. */
function isBare(piece: Passage, context: YearContext): boolean {
  if (piece.length > 40) return false
  const step = datedStep(piece, context)
  return step === undefined ? isStage(piece) : step.text === undefined
}

function eventStep(clause: Passage): DatedStep | undefined {
  const [event] = datedEvents(clause)
  return event && { period: event.period, text: clause, limit: false, fromIssue: false }
}

/** Clauses that follow each other in a paragraph, as they are collected. */
class Steps {
  readonly found: (OpenClause | DatedClause)[] = []
  private context: YearContext
  private year = false

  constructor(context: YearContext) {
    this.context = context
  }

  /** The pieces of one sentence: each that begins with a time opens a step, the others go on with the one in front. */
  add(sentence: Passage): boolean {
    let waiting: Passage | undefined
    for (const piece of splitOutside(sentence, ';').flatMap((part) =>
      HEADED.test(part.folded) ? [part] : splitAt(part, NEXT_TIME),
    )) {
      if (CONNECTIVE.test(piece.folded)) continue
      const whole: Passage = waiting === undefined ? piece : waiting.upTo(piece)
      const open = opened(whole, this.context)
      waiting = undefined
      if (open !== undefined) {
        this.year ||= open.context !== this.context
        this.context = open.context
        this.found.push(open)
      } else if (isBare(whole, this.context) || !this.extend(whole)) waiting = whole
    }
    return waiting === undefined || (this.found.length === 0 && RUNNING.test(sentence.folded))
  }

  addEvent(sentence: Passage): boolean {
    const step = eventStep(sentence)
    if (step === undefined || opened(sentence, this.context) !== undefined) return false
    this.found.push({ step, clause: sentence })
    return true
  }

  private extend(piece: Passage): boolean {
    const last = this.found.at(-1)
    if (last === undefined) return false
    if (!('step' in last)) this.found[this.found.length - 1] = { ...last, clause: last.clause.upTo(piece) }
    return true
  }

  /** Two steps make a list, and so does one below the name of its year. */
  list(): DatedClause[] {
    const steps = this.found.flatMap((one): DatedClause[] => {
      if ('step' in one) return [one]
      const step = datedStep(one.clause, one.context)
      return step === undefined ? [] : [{ step, clause: one.clause }]
    })
    const front = this.found.some((one) => !('step' in one))
    return front && (steps.length > 1 || this.year) ? steps : []
  }
}

/** «Trong tháng 02, …. Dịp 08/3, …. Từ tháng 4 đến tháng 9, …»: what begins with a time is a step, up to the next time. */
function timesInFront(sentences: readonly Passage[], context: YearContext): DatedClause[] {
  const steps = new Steps(context)
  for (const sentence of sentences) {
    if (EVERY.test(sentence.folded)) continue
    if (!steps.addEvent(sentence) && !steps.add(sentence)) return []
  }
  return steps.list()
}

/** «Sơ kết vào quý III/2027; tổng kết vào quý III/2028»: words without a time go with those behind them. */
function timesBehind(sentences: readonly Passage[], context: YearContext): DatedClause[] {
  const parts = sentences.flatMap((one) => splitOutside(one, ';')).flatMap((clause) => splitAt(clause, NEXT_WORK))
  const found: DatedClause[] = []
  let waiting: Passage | undefined
  for (const part of parts) {
    const clause: Passage = (waiting === undefined ? part : waiting.upTo(part)).strip(' ', ' ;,.')
    waiting = findPeriods(clause.text, context).length === 0 ? clause : undefined
    if (waiting !== undefined) continue
    const step = datedStep(clause, context) ?? eventStep(clause) ?? dueStep(clause, context)
    if (step?.text !== undefined && !begins(step, clause)) found.push({ step, clause })
    else if (found.length > 0 || step !== undefined || !RUNNING.test(clause.folded)) return []
  }
  return waiting === undefined && found.length > 1 ? found : []
}

/**
 * The steps of a paragraph in which each clause has a time of its own, all in front or all behind. Fewer than two are no list; the
 * running time in front of them is none.
 */
export function datedClauses(line: Passage, context: YearContext): DatedClause[] {
  if (line.length > LONGEST) return []
  const label = opensStage(line) ? 0 : (LABEL.exec(line.folded)?.[0].length ?? 0)
  const sentences = sentencesOf(line.sub(label))
  const front = timesInFront(sentences, context)
  return front.length > 0 ? front : timesBehind(sentences, context)
}
