import type { Cadence } from '../contract.ts'
import type { Passage } from '../fields/passage.ts'

/** A printed cadence or due time in a clause. Offsets count in the clause. */
export interface TimeMark {
  readonly start: number
  readonly end: number
  /** The cadence that it prints, or null for a due time alone. */
  readonly cadence: Cadence | null
  /** The words that say by when, or undefined for a cadence alone. */
  readonly deadline: { readonly start: number; readonly end: number } | undefined
  /** An occasion («vào dịp tổng kết năm») is a due time only beside a cadence. */
  readonly occasion: boolean
}

const EVERY = '(?:hang|moi|dinh ky)'
/** «01 gương/quý»: so many a month or quarter. */
const COUNTED = String.raw`\d{1,2} [a-z]+(?:,? [a-z]+){0,3} ?`
const CADENCES: readonly (readonly [Cadence, string])[] = [
  [
    'monthly',
    String.raw`${EVERY} thang|(?:0?1|mot) (?:lan|ky) ?(?:\/|moi|tren|trong) ?thang|(?:0?1|mot) thang (?:0?1|mot) lan|(?<!\d )(?:(?:0?1|mot) )?thang ?\/ ?lan|(?:bao cao|dinh ky|theo|bao cao tuan,) thang(?! (?:\d|truoc|sau|nay))|${COUNTED}\/ ?thang`,
  ],
  [
    'quarterly',
    String.raw`${EVERY} quy|(?:0?3|ba) thang ?(?:(?:mot|0?1) |\/ ?)lan|(?:0?1|mot) quy (?:mot|0?1) lan|(?<!\d )(?:(?:0?1|mot) )?quy ?\/ ?lan|dinh ky (?:0?3|ba) thang|(?:(?:bao cao|theo)(?: dinh ky)? |(?<=(?:thang|\)), ?)|(?<=^\W{0,3}))quy(?= ?[,;.()]| va| 6| 06| sau| truoc| gui|$)|(?:0?1|mot) lan ?(?:\/|moi|tren|trong) ?quy|${COUNTED}\/ ?quy`,
  ],
  [
    'halfYearly',
    String.raw`(?<!tu |du |tren |trong vong |it nhat |sau |(?<!ket )qua |lien tuc |\d )(?:0?6|sau) thang(?! (?:tuoi|tro len|lien|dau doi|mot nam))(?: (?:mot|0?1) lan| ?\/ ?lan)?(?: (?:dau|cuoi)(?: nam)?)?(?: (?:dau|cuoi) nam)?|nua nam|(?:0?2|hai) lan ?(?:\/|moi|tren|trong) ?(?:mot )?nam|(?:${EVERY}|mot|0?1) nam (?:0?2|hai) lan|(?:cuoi |het |ket thuc )?(?:tung|hang|moi|cuoi|het|ket thuc) hoc ky(?! (?:i|ii|1|2|mot|hai)(?![a-z]))`,
  ],
  [
    'yearly',
    String.raw`${EVERY} nam|(?:0?1|mot) nam (?:0?1|mot) lan|(?<!\d )(?:(?:0?1|mot) )?nam ?\/ ?lan|(?:0?1|mot) lan ?(?:\/|moi|tren|trong) ?(?:mot )?nam|(?:bao cao|theo|dinh ky) nam(?! (?:19|20)\d\d| hoc)|(?<=(?:(?<!ngay,? )thang|quy|thang dau nam|,|va)[, ]{1,2}(?:va |ca )?(?:tong ket )?(?:ca |mot |0?1 )?)nam(?! (?:(?:19|20)\d\d|hoc|truoc|sau|nay|gan|lien))|(?<=bao cao[^.;]{0,20} )tong ket nam(?! (?:19|20)\d\d)`,
  ],
]

const DAY = String.raw`(?:ngay\s+)?(?:mung\s+)?\d{1,2}(?:\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?(?:19|20)\d\d)?|\s+thang\s+\d{1,2}(?:\s+nam\s+(?:19|20)\d\d)?)`
const DAY_OF_MONTH = String.raw`ngay\s+(?:mung\s+|thu\s+)?\d{1,2}(?:\s+(?:(?:cua\s+)?quy\s+(?:sau|tiep theo|ke tiep)|(?:cua\s+)?thang\s+(?:cuoi|dau|thu\s+\w+)(?:\s+cung)?(?:\s+(?:cua\s+)?(?:moi\s+|hang\s+)?quy)?(?:\s+(?:sau|ke tiep|tiep theo|nay))?|(?:cua\s+)?thang\s+(?:sau|ke tiep|tiep theo)|cuoi (?:thang|quy)|(?:cua\s+)?thang(?=\s*[,;.)]|$)))?`
const DAY_OF_QUARTER = String.raw`ngay\s+\d{1,2}\s+(?:cua\s+)?thang\s+(?:cuoi|dau|thu\s+\w+)\s+(?:cua\s+)?(?:moi\s+|hang\s+)?quy(?:\s+(?:sau|ke tiep|tiep theo))?`
const HOUR = String.raw`(?:\d{1,2}\s?(?:gio|h|g)\s?(?:\d{2})?(?:\s?phut)?,?\s+)?`
const LIMIT = String.raw`(?:(?:xong\s+)?truoc(?:\s+hoac\s+(?:vao|trong))?|(?:cham|muon|tre)\s+nhat(?:\s+(?:la|den|vao|truoc|trong))*|khong qua|den het|het|han\s+(?:cuoi|chot)(?:\s+cung)?(?:\s+la)?:?|thoi han(?: (?:gui|nop))?(?: la)?:?|khong\s+(?:muon|cham|tre)\s+hon)\s+${HOUR}`
const MONTH_OR_QUARTER = String.raw`(?:thang(?!\s+\d)|quy(?!\s+[ivl1-4]{1,3}(?![a-z])))`
const SPAN = String.raw`(?:tuan|ngay(?:\s+lam\s+viec)?)\s+(?:cuoi|dau|thu\s+\w+)|\d{1,2}\s+ngay(?:\s+lam\s+viec)?\s+(?:cuoi|dau)`
/** «tuần cuối của quý», «trong 05 ngày đầu tháng», «ngày làm việc cuối cùng của tháng» */
const WEEK = String.raw`(?:(?:vao|trong)\s+)?(?:thu\s+(?:hai|ba|tu|nam|sau|bay|\d),?\s+)?(?:${SPAN})(?:\s+(?:cung|tien))?(?:\s+cua)?(?:\s+(?:moi|hang))?\s+(?:${MONTH_OR_QUARTER}|(?<=(?:vao|trong)\s[^,;.]{3,40})nam(?!\s+hoc))(?:\s+(?:sau|ke tiep|tiep theo))?`
/** «đầu tháng sau», «cuối mỗi quý», «cuối tháng» */
const EDGE = String.raw`(?:(?:vao|trong)\s+)?(?:dau|giua|cuoi)\s+(?:moi\s+|hang\s+)?${MONTH_OR_QUARTER}(?:\s+(?:sau|ke tiep|tiep theo))?`
/** «chậm nhất 05 ngày sau khi kết thúc quý» */
const AFTER_END = String.raw`(?:(?:cham|muon|tre)\s+nhat\s+(?:la\s+|trong\s+)?|trong\s+(?:vong\s+)?|sau\s+)?(?:sau\s+)?\d{1,2}\s+ngay(?:\s+lam\s+viec)?(?:\s+(?:sau\s+khi|sau|truoc\s+khi|truoc|ke tu\s+(?:khi|ngay)|tinh tu\s+(?:khi|ngay)))\s+(?:ngay\s+)?(?:ket thuc|het)\s+(?:(?:moi|hang|cua)\s+)?(?:thang|quy|nam(?!\s+\d))`
const DAY_OF_YEAR = String.raw`ngay\s+\d{1,2}(?:\s?[/.-]\s?|\s+thang\s+)\d{1,2}`
const SENT = 'gui|nop|bao cao|tong hop|lap|trinh|dang ky|gioi thieu|de nghi|cung cap'
const DATED: readonly string[] = [
  `${LIMIT}${DAY}`,
  `${LIMIT}${DAY_OF_MONTH}`,
  `${LIMIT}(?:thang\\s+\\d{1,2}(?:\\s?/\\s?|\\s+nam\\s+)(?:19|20)\\d\\d|thang\\s+\\d{1,2}|quy\\s+[ivl1-4]{1,3}(?:\\s?/\\s?|\\s+nam\\s+)(?:19|20)\\d\\d)`,
  AFTER_END,
  String.raw`(?:(?:vao|trong)\s+)?(?:${SPAN})(?:\s+(?:cung|tien))?(?=\s+(?:hang|moi)\s+(?:thang|quy)(?![a-z]))`,
  `(?:${LIMIT})?${WEEK}`,
  String.raw`(?<=(?:hang|moi)\s+(?:thang|quy)\s{0,2}[,(]\s{0,2}(?:vao\s+)?)ngay\s+\d{1,2}(?=\s{0,2}[),])`,
  String.raw`(?<=(?:thang|quy|nam)\s{0,2}\(\s{0,2})(?:vao\s+)?ngay\s+\d{1,2}(?:\s?[/.-]\s?|\s+thang\s+)\d{1,2}(?=\s{0,2}\))`,
  String.raw`(?:(?:vao|khi|sau khi)\s+)?ket thuc nam hoc(?!\s+\d)`,
  String.raw`(?:(?:vao|khi|sau khi)\s+)?(?:dau|cuoi|het|ket thuc)\s+hoc ky\s+(?:ii?|1|2|mot|hai)(?![a-z])(?!\s+nam)`,
  EDGE,
  String.raw`(?:(?:vao|trong)\s+)?(?:dau|giua|cuoi)\s+quy\s+[ivl1-4]{1,3}(?=\s+(?:hang|moi)\s+nam)`,
  String.raw`(?:vao|trong)\s+tuan\s+(?:cuoi|dau|thu\s+\w+)\s+(?:cua\s+)?thang\s+\d{1,2}(?:(?:\s?/\s?|\s+nam\s+)(?:19|20)\d\d)?`,
  `(?:vao\\s+)?${DAY_OF_QUARTER}`,
  String.raw`(?<=(?:han|thoi gian)(?: (?:gui|nop|nhan|bao cao|ho so|dang ky|hoan thanh|chot|cuoi|cung))*(?: la)?\s*:?\s*)${DAY}`,
  String.raw`(?<=truoc\s+(?:ngay\s+)?\d{1,2}/\d{1,2}(?:,|\s+va)\s+)(?:ngay\s+)?\d{1,2}/\d{1,2}(?:/(?:19|20)\d\d)?`,
  `(?:vao\\s+)?(?:tu\\s+)?${DAY_OF_MONTH}\\s+den\\s+(?:het\\s+)?${DAY_OF_MONTH}`,
  String.raw`(?:vao\s+)?(?:ngay\s+(?:mung\s+)?|mung\s+)\d{1,2}(?=\s+(?:cua\s+)?(?:hang|moi)\s+(?:thang|quy))`,
  String.raw`(?:vao\s+)?ngay\s+\d{1,2}(?=(?:,|\s+va)\s+ngay\s+\d{1,2}\s+(?:hang|moi)\s+thang)`,
  String.raw`(?:vao\s+)?${DAY_OF_YEAR}(?=\s+(?:hang|moi)\s+nam)`,
  String.raw`(?<=dinh ky\s+(?:vao\s+)?)ngay\s+\d{1,2}(?!\s?[/.-]\s?\d|\d|\s+thang)`,
  String.raw`(?:vao\s+)?ngay\s+\d{1,2}\s+(?:(?:cua\s+)?thang\s+(?:sau|ke tiep|tiep theo)|cuoi\s+(?:thang|quy))`,
  String.raw`(?<=^\W{0,3})ngay\s+\d{1,2}(?:(?:\s?[/.-]\s?|\s+thang\s+)\d{1,2}(?:(?:\s?[/.-]\s?|\s+nam\s+)(?:19|20)\d\d)?)?(?=,?\s+(?:${SENT})(?![a-z]))`,
  String.raw`(?:vao|trong)\s+quy\s+[ivl1-4]{1,3}(?:(?:\s?/\s?|\s+nam\s+)(?:19|20)\d\d|(?=\s+(?:hang|moi)\s+nam))`,
  String.raw`quy\s+[ivl1-4]{1,3}(?=\s+(?:hang|moi)\s+nam)`,
  String.raw`(?:vao|trong)\s+(?:${DAY}|thang\s+\d{1,2}(?:\s?/\s?|\s+nam\s+)(?:19|20)\d\d)|(?:(?:vao|trong)\s+)?(?:(?:dau|giua|cuoi|tuan\s+(?:dau|cuoi)(?:\s+cua)?)\s+)?thang\s+\d{1,2}(?=\s+(?:hang|moi)\s+nam)`,
]
const OCCASIONS: readonly string[] = [
  String.raw`vao\s+ngay\s+\d{1,2}(?!\s?[/.-]\s?\d|\s+(?:cua\s+)?thang|\d)`,
  String.raw`(?:(?:vao|nhan|trong) )?(?:cac )?dip\s+(?:ngay\s+)?\d{1,2}\s?[/-]\s?\d{1,2}(?:\s?[/-]\s?(?:19|20)\d\d)?`,
  String.raw`vao (?:cac )?dip\s+[^,;.()]{3,60}?(?=\s+va\s+(?!khen)|\s+de\s|\s+(?:hang|moi) nam|[,;.()]|$)`,
  String.raw`theo (?:thoi (?:gian|han|diem)|tien do|lich)\s+[^;.()]{4,90}?(?=[,;.()]|$)`,
  String.raw`(?<!thang )(?:vao )?(?:dau|cuoi) nam(?! (?:19|20)\d\d)`,
]

const compile = (sources: readonly string[]) => new RegExp(`(?<![a-z0-9/])(?:${sources.join('|')})(?![a-z0-9])`, 'g')
const DATED_MARK = compile(DATED)
const OCCASION_MARK = compile(OCCASIONS)
const CADENCE_MARKS = CADENCES.map(
  ([cadence, source]) => [cadence, new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`, 'g')] as const,
)

function cadenceInside(words: string): Cadence | null {
  if (/quy(?! [ivl1-4]{1,3}(?![a-z]))/.test(words)) return 'quarterly'
  if (words.includes('hoc ky')) return 'halfYearly'
  if (/ket thuc nam hoc$/.test(words)) return 'yearly'
  if (/(?:ket thuc|het) thang/.test(words)) return 'monthly'
  if (/(?:ket thuc|het|cuoi cung cua|cua (?:moi|hang)) nam$/.test(words)) return 'yearly'
  if (
    /(?:hang|moi|cua|cuoi|dau|tuan \S+)(?: cua| cung)* thang(?! \d)|thang (?:sau|ke tiep|tiep theo)/.test(words) &&
    !/thang \d/.test(words)
  )
    return 'monthly'
  return null
}

const overlaps = (one: TimeMark, start: number, end: number): boolean => start < one.end && end > one.start

function dueMarks(clause: Passage): TimeMark[] {
  const found: TimeMark[] = []
  const add = (pattern: RegExp, occasion: boolean): void => {
    for (const match of clause.folded.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (found.some((mark) => overlaps(mark, span.start, span.end))) continue
      found.push({ ...span, cadence: occasion ? null : cadenceInside(match[0]), deadline: span, occasion })
    }
  }
  add(DATED_MARK, false)
  add(OCCASION_MARK, true)
  return found
}

/** «ngân sách hằng năm», «bản tin hàng tháng»: the cadence belongs to another thing. */
const OF_ANOTHER =
  /(?:ngan sach|nha nuoc|du toan|tu phap|chuyen de|ban tin|tap san|thong tin|tu tuong|sinh hoat|loi nhuan|danh hieu|chuong trinh cong tac|ke hoach cong tac|vien chuc|cong chuc|xa hoi|duoc giao|phat dong|giao ban|tang truong|thu nhap|doanh thu|phat song|danh gia|xep loai)\s*$/

/** No clause that an officer writes is longer. */
const LONGEST = 4000

/** Every cadence and due time that the clause prints, in order and without overlap. */
export function timeMarks(whole: Passage): TimeMark[] {
  const clause = whole.sub(0, LONGEST)
  const { folded } = clause
  const found = dueMarks(clause)
  for (const [cadence, pattern] of CADENCE_MARKS) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index + (match[0].length - match[0].replace(/^[, ]+/, '').length)
      const end = match.index + match[0].length
      if (OF_ANOTHER.test(folded.slice(Math.max(0, start - 40), start))) continue
      if (!found.some((mark) => overlaps(mark, start, end)))
        found.push({ start, end, cadence, deadline: undefined, occasion: false })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
