import { fold } from '../../core/text/fold.ts'
import type { Span } from '../../core/text/source.ts'
import { opensBody } from '../citations/find-body.ts'
import type { Question } from '../contract.ts'
import type { Item, Outline } from '../outline.ts'
import { ask, REASONS } from '../questions/ask.ts'
import { Read } from '../read.ts'
import type { HeaderLines } from './header-lines.ts'
import { extendsName, groupBodies, isGeneric, issuersInOpening, type NamedBody, openName, readName } from './issuer.ts'

const COMMITTEE = /^(?:[ỦU][yỷ] ban nhân dân|Hội đồng nhân dân|Đảng [uủ][yỷ]|Đảng bộ)/iu
const KIND = /(tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)$/iu
const JOINT = /phoi hop|lien tich|lien nganh/

/** «HỘI LIÊN HIỆP PHỤ NỮ TỈNH …» / «BAN THƯỜNG VỤ»: a body that has no name but that of the organisation above it. */
const OF_ABOVE = /^ban (?:thuong vu|chap hanh|thuong truc|thu ky)$/
const OWN_BODIES = /^(?:hoi |doan |lien doan|cong doan|dang bo|tinh doan|thanh doan|huyen doan|lien hiep|lien minh)/

/** The last body of the header; two where the document is a joint one and both stand side by side. */
function issuersInHeader(lines: HeaderLines, symbol: string): NamedBody[] {
  const groups = groupBodies(lines.bodies)
  const joint =
    /^KH(?:PH|LT|LN)/.test(symbol) || JOINT.test(fold(lines.title.map(({ text }) => text).join(' ')).slice(0, 40))
  if (joint && groups.length > 1 && symbol.split(/[-/]/).length > 2) return groups.slice(-2)
  const [above, last] = groups.slice(-2)
  return above && last && OF_ABOVE.test(fold(last.name)) && OWN_BODIES.test(fold(above.name))
    ? [{ name: `${last.name} ${above.name}`, at: [...last.at, ...above.at] }]
    : groups.slice(-1)
}

function openingSpan(outline: Outline): Span {
  const first = outline.opening[0]
  const end = (items: readonly Item[]): number =>
    Math.max(0, ...items.map((item) => Math.max(item.at.end, end(item.children))))
  return first ? { start: first.at.start, end: end(outline.opening) } : { start: 0, end: 0 }
}

/** The word in front of the place of issue, «xã» in «xã Tân An», in the first text that has both. */
function kindOf(place: string, texts: readonly string[]): string | null {
  const safe = place.replace(/[^\p{L}\s]/gu, '.')
  const named = new RegExp(`(tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\\s+${safe}`, 'iu')
  for (const text of texts) {
    const kind = named.exec(text)?.[1]
    if (kind) return kind.toLowerCase()
  }
  return null
}

/** «Ủy ban nhân dân phường» gets its name from title or opening, where it stands behind the same word, or from the place of issue. */
function completeCommittee(generic: string, outline: Outline, title: string, place: string | null): string {
  const opened = openingSpan(outline)
  const kind = KIND.exec(generic)?.[1]
  if (!kind) {
    const placed = place ? kindOf(place, [title, outline.text.slice(opened.start, opened.end), outline.text]) : null
    return placed ? `${generic} ${placed} ${place}` : generic
  }
  const named = new RegExp(`(?<![\\p{L}])${kind}\\s+((?:\\p{Lu}\\p{L}*|\\d{1,2})(?:\\s+\\p{Lu}\\p{L}*){0,4})`, 'iu')
  for (const text of [title, outline.text.slice(opened.start, opened.end)]) {
    const name = named.exec(text)?.[1]
    if (name && /^\p{Lu}/u.test(name) && !/^(?:Ủy|Uỷ|Hội|Đảng)/u.test(name))
      return `${generic} ${place && fold(name).startsWith(fold(place)) ? place : name}`
  }
  return place ? `${generic} ${place}` : generic
}

/** Authority in front of the signature as a last resort: «TM. ỦY BAN NHÂN DÂN XÃ …». */
function issuerInClosing(outline: Outline): NamedBody | null {
  for (const { start, end } of outline.closing) {
    const match = /^T\s?[./]?\s?M[.\s]+(.+)$/u.exec(outline.text.slice(start, end))
    if (match?.[1] && match[1].length > 6) return { name: match[1], at: [{ start, end }] }
  }
  return null
}

const BOARD = /^(?:Ban [Tt]hường vụ|Ban [Cc]hấp hành|Ban [Tt]hường trực|Thường trực|Thường vụ)\s+/u
/** «Đảng ủy xã», «Huyện ủy»: a committee of the Party or a council that says only its level. */
const LEVEL_ONLY =
  /^(?:(?:Đảng [uủ][yỷ]|Đảng bộ|Hội đồng nhân dân) (?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)|(?:Đảng|Tỉnh|Thành|Huyện|Quận|Thị) [uủ][yỷ])$/iu

/** «Ban Thường vụ Đảng ủy xã» speaks for a committee that has the name of its place, from the header or the place of issue. */
function boardWithPlace(
  read: Read<string>,
  outline: Outline,
  title: string,
  place: string | null,
  header: readonly NamedBody[],
): Read<string> | null {
  const board = BOARD.exec(read.value)?.[0] ?? ''
  const committee = read.value.slice(board.length)
  if (board === '' || !LEVEL_ONLY.test(committee)) return null
  for (const body of header) {
    const printed = readName(body, outline.text).value.replace(BOARD, '')
    const rest = printed.slice(committee.length)
    if (extendsName(printed, committee) && rest.startsWith(' '))
      return new Read(`${read.value}${rest}`, ...read.at, ...body.at)
  }
  const completed = /^Đảng|^Hội đồng/iu.test(committee)
    ? completeCommittee(committee, outline, title, place)
    : `${committee}${place === null ? '' : ` ${place}`}`
  const name = completed.slice(committee.length)
  return new Read(`${read.value}${name}`, ...read.at, ...completionIn(outline.text, name.trim()))
}

function withName(
  body: NamedBody,
  outline: Outline,
  lines: HeaderLines,
  title: string,
  header: readonly NamedBody[],
): Read<string> {
  const read = readName(body, outline.text)
  const place = lines.dateLine?.found.place?.text ?? null
  const board = boardWithPlace(read, outline, title, place, header)
  if (board) return board
  const fuller = header.find(
    (other) => extendsName(other.name, body.name) && openName(other.name).length > read.value.length,
  )
  if (fuller && (isGeneric(body.name) || COMMITTEE.test(openName(fuller.name)))) {
    const named = readName(fuller, outline.text)
    return new Read(named.value, ...fuller.at)
  }
  if (!COMMITTEE.test(read.value) || !isGeneric(body.name)) return read
  const completed = completeCommittee(read.value, outline, title, place)
  return new Read(completed, ...read.at, ...completionIn(outline.text, completed.slice(read.value.length).trim()))
}

/** Where the name stands that a committee named in general was given. */
function completionIn(text: string, name: string): Span[] {
  const start = name === '' ? -1 : text.indexOf(name)
  return start < 0 ? [] : [{ start, end: start + name.length }]
}

/** «Ban Thường vụ Đoàn trường và Ban Thư ký Hội Sinh viên»: both issuers in one. */
const namesTwo = (name: string): boolean => {
  const second = name.split(' và ')[1]
  return second !== undefined && opensBody(fold(second))
}

/** The body that issues the document, its full name, and the question where header and opening sentence name different ones. */
export function findIssuer(
  outline: Outline,
  lines: HeaderLines,
  title: { text: string } | null,
): { name: Read<string> | null; questions: Question[] } {
  const header = issuersInHeader(lines, lines.number?.found.symbol ?? '')
  const said = issuersInOpening(outline.text, openingSpan(outline))
  const complete = (body: NamedBody): Read<string> => withName(body, outline, lines, title?.text ?? '', header)
  const vague = said.length === 1 && isGeneric(said[0]?.name ?? '') && !COMMITTEE.test(openName(said[0]?.name ?? ''))
  const chosen =
    said.length > 0 && !(vague && header.length > 0)
      ? header.length > said.length && said.length === 1 && !namesTwo(said[0]?.name ?? '')
        ? header
        : said
      : header
  const fallback = chosen.length === 0 ? issuerInClosing(outline) : null
  const names = (fallback ? [fallback] : chosen).map(complete)
  const first = names[0]
  if (!first)
    return {
      name: null,
      questions: [ask('/document/issuer', { start: 0, end: outline.header[0]?.end ?? 0 }, REASONS.noIssuer)],
    }
  const name =
    names.length > 1 ? new Read(names.map(({ value }) => value).join(' và '), ...names.flatMap(({ at }) => at)) : first
  const printed = header.map((body) => readName(body, outline.text).value).join(' và ')
  const differs = printed !== '' && !extendsName(printed, name.value) && !extendsName(name.value, printed)
  return {
    name,
    questions: differs
      ? [ask('/document/issuer', name.at[0] ?? { start: 0, end: 0 }, REASONS.issuerDiffers, [name.value, printed])]
      : [],
  }
}
