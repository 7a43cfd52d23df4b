import { foldInPlace } from '../../core/text/fold.ts'
import type { Span } from '../../core/text/source.ts'

/** Small words inside the names of bodies; whatever else is small ends the name. */
const SMALL = new Set(
  (
    'nhan dan gia tinh huyen xa phuong thi tran thanh pho quan dac khu trung uong chinh phu quoc hoi dang bo uy khoi cac thuong vu truc ' +
    'chap hanh mat tran to lien hiep phu nu nong cuu chien binh doan nien lao dong cong khoa nha truong tieu hoc so thong mam non mau giao ' +
    'nghiep ly vuc kinh te che xuat nghe dao huy su bien phong van tri xa cap hoi dong ban vu viet nam hiep thi dua khen thuong noi vu va thuong ty co'
  ).split(' '),
)
/** Verbs and nouns that are spelt like them but for the marks. */
const MARKED_OTHERWISE = new Set(['nhận', 'tình', 'hỏi', 'trưng', 'hồi', 'số', 'trông', 'có', 'cố'])
/** A name never goes on with these, though their letters are capitals or stand in the list above. */
const ENDS =
  /^(?:quy\s+(?:dinh|che)|sua\s+doi|phe\s+duyet|ban\s+hanh|trien\s+khai|thuc\s+hien|huong\s+dan|ve\b|tang\s+cuong|tiep\s+tuc|ngay\b|nam\s+\d|giai\s+doan|thi\s+hanh|tuyen\s+truyen|xay\s+dung|phat\s+dong|to\s+chuc|bo\s+tri|thong\s+qua|thuong\s+xuyen|cong\s+(?:bo|nhan|tac)|phong,?\s+chong|doan\s+ket|v\s?\/\s?v)/
/** Words that open the name of a body. */
const HEAD =
  /^(?:uy\s+ban|ubnd|hdnd|ubmttq|bo\s+(?!luat)|bo\b|so\s|phong\s|ban\s+(?!hanh)|thuong\s+truc\s+(?=dang|tinh|thanh|huyen|quan|thi|hoi)|hoi\s|hoi\s+dong|lien\s+doan|chinh\s+phu|thu\s+tuong|quoc\s+hoi|tinh\s+(?:uy|doan)|thanh\s+(?:uy|doan)|huyen\s+(?:uy|doan)|quan\s+uy|thi\s+uy|dang\s+(?:uy|bo)|van\s+phong|chu\s+tich|btv|bch|trung\s+uong|doan|mat\s+tran|toa\s+an|vien\s+kiem|tong\s+|truong\s|chi\s+bo|cong\s+an|cuc\s|vu\s|don\s+bien\s+phong|tram\s|lien\s+minh|hiep\s+hoi)/
const DOCUMENT =
  /^(?:ke\s+hoach|chi\s+thi|nghi\s+(?:quyet|dinh)|thong\s+(?:tu|bao|tri)|quyet\s+dinh|ket\s+luan|cong\s+(?:van|dien)|chuong\s+trinh|huong\s+dan|luat|bo\s+luat|so\s*:?\s*\d|\d)/
const LEVEL = /^(?:tinh|huyen|xa|phuong|thi|quan|thanh|dac|trung|khoa|khoi|cap)\b/
/** Ministries and departments of several subjects: «Văn hóa, Thể thao và Du lịch». */
const SERIES = /^,\s*\p{Lu}[\p{L}]+(?:\s\p{L}+){0,3}(?:,\s*\p{Lu}[\p{L}]+(?:\s\p{L}+){0,3})?\s+và\s+\p{Lu}/u

/** Whether a comma here stands inside the name of one body of several subjects: «…, Thể thao và Du lịch», «…, truyền hình tỉnh». */
export function namesOneBody(fromComma: string): boolean {
  return SERIES.test(fromComma) || /^,\s*truyền hình(?!\p{L})/u.test(fromComma)
}

/** «Báo và phát thanh, truyền hình tỉnh»: its small words stand in no other name. */
const BROADCASTER =
  /^(?:bao|dai|trung tam)(?: va)? (?:phat thanh|truyen hinh)(?:(?:,| va| -) (?:truyen hinh|phat thanh))?(?![a-z])/

const TOKEN = /[\p{L}\d][\p{L}\d&./]*(?:-[\p{Lu}\d][\p{L}\d&]*)*|[^\s]/gu

/** Whether the folded text at this place opens the name of a body. */
export function opensBody(plain: string): boolean {
  return HEAD.test(plain)
}

function goesOnBehind(mark: string, rest: string, plainRest: string): boolean {
  const next = plainRest.slice(mark.length).trimStart()
  const upper = /^\S+\s*\p{Lu}/u.test(rest)
  if (mark === ',') return SERIES.test(rest) && !opensBody(next) && !DOCUMENT.test(next)
  if (mark === '-' || mark === '–' || mark === '&') return upper
  return (upper || LEVEL.test(next)) && !DOCUMENT.test(next) && !ENDS.test(next)
}

const UNIT = /(?:^|\s)(?:tinh|huyen|xa|phuong|thi\s+tran|thanh\s+pho|(?<!ban\s)quan|dac\s+khu)\s/

/** Whether a word belongs to the name, given what stands in front of it in the name. */
function isNameWord(word: string, folded: string, before: string, plainBefore: string): boolean {
  if (/^\p{Lu}/u.test(word) || (SMALL.has(folded) && !MARKED_OTHERWISE.has(word))) return true
  if (before === '') return false
  if (/^\d{1,2}$/.test(word) || (folded === 'chi' && /\bban\s*$/.test(plainBefore))) return true
  // «Bộ Y tế», «Sở Tài chính»: only the first syllable of a compound is a capital; behind a place name this tells nothing
  return /(?:^|\s)\p{Lu}\p{Ll}*\s+$/u.test(before) && !UNIT.test(plainBefore)
}

/**
 * The name of a body that begins at `from`: «Ban Thường vụ Tỉnh ủy», «Bộ Văn hóa, Thể thao và Du lịch». It ends at the first small word
 * that no such name has. undefined where no name begins.
 */
export function findBody(text: string, from: number, end: number): Span | undefined {
  const piece = text.slice(from, end)
  const plain = foldInPlace(piece)
  let last = BROADCASTER.exec(plain)?.[0].length ?? 0
  for (const match of piece.matchAll(TOKEN)) {
    const [token] = match
    if (match.index < last) continue
    const plainRest = plain.slice(match.index)
    const word = token.replace(/[./]+$/, '')
    const folded = plain.slice(match.index, match.index + word.length)
    if (/^[,–&-]$/.test(token) || folded === 'va') {
      if (last === 0 || !goesOnBehind(token, piece.slice(match.index), plainRest)) break
      continue
    }
    if (word === '' || !/^[\p{L}\d]/u.test(word) || ENDS.test(plainRest)) break
    if (!isNameWord(word, folded, piece.slice(0, match.index), plain.slice(0, match.index))) break
    last = match.index + word.length
    if (/[./]$/.test(token) && !/^(?:tp|tx|tt|p|q)$/.test(folded)) break
  }
  return last === 0 ? undefined : { start: from, end: from + last }
}
