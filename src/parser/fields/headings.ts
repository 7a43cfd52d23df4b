import { depths } from './depth.ts'
import type { Passage } from './passage.ts'

/** What the first words of a heading promise. */
export type HeadingKind = 'exemplar' | 'movement' | 'sector' | 'group' | 'topic'

export interface Heading {
  readonly kind: HeadingKind
  readonly title: Passage
  /** What follows the title in the same paragraph: units in brackets, the text behind the colon. */
  readonly rests: readonly Passage[]
  /** The sentence in which the title stands, where a unit heads the item: «1. Hội Nông dân: lựa chọn … trong phong trào “…”». */
  readonly order?: Passage
}

const EXEMPLAR =
  /^(?:(?:xay dung|lua chon|phat hien|boi duong|nhan rong|binh chon|ton vinh|tuyen duong|cac|nhung|ve|va|mo hinh|guong|dien hinh|nhan to|moi|tien tien|tieu bieu|xuat sac|tap the|ca nhan|ho gia dinh|gia dinh|nguoi tot|viec tot|cach lam hay|tren)[ ,]+)*(?:trong|ve|thuoc|tren|o|linh vuc|phong trao|cuoc van dong|cong tac|hoc tap|lam kinh te|san xuat|khoi|["“«])/
const EXEMPLAR_WORD = /dien hinh|guong|nhan to moi|mo hinh|nguoi tot/
const MOVEMENT =
  /^(?:thuc hien |trong |cac )?(?:phong trao|cuoc van dong|cuoc thi dua|chu de thi dua|hoi thi|(?:chuong trinh|de an)(?= ?["“]))(?![a-z])/
const SECTOR =
  /^(?:(?:trong|ve|tren|o|thuoc|doi voi|cac) )*(?:linh vuc|mang|nganh|nhom(?= [a-z])(?! (?:doi tuong|tuoi|giai phap|nhiem vu|chi tieu|tieu chi|tieu chuan|truong|cong tac|thu|yeu to|van de|nong cot|hoat dong)(?![a-z])))(?![a-z])/
const SECTOR_LIKE =
  /^(?:trong|ve|tren) (?:cong tac|phat trien|doi song|xay dung|san xuat|hoc tap|hoat dong|lao dong|giao duc|quoc phong|kinh te|van hoa|nong nghiep|phong trao)/
const GROUP = /^doi voi\s/
const PREDICATE =
  /^\s*,?\s*(?:duoc|da|phai|can|se|nham|la|gan voi|dam bao|bao dam|tiep tuc|ngay cang|co y nghia|nhu)(?![a-z])/

/** From the beginning of its run of signs: tried again at each sign, a long run would take the square of its length. */
const TAIL =
  /(?<![\s,(;–-])[\s,(;–-]*(?:(?:gom|bao gom|voi)(?: cac)? )?(?:(?:cac )?(?:tieu chi|tieu chuan|noi dung|dieu kien)(?:,? (?:tieu chi|tieu chuan))?(?: cu the)?)?\s*(?:cu the|nhu sau|sau day|sau|gom|bao gom|cu the nhu sau)\s*$/
const ROLE_TAIL =
  /(?:\s*[.,;(–-]\s*|(?<=[”"»])\s+)(?:(?:don vi|co quan|bo phan) )?(?:chu tri|dong chu tri|thuc hien|phoi hop|tham muu|phu trach|dau moi|tieu chi|tieu chuan|chi tieu|so luong|thoi gian)(?: [a-z, ]{0,40})?$/

/** Where the title of a heading ends: at the first colon or full stop that no quote or bracket encloses. */
function titleEnd(paragraph: Passage): number {
  const { text } = paragraph
  const depth = depths(text)
  for (let i = 0; i < text.length; i++) {
    if ((depth[i] ?? 0) > 0) continue
    if (text[i] === ':' && !/\d:\d/.test(text.slice(i - 1, i + 2))) return i
    if (
      text[i] === '.' &&
      /^\.\s+["“«]?\p{Lu}/u.test(text.slice(i, i + 6)) &&
      !/(?:TP|tp|Tp|TT|Đ\/c)$/.test(text.slice(0, i))
    )
      return i
    if (text[i] === '\n') return i
  }
  return text.length
}

/** «Nhóm tình nguyện (05 gương)» */
const COUNTED =
  /\(\s*(?:it nhat |toi thieu )?\d{1,3} (?:guong|dien hinh|tap the|ca nhan|mo hinh|ho|don vi|doanh nghiep)(?![a-z])[^()]{0,60}\)\s*$/

/** «(Giao Phòng Nội vụ chủ trì)» behind the name belongs to the units, a number to the targets, neither to the name. */
function bracketBehind(title: Passage): number {
  const match =
    /\(\s*(?:giao |do |don vi |co quan |de nghi )?[^()]*(?:chu tri|phu trach|tham muu|dau moi|phoi hop)[^()]*\)\s*$/.exec(
      title.folded,
    ) ?? COUNTED.exec(title.folded)
  return match ? match.index : -1
}

function trimTitle(title: Passage): Passage {
  const bare = title.strip('“"', ' .,;:–-')
  const tail = TAIL.exec(bare.folded)
  const cut =
    tail && tail.index > 8 && /\b(?:sau|gom|cu the)\b/.test(tail[0])
      ? bare.sub(0, tail.index).strip('', ' .,;:–-')
      : bare
  return openedQuote(title, cut)
}

/** The quote that opens the title stays where its closing sign stands inside the title. */
function openedQuote(title: Passage, cut: Passage): Passage {
  const lead = title.text.slice(0, cut.start - title.start)
  const opens = /[“"]\s*$/.exec(lead)
  return opens && /["”]/.test(cut.text) ? title.sub(opens.index, cut.end - title.start) : cut
}

/** Divides the first paragraph of an item into its title and what follows it. */
export function cutHeading(paragraph: Passage): Pick<Heading, 'title' | 'rests'> {
  const end = titleEnd(paragraph)
  const whole = paragraph.sub(0, end)
  const role = end < paragraph.length ? ROLE_TAIL.exec(whole.folded) : null
  const bracket = role ? -1 : bracketBehind(whole)
  const at = role && role.index > 8 ? role.index : bracket
  const title = trimTitle(at >= 0 ? whole.sub(0, at) : whole)
  const units = at >= 0 ? paragraph.sub(at, role ? paragraph.length : end).strip(' .,;(–-', role ? ' ' : ' )') : null
  const text = role ? null : paragraph.sub(end + 1).trim()
  const rests = [units, text].flatMap((rest) => (rest !== null && rest.length > 1 ? [rest] : []))
  return { title, rests }
}

function saysMore(title: Passage): boolean {
  const quote =
    title.folded.lastIndexOf('"') >= 0 ? title.text.search(/[”"»][^”"»]*$/) : title.text.search(/[”»][^”»]*$/)
  const after =
    quote >= 0
      ? title.folded.slice(quote + 1)
      : title.folded.replace(MOVEMENT, '').replace(/^ thi dua(?: yeu nuoc)?/, '')
  return PREDICATE.test(after)
}

/** What kind of heading a paragraph is; null for a sentence. */
export function readHeading(paragraph: Passage): Heading | null {
  const { title, rests } = cutHeading(paragraph)
  const { folded } = title
  if (title.length < 4 || title.length > 330 || !/\p{L}{2}/u.test(title.text)) return null
  const kind = kindOf(folded)
  if (kind === 'movement' && saysMore(title)) return null
  if (kind === 'topic' && (title.length > 160 || title.text.includes(';'))) return null
  return { kind, title, rests }
}

function kindOf(folded: string): HeadingKind {
  const exemplar = EXEMPLAR.exec(folded)
  if (exemplar && EXEMPLAR_WORD.test(exemplar[0])) return 'exemplar'
  if (MOVEMENT.test(folded)) return 'movement'
  if (SECTOR.test(folded) || SECTOR_LIKE.test(folded)) return 'sector'
  if (GROUP.test(folded)) return 'group'
  return 'topic'
}
