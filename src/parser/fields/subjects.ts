import type { Subject } from '../contract.ts'
import { depths } from './depth.ts'
import { kindAt } from './kinds.ts'
import type { Passage } from './passage.ts'
import { splitOutside } from './sentences.ts'

/** Kinds named together at the head of a passage: «Tập thể, cá nhân», «Các tổ chức chính trị - xã hội, đoàn viên». */
export interface NamedKinds {
  readonly kinds: readonly { readonly subject: Subject; readonly at: Passage }[]
  /** Where the words that name them end. */
  readonly end: number
}

const BEFORE =
  /^[\s“"'«*]*(?:(?:lua chon|tuyen duong|bieu duong|ton vinh|chon|danh cho|ghi nhan|khen thuong|suy ton|gioi thieu|phat hien|xay dung|tim|huong toi|uu tien|tap trung(?: vao)?)(?:,| va)? )*(?:(?:nguoi|doi tuong|nhung guong|guong|dien hinh|guong dien hinh|dien hinh tien tien) (?:duoc (?:chon|lua chon|binh chon|tuyen duong|bieu duong) )?(?:phai )?la )?(?:(?:phai )?la )?(?:(?:cac|nhung|moi|mot so|toan the|doi voi|nu) )*/
const QUALITY =
  /^(?:,? ?(?:dien hinh(?: tien tien)?|tien tien|tieu bieu|xuat sac|trong sach|vung manh|chinh tri ?-? ?xa hoi|xa hoi|nghe nghiep|quan chung|nhan dan|tu quan|co so|truc thuoc|thuoc [a-z]{1,8}(?: [a-z]{1,8})?|nong thon|tren dia ban(?: (?:xa|phuong|tinh|huyen))?|trong va ngoai nuoc|hoc tap|kinh te|thanh vien|nu|tre|gioi|hoa giai|lien gia|cong nghe so cong dong|(?:tham gia )?bao ve an ninh,? trat tu(?: o co so)?|phong chay,? chua chay|cuu nan,? cuu ho))(?![a-z])/
/** Words with which a sentence begins to say something about its subject. */
const VERBAL =
  / (?:co|dat|la|hoan|thuc hien|chap hanh|phai|duoc|luon|thuong|di|manh dan|doan ket|trien khai|lam|to chuc|van dong|tham gia|giu|khong|vuot|vuon|dong gop|phat huy|chu dong|tan|guong|tich|biet|giup|cham|het|song|day|hoc|dam|tu|nhiet|dung cam|sang tao|ung dung)(?![a-z])/
const BRACKET = /^\s*\([^)]{0,200}\)/
const AND = /^\s*(?:,\s*(?:va |hoac )?|\/|;\s*| va | hoac | - | – )\s*(?:(?:cac|nhung|moi|mot so) )*/
/** What makes the words in front of it the subject of a sentence. */
const PREDICATE =
  /^\s*,?\s*(?:co|dat|la|hoan thanh|guong mau|tich cuc|tieu bieu|dien hinh|xuat sac|thuc hien|chap hanh|phai|duoc|luon|thuong xuyen|di dau|manh dan|nang dong|doan ket|trien khai|lam tot|to chuc|van dong|tham gia|xay dung|giu vung|khong|vuot kho|vuon len|tham muu|dong gop|phat huy|di san|chu dong|co gang|day manh|dan dau|lam|giai quyet|tu|biet|gin giu|giup|huy dong|het|cham|hoc|tan tuy|dam)(?![a-z])/

function skipQuality(passage: Passage, from: number): number {
  let at = from
  for (let step = 0; step < 8; step++) {
    const rest = passage.folded.slice(at, at + 260)
    const match = BRACKET.exec(rest) ?? QUALITY.exec(rest.startsWith(' ') ? rest.slice(1) : rest)
    if (!match) return at
    at += match[0].length + (rest.startsWith(' ') && !BRACKET.test(rest) ? 1 : 0)
  }
  return at
}

/** Where the next name of a list is joined on; a few words that say nothing yet may stand in between. */
function nextName(passage: Passage, end: number): number | null {
  const rest = passage.folded.slice(end, end + 60)
  if (AND.test(rest)) return end
  const between = /^(?: [a-z0-9]+){1,4}?(?=,\s| va | hoac )/.exec(rest)
  if (!between || VERBAL.test(between[0])) return null
  const and = AND.exec(passage.folded.slice(end + between[0].length, end + between[0].length + 40))
  const next = and ? passage.sub(end + between[0].length + and[0].length) : null
  return next && kindAt(next) && !/^(?:gia dinh|don vi|ban than)/.test(next.folded) ? end + between[0].length : null
}

/** «gương quần chúng tố giác tội phạm»: the word in front of the kind. */
function behindExemplar(passage: Passage): number {
  const word = /^guong (?!nguoi tot|mau|dien hinh|sang)/.exec(passage.folded)?.[0].length ?? 0
  return word > 0 && kindAt(passage.sub(word)) !== null ? word : 0
}

/** «Người nộp thuế là doanh nghiệp»: what the person in the role is says who is meant. */
function behindRole(passage: Passage, lead: number): number {
  const role = /^(?:nguoi|chu the|doi tuong)(?: [a-z]+){1,4}? la (?:cac |nhung )?/.exec(passage.folded.slice(lead))
  const kind = role ? kindAt(passage.sub(lead + role[0].length)) : null
  return role && kind && kind.subject !== 'individual' ? lead + role[0].length : lead
}

const PRODUCERS = /^to (?:hop tac|lien ket)/

/** «Hợp tác xã, tổ hợp tác»: named beside an enterprise, a group of producers is one too. */
function withProducers(kinds: NamedKinds['kinds']): NamedKinds['kinds'] {
  const enterprise = kinds.some(({ subject }) => subject === 'enterprise')
  return enterprise ? kinds.filter(({ at }) => !PRODUCERS.test(at.folded)) : kinds
}

/** The kinds with which a passage begins; null where it begins with anything else. */
export function namedKinds(passage: Passage): NamedKinds | null {
  const { folded } = passage
  // «tuyến đường» looks like «tuyên dương»
  const street = /^tuyến đường/iu.test(passage.sub(0, 24).text.normalize('NFC'))
  const lead = street ? 0 : behindRole(passage, BEFORE.exec(folded.slice(0, 80))?.[0].length ?? 0)
  const before = lead + behindExemplar(passage.sub(lead))
  const kinds: { subject: Subject; at: Passage }[] = []
  let [at, end] = [before, 0]
  // «các tổ chức» is a kind only with its plural word
  const plural = /(?:cac|nhung) $/.exec(folded.slice(0, before))
  if (plural && kindAt(passage.sub(before)) === null) at = before - plural[0].length
  for (let step = 0; step < 14; step++) {
    const kind = kindAt(passage.sub(at))
    if (!kind) break
    const words = passage.sub(at, at + kind.length)
    if (!kinds.some((known) => known.subject === kind.subject)) kinds.push({ subject: kind.subject, at: words })
    end = skipQuality(passage, at + kind.length)
    const more = nextName(passage, end)
    if (more === null) break
    const and = AND.exec(folded.slice(more, more + 40)) ?? ['']
    at = more + and[0].length
    const many = /(?:cac|nhung) $/.exec(and[0])
    if (many && kindAt(passage.sub(at)) === null) at -= many[0].length
  }
  return kinds.length === 0 ? null : { kinds: withProducers(kinds), end }
}

/** Whether the words behind the named kinds say something about them, so that they are the subject of a sentence. */
export function saysSomething(passage: Passage, named: NamedKinds): boolean {
  return PREDICATE.test(passage.folded.slice(named.end, named.end + 40))
}

/** What units are told to do; nobody is described by it. */
const TOLD =
  /^\s*(?:tiep tuc|tang cuong|can|chu dong|day manh|quan tam|cu the hoa|can cu|lua chon|phat dong|xay dung ke hoach|quan triet|thuong xuyen quan tam|to chuc (?:phat dong|trien khai|dang ky|quan triet)|trien khai (?:thuc hien|co hieu qua)|phai(?: tiep| chu| xay))(?![a-z])/

/** Whether a sentence is about the kinds with which it begins. */
export function isAbout(sentence: Passage, named: NamedKinds): boolean {
  if (named.end >= sentence.length - 1) return false
  const behind = sentence.folded.slice(named.end, named.end + 40)
  const bodies = named.kinds.every((kind) => kind.subject === 'collective')
  if (bodies && /^(?:cac|nhung) /.test(sentence.folded) && TOLD.test(behind)) return false
  return !/^\s*(?::|$)/.test(behind)
}

/** Families told from others by what they are, not the family of the person in question. */
export const OF_FAMILIES =
  /^\W*(?:cac |nhung )?gia dinh (?:nhieu|hai|ba|bon|co|tieu bieu|dien hinh|hieu hoc|van hoa tieu|hoi vien|dang vien|tre|nong dan|chinh sach|thuong binh|liet si|nguoi|lam|giau|dong bao|tham gia|hien) /
/** Of a person: his family, his unit, the class that is in his charge. */
const OWN =
  /^(?:gia dinh|don vi|ban than|(?:lop|to|doi|chi bo|chi hoi|chi doan|co quan|bo phan|dia ban|khu|thon|nhom|tap the)(?: [a-z]+){0,2} (?:chu nhiem|phu trach|quan ly|minh|giang day|cong tac|sinh hoat)|lop (?:chu nhiem|minh|day))(?![a-z])/
const LATER =
  /(?:;\s+|(?:,|(?<![a-z])va)\s+(?=(?:cac |nhung )?(?:tap the|ca nhan|ho gia dinh|gia dinh|doanh nghiep|don vi|dong ho|dang vien|can bo|hoi vien|doan vien|nguoi dan|mo hinh|nong dan) (?:tieu bieu|dien hinh|xuat sac|guong mau)))/g

/**
 * Kinds of which a sentence speaks after its opening: «Đơn vị …; xã, ấp và hộ gia đình đạt …». Those who are merely helped or mobilised, and
 * the family and unit of one person, do not count.
 */
export function laterKinds(sentence: Passage, opening: NamedKinds): NamedKinds['kinds'] {
  const depth = depths(sentence.text)
  const found: { subject: Subject; at: Passage }[] = []
  for (const match of sentence.folded.matchAll(LATER)) {
    if ((depth[match.index] ?? 0) > 0) continue
    const clause = sentence.sub(match.index + match[0].length)
    const named = namedKinds(clause)
    const listed = match[0].startsWith(';') && named !== null && isAbout(clause, named)
    if (!named || !(listed || saysSomething(clause, named))) continue
    for (const kind of named.kinds) {
      const known = [...opening.kinds, ...found].some((other) => other.subject === kind.subject)
      if (!known) found.push(kind)
    }
  }
  const person = opening.kinds.every((kind) => kind.subject === 'individual')
  return person && found.length === 1 ? found.filter((kind) => !isOwn(sentence, kind.at)) : found
}

function isOwn(sentence: Passage, at: Passage): boolean {
  const clause = sentence.sub(at.start - sentence.start)
  return OWN.test(clause.folded) && !OF_FAMILIES.test(clause.folded)
}

/** «ủng hộ từ 50 triệu đồng đối với doanh nghiệp; cá nhân bền bỉ …»: a sentence whose clauses end, or begin, with whom they are about; null for others. */
export function kindsOfClauses(sentence: Passage): NamedKinds | null {
  const kinds: { subject: Subject; at: Passage }[] = []
  let behind = false
  const clauses = splitOutside(sentence, ';')
  for (const clause of clauses) {
    const opening = namedKinds(clause)
    const at = clause.folded.search(/(?<![a-z])doi voi (?!viec|cong tac)(?=[^,;]{3,60}$)/)
    const last = at > 0 ? namedKinds(clause.sub(at)) : null
    const named = opening && isAbout(clause, opening) ? opening : last
    behind ||= named !== null && named === last
    for (const kind of named?.kinds ?? []) if (!kinds.some((one) => one.subject === kind.subject)) kinds.push(kind)
  }
  return behind && clauses.length > 1 ? { kinds, end: 0 } : null
}
