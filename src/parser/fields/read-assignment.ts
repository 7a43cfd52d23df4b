import type { Relation } from '../contract.ts'
import { cutUnits, type UnitList } from './cut-units.ts'
import { JOINS, LEADS, leadsOn, sideOf } from './leads.ts'
import type { Passage } from './passage.ts'
import { holdsOffice } from './people.ts'
import { rolesInBrackets } from './roles-in-brackets.ts'
import { hasUnitLabel, INNER_LABEL, unitLabel, withoutOtherLabel } from './unit-labels.ts'
import { beginsUnit } from './unit-names.ts'
import { type CutAtVerb, cutAtVerb } from './unit-verbs.ts'

/** Who leads and who coordinates, as one sentence or line says it. */
export interface FieldUnits {
  readonly lead: Passage[]
  readonly coordinating: Passage[]
  readonly doubtful: UnitList['doubtful'][number][]
  /** Where the verb stands that orders («giao») or requests («đề nghị»). */
  relation: { readonly value: Relation; readonly at: Passage } | null
}

const ORDER = /^([^,;.:]{3,60}? )??(giao cho|giao|de nghi|yeu cau|phan cong|uy quyen(?: cho)?|moi|do)\s+(?=\S)/
const WITH =
  /(?<=chu tri )cung(?: voi)?(?= (?!phoi hop))|(?<![a-z])(?:(?:chu dong|chu tri|cung|va) )?phoi hop(?: (?:chat che|thuong xuyen|thong nhat|tot|dong bo))?(?: cung voi| voi| cung(?! cap)|(?: thuc hien)?\s*:)(?![a-z])|(?<![a-z])(?:co|voi) su phoi hop(?: chat che)? cua(?![a-z])/g
const BARE_WITH = /(?<![a-z])(?:(?:chu dong|va|cung) )?phoi hop\s(?:co\s)?(?=[a-z])/
/** «A chủ trì, cùng B lựa chọn». */
const TOGETHER = /^cung(?: voi)? (?=\S)/
const NEXT_CLAUSE = /[,;(]\s*(?:(?:va|dong thoi|trong do|con)\s+)?/g

export function noUnits(): FieldUnits {
  return { lead: [], coordinating: [], doubtful: [], relation: null }
}

function add(found: FieldUnits, side: 'lead' | 'coordinating', list: Passage): void {
  const cut = cutUnits(list)
  for (const unit of cut.units) {
    const same = (other: Passage) => other.folded === unit.folded
    if (!found[side].some(same) && !(side === 'coordinating' && found.lead.some(same))) found[side].push(unit)
  }
  found.doubtful.push(...cut.doubtful)
}

function relationOf(verb: string): Relation | null {
  if (verb.startsWith('de nghi') || verb === 'moi') return 'requested'
  return verb === 'do' ? null : 'ordered'
}

/** «Phòng Nội vụ; các thôn phối hợp»: the verb is that of the units behind the last semicolon. */
function addApart(found: FieldUnits, cut: CutAtVerb, side: 'lead' | 'coordinating'): void {
  const last =
    cut.verb !== null && JOINS.test(cut.verb) && !/^phoi hop (?:cung|voi)/.test(cut.rest.folded)
      ? cut.units.text.lastIndexOf(';')
      : -1
  const apart = last >= 0 && beginsUnit(cut.units.sub(last + 1).trim())
  if (cut.units.length > 0) add(found, side, apart ? cut.units.sub(0, last) : cut.units)
  if (apart) add(found, 'coordinating', cut.units.sub(last + 1))
}

/** «Hội đồng quản trị giao Giám đốc …»: the unit that orders stands in front of the order. */
function isIssuer(clause: Passage, { 0: words, 1: front, 2: verb }: RegExpExecArray): boolean {
  const order = /^(?:giao|de nghi|yeu cau|phan cong|uy quyen)/.test(verb ?? '')
  const inside = /^\p{Lu}/u.test(clause.text.slice(front?.length ?? 0))
  return order && !inside && beginsUnit(clause) && beginsUnit(clause.sub(words.length))
}

/** «Việc lựa chọn do Phòng Kinh tế chủ trì»: what is done stands in front. */
function isDoneBy(clause: Passage, { 0: words, 1: front, 2: verb }: RegExpExecArray): boolean {
  const deed = /^(?:viec|cong tac|noi dung|linh vuc|phong trao|cuoc van dong|nhiem vu) /.test(front ?? '')
  const body = clause.sub(words.length)
  return verb === 'do' && deed && beginsUnit(body) && LEADS.test(cutAtVerb(body).verb ?? '')
}

/** «giao tiếp», «giao lưu», «giao thông»: words of two parts, of which «giao» is the first and no order. */
const OTHER_WORDS =
  /^(?:tiếp|lưu|thông|dịch|nhận|thương|tế|ca|mùa|hàng|diện|thoa|điểm|thời|tranh|duyên|cảm|hòa|hoà|hảo|hữu|ước|nộp|ban(?= (?:định|hằng|hàng|đầu|cuối|tuần|tháng|quý)))(?!\p{L})/u

/** The verb that orders or requests; «Giáo viên …» begins otherwise, whatever became of its marks. */
function orderIn(clause: Passage): RegExpExecArray | null {
  const order = ORDER.exec(clause.folded)
  if (!order || (order[1] !== undefined && !isIssuer(clause, order) && !isDoneBy(clause, order))) return null
  const at = order[0].lastIndexOf(order[2] ?? '')
  const behind = clause.sub(order[0].length)
  const compound =
    order[2] === 'giao' &&
    (/^giá/i.test(clause.text.slice(at)) ||
      /^(?:vien|duc|su|dan|xu|phan|trinh)\b/.test(behind.folded) ||
      OTHER_WORDS.test(behind.sub(0, 20).text.normalize('NFC')))
  const each = order[2] === 'moi' && !/^mời/i.test(clause.text.slice(at))
  return compound || each || (order[2] === 'do' && clause.text.slice(at, at + 2).toLowerCase() !== 'do') ? null : order
}

/** «Giao Phòng Nội vụ: 02 tập thể; Công an xã: 01 tập thể»: the colon ends the units like a verb. */
function beforeColon(cut: CutAtVerb): CutAtVerb {
  const colon = cut.units.text.indexOf(':')
  if (colon < 0) return cut
  const verb = /^:\s*\d/.test(cut.units.text.slice(colon)) ? 'chu tri' : cut.verb
  return { units: cut.units.sub(0, colon).trim(), verb, rest: cut.units.sub(colon).upTo(cut.rest) }
}

/** «Phòng Kinh tế được giao | chủ trì»: the unit without what says that it was told. */
function withoutGiven(cut: CutAtVerb): CutAtVerb {
  const given = / (?:(?:da |se )?duoc (?:giao|phan cong|uy quyen)|co nhiem vu)(?: nhiem vu)?$/.exec(cut.units.folded)
  return given && cut.verb !== null ? { ...cut, units: cut.units.sub(0, given.index) } : cut
}

/** Reads the clause at the head of a passage; gives what follows its verb, or null where it hands nothing to a unit. */
function readClause(clause: Passage, found: FieldUnits, first: boolean): Passage | null {
  const order = orderIn(clause)
  const verb = order?.[2]
  const body = order ? clause.sub(order[0].length) : clause
  if (order && (verb === 'do' || !first) && !beginsUnit(body)) return null
  if (!order && !beginsUnit(body) && !(found.lead.length > 0 && holdsOffice(body))) return null
  const cut = withoutGiven(beforeColon(cutAtVerb(body)))
  if (cut.units.length === 0 || cut.units.length > 400) return null
  // «Giao quân đạt 100%»: a small word that heads no unit needs a verb that only units have
  if (verb === 'giao' && !beginsUnit(body) && /^\p{Ll}/u.test(body.text) && !LEADS.test(cut.verb ?? '')) return null
  if (!order && !leadsOn(cut, found.lead.length > 0)) return null
  if (cut.verb === null && verb === 'do') return null
  addApart(found, cut, sideOf(cut, found.lead.length > 0))
  if (verb !== undefined && found.relation === null) {
    const value = relationOf(verb)
    if (value) found.relation = { value, at: clause.sub(order?.[0].indexOf(verb) ?? 0, order?.[0].length).trim() }
  }
  return cut.rest
}

function readCoordination(rest: Passage, match: RegExpExecArray, found: FieldUnits): Passage {
  const list = rest.sub(match.index + match[0].length).trim()
  const cut = cutAtVerb(list)
  const end = cut.verb === null ? cut.units.folded.search(/[.:](?:\s|$)/) : -1
  const units = end >= 0 ? cut.units.sub(0, end) : cut.units
  if (units.length > 0) add(found, 'coordinating', units)
  return cut.rest
}

/** «phối hợp với …», or «phối hợp» right in front of a unit. */
function coordinationIn(rest: Passage): RegExpExecArray | null {
  WITH.lastIndex = 0
  const plain = WITH.exec(rest.folded)
  const bare = BARE_WITH.exec(rest.folded)
  if (bare === null || (plain !== null && plain.index <= bare.index)) return plain
  return beginsUnit(rest.sub(bare.index + bare[0].length)) ? bare : plain
}

/** Walks through the rest of a sentence: coordinating units and further clauses with units of their own. */
function readOn(start: Passage, found: FieldUnits): void {
  let rest = (orderIn(start) ? readClause(start, found, false) : null) ?? start
  for (let step = 0; step < 12 && rest.length > 0; step++) {
    NEXT_CLAUSE.lastIndex = 0
    const coordination = coordinationIn(rest)
    const next = NEXT_CLAUSE.exec(rest.folded)
    if (coordination && (!next || coordination.index < next.index + next[0].length + 1)) {
      rest = readCoordination(rest, coordination, found)
    } else if (next) {
      const clause = rest.sub(next.index + next[0].length)
      const together = TOGETHER.exec(clause.folded)
      if (together && found.lead.length > 0 && beginsUnit(clause.sub(together[0].length))) {
        rest = readCoordination(clause, together, found)
        continue
      }
      rest = readClause(clause, found, false) ?? clause
    } else return
  }
}

function readLabelled(line: Passage, found: FieldUnits): boolean {
  const label = unitLabel(line)
  if (!label) return false
  const list = label.rest
  const inner = INNER_LABEL.exec(list.folded)
  const own = withoutOtherLabel(inner ? list.sub(0, inner.index) : list)
  if (label.side === 'lead') readLeadList(own, found)
  else add(found, 'coordinating', cutAtVerb(own).units)
  if (inner) readLabelled(list.sub(inner.index + inner[0].length), found)
  return true
}

/** «Phòng Kinh tế (chủ trì), Hội Nông dân xã (phối hợp)», with or without a label or an order in front. */
function readRoles(line: Passage, found: FieldUnits): boolean {
  const label = unitLabel(line)
  const order = label ? null : orderIn(line)
  const roles = rolesInBrackets(label?.rest ?? line.sub(order?.[0].length ?? 0))
  if (!roles) return false
  for (const { side, units } of roles.parts) add(found, side, units)
  const more = roles.rest.strip(',;. ', ',;. ')
  if (beginsUnit(more) && cutAtVerb(more).verb === null) add(found, 'coordinating', more)
  else readOn(roles.rest, found)
  return true
}

function readLeadList(list: Passage, found: FieldUnits): void {
  if (hasUnitLabel(list) && readLabelled(list, found)) return
  if (orderIn(list)) {
    const rest = readClause(list, found, true)
    if (rest) readOn(rest, found)
    return
  }
  const cut = cutAtVerb(list, true)
  addApart(found, cut, 'lead')
  readOn(cut.rest, found)
}

/**
 * Reads a sentence that hands a field to units: «Giao A chủ trì, phối hợp với B và C lựa chọn …», «Đơn vị chủ trì: A; phối hợp: B, C», «A tham mưu».
 * Null for any other sentence.
 */
export function readAssignment(sentence: Passage): FieldUnits | null {
  const found = noUnits()
  const line = sentence.strip('-–—+•* “"', '”" ')
  if (readRoles(line, found) || readLabelled(line, found)) return found
  const rest = readClause(line, found, true)
  if (rest === null) return null
  readOn(rest, found)
  return found
}

/** The same beside leaders named before: whoever then only «phối hợp» coordinates. */
export function besideLeaders(assignment: FieldUnits, sentence: Passage): FieldUnits {
  const { verb, rest } = cutAtVerb(sentence)
  if (verb !== 'phoi hop' || !/^phoi hop(?: (?:thuc hien|chat che))?\s*[.;]?$/.test(rest.folded)) return assignment
  return { ...assignment, lead: [], coordinating: [...assignment.lead, ...assignment.coordinating] }
}
