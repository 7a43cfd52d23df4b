import { type FoundPeriod, findPeriods } from '../../core/dates/find-periods.ts'
import type { Period, Target } from '../contract.ts'
import { Read, type Sourced } from '../read.ts'
import { type Count, countsIn } from './counts.ts'
import { depths } from './depth.ts'
import type { Passage } from './passage.ts'
import { PICKS, pickingWords } from './picking.ts'
import { namedKinds } from './subjects.ts'
import { beginsUnit } from './unit-names.ts'
import { cutAtVerb } from './unit-verbs.ts'

const DUTY = /(?:hang|hang|moi) thang|thang mot lan|dinh ky/
const TELLS = /gioi thieu|bao cao|gui ve/
const SEEKS = new RegExp(
  String.raw`it nhat|toi thieu|khong duoi|khong it hon|tro len|chi tieu|so luong|${PICKS}|\bco\b|moi |\/|^\W*\d`,
)
const OPENS = new RegExp(
  String.raw`^[-–+*•\s]*(?:(?:chi tieu|so luong|muc tieu|yeu cau ve so luong|ket qua|san pham)\b|phan dau|[^,;.:]{0,90}\bphan dau|moi |tung |hang (?:nam|quy|ky)|nam \d|trong nam|nam hoc|giai doan|(?:trong|den)(?: het| cuoi)? (?:nam|giai doan)|den cuoi|binh quan |(?:ca (?!nhan)|toan (?!dan |dien ))|it nhat|toi thieu|tu \d|\d{1,3} |(?:${PICKS})(?![a-z])|(?:cac|cap) [^,;.:]{2,60}(?:${PICKS})(?![a-z]))`,
)
const STAGE = String.raw`(?:(?:trong|den|tinh den|het|ca|toan|moi|hang|cuoi|dau|cac|tu) ){0,3}(?:giai doan|nam hoc|nam|nhiem ky|dot|quy|thang|hoc ky)[\d\s–/-]*(?:ke hoach)?[,:]?\s*`
const NUMBER = String.raw`(?:it nhat|toi thieu|khong (?:duoi|it hon|qua)|toi da|tu \d|khoang \d|\d)`
const FIRM_OPENING = new RegExp(
  String.raw`^[-–+*•\s]*(?:(?:${STAGE})?(?:(?:[a-z][a-z -]{0,60})?\b(?:phan dau|lua chon|binh chon|chon|gioi thieu)(?: co| duoc| va [a-z ]{3,30})?\s*${NUMBER}|it nhat|toi thieu)|(?:binh quan )?${STAGE}(?:[a-z][a-z ]{0,40} )?(?:co|${PICKS})(?: co| duoc| va [a-z ]{3,30})?\s*${NUMBER}|chi tieu|so luong|phan dau|it nhat|toi thieu|moi (?:xa|phuong|don vi|co quan|truong|to|lop|chi|thon|ap|khom|khoi|cum|nganh|doan the|cap|co so|cong doan|hoi)[^.;]{0,60}\b(?:it nhat|toi thieu)|[^,;.:]{0,60}\bphan dau co)`,
)

/** «Phấn đấu không quá 08 gương …», «Mỗi năm chọn tối đa 02 tập thể»: a ceiling that is neither criterion nor target. */
export function setsCeiling(sentence: Passage): boolean {
  const ceiling = /(?<![a-z])(?:khong qua|toi da|nhieu nhat) \d{1,3}(?![\d%.,])\s*/.exec(sentence.folded)
  if (!ceiling) return false
  const counted = namedKinds(sentence.sub(ceiling.index + ceiling[0].length)) !== null
  return FIRM_OPENING.test(pickingWords(sentence)) || (counted && /^(?:moi|tung) /.test(sentence.folded))
}

/** Whether a sentence sets numbers of exemplars to be found. `firm` asks for words that no criterion opens with. */
export function setsTarget(sentence: Passage, firm = false): boolean {
  const folded = pickingWords(sentence)
  if (!(firm ? FIRM_OPENING : OPENS).test(folded) || !SEEKS.test(folded) || isIntroduction(sentence)) return false
  return countsIn(sentence).length > 0
}

/** «Trước ngày 20 hàng tháng giới thiệu 01 tập thể»: a duty with a number in it. */
function isIntroduction(sentence: Passage): boolean {
  return DUTY.test(sentence.folded) && TELLS.test(sentence.folded)
}

const TIME = /^(?:nam|quy|thang|nam hoc|hoc ky|giai doan|dot|tuan)$/
/** Words with which the clause goes on behind the unit that owes a number. */
const GOES_ON = `toan|co(?! so)|can|phai|it nhat|toi thieu|khong duoi|khoang|to chuc(?! (?:dang|doan|hoi|cong doan|chinh tri|co so|xa hoi))|chu dong|duoc|trong|la|tren|tham gia|gop|duy tri|hinh thanh|thanh lap|${PICKS}`
const EACH = /(?<![a-z])(?:moi|tung)\s+(?:mot\s+)?(?=[a-z])/g
const END_OF_EACH = new RegExp(
  String.raw`\s*(?:$|[.;:()]|\d|,\s*(?:moi|tung|hang)\s|,?\s+(tu \d|(?:${GOES_ON})\b))`,
  'g',
)
const LONGEST_EACH = 80
const AFTER_STROKE = 'nam|trong|tren|tro len|va|giai doan|theo|cua|la|duoc|o'
const STROKE = new RegExp(
  String.raw`^[^\d;.]{0,40}?/\s*([a-z][a-z -]{1,40}?)(?=\s*(?:$|[.,;:()/]|\d|\s(?:${AFTER_STROKE})\b))(?:\s*/\s*([a-z ]{2,20}?)(?=\s*(?:$|[.,;:()]|\s(?:${AFTER_STROKE})\b)))?`,
)
const YEARLY = /(?<![a-z])(?:hang) (nam)(?![a-z])/

interface Owed {
  readonly at: number
  readonly words: Passage
  readonly time: boolean
}

function owed(sentence: Passage, from: number, to: number): Owed {
  const words = sentence.sub(from, to).strip(' ,', ' ,')
  return { at: from, words, time: TIME.test(words.folded) }
}

/** How far the words behind «mỗi» name a unit; a verb with a capital belongs to the name («Văn phòng Đăng ký đất đai»). */
function endOfEach(sentence: Passage, from: number): number | null {
  const rest = sentence.sub(from, from + LONGEST_EACH)
  for (const match of pickingWords(rest).matchAll(END_OF_EACH)) {
    const verb = match[1]
    const capital = verb !== undefined && /^[\s,]*\p{Lu}/u.test(rest.text.slice(match.index))
    if (match.index > 1 && !capital) return match[0] === '' && rest.length === LONGEST_EACH ? null : from + match.index
  }
  return null
}

/** Units that each owe a number: «mỗi xã …»; the words end where a number begins. */
function eachIn(sentence: Passage, counts: readonly Count[]): Owed[] {
  return [...sentence.folded.matchAll(EACH)].flatMap((match) => {
    const from = match.index + match[0].length
    const to = /^m[ớờô]i/i.test(sentence.text.slice(match.index)) ? null : endOfEach(sentence, from)
    if (to === null) return []
    const number = counts.find((count) => count.from > from && count.from < to)
    return [owed(sentence, from, number?.from ?? to)]
  })
}

/** «02 điển hình/cấp học», «05 cá nhân/xã/năm»: what stands behind the strokes after a number's noun. */
function strokesAfter(sentence: Passage, count: Count, limit: number): Owed[] {
  const rest = sentence.folded.slice(count.end, limit)
  const match = STROKE.exec(rest)
  if (!match) return []
  const parts = [match[1], match[2]].filter((part) => part !== undefined)
  return parts.map((part) => {
    const from = count.end + rest.indexOf(`${part}`, rest.indexOf('/'))
    return owed(sentence, from, from + part.length)
  })
}

/** Positions at which a clause with a unit of its own, or a clause behind a semicolon, begins; units that owe a number in common are one. */
function clauseStarts(sentence: Passage, each: readonly Owed[]): number[] {
  const depth = depths(sentence.text)
  const brackets = each.flatMap((owe) => {
    const open = sentence.folded.lastIndexOf('(', owe.at)
    return open >= 0 && !sentence.folded.slice(open, owe.at).includes(')') ? [open] : []
  })
  const starts = [0, ...brackets]
  for (const match of sentence.folded.matchAll(/[;,]\s*/g)) {
    const at = match.index + match[0].length
    const listed = each.some((owe) => at > owe.at && at < owe.at + owe.words.length)
    if ((depth[match.index] ?? 0) > 0 || listed) continue
    const clause = sentence.sub(at, at + 160)
    if (match[0].startsWith(';') || (beginsUnit(clause) && cutAtVerb(clause).verb !== null)) starts.push(at)
  }
  return starts
}

/** «toàn tỉnh», «cả trường»: the number is owed once. */
function lastWhole(text: string): number {
  const whole = [
    ...text.matchAll(/(?<!\p{L})(?:toàn|cả|toan)\s(?!dân|diện|bộ|thể|dan|dien|bo|the|năm|hai|giai|quý)(?=\p{L})/giu),
  ]
  return whole.at(-1)?.index ?? -1
}

interface Setting {
  readonly sentence: Passage
  readonly counts: readonly Count[]
  readonly each: readonly Owed[]
  readonly starts: readonly number[]
  readonly periods: readonly FoundPeriod[]
}

const clauseOf = (setting: Setting, at: number): number => setting.starts.filter((start) => start <= at).length

function perOf(setting: Setting, index: number): Passage | null {
  const { sentence, counts, each } = setting
  const count = counts[index]
  if (!count) return null
  const here = clauseOf(setting, count.from)
  const limit = (i: number) => counts[i + 1]?.from ?? sentence.length
  const whole = lastWhole(sentence.text.slice(0, count.from))
  const once =
    whole >= 0 &&
    clauseOf(setting, whole) === here &&
    !each.some((owe) => owe.at > whole && owe.at < count.from && !owe.time)
  const before = each.filter((owe) => owe.at < count.from && clauseOf(setting, owe.at) === here)
  const lastCount = counts.findLast((other) => clauseOf(setting, other.from) === here) ?? count
  const behind = each.filter((owe) => owe.at > lastCount.from && clauseOf(setting, owe.at) === here)
  const strokes = counts.flatMap((other, i) =>
    i >= index && clauseOf(setting, other.from) === here ? strokesAfter(sentence, other, limit(i)) : [],
  )
  const candidates = [...before.reverse(), ...strokes, ...behind].filter((owe) => owe.time || !once)
  const unit = candidates.find((owe) => !owe.time) ?? candidates[0]
  if (unit) return unit.words
  const yearly = YEARLY.exec(sentence.folded)
  return yearly ? sentence.sub(yearly.index + yearly[0].length - 3, yearly.index + yearly[0].length) : null
}

/** Years inside quotes, and those that only repeat the name of the field, say nothing about the number. */
function periodsIn(sentence: Passage, title: Passage | null): FoundPeriod[] {
  const quoted = depths(sentence.text, false)
  const tail = title ? /["”»][^"”»]*$/.exec(title.folded)?.[0].slice(1).trim() : undefined
  const repeated = tail && /\d/.test(tail) ? sentence.folded.lastIndexOf(tail) : -1
  const text = [...sentence.text.split('')]
    .map((sign, i) =>
      (quoted[i] ?? 0) > 0 || (tail && repeated >= 0 && i >= repeated && i < repeated + tail.length) ? '_' : sign,
    )
    .join('')
    .replace(/phấn đấu/gi, '________')
  return findPeriods(text).filter((period) => period.kind !== 'day' && !period.open && !cites(sentence, period.start))
}

function cites(sentence: Passage, at: number): boolean {
  return /(?:so|nghi quyet|ke hoach|quyet dinh|chi thi) [^;]{0,40}\/[^;,]{0,30}$/.test(sentence.folded.slice(0, at))
}

function periodOf(setting: Setting, index: number): Read<Period> | null {
  const { sentence, counts, periods } = setting
  const count = counts[index]
  if (!count) return null
  const here = clauseOf(setting, count.from)
  const next = counts[index + 1]?.from ?? sentence.length
  const first = counts[0]?.from ?? 0
  const mine = periods.filter((period) => clauseOf(setting, period.start) === here)
  // «năm 2026 có 10 hộ, năm 2027 có 15 hộ»: each number behind its year
  const between = counts.map((one, i) =>
    periods.findLast((p) => p.start >= (counts[i - 1]?.end ?? 0) && p.start < one.from),
  )
  const own =
    counts.length > 1 && between.every((p) => p)
      ? between[index]
      : mine.find((period) => period.start > count.from && period.start < next)
  const later = mine.find((period) => period.start > count.from)
  const front = periods.find((period) => period.start < first)
  const before = [...mine].reverse().find((period) => period.start < count.from)
  const chosen = own ?? before ?? later ?? front
  return chosen ? sentence.sub(chosen.start, chosen.end).as({ from: chosen.from, to: chosen.to }) : null
}

/** The numbers that one sentence sets, one a number. `title` is the name of the field, whose own years do not count. */
export function targetsIn(sentence: Passage, title: Passage | null = null): Sourced<Target>[] {
  if (isIntroduction(sentence)) return []
  const counts = countsIn(sentence)
  if (counts.length === 0) return []
  const each = eachIn(sentence, counts)
  const setting = {
    sentence,
    counts,
    each,
    starts: clauseStarts(sentence, each),
    periods: periodsIn(sentence, title),
  }
  return counts.map((count, index) => {
    const per = perOf(setting, index)
    return {
      min: count.number.as(count.min),
      subject: count.noun.as(count.subject),
      per: per ? new Read(per.words, per) : null,
      period: periodOf(setting, index),
    }
  })
}
