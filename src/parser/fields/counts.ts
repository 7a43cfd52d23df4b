import type { Subject } from '../contract.ts'
import { depths } from './depth.ts'
import type { Passage } from './passage.ts'
import { PICKS, pickingWords } from './picking.ts'
import { namedKinds } from './subjects.ts'

/** A number of exemplars as printed. */
export interface Count {
  readonly min: number
  readonly number: Passage
  readonly subject: Subject
  /** The words that say what is counted. */
  readonly noun: Passage
  /** Position behind the noun in the sentence, and of the number in it. */
  readonly from: number
  readonly end: number
}

const UNITS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  mươi: 10,
  mốt: 1,
  tư: 4,
  lăm: 5,
}
const SMALL = 'một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín'
const WORDS = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:(${SMALL})\\s+)?(mươi|mười)(?:\\s+(${SMALL}|mốt|tư|lăm))?|(${SMALL}))(?![\\p{L}\\d])`,
  'giu',
)
/** Recognition takes «01» for «0l». Figures behind these words are dates and numbers of documents. */
const NOT_COUNTED = '(?<!(?:moi|hang|tung) )(?:thang|quy|lan)|ngay|so|khoa|thu|diem|khoan|dieu|muc|chi thi|nghi quyet'
const FIGURES = new RegExp(
  String.raw`(?<![\d/.,]|(?:${NOT_COUNTED}) |[a-z]-)(?:0[li|](?![a-z|])|l\d(?!\d)|\d{1,3})(?![\d/]|[.,]\d|\s?%|\s*phan tram)`,
  'g',
)

interface Figure {
  readonly start: number
  readonly end: number
  readonly value: number
}

function wordValue(match: RegExpMatchArray): number {
  const value = (word: string | undefined) => UNITS[word?.toLowerCase() ?? ''] ?? 0
  const [, tens, ten, ones, single] = match
  if (ten === undefined) return value(single)
  return (tens === undefined ? 1 : value(tens)) * 10 + value(ones)
}

/** «mỗi năm tập thể …» is a time, «ít nhất năm tập thể» a number. */
function isYearWord(sentence: Passage, match: RegExpMatchArray): boolean {
  if (match[0].toLowerCase() !== 'năm') return false
  return /(?:^|(?:moi|hang|trong|mot|cuoi|dau|cac|nhieu|tung|toan|ca|sau|\d)\s+|[./]\s*)$/.test(
    sentence.folded.slice(0, match.index),
  )
}

function figuresIn(sentence: Passage): Figure[] {
  const found: Figure[] = []
  for (const match of sentence.folded.matchAll(FIGURES)) {
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      value: Number(match[0].replace(/[li|]/, '1')),
    })
  }
  for (const match of sentence.text.matchAll(WORDS)) {
    const start = match.index ?? 0
    if (isYearWord(sentence, match)) continue
    found.push({ start, end: start + match[0].length, value: wordValue(match) })
  }
  return found.sort((a, b) => a.start - b.start)
}

const CEILING = /(?:khong qua|toi da|khong vuot qua|khong nhieu hon|nhieu nhat|khong lon hon|(?<!khong )duoi)\s*$/
/** Those who are helped, not looked for. */
const HELPED =
  /(?:giup do|giup|ho tro|kem cap|do dau|ket nap|viec lam cho|day nghe cho|dao tao|van dong|ung ho|tang qua cho|tham hoi|tiep nhan|thoat ngheo|giam|theo doi|phu trach|cham lo|tuyen truyen cho|tap huan cho)\s+(?:duoc\s+)?(?:cho\s+)?(?:it nhat\s+|toi thieu\s+|tu\s+)?$/
/** «Mỗi công đoàn có trên 500 đoàn viên lựa chọn 02 cá nhân»: how large the unit is that owes the number. */
/** «80% cơ sở có ít nhất một điển hình»: a rate of units. */
const RATE = /\d\s?% [^;.]{2,80} co (?:it nhat |toi thieu |tu )?$/
/** «02 mô hình tại 03 xã»: where they are. */
const WHERE = /(?:^|\s)(?:tai|o|tren dia ban)(?: it nhat| toi thieu)? $/
const OUT_OF = /^ (?:tu|cua|trong) $/
const SIZE = /(?:tren|duoi|hon|tu|quy mo)\s+$/
const PICKS_BEHIND = new RegExp(
  String.raw`^[a-z ,]{0,60}(?<![a-z])(?:co(?= (?:it nhat|toi thieu|tu \d|\d))|${PICKS})(?![a-z])`,
)
type Other = { readonly end: number }
const JOINED = /^[a-z\s]{0,20}(?:,|va|hoac|;)\s*(?:va\s+)?$/
const IN_BRACKET = /^\s*\([^)]{1,20}\)/
const IN_WORDS = 'mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi'
const RANGE = new RegExp(String.raw`^\s*(?:-|–|÷|~|den|toi)\s*(?:\d{1,3}(?![\d/%])|(?:${IN_WORDS})(?![a-z]))`)
/** «03 trong số 10 mô hình», «10 “Thầy thuốc trẻ tiêu biểu”» */
const UP = /^\s*(?:tro len)?\s*(?:trong (?:(?:tong )?so )?\d{1,3}\s+)?(?:(?:danh hieu )?["“])?/
const EXEMPLAR =
  /^(?:(?:mo hinh|guong|dien hinh|nhan to moi|nhan to|tien tien|tieu bieu|xuat sac|nguoi tot,? viec tot|cach lam hay|moi)(?:,? va|,|\/)?(?: |(?=[,.;)/])|$))+/
const OF_KIND = /^\s*(?:la |ve |thuoc |cap |doi voi |\(|:)?\s*/

function exemplarAt(rest: Passage): { subject: Subject; length: number } | null {
  const match = EXEMPLAR.exec(rest.folded.slice(0, 120))
  if (!match || !/dien hinh|guong|nhan to|nguoi tot/.test(match[0])) return null
  const length = match[0].replace(/[\s,]+$/, '').length
  const link = OF_KIND.exec(rest.folded.slice(length))?.[0] ?? ''
  const behind = rest.sub(length + link.length, length + link.length + 60)
  const named = link.endsWith('(') ? null : namedKinds(behind.sub(0, clauseLength(behind)))
  if (!named || !/^ ?(?:la |ve )?$/.test(link)) return { subject: 'any', length }
  const [kind, second] = named.kinds
  return { subject: second || !kind ? 'any' : kind.subject, length: length + link.length + named.end }
}

function clauseLength(rest: Passage): number {
  const end = rest.folded.slice(0, 120).search(/[;./]|,\s*(?:cac|nhung|moi|tung|toan) /)
  return end < 0 ? 120 : end
}

function kindBehind(rest: Passage): { subject: Subject; length: number } | null {
  const exemplar = exemplarAt(rest)
  if (exemplar) return exemplar
  const named = namedKinds(rest.sub(0, clauseLength(rest)))
  const first = named?.kinds[0]
  if (!named || !first || first.at.start > rest.start + 14) return countedAt(rest)
  if (named.kinds.length > 1) return { subject: 'any', length: named.end }
  const bracket = rest.folded.slice(0, named.end).indexOf(' (')
  if (bracket > 0) return { subject: first.subject, length: bracket }
  const more = /^\s*,\s*(?:guong )?dien hinh/.test(rest.folded.slice(named.end))
  return { subject: more ? 'any' : first.subject, length: Math.max(named.end, first.at.end - rest.start) }
}

/** «Tập thể: 02; cá nhân: 05»: the number behind the noun and its colon. */
function countBehind(sentence: Passage, figure: Figure): Count | null {
  const front = /(?:^|[:;,.(–-])\s*([a-z][^:;,.()\d]{2,40}?)\s*:\s*$/.exec(sentence.folded.slice(0, figure.start))
  if (!front?.[1] || !/^\s*(?:$|[;,.)])/.test(sentence.folded.slice(figure.end))) return null
  const at = front.index + front[0].indexOf(front[1])
  const noun = sentence.sub(at, at + front[1].length)
  const named = namedKinds(noun)
  const [kind, second] = named?.kinds ?? []
  if (!named || !kind || second || kind.at.start > noun.start + 4 || named.end < noun.length) return null
  const number = sentence.sub(figure.start, figure.end)
  return { min: figure.value, number, subject: kind.subject, noun, from: figure.start, end: figure.end }
}

function countAt(sentence: Passage, figure: Figure): Count | null {
  if (figure.value === 0) return null
  const behind = countBehind(sentence, figure)
  if (behind) return behind
  let at = figure.end
  at += IN_BRACKET.exec(sentence.folded.slice(at))?.[0].length ?? 0
  at += RANGE.exec(sentence.folded.slice(at))?.[0].length ?? 0
  at += UP.exec(sentence.folded.slice(at))?.[0].length ?? 0
  const kind = kindBehind(sentence.sub(at))
  if (!kind) return null
  return {
    min: figure.value,
    number: sentence.sub(figure.start, figure.end),
    subject: kind.subject,
    noun: sentence.sub(at, at + kind.length),
    from: figure.start,
    end: at + kind.length,
  }
}

/** A ceiling, or a number of those who are helped, holds for all numbers that are joined to it. */
function isOther(sentence: Passage, figure: Figure, last: Other | null): boolean {
  const before = sentence.folded.slice(Math.max(0, figure.start - 60), figure.start)
  if (CEILING.test(before) || HELPED.test(before) || WHERE.test(before)) return true
  if (RATE.test(sentence.folded.slice(0, figure.start))) return true
  return last !== null && JOINED.test(sentence.folded.slice(last.end, figure.start))
}

function isSize(sentence: Passage, figure: Figure, { subject, end }: Count): boolean {
  return (
    (subject === 'individual' || subject === 'household') &&
    SIZE.test(sentence.folded.slice(0, figure.start)) &&
    PICKS_BEHIND.test(pickingWords(sentence.sub(end))) &&
    /\d/.test(sentence.folded.slice(end))
  )
}

/** Whom only numbers count: alone at the head of a sentence the words mean something else. */
const COUNTED: readonly (readonly [Subject, RegExp])[] = [
  ['individual', /^(?:em|cháu|bạn|vị|đồng chí|đ\/c|ông|bà|thầy|cô|đội viên|suất)(?![\p{L}\d])/iu],
  ['collective', /^(?:phòng|ban|sở|ngành|trạm|đồn|chi cục|cụm|kíp|ca trực|tổng công ty|công trường)(?![\p{L}\d])/iu],
]

function countedAt(rest: Passage): { subject: Subject; length: number } | null {
  for (const [subject, pattern] of COUNTED) {
    const match = pattern.exec(rest.sub(0, 20).text.normalize('NFC'))
    if (match) return { subject, length: match[0].length }
  }
  return null
}

/** «3 cá nhân (trong đó 01 cá nhân là nữ)»: a part of those counted in front of the bracket. */
function isShare(sentence: Passage, figure: Figure): boolean {
  return /\((?:trong do|ke ca|bao gom ca)[^()]*$/.test(sentence.folded.slice(0, figure.start))
}

/** Every number of exemplars in a sentence, in order; ceilings, percentages, dates and numbers of those who are helped are none. */
export function countsIn(sentence: Passage): Count[] {
  const quoted = depths(sentence.text, false)
  const found: Count[] = []
  let other: Other | null = null
  for (const figure of figuresIn(sentence)) {
    if ((quoted[figure.start] ?? 0) > 0 || isShare(sentence, figure) || figure.start < (found.at(-1)?.end ?? 0))
      continue
    const count = countAt(sentence, figure)
    const outOf = OUT_OF.test(sentence.folded.slice(found.at(-1)?.end ?? figure.start, figure.start))
    if (outOf || isOther(sentence, figure, other)) other = { end: count?.end ?? figure.end }
    else if (count && !isSize(sentence, figure, count)) found.push(count)
  }
  return found
}
