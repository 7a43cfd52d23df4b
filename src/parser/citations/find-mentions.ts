import { findDays } from '../../core/dates/find-days.ts'
import { isoDay } from '../../core/dates/months.ts'
import { fold, foldInPlace } from '../../core/text/fold.ts'
import type { Span } from '../../core/text/source.ts'
import { findBody, opensBody } from './find-body.ts'
import { type FoundNumber, findNumbers } from './find-numbers.ts'
import { KIND_WORDS, kindBySymbol, kindNamed } from './kinds.ts'

/** A part of a citation with the place where it is printed. */
export interface Printed extends Span {
  readonly value: string
}

/** One place that names a document by its number. Offsets count in the text that was searched. */
export interface Mention {
  readonly number: FoundNumber
  kind: Printed | undefined
  date: Printed | undefined
  issuer: Span | undefined
  /** From the kind to the last part. */
  start: number
  end: number
}

const DIRECT = new RegExp(String.raw`(?<![a-z])(${KIND_WORDS})\s{0,3}$`)
const ANY_KIND = new RegExp(`(?<![a-z])(${KIND_WORDS})(?![a-z])`, 'g')
/** Between kind and number stand the name of the law, the body or the date: «Luật … số», «Nghị quyết của … số», «Kế hoạch ngày … số». */
const BETWEEN = /^\s+(?:(?:cua|ngay|lien)\s|(?:hoa\s+toc|thuong\s+khan|khan|toi\s+mat|mat)\s*$)/
const LAW = /^(?:bo\s+luat|luat|phap\s+lenh)$/
const LAW_SYMBOL = /(?:^|[/-])(?:UBTV)?QH\d{0,2}$/

function kindBefore(plain: string, from: number, number: FoundNumber): (Printed & { between?: Span }) | undefined {
  const before = plain.slice(from, number.lead)
  const direct = before.match(DIRECT)
  if (direct?.[1] !== undefined) {
    const start = from + before.length - direct[0].length
    return { value: kindNamed(direct[1]) ?? '', start, end: start + direct[1].length }
  }
  if (!number.announced) return undefined
  const window = Math.max(0, before.length - 160)
  const last = [...before.slice(window).matchAll(ANY_KIND)].at(-1)
  if (last?.[1] === undefined) return undefined
  const start = from + window + last.index
  const between = { start: start + last[0].length, end: number.lead }
  const words = plain.slice(between.start, between.end)
  const law = LAW.test(last[1].replace(/\s+/g, ' ')) && LAW_SYMBOL.test(number.symbol)
  if (/[;:()]|\.\s/.test(words) || !(law || BETWEEN.test(words))) return undefined
  return { value: kindNamed(last[1]) ?? '', start, end: between.start, between }
}

const BEFORE_DATE =
  /^\s*[,(]?\s*(?:\((?:khoa|khoa\s)[^)]{0,20}\)\s*)?(?:ky\s+|ban\s+hanh\s+|cung\s+)?(?:ngay|[a-z]gay|n[a-z]ay|ng[a-z]y|nga[a-z])?\s*$/
const BLANK_DATE =
  /^\s*,?\s*ngay[\s.…_]*\d{0,2}[\s.…_/]*(?:thang)?[\s.…_]*\d{0,2}[\s.…_/]*(?:nam)?[\s.…_]*(?:20\d{0,2})?[\s.…_]*(?=,?\s*cua\s)/
/** «của Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII» */
const SESSION = /^hoi nghi lan thu \S+ (?=ban )/
const BY = /^\s*[,)]?\s*(?:[ceo]ua|cu[ae]|do|giua)\s+/

function dateAt(text: string, plain: string, from: number): Printed | undefined {
  const day = findDays(text.slice(from, from + 70))[0]
  if (day === undefined || !BEFORE_DATE.test(plain.slice(from, from + day.start))) return undefined
  return { value: isoDay(day), start: from + day.start, end: from + day.end }
}

function issuerAt(text: string, plain: string, from: number, end: number): Span | undefined {
  const by = plain.slice(from, from + 20).match(BY)
  if (by === null) return undefined
  const start = from + by[0].length
  const session = SESSION.exec(plain.slice(start, end))?.[0].length ?? 0
  const body = findBody(text, start + session, end)
  return body && { start, end: body.end }
}

const ADOPTED = /^\s*(?:da\s+)?duoc\s+(?=quoc\s+hoi|hoi\s+dong)/

/** «Luật … được Quốc hội khóa XV thông qua ngày …» */
function readAdoption(mention: Mention, text: string, plain: string, end: number): void {
  const adopted = ADOPTED.exec(plain.slice(mention.end, end))
  const body = adopted === null ? undefined : findBody(text, mention.end + adopted[0].length, end)
  if (body === undefined) return
  const behind = /^\s+thong\s+qua(?:\s+tai\s[^,;.]{0,60}?)?,?\s+(?=ngay)/.exec(plain.slice(body.end, end))
  if (behind === null) return
  mention.issuer ??= body
  mention.date ??= dateAt(text, plain, body.end + behind[0].length)
  mention.end = mention.date?.end ?? body.end
}

function readTail(mention: Mention, text: string, plain: string, end: number): void {
  mention.date ??= dateAt(text, plain, mention.end)
  if (mention.date !== undefined && mention.date.end > mention.end) mention.end = mention.date.end
  const blank = mention.date === undefined ? plain.slice(mention.end, end).match(BLANK_DATE) : null
  const from = mention.end + (blank?.[0].length ?? 0)
  const issuer = issuerAt(text, plain, from, end)
  if (issuer !== undefined) {
    mention.issuer = issuer
    mention.end = issuer.end
    mention.date ??= dateAt(text, plain, mention.end)
    if (mention.date !== undefined && mention.date.end > mention.end) mention.end = mention.date.end
  }
}

function readBetween(mention: Mention, text: string, plain: string, between: Span): void {
  const words = plain.slice(between.start, between.end)
  const by = words.match(/(?:^|\s)cua\s+/)
  if (by?.index !== undefined) mention.issuer = findBody(text, between.start + by.index + by[0].length, between.end)
  const day = findDays(text.slice(between.start, between.end))[0]
  if (day !== undefined) {
    mention.date = { value: isoDay(day), start: between.start + day.start, end: between.start + day.end }
  }
}

/** «Kế hoạch số 15-KH/TU, Kế hoạch số 16-KH/TU cùng ngày … của …»: the kind comes again, the body is said once. */
function shareBody(mentions: readonly Mention[], plain: string): void {
  for (let i = mentions.length - 2; i >= 0; i--) {
    const [one, next] = [mentions[i], mentions[i + 1]]
    if (one === undefined || next?.kind === undefined || one.issuer !== undefined || one.date !== undefined) continue
    if (one.kind?.value !== next.kind.value || !LISTED.test(plain.slice(one.end, next.start))) continue
    one.issuer = next.issuer
    if (next.date !== undefined && /cung\s+ngay/.test(plain.slice(next.number.end, next.date.end))) one.date = next.date
  }
}

const LISTED = /^\s*(?:,|;|va|hoac|,\s*va|;\s*va)\s*$/

/** In «các Nghị quyết số 18-NQ/TW, số 19-NQ/TW ngày … của …» kind, date and issuer are printed once for all. */
function share(mentions: readonly Mention[], plain: string): void {
  const listed = (i: number): boolean => {
    const [one, next] = [mentions[i], mentions[i + 1]]
    return (
      one !== undefined &&
      next !== undefined &&
      next.start === next.number.lead &&
      LISTED.test(plain.slice(one.end, next.start))
    )
  }
  for (let i = 0; i + 1 < mentions.length; i++) {
    const [one, next] = [mentions[i], mentions[i + 1]]
    if (one === undefined || next === undefined || !listed(i)) continue
    if (next.kind === undefined && kindBySymbol(next.number.symbol) === undefined) next.kind = one.kind
  }
  for (let i = mentions.length - 2; i >= 0; i--) {
    const [one, next] = [mentions[i], mentions[i + 1]]
    if (one === undefined || next === undefined || !listed(i)) continue
    one.issuer ??= next.issuer
    // «các Kế hoạch của Ủy ban nhân dân tỉnh: số …, số …»
    if (one.issuer !== undefined && one.issuer.end < one.number.start) next.issuer ??= one.issuer
    if (one.date === undefined && (i === 0 || !listed(i - 1) || mentions[i - 1]?.date === undefined))
      one.date = next.date
  }
}

const ISSUED = /(?:^|[,;.]\s*|ngay\s+[\d/.-]+,?\s+)([^,;.]{4,90}?)\s+(?:da\s+)?ban\s+hanh\s+$/

/** «các Kế hoạch của Ủy ban nhân dân tỉnh: số …» */
const LIST_OF = /(?<= cua )([^:;.]{4,90}?)(?:,? (?:gom|sau|sau day|cu the|gom cac))?\s*:\s*$/

/** «Ngày 27/01/2026, Ủy ban nhân dân xã ban hành Kế hoạch số …»: body and date stand in front. */
function readFront(mention: Mention, text: string, plain: string, from: number): void {
  const front = ISSUED.exec(plain.slice(from, mention.start))
  const name = front?.[1]
  const listed = LIST_OF.exec(plain.slice(from, mention.number.lead))
  if (listed?.[1] !== undefined) {
    const start = mention.number.lead - (listed[0].length - listed[0].indexOf(listed[1]))
    mention.issuer ??= findBody(text, start, mention.number.lead)
  }
  if (front === null || name === undefined || !opensBody(name)) return
  const start = from + front.index + front[0].indexOf(name)
  mention.issuer ??= findBody(text, start, mention.start)
  const day = findDays(text.slice(from, start)).at(-1)
  if (day !== undefined && /^\s*,?\s*$/.test(plain.slice(from + day.end, start))) {
    mention.date ??= { value: isoDay(day), start: from + day.start, end: from + day.end }
  }
}

const BARE = new RegExp(
  String.raw`(?<![a-z])(?:${KIND_WORDS})\s{1,3}(so\s{0,3}[:.]?\s{0,3})(\d{1,5})(?=\s{0,2},?\s{0,2}ngay\s{0,2}\d)`,
  'g',
)

/** «Kế hoạch số 31 ngày …»: a number without a symbol counts where a date stands behind it. */
function bareNumbers(plain: string): FoundNumber[] {
  return [...plain.matchAll(BARE)].map((match) => {
    const [whole, announce = '', number = ''] = match
    const end = match.index + whole.length
    const start = end - number.length
    return { start, end, number, symbol: '', announced: true, lead: start - announce.length }
  })
}

const PROPOSED =
  /(?:^|\s)(?:de\s+nghi|kien\s+nghi|de\s+xuat|(?:y\s+kien\s+)?chi\s+dao|yeu\s+cau|y\s+kien)\s+cua\s+([^;.]{4,120}?)\s*,?\s+(?:tai|theo)\s+(?:van\s+ban\s+)?$/

/** «Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số …»: whoever proposes has issued the submission. */
function readProposer(mention: Mention, text: string, plain: string, from: number): void {
  const front = PROPOSED.exec(plain.slice(from, mention.start))
  const name = front?.[1]
  if (front === null || name === undefined) return
  const start = from + front.index + front[0].indexOf(name, front[0].indexOf('cua'))
  mention.issuer ??= findBody(text, start, start + name.length)
}

/** «Chương trình công tác năm 2026 của Ban Tuyên giáo (Chương trình số …)»: the body is named in front of the bracket. */
function readInBrackets(mention: Mention, text: string, plain: string, from: number): void {
  if (mention.issuer !== undefined || !/\(\s*(?:theo|tai)?\s*$/.test(plain.slice(from, mention.start))) return
  const front = plain.slice(from, plain.lastIndexOf('(', mention.start))
  const kind = fold(mention.kind?.value ?? kindBySymbol(mention.number.symbol) ?? '')
  const named = kind === '' ? -1 : front.lastIndexOf(kind)
  const by = named < 0 || /[;.]\s/.test(front.slice(named)) ? -1 : front.lastIndexOf(' cua ')
  if (by < named) return
  const body = findBody(text, from + by + ' cua '.length, from + front.length)
  if (body !== undefined && text.slice(body.end, from + front.length).trim() === '') mention.issuer = body
}

/** Every document that the paragraph names by its number, in order, with what is printed about it. */
export function findMentions(text: string): Mention[] {
  const plain = foldInPlace(text)
  const numbers = [...findNumbers(text), ...bareNumbers(plain)].sort((a, b) => a.start - b.start)
  const mentions: Mention[] = []
  numbers.forEach((number, i) => {
    const from = mentions.at(-1)?.end ?? 0
    if (number.lead < from) return
    const end = numbers[i + 1]?.lead ?? text.length
    const kind = kindBefore(plain, from, number)
    const symbolKind = kindBySymbol(number.symbol)
    if (kind === undefined && !number.announced && symbolKind === undefined) return
    const mention: Mention = {
      number,
      kind,
      date: undefined,
      issuer: undefined,
      start: kind?.start ?? number.lead,
      end: number.end,
    }
    if (kind?.between !== undefined) readBetween(mention, text, plain, kind.between)
    readTail(mention, text, plain, end)
    readFront(mention, text, plain, from)
    readProposer(mention, text, plain, from)
    readInBrackets(mention, text, plain, from)
    readAdoption(mention, text, plain, end)
    mentions.push(mention)
  })
  share(mentions, plain)
  shareBody(mentions, plain)
  return mentions
}
