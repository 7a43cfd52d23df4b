import type { Subject } from '../contract.ts'
import { depths } from './depth.ts'
import { namesOffice } from './field-parts.ts'
import { kindAt, namesMembers } from './kinds.ts'
import type { Passage } from './passage.ts'
import { type NamedKinds, namedKinds, saysSomething } from './subjects.ts'
import { hasUnitLabel } from './unit-labels.ts'
import { beginsUnit } from './unit-names.ts'

/** «Đối với cá nhân, hộ gia đình: …»: the kinds that a label names and the text behind it. */
export interface Label {
  readonly kinds: NamedKinds['kinds']
  readonly rest: Passage
  /** The whole paragraph where no colon ends the label: it may turn out to be the criterion itself. */
  readonly bare: Passage | null
}

const LEAD_IN =
  /^[\s“"*]*(?:(?:cac |nhung )?(?:tieu chuan|tieu chi|dieu kien|yeu cau)(?: (?:cu the|xet chon|lua chon|binh chon|cong nhan|danh gia))?(?: (?:doi voi|cua|cho|danh cho|ve|chon|lua chon))?\s+)?(?:(?:doi voi|ve|danh cho|voi)\s+)?(?:(?:cac|nhung|moi|mot) )?(?:(?:guong )?dien hinh(?: tien tien)?,? (?:la |ve )?(?:(?:cac|nhung) )?(?=tap the|ca nhan|ho |gia dinh|mo hinh|doanh|dong))?/
const FOR = /^[\s“"*]*(?:(?:tieu chuan|tieu chi)[a-z ]{0,30} )?(?:doi voi|danh cho)\s/
const LONGEST = 220

function colonAt(passage: Passage): number {
  const depth = depths(passage.text.slice(0, LONGEST))
  const { text } = passage
  for (let i = 0; i < Math.min(text.length, LONGEST); i++) {
    if (text[i] === ':' && (depth[i] ?? 0) === 0 && !/\d/.test(text[i + 1] ?? '')) return i
    if (
      (text[i] === ';' || (text[i] === '.' && /\s/.test(text[i + 1] ?? ' '))) &&
      (depth[i] ?? 0) === 0 &&
      i + 1 < text.length
    )
      return -1
  }
  return -1
}

/** «đối với hộ gia đình - thoát nghèo»: a dash that stands for the colon, and joins no two words of one name. */
const DASH_FOR_COLON =
  /\s[-–—]\s(?=\p{Ll})(?!(?:xã hội|nghề nghiệp|kỹ thuật|an ninh|công nghệ|thông tin|thể thao|du lịch|giáo dục|kinh doanh|dịch vụ|chế biến)(?!\p{L}))/u

/** Where a label with «đối với» ends that has a dash for its colon: right behind kinds. */
function dashAt(paragraph: Passage): number {
  const match = DASH_FOR_COLON.exec(paragraph.text.slice(0, LONGEST))
  const lead = /^[\s“"*]*(?:doi voi|danh cho) (?:(?:cac|nhung) )?/.exec(paragraph.folded)
  if (!match || !lead || /[.;:]/.test(paragraph.text.slice(0, match.index))) return -1
  return namedKinds(paragraph.sub(lead[0].length, match.index)) ? match.index + 1 : -1
}

/** What a label with «đối với» means when its first words are in no list: bodies are collectives. */
function guess(words: Passage): Subject {
  const folded = words.folded
  for (let at = 0; at >= 0 && at < folded.length; at = folded.indexOf(' ', at + 1)) {
    const kind = kindAt(words.sub(at).trim())
    if (kind) return kind.subject
  }
  if (namesMembers(folded)) return 'individual'
  return beginsUnit(words) ? 'collective' : 'any'
}

/** Reads a label at the head of a paragraph: it ends with a colon, or it is the whole paragraph. */
export function readLabel(paragraph: Passage): Label | null {
  if (hasUnitLabel(paragraph) || namesOffice(paragraph)) return null
  const { folded } = paragraph
  const lead = LEAD_IN.exec(folded.slice(0, 120))?.[0].length ?? 0
  const sign = colonAt(paragraph)
  const colon = sign < 0 ? dashAt(paragraph) : sign
  const isFor = FOR.test(folded)
  if (colon < 0 && paragraph.length > (isFor ? 160 : 90)) return null
  const head = paragraph.sub(lead, colon < 0 ? paragraph.length : colon).strip('', ' .,;')
  const rest = colon < 0 ? paragraph.sub(paragraph.length) : paragraph.sub(colon + 1).trim()
  // «Nhóm tình nguyện vì cộng đồng: …» names a field, «Nhóm hộ gia đình: …» whom it is about
  if (colon >= 0 && /^nhom /.test(head.folded) && namedKinds(head.sub(5)) === null) return null
  const named = namedKinds(head)
  if (named && (named.kinds[0]?.at.start ?? 0) - head.start < 20) {
    const more = head.sub(named.end).folded.trim()
    if (saysSomething(head, named) && !/^(?:dien hinh|tieu bieu|xuat sac|tien tien|guong mau)/.test(more)) return null
    if (colon < 0 && more !== '' && !isFor && !/^(?:dien hinh|tieu bieu|xuat sac|tien tien)[a-z ]*$/.test(more))
      return null
    const praised =
      colon < 0 && named.end < head.length + 1 && /tieu bieu|xuat sac|vung manh|trong sach|,/.test(head.folded)
    return { kinds: named.kinds, rest, bare: praised ? paragraph : null }
  }
  if (!isFor || head.length === 0 || head.length > 120) return null
  return { kinds: [{ subject: guess(head), at: head }], rest, bare: null }
}

const INLINE =
  /(?:^|[.;:]\s+|\n)(?:(?:[a-dđ]\)|\(?[1-9]\)|[-–+•])\s*)?(?=(?:doi voi |ve |tieu chuan |tieu chi )?(?:(?:cac|nhung) )?(?:tap the|ca nhan|ho gia dinh|gia dinh|dong ho|doanh nghiep|mo hinh|doi tuong khac|don vi|hop tac xa)[^:.;]{0,90}:)|;\s+(?=(?:doi voi|danh cho) [^:.;]{2,90}(?::| [-–—] ))/g

/** Cuts a paragraph before every label that stands inside it: «Tập thể: …; cá nhân: …». */
export function cutAtLabels(paragraph: Passage): Passage[] {
  const depth = depths(paragraph.text)
  const starts: number[] = []
  for (const match of paragraph.folded.matchAll(INLINE)) {
    const at = match.index + match[0].length
    const outside = (depth[Math.min(at, depth.length - 1)] ?? 0) === 0
    if (at > 0 && outside && readLabel(paragraph.sub(at))) starts.push(at)
  }
  if (starts.length === 0) return [paragraph]
  const edges = [0, ...starts, paragraph.length]
  return edges
    .slice(0, -1)
    .map((from, i) => paragraph.sub(from, edges[i + 1]).strip('', ';,'))
    .map((piece) => withoutMark(piece))
    .filter((piece) => /\p{L}{2}/u.test(piece.text))
}

function withoutMark(piece: Passage): Passage {
  const tail = /[\s;,]+(?:[a-dđ]\)|\(?[1-9]\)|[-–+•])\s*$/.exec(piece.folded)
  return tail ? piece.sub(0, tail.index) : piece
}
