import { type FoundPeriod, findPeriods } from '../../core/dates/find-periods.ts'
import type { Passage } from '../fields/passage.ts'
import { sentencesOf, splitOutside } from '../fields/sentences.ts'

const GATHERING =
  'hoi nghi|hoi thao|dai hoi|le (?!phep|hoi)|toa dam|hoi thi|cuoc thi|gap mat|giao luu|hoi dien|lien hoan|ngay hoi|dien dan|trien lam|chuong trinh giao luu|buoi (?:gap|toa|giao)'
const EVENT = new RegExp(
  `^(?:(?:du kien|tham muu|chuan bi|phoi hop|tien hanh|se|va)\\s+){0,3}(?:(?:(?:cho|giup)\\s+)?(?:ubnd|uy ban|ban|dang uy|chi uy|lanh dao|hieu truong|giam doc|chu tich|thuong truc|hoi dong|so|phong)(?![a-z])[^,;.]{0,50}?\\s(?=to chuc))?(?:(?:to chuc|mo|tien hanh)\\s+(?:\\S+\\s+){0,3}?)?(?:${GATHERING})`,
)
/** The occasion has a date of its own, which is not that of the event. */
const OCCASION = /(?:^|[\s,(])(?:nhan(?! (?:dan|vien|rong|to|luc|su|duoc))|chao mung|ky niem|huong ung|gan voi)\s/
const OWN_KINDS: ReadonlySet<FoundPeriod['kind']> = new Set(['quarter', 'month', 'day', 'half', 'edge', 'year'])

/** Whether the words begin with a conference or similar event. */
export function speaksOfEvent(words: Passage): boolean {
  return EVENT.test(words.folded)
}

export interface DatedEvent {
  readonly period: FoundPeriod
  readonly text: Passage
}

/** The years since what is remembered are no time of the step: «(26/3/1931 - 26/3/2026)». */
export function thisYear(period: FoundPeriod): FoundPeriod {
  return Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4)) > 4 ? { ...period, from: period.to } : period
}

/** «Tổ chức gặp mặt nhân Ngày đọc sách (21/4/2026)»: where no other time is printed, the event is on the day of its occasion. */
function onOccasion(occasion: Passage): FoundPeriod[] {
  const [only, ...more] = findPeriods(occasion.text)
  if (only === undefined || more.length > 0 || (only.kind !== 'day' && only.kind !== 'month')) return []
  return /\(\s*$/.test(occasion.text.slice(0, only.start)) ? [thisYear(only)] : []
}

/** «Tổ chức hội nghị sơ kết năm 2028; tổ chức hội nghị tổng kết năm 2030»: each clause an event with its time. */
function eventsApart(sentence: Passage): Passage[] {
  const clauses = splitOutside(sentence, ';')
  const each = clauses.every((clause) => EVENT.test(clause.folded) && findPeriods(clause.text).length > 0)
  return clauses.length > 1 && each ? clauses : [sentence]
}

/** «vào năm 2028 (sơ kết) và năm 2030 (tổng kết)»: held in either year. */
function joinsYears(words: Passage, one: FoundPeriod | undefined, next: FoundPeriod): boolean {
  return (
    one !== undefined && /^\s*(?:\([^()]*\)\s*)?(?:,|;|và)\s*(?:vào\s+)?$/.test(words.text.slice(one.end, next.start))
  )
}

/** A conference or similar event with a printed year: «Tổ chức Hội nghị điển hình tiên tiến năm 2025». */
export function datedEvents(line: Passage): DatedEvent[] {
  return sentencesOf(line)
    .flatMap(eventsApart)
    .flatMap((sentence): DatedEvent[] => {
      if (!EVENT.test(sentence.folded)) return []
      const occasion = OCCASION.exec(sentence.folded)
      const before = occasion === null ? sentence : sentence.sub(0, occasion.index)
      const periods = findPeriods(before.text).filter(({ kind, open }) => OWN_KINDS.has(kind) && !open)
      const named = periods.filter(({ kind }) => kind !== 'year').slice(0, 1)
      const held =
        named.length > 0 ? named : periods.filter((period, i) => i === 0 || joinsYears(before, periods[i - 1], period))
      if (held.length > 0) return held.map((period) => ({ period, text: sentence.strip(' ', ' ;') }))
      const at = occasion?.index ?? sentence.length
      return onOccasion(sentence.sub(at)).map((found) => ({
        period: { ...found, start: found.start + at, end: found.end + at },
        text: sentence.strip(' ', ' ;'),
      }))
    })
}
