import type { YearContext } from '../../core/dates/find-periods.ts'
import { isHeading } from '../assignments/find-sections.ts'
import { headingWords } from '../assignments/items.ts'
import { countsIn } from '../fields/counts.ts'
import type { Passage } from '../fields/passage.ts'
import type { Item } from '../outline.ts'
import { datedClauses } from './clauses.ts'
import { datedStep, opensWithTime } from './dated-step.ts'
import { FINE } from './item-steps.ts'

const SCHEDULE =
  /^(?:(?:noi dung|pham vi|phuong thuc|doi tuong|dia diem|ke hoach|cach thuc|trinh tu)(?:,| va| -)? ?)*(?:thoi gian|tien do|lo trinh|cac buoc|buoc|lich trinh|phan ky|cac moc|moc thoi gian|cac giai doan|trinh tu|quy trinh|thoi han|thoi diem)(?![a-z])|(?:so ket|tong ket)(?:,| va|(?= khen)) (?:tong ket|khen thuong)|(?:va|,|-) (?:thoi gian|tien do|lo trinh)(?: (?:thuc hien|to chuc|trien khai))?\s*:?$/

/** Whether the words of a heading, folded, are about time or steps. */
export const namesSchedule = (heading: string): boolean => SCHEDULE.test(heading)

/** A heading that is nothing but a quarter or month stands over one milestone, wherever it is. */
export function isPeriodHeading(item: Item, page: Passage, context: YearContext): boolean {
  const line = page.at(item.body)
  if (item.children.length === 0 || line.length > 60) return false
  const step = datedStep(line, context)
  return step !== undefined && step.text === undefined && step.period.kind !== 'year' && step.period.kind !== 'years'
}

function tellsSteps(line: Passage, context: YearContext): boolean {
  const steps = datedClauses(line, context)
  const first = steps[0]
  return (
    steps.length >= 3 &&
    first !== undefined &&
    first.clause.start - line.start < 3 &&
    steps.every(({ step }) => FINE.has(step.period.kind))
  )
}

const TOP: ReadonlySet<Item['mark']> = new Set(['part', 'chapter', 'section', 'article', 'roman'])
/** Figures year by year are aims, money or results. */
const MEASURES =
  /^(?:(?:cac|ve|mot so) )*(?:chi tieu|muc tieu|muc dich|yeu cau|kinh phi|ket qua|so luong|doi tuong|tieu (?:chi|chuan)|dac diem|tinh hinh)(?![a-z])/
/** «Đã hoàn thành trong tháng 5: …» */
const OVER = /^da (?:duoc )?(?:hoan thanh|thuc hien|trien khai|to chuc) (?=trong|vao|tu|thang|quy|nam|ngay)/

const measures = (line: Passage): boolean => /\d\s?%/.test(line.folded) || countsIn(line).length > 0

/** A section of the plan in which every paragraph begins with its time, in years or stages too; most of them set no numbers. */
function tellsTimes(item: Item, told: readonly Item[], page: Passage, context: YearContext): boolean {
  if (!TOP.has(item.mark) || told.length < 3) return false
  const lines = told.map(({ body }) => page.at(body))
  return (
    lines.every((line) => opensWithTime(line.sub(OVER.exec(line.folded)?.[0].length ?? 0), context)) &&
    lines.filter(measures).length * 2 < lines.length
  )
}

/** A section is about time when its heading says so, or when most of its items begin with a quarter, month or day. */
export function isSchedule(item: Item, page: Passage, context: YearContext): boolean {
  if (!isHeading(item, page.text) || item.children.length === 0) return false
  const heading = headingWords(item, page.text)
  if (namesSchedule(heading)) return true
  if (MEASURES.test(heading)) return false
  const told = item.children.filter(({ cell }) => cell === null)
  // «Tuần 1 tháng 3: … . Tuần 3 tháng 3: … .»: prose in which every sentence begins with its time
  const [prose, ...others] = told
  if (prose?.mark === 'plain' && others.length === 0) return tellsSteps(page.at(prose.body), context)
  const marked = told.length > 2 ? told : told.filter(({ mark }) => mark !== 'plain')
  if (tellsTimes(item, marked, page, context)) return true
  const dated = marked.filter(({ body }) => {
    const step = datedStep(page.at(body), context)
    return step !== undefined && FINE.has(step.period.kind) && step.period.start < 25
  })
  return dated.length >= 2 && dated.length / marked.length > 0.6
}
