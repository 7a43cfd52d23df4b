import type { Passage } from './passage.ts'

const TITLE = 'đ/c|đồng chí|ông|bà|thầy|cô|anh|chị|bác'
const TITLED = new RegExp(`^(?:(?:các|những)\\s+)?(?:${TITLE})\\s`, 'iu')
/** «bà Trần Thị Lụa», «cô Hiệu phó»: a title and a name or an office with a capital. */
const NAMED =
  /^(?:[Cc]ác\s+)?(?:[Đđ]\/c|[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Tt]hầy|[Cc]ô|[Aa]nh|[Cc]hị|[Bb]ác)\s+\p{Lu}\p{Ll}*\s+\p{L}/u
/** Bodies and groups at whose head stands a «trưởng» or «phó», as printed. */
const LED =
  'ấp|bản|bệnh|buôn|cụm|chi đoàn|chi hội|đại đội|điều dưỡng|đội|hạt|hiệu|hộ sinh|kế toán|khoa|khóm|khối|khu|lớp|liên đội|nhóm|phân đội|phòng|thôn|tiểu đội|tiểu đoàn|tổ|trạm|trung đoàn|trung đội|viện|xóm|xưởng'
const OF_LED = new RegExp(`^(?:(?:các|những)\\s+)?(?:${LED})\\s+(?:trưởng|phó)(?![\\p{L}\\d])`, 'iu')
/** Offices of people, folded. */
const OFFICES =
  'bi thu|chanh an|chanh thanh tra|chanh van phong|chinh tri vien|chinh uy|chu nhiem|chu tich|co do|cong an vien|cong tac vien|gia lang|giam doc|giao vien|hieu pho|hieu truong|nguoi co uy tin|nhan vien|pho (?:bi thu|chanh|chinh uy|chu nhiem|chu tich|giam doc|hieu truong|to truong|truong)|thanh vien|thu kho|thu ky|thu quy|thu thu|thu truong|tinh nguyen vien|tong phu trach|truong (?:ap|ban|bo mon|buon|cac|chi nhanh|cum|dai dien|doan|doi|khoa|khoi|khom|khu|lang|nhom|phong|thon|to|tram|xom)|uy vien|van thu'
const OFFICE = new RegExp(`^(?:(?:cac|nhung) )?(?:${OFFICES})(?![a-z])`)

/** Whether words begin with a title or an office of people: «đ/c Phó Chủ tịch», «chi hội trưởng các bản», «nhân viên y tế». */
export function isPerson(words: Passage): boolean {
  return TITLED.test(words.sub(0, 20).text.normalize('NFC')) || holdsOffice(words)
}

/** Whether words begin with an office: «Trưởng các phòng», «đội trưởng», «nhân viên thư viện». */
export function holdsOffice(words: Passage): boolean {
  return OFFICE.test(words.sub(0, 40).folded) || OF_LED.test(words.sub(0, 40).text.normalize('NFC'))
}

/** Whether words begin with a person by title and name or title and office: «bà Trần Thị Lụa», «cô Hiệu phó». */
export function namesPerson(words: Passage): boolean {
  return NAMED.test(words.sub(0, 60).text.normalize('NFC'))
}
