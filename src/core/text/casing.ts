import { isCapitals, toneKey } from './fold.ts'

/** Words behind which a proper name begins. */
const PLACES = [
  'tỉnh',
  'thành phố',
  'quận',
  'huyện',
  'thị xã',
  'thị trấn',
  'xã',
  'phường',
  'đặc khu',
  'thôn',
  'ấp',
  'khóm',
  'bản',
  'buôn',
]
/** What stays small inside the name of an authority, beside the words that name a place. */
const SMALL = new Set(['và', 'của', 'các', 'nhân', 'dân', 'trên', 'địa', 'bàn', 'cấp', 'khối', 'cơ', 'quan'])
/** Names of authorities that have a spelling of their own, in the order in which they are tried. */
const SPELLINGS = [
  'Ủy ban nhân dân',
  'Hội đồng nhân dân',
  'Ủy ban Mặt trận Tổ quốc Việt Nam',
  'Ủy ban Mặt trận Tổ quốc',
  'Mặt trận Tổ quốc Việt Nam',
  'Mặt trận Tổ quốc',
  'Ban Chấp hành',
  'Ban Thường vụ',
  'Ban Chỉ đạo',
  'Ban Chỉ huy Quân sự',
  'Hội đồng Thi đua - Khen thưởng',
  'Đảng ủy',
  'Đảng bộ',
  'Chi bộ',
  'Tỉnh ủy',
  'Thành ủy',
  'Huyện ủy',
  'Quận ủy',
  'Thị ủy',
  'Tỉnh đoàn',
  'Thành đoàn',
  'Huyện đoàn',
  'Liên đoàn Lao động',
  'Công đoàn cơ sở',
  'Công đoàn',
  'Hội Liên hiệp Phụ nữ',
  'Hội Nông dân',
  'Hội Cựu chiến binh',
  'Hội Chữ thập đỏ',
  'Hội Khuyến học',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  'Trung học cơ sở',
  'Trung học phổ thông',
  'Phổ thông dân tộc nội trú',
  'Phổ thông dân tộc bán trú',
  'Tiểu học',
  'Mầm non',
  'Mẫu giáo',
  'Giáo dục và Đào tạo',
  'Thông tin và Truyền thông',
  'Khoa học và Công nghệ',
  'Văn hóa, Thể thao và Du lịch',
  'Văn hóa và Thông tin',
  'Văn hóa - Xã hội',
  'Kế hoạch và Đầu tư',
  'Tài nguyên và Môi trường',
  'Nông nghiệp và Môi trường',
  'Nông nghiệp và Phát triển nông thôn',
  'Lao động - Thương binh và Xã hội',
  'Tài chính - Kế hoạch',
  'Thủ tướng Chính phủ',
  'Công an',
  'Văn phòng',
  'Trung tâm',
  'Tổng công ty',
  'Công ty',
  'Xí nghiệp',
  'Nhà máy',
  'Chi cục',
  'Ban Quản lý',
  'Bệnh viện đa khoa',
  'Bệnh viện',
  'Ban Dân tộc',
  'Ban Tổ chức',
  'Ban Tuyên giáo',
  'Ban Dân vận',
  'Sở Nội vụ',
  'Sở Y tế',
  'Trung ương',
  'Chính phủ',
  'Quốc hội',
  'Việt Nam',
]

function found(name: string, running: string): string | undefined {
  const key = toneKey(name)
  const text = toneKey(running)
  if (text.length !== running.length || key.length < 4) return undefined
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    const printed = running.slice(at, at + key.length)
    if (!isCapitals(printed) && /^\p{Lu}/u.test(printed)) return printed
  }
  return undefined
}

const capital = (word: string): string => word.replace(/\p{L}/u, (letter) => letter.toUpperCase())

const JOINTS = new Set(['và', 'của', 'các', 'trên'])
const PAIRS = new Set(['địa bàn', 'nhân dân', 'cơ quan'])

/** In the name of a place only joints and whole compounds stay small: «Đông Quan», «Nhân Hòa». */
function staysSmall(words: readonly string[], at: number): boolean {
  const [before, word, behind] = [words[at - 1], words[at] ?? '', words[at + 1]]
  return at > 0 && (JOINTS.has(word) || PAIRS.has(`${before} ${word}`) || PAIRS.has(`${word} ${behind}`))
}

/** Without any example: words behind the name of a kind of place are names, others follow the list of spellings. */
function byRule(name: string): string {
  const low = name.toLowerCase()
  const place = [...low.matchAll(new RegExp(`(?<![\\p{L}])(?:${PLACES.join('|')})\\s+`, 'gu'))].at(-1)
  const head = place ? low.slice(0, place.index + place[0].length) : low
  const proper = place ? low.slice(place.index + place[0].length) : ''
  let kind = head.replace(/(^|[-–,]\s*|\s)(\p{L}+)/gu, (whole, lead: string, word: string) =>
    lead.trim() !== '' || lead === '' || !(SMALL.has(word) || PLACES.some((name) => name.split(' ').includes(word)))
      ? lead + capital(word)
      : whole,
  )
  for (const spelling of SPELLINGS) kind = replaceAlike(kind, spelling)
  const words = proper.split(' ').map((word, i, all) => (staysSmall(all, i) ? word : capital(word)))
  return `${capital(kind)}${words.join(' ')}`
}

function replaceAlike(text: string, spelling: string): string {
  const at = toneKey(text).indexOf(toneKey(spelling))
  const ends = /\p{L}/u.test(text[at + spelling.length] ?? ' ')
  return at < 0 || ends || toneKey(text).length !== text.length
    ? text
    : text.slice(0, at) + spelling + text.slice(at + spelling.length)
}

/**
 * A name printed in capitals as it would stand in a sentence: as the running text of the same document prints it, else by the rules
 * of NĐ 30/2020 annex II. Names that are not in capitals are returned unchanged.
 */
export function sentenceCase(name: string, running: string): string {
  if (!isCapitals(name)) return name
  return found(name, running) ?? byRule(name)
}

/** The same words beginning with a capital, as the first word of a line: items of a list often begin small in documents. */
export function asSentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
