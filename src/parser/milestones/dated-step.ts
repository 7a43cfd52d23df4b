import { type FoundPeriod, findPeriods, type YearContext } from '../../core/dates/find-periods.ts'
import type { Passage } from '../fields/passage.ts'
import { beginsUnit } from '../fields/unit-names.ts'
import { speaksOfEvent, thisYear } from './event.ts'

/** A step of the plan with its time as printed. */
export interface DatedStep {
  readonly period: FoundPeriod
  /** What is to be done then; undefined where only the paragraphs below say it. */
  readonly text: Passage | undefined
  /** «trước ngày …», «chậm nhất …»: the time is a limit. */
  readonly limit: boolean
  /** «từ ngày ban hành Kế hoạch đến …»: it begins with the plan. */
  readonly fromIssue: boolean
}

const NUMBER = '(?:\\d{1,2}|[ivx]{1,4}|mot|hai|ba|tu|nam|nhat|nhi)'
const STAGE_WORDS = String.raw`(?:(?:giai doan|buoc|dot|hoc ky|ky|lan|cong doan|nam(?= thu))\s+(?:thu\s+)?${NUMBER}(?:(?:,| va| -)\s+(?:nam\s+)?(?:thu\s+)${NUMBER})*\s*[:.,;(–-]{0,2}\s*)?`
const LEAD_WORDS = String.raw`(?:(?:trong|tu|den|truoc|vao|khoang|du kien|hoan thanh|xong|cham nhat|muon nhat|la|het|sau|ke|tuan (?=dau|cuoi|thu)|tuan [\d, -]{1,7}(?:va (?:tuan )?\d )?(?:cua )?|(?:sang|chieu|toi)(?= )|\d{1,2} ?(?:gio|h|g)(?: ?\d\d)?(?: phut)?|chu nhat|han (?:chot|cuoi)|thu \w+|(?:(?:tu )?ngay |tu )(?:mung )?\d{1,2} ?(?:den|-|–)(?: het)?|(?:nhan |vao |trong )?dip|nhan|chao mung|ky niem|huong ung|cuoi|dau|giua|thoi gian|thoi diem|tien do|nam hoc(?: moi)?|hoc ky(?: (?:i{1,2}|[12]|he))?|(?:\d|mot|hai|ba|bon|nam|cac|nhung) nam (?:dau|cuoi|giua|tiep theo|con lai|ke tiep)|nam|nay|ngay (?:ban hanh|ky)(?: ke hoach)?(?: nay)?|khi (?:ban hanh|co) ke hoach|\()\s*[:,]?\s*){0,6}`
/** A row of a table that was printed with strokes: «| 3 | Tổng kết | Tháng 12/2024 |». */
const ROW_START = String.raw`(?:\|\s*)?(?:\d{1,2}\s*\|\s*)?`
const STAGE = new RegExp(`^${ROW_START}${STAGE_WORDS}`)
const FROM_ISSUE = /(?:ban hanh|ngay ky|tu nay|co ke hoach).{0,24}$/
const LEAD = new RegExp(`^${ROW_START}${STAGE_WORDS}${LEAD_WORDS}$`)
const LIMIT = /(?:^|\s)(?:truoc|cham nhat|muon nhat)\s*(?:la\s*)?$/
/** «Thời gian thực hiện: …» is the running time of the plan or of a field. */
const RUNNING = /^(?:\W{0,3})(?:thoi (?:gian|han|diem)|tien do|pham vi|dia diem)(?![a-z])[^:]{0,60}:/
/** «Thời gian tổ chức hội nghị: …» names a step. */
const OF_STEP =
  /^(?:thoi gian|thoi diem|ngay) (?=(?:to chuc )?(?:hoi nghi|hoi thi|le |gap mat|so ket|tong ket|phat dong|binh xet|xet chon|xet khen|cham diem)[^:]{0,60}:)/
/** The day of an anniversary is not that of the step. */
const OCCASION = /(?:^|[\s,(])(?:nhan(?! (?:dan|vien|rong|to|luc|su|duoc))|chao mung|ky niem|huong ung)\s/
const BEHIND = /^(?:\s*[):;,.|–-])*\s*(?:(?:se|tien hanh)\s+(?=tien hanh))?/
/** «Dịp Ngày hội đọc sách (21/4/2026): …»: the day in brackets behind the name of the occasion is that of the step. */
const OCCASION_NAME = String.raw`(?:(?:vao|trong|nhan|dung|truoc|sau) )*(?:dip|ngay|le|ky niem|chao mung|huong ung|tuan le|thang|tet) (?:[^:;.()\d]|\d{1,4}(?![\d/.:-])){2,90}`
const OCCASION_LEAD = new RegExp(`^${OCCASION_NAME}\\((?:(?:tu|trong|vao|khoang|du kien|cuoi|dau|giua) )*$`)
const NAMED_DAY = new RegExp(`^${OCCASION_NAME} $`)
const OCCASION_ENDS = /^[\s).]*\)(?!\s*và\s)\s*[:,–-]?\s*(?=\p{L}{2})/u
const EVERY_YEAR = /^\s*(?:hang|hang|moi)\s+nam/
const NAME = /^[^:.;,\d]{3,60}:\s*/
const FINE: ReadonlySet<FoundPeriod['kind']> = new Set(['quarter', 'month', 'day', 'half'])
const DONE = /^(?:da|da duoc)\s/

function stepBefore(line: Passage, period: FoundPeriod): DatedStep | undefined {
  const before = line.folded.slice(0, period.start)
  if (!LEAD.test(before)) return undefined
  const rest = line.sub(period.end)
  if (EVERY_YEAR.test(rest.folded)) return undefined
  const text = rest.sub(BEHIND.exec(rest.text)?.[0].length ?? 0).strip(' ', ' ;|')
  if (DONE.test(text.folded)) return undefined
  return {
    period,
    text: /\p{L}{2}/u.test(text.text) ? text : undefined,
    limit: LIMIT.test(before),
    fromIssue: FROM_ISSUE.test(before),
  }
}

function stepOnOccasion(line: Passage, period: FoundPeriod): DatedStep | undefined {
  // «Bước 3 (dịp kỷ niệm … 10/9/2025): …»
  const stage = STAGE.exec(line.folded)?.[0].length ?? 0
  const before = line.folded.slice(stage, period.start)
  const behind = line.sub(period.end)
  const ends = OCCASION_LEAD.test(before)
    ? OCCASION_ENDS.exec(behind.text)
    : NAMED_DAY.test(before)
      ? (stage > 0 ? /^\s*\)?\s*:\s*(?=\p{L})/u : /^\s*:\s*(?=\p{L})/u).exec(behind.text)
      : null
  if (ends === null || EVERY_YEAR.test(behind.folded)) return undefined
  return {
    period: thisYear(period),
    text: behind.sub(ends[0].length).strip(' ', ' ;|'),
    limit: false,
    fromIssue: false,
  }
}

/** «Sơ kết giữa giai đoạn: Quý II/2027», «Tổ chức hội nghị tổng kết (quý IV/2028).»: the time stands behind. */
function stepBehind(line: Passage, period: FoundPeriod): DatedStep | undefined {
  const after = line.folded.slice(period.end)
  const before = line.folded.slice(0, period.start)
  const lead =
    /(?:[:(,|–-]|\s)\s*(?:(?:thoi gian|du kien|hoan thanh|xong|trong|vao|tu|truoc|ngay|cham nhat|muon nhat|la|thuc hien|(?:(?:nhan|vao|trong) )?dip|(?:vao |trong )?(?:(?:tuan|ngay) )?(?:dau|cuoi|giua)|tuan thu \w+|cua|khoang|:)\s*){0,5}$/.exec(
      before,
    )
  const range = /\((?:thoi gian )?(?:tu )?(?:ngay )?$/.test(before) && period.from !== period.to
  if (lead === null || !/^[\s).;,|]*$/.test(after) || (OCCASION.test(before) && !range)) return undefined
  const at = FINE.has(period.kind) && !speaksOfEvent(line) && /(?:vao|trong)\s*$/.test(before)
  const separated = at || /[:(|–-]/.test(lead[0]) || /(?:hoan thanh|xong)/.test(lead[0])
  const text = line.sub(STAGE.exec(line.folded)?.[0].length ?? 0, lead.index).strip(' ', ' ,;:(|–-')
  if (!separated || text.words.split(' ').length < (at || /[:(]/.test(lead[0]) ? 2 : 3)) return undefined
  return { period, text, limit: LIMIT.test(before), fromIssue: false }
}

/** «Ban hành kế hoạch trước ngày 15/3/2026» among clauses that each end in their time. */
export function dueStep(clause: Passage, context: YearContext): DatedStep | undefined {
  const period = findPeriods(clause.text, context).at(-1)
  if (period === undefined || period.open || !/^[\s).;,]*$/.test(clause.text.slice(period.end))) return undefined
  const due =
    /\s(?:(?:xong|hoan thanh|truoc|cham nhat|muon nhat|den het|vao|trong|la|tu (?:ngay )?\d{1,2} (?:den|-)(?: het)?) ?)+$/.exec(
      clause.folded.slice(0, period.start),
    )
  const text = due === null ? undefined : clause.sub(0, due.index).strip(' ', ' ,;')
  return text === undefined || text.words.split(' ').length < 2
    ? undefined
    : { period, text, limit: LIMIT.test(clause.folded.slice(0, period.start)), fromIssue: false }
}

/** «Đăng ký: Tháng 4/2026, các chi bộ lập danh sách»: the step is named in front of its time. */
function stepNamed(line: Passage, period: FoundPeriod): DatedStep | undefined {
  const name = NAME.exec(line.folded)
  if (name === null || name[0].length > period.start || beginsUnit(line)) return undefined
  const step = stepBefore(line.sub(name[0].length), {
    ...period,
    start: period.start - name[0].length,
    end: period.end - name[0].length,
  })
  if (step?.text === undefined) return undefined
  // «Tổng kết năm: trong tháng 12/2026, gắn với tổng kết công tác năm»: what is added tells no step of its own
  const added = /^(?:gan|ket hop|long ghep|cung|dong thoi|tai|nhan|vao) /.test(step.text.folded)
  return { ...step, period, text: added ? line.sub(0, name[0].length).strip(' ', ' :') : step.text }
}

/** Whether a paragraph begins with a time, one without end or in years too, and goes on. */
export function opensWithTime(line: Passage, context: YearContext): boolean {
  const [first] = findPeriods(line.text, context)
  return first !== undefined && LEAD.test(line.folded.slice(0, first.start)) && line.length > first.end + 8
}

/** Whether the words name nothing but a stage: «Bước 3». */
export const isStage = (line: Passage): boolean => STAGE.exec(line.folded)?.[0].length === line.length

/** Whether a time begins with the day of issue: «Từ nay đến 30/4/2026». */
export const beginsWithIssue = (before: string): boolean => FROM_ISSUE.test(before)

/** Whether the line opens a stage: «Bước 2: …», «Giai đoạn 1 (…)»; bullets behind it belong to it. */
export function opensStage(line: Passage): boolean {
  return /^(?:giai doan|buoc|dot|ky|lan)\s/.test(line.folded) && (STAGE.exec(line.folded)?.[0].length ?? 0) > 0
}

/** Reads a paragraph as a dated step of the plan; undefined for running times and for paragraphs that do not begin or end with a time. */
export function datedStep(whole: Passage, context: YearContext): DatedStep | undefined {
  const label = OF_STEP.exec(whole.folded)?.[0].length ?? 0
  const step = stepOf(whole.sub(label), context)
  return step && { ...step, period: { ...step.period, start: step.period.start + label, end: step.period.end + label } }
}

function stepOf(line: Passage, context: YearContext): DatedStep | undefined {
  const periods = findPeriods(line.text, context)
  const first = periods[0]
  if (first === undefined || first.open) return undefined
  if (RUNNING.test(line.folded)) return undefined
  const step = stepBefore(line, first) ?? stepOnOccasion(line, first)
  if (step !== undefined) return step
  const named = stepNamed(line, first)
  if (named !== undefined) return named
  const last = periods.at(-1)
  if (last === undefined || last.open || (last !== first && line.text.slice(first.end, last.start).includes(';')))
    return undefined
  return stepBehind(line, last)
}
