import { type FoundPeriod, findPeriods } from '../../core/dates/find-periods.ts'
import { foldInPlace } from '../../core/text/fold.ts'
import type { Span } from '../../core/text/source.ts'
import type { Period } from '../contract.ts'
import type { Item, Outline } from '../outline.ts'
import { Read } from '../read.ts'

/** What the documents of a title are named by: a date behind it is theirs, not the plan's. */
const OF_ANOTHER =
  /\b(?:so\s+\S{0,3}\d\S*|chi thi|nghi quyet|quyet dinh|luat|thong tu|nghi dinh|dai hoi|cong van)\b[^“”"]{0,60}$/
const NOT_THE_STAGE =
  /(?:nhiem ky|dinh huong(?: den)?|tam nhin(?: den)?|lan thu \S+|khoa \S+|ky niem[^.]{0,40}|bau cu[^.]{0,60})[\s(,-]*(?:nam\s*)?$/
const UNTIL = /\bden (?:het )?nam\s+((?:19|20)\d\d)/

const yearsOf = ({ from, to }: Period): Period => ({ from: `${from.slice(0, 4)}-01`, to: `${to.slice(0, 4)}-12` })

/** Stages and years that a title prints, those of other documents and terms of office left out. */
function periodsInTitle(title: string): FoundPeriod[] {
  const plain = foldInPlace(title)
  return findPeriods(title).filter(({ start, kind, open }) => {
    const before = plain.slice(Math.max(0, start - 90), start)
    if (open || kind === 'day' || NOT_THE_STAGE.test(before)) return false
    return !(OF_ANOTHER.test(before) && /\bngay\b|\bso\s/.test(before.slice(-70)) && kind !== 'years')
  })
}

const TIME_LINE =
  /^(?:\p{L}+\s){0,2}thoi gian(?:\s+(?:thuc hien|trien khai|to chuc|tien hanh|thuc hien ke hoach|ap dung|kiem tra|thanh tra|phat dong))?(?:\s+ke hoach)?\s*[:.]?\s*|^thoi han thuc hien\s*:?\s*/u
const HEAD_OF_TIME = /\bthoi gian\b/

interface TimeLine {
  readonly item: Item
  readonly depth: number
}

/** Lines on the time of the whole plan: «Thời gian thực hiện: …», also as a heading with the time below it. */
function timeLines(outline: Outline): TimeLine[] {
  const found: TimeLine[] = []
  const walk = (items: readonly Item[], depth: number, underTime: boolean): void => {
    for (const item of items) {
      const plain = foldInPlace(outline.text.slice(item.body.start, item.body.end))
      const own = TIME_LINE.test(plain)
      const whole = !/^thoi gian\s*:/.test(plain) || depth < 2 || item.mark === 'number' || item.mark === 'roman'
      if (!item.cell && ((own && whole) || underTime)) found.push({ item, depth })
      walk(item.children, depth + 1, plain.length < 90 && HEAD_OF_TIME.test(plain) && plain.length < 70)
    }
  }
  walk(outline.opening, 0, false)
  walk(outline.body, 0, false)
  return found
}

/** «Trong tháng 02, các chi hội sinh hoạt»: what is done then stands behind a time that has a step. */
const TELLS_STEP = /^\)?,\s*(?!(?:chia|gom|cu the|trong do|va|bat dau|ket thuc|tu|den|thuc hien)(?![a-z]))\p{L}/u

interface LinePeriod {
  readonly period: Period
  readonly fine: boolean
  readonly at: Span
  readonly open: boolean
}

function periodOfLine(outline: Outline, { item }: TimeLine, year: number | undefined): LinePeriod | null {
  const text = outline.text.slice(item.body.start, item.body.end)
  if (text.length > 400) return null
  const found = findPeriods(text, { year })
  const first = found[0]
  const last = found.at(-1)
  if (!first || !last) return null
  const plain = foldInPlace(text)
  const named = TIME_LINE.test(plain)
  const running =
    named ||
    /^(?:(?:ke hoach|chuong trinh)(?: nay)? (?:duoc )?(?:thuc hien|trien khai|ap dung)|tu|trong|bat dau|ke tu|ca|thuc hien)\b/.test(
      plain,
    )
  if (!running && found.length > 1) return null
  // «Từ tháng 3 đến tháng 5: các chi bộ …» is a step, not the time of the plan
  if (!named && (/:\s*\S/.test(text.slice(first.end)) || TELLS_STEP.test(plain.slice(first.end)))) return null
  const at = { start: item.body.start + first.start, end: item.body.start + first.end }
  return {
    period: { from: first.from, to: first.to },
    fine: first.kind !== 'year' && first.kind !== 'years',
    at,
    open: first.open,
  }
}

/** The one line that tells the time of the plan; among dated steps it is the one that says nothing but a time with an end. */
function onlyLine(outline: Outline, year: number | undefined): LinePeriod | null {
  const lines = timeLines(outline).filter(({ depth }) => depth <= 2)
  const read = lines.map((line) => periodOfLine(outline, line, year)).filter((line) => line !== null)
  return read.length === 1 ? (read[0] ?? null) : null
}

/** What is known of the time of a plan, and the periods between which the title does not decide. */
interface FoundPeriods {
  readonly period: Read<Period> | null
  readonly candidates: readonly Period[]
}

/**
 * The months that the plan covers: months of the line of time as printed, else year or stage of the title, opened to whole years, else
 * the years of the line of time. A school year gives way to the line of time. null where no end is known.
 */
export function readPeriod(
  outline: Outline,
  title: { text: string; at: Span } | null,
  year: number | null,
): FoundPeriods {
  const line = onlyLine(outline, year ?? undefined)
  const inTitle = title ? periodsInTitle(title.text) : []
  const stage = inTitle.find(({ kind }) => kind === 'years') ?? inTitle[0]
  const until = title ? UNTIL.exec(foldInPlace(title.text)) : null
  if (line && !line.open && line.fine) return { period: new Read(line.period, line.at), candidates: [] }
  if (
    title &&
    until &&
    !NOT_THE_STAGE.test(foldInPlace(title.text).slice(0, until.index)) &&
    !inTitle.some(({ kind }) => kind === 'years')
  ) {
    const end = until[1] ?? ''
    if (year !== null && Number(end) >= year)
      return { period: new Read({ from: `${year}-01`, to: `${end}-12` }, title.at), candidates: [] }
  }
  if (title && stage) {
    const better = line && !line.open && stage.kind === 'schoolYear' ? line.period : yearsOf(stage)
    const rivals = new Set(inTitle.map((other) => JSON.stringify(yearsOf(other))))
    return { period: new Read(better, title.at), candidates: rivals.size > 1 ? inTitle.map(yearsOf) : [] }
  }
  return { period: line && !line.open ? new Read(yearsOf(line.period), line.at) : null, candidates: [] }
}
