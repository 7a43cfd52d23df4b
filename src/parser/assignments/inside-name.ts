import type { Passage } from '../fields/passage.ts'
import { belongsToDeed } from './named-after-deed.ts'
import { TASK } from './tasks.ts'

const STRONG =
  /^(?:dong chu tri|chu tri|co trach nhiem|chiu trach nhiem|co nhiem vu|can cu|chu dong|tang cuong|tiep tuc|thuong xuyen|kip thoi|tren co so|tich cuc|dinh ky|trong pham vi|lam dau moi|tham muu giup)/
/** Bodies that are named after what they do: «Ban tổ chức», «Tổ giúp việc», «bộ phận tổng hợp», «người làm công tác tuyên truyền». */
const NAMED_AFTER_TASK =
  /(?:^|[\s(,])(?:ban|tổ|to|(?<!liên |đại |trung |tiểu |phụ trách )đội|(?<!lien |dai |trung |tieu |phu trach )doi|hội đồng|hoi dong|bộ phận|bo phan|tiểu ban|nhóm|[uủ][ỷy] ban|(?<!v[aă]n )phòng|trung tâm|câu lạc bộ|làm|công tác|nhiệm vụ|việc)\s*$/iu
const PEOPLE =
  /(?:^|[(,]\s*|(?<![a-z])(?:va|cac|nhung|moi|toan the|doi ngu|nguoi|cung|voi) )(?:nguoi|can bo|cong chuc|vien chuc|chuyen vien)\s*$/
const ROLE_OF_PEOPLE = /^(?:tham muu|tong hop|theo doi|tiep nhan|tuyen truyen)$/
/** Tasks after which bodies are named. */
const NAMING =
  /^(?:to chuc|chi dao|tham muu|tong hop|tham dinh|giup|bien tap|kiem tra|giam sat|tuyen truyen|phoi hop|tiep nhan|xay dung|van dong|bao cao|theo doi|ho tro|tu van|quan ly|thuc hien|trien khai|ra soat|binh xet|xet duyet|xet chon|dang ky|huong dan|cung cap|khao sat|danh gia|boi duong|xu ly|giai quyet|lap)$/
/** Behind «tổ chức» these begin what is organised. */
const ORGANISED =
  /^\s+(?:trien khai|thuc hien|hoi|phat dong|quan triet|ky|tuyen|cac (?!co quan|don vi)|so ket|tong ket|lay|hoc tap|binh|xet|le|kiem tra|giam sat|thi |tot|viec)/
/** «Các đơn vị chủ trì lĩnh vực có trách nhiệm …»: the role describes the unit when a stronger verb follows. */
const ROLE_OF_MANY = /(?:co quan|don vi|bo phan|nganh)\s*$/
const OWN_TASK =
  /^\s+(?:bao cao|gui|tong hop|nop|lap|dang ky|dinh ky|hang|moi|phan cong|trien khai|cu the hoa|ra soat|theo doi|don doc)(?![a-z])/
const STRONGER = /(?<![a-z])(?:co trach nhiem|chiu trach nhiem|can cu|chu dong|khan truong)(?![a-z])/
const NOUN_BEHIND: Readonly<Record<string, RegExp>> = {
  'to chuc':
    /^\s*(?:[,;)]|(?:chinh tri|xa hoi|dang|doan the|quan chung|thanh vien|hoi|cong doan|kinh te|phi|tin dung|co so|lien quan|co lien quan|khac|truc thuoc|thuoc|ca nhan|trong|tren|va|cua|duoc)(?![a-z]))/,
  'bao cao': /^\s+vien(?![a-z])/,
  'tuyen truyen': /^\s+vien(?![a-z])/,
  giup: /^\s+viec(?![a-z])/,
  'huong dan': /^\s+vien(?![a-z])/,
  'theo doi': /^$/,
}
/** «Báo cáo viên», «tổ chức Đảng»: at the head of an item these name people and bodies, not tasks. */
const PEOPLE_BY_TASK =
  /^(?:(?:bao cao|tuyen truyen|huong dan|kiem tra|giam sat|dang ky|tu van|tro giup) vien(?![a-z])|giup viec(?![a-z])|to chuc (?:chinh tri|xa hoi|doan the|quan chung|thanh vien|cong doan|dang(?! (?:ky|tai|tin|bai|cai))|hoi(?! (?:nghi|thao|thi|dam|hop|dien|trai|cho))|co so dang)(?![a-z]))/

/** Whether words that look like a task name people or a body. */
export function namesPeople(passage: Passage): boolean {
  return PEOPLE_BY_TASK.test(passage.folded)
}

/** «Báo và phát thanh, truyền hình X», «Đài phát thanh xã» */
const BROADCASTER = /(?:dai|bao|tram|to|phong|trung tam|truyen hinh|nghe thuat)(?:,| va| -|:)?\s+$/
/** «các đơn vị được giao chủ trì thực hiện …»: the verbs behind these words still describe the unit. */
export const CLAUSE =
  /(?:^|\s)(?:duoc (?:giao|phan cong|chon|lua chon|phan bo)(?: nhiem vu| trach nhiem)?|tham gia|lam cong tac|lam nhiem vu|co chuc nang|phu trach(?: cong tac)?|chiu trach nhiem ve)\s*$/

/** Nouns behind which a capital goes on with the name: «Ủy ban Kiểm tra», «bộ phận Tổng hợp». */
const HEAD_BEFORE =
  /(?:^|[\s(])(?:ban|phong|tam|to|doi|doan|hoi|dong|quan|phan|nhom|cum|khoi|khoa|vien|tram|truong|so|nganh|bo|cuc|vu|quy|ty|thuong truc|chuyen trach|cap|va|lam|cong tac|ve)\s*$/
/** Verbs that stand at the end of names: «Phòng Hành chính Tổng hợp». */
const ENDS_NAME =
  /^(?:tong hop|tham muu|to chuc|kiem tra|quan ly|giam sat|tiep nhan|tuyen truyen|dang ky|ho tro|tu van)$/
const FIRM = /^(?:tong )?cong ty|^doanh nghiep|^hop tac xa|^quy |^nha may|^xi nghiep|^ngan hang/
const DOCUMENT = /^\s+(?:Kế|Chỉ thị|Nghị|Quy|Chương|Đề án|Luật|Hướng|Công văn)/u
const TASK_BEHIND = new RegExp(`^\\s*(?:(?:${TASK})(?![a-z])|[,:;)]|$)`)

/**
 * «Các chi bộ trực thuộc Cụ thể hóa Kế hoạch …»: a heading and the paragraph below it, joined by the print. A capital verb behind a name
 * that is whole begins the sentence; where it may belong to the name it does.
 */
function beginsSentence(passage: Passage, at: number, verb: string): boolean {
  const before = passage.folded.slice(0, at)
  const last = /(\S+)\s*$/.exec(passage.text.slice(0, at))?.[1] ?? ''
  if (passage.text.slice(at, at + verb.length) === passage.text.slice(at, at + verb.length).toUpperCase()) return false
  if (!/^\p{L}+$/u.test(last)) return false
  if (STRONG.test(verb)) return true
  if (/^\p{Lu}/u.test(last) || HEAD_BEFORE.test(before) || FIRM.test(passage.folded)) return false
  const after = passage.text.slice(at + verb.length)
  if (!NAMING.test(verb)) return !/^\s+\p{Lu}/u.test(after) || DOCUMENT.test(after)
  if (ENDS_NAME.test(verb) && TASK_BEHIND.test(passage.folded.slice(at + verb.length))) return false
  return /^[\s,]+\p{Ll}/u.test(after)
}

/** «Phòng Kiểm tra, giám sát và thanh tra», «Ban Kiểm tra, giám sát» */
export const NAMED_BY_CAPITAL =
  /(?:^|\s)(?:Phòng|Ban|Tổ|Đội|Trung tâm|Vụ|Cục|Khoa|[Bb]ộ phận|Hội đồng|Ủy ban) \p{Lu}[\p{Ll} ]{2,30}(?:, [\p{Ll} ]{2,24})*(?:,| và) $/u
const JOINED = `(?:${TASK}|thanh tra|phap che|thi dua|khen thuong|kiem soat|bao ve|dao tao|boi duong)`
const REST_OF_LIST = new RegExp(`^(?:, ${JOINED})* va ${JOINED}(?= (?:${TASK})(?![a-z])|\\s*[,:;]?\\s*$)`)
const LAST_OF_LIST = /^\s*(?:\.?$|[:;](?= |$)|(?=,? (?:chu tri|co trach nhiem|phoi hop|chiu trach nhiem)(?![a-z])))/

/** Whether the verb goes on with a name of several subjects. */
function joinsName(passage: Passage, at: number, verb: string): boolean {
  if (!NAMED_BY_CAPITAL.test(passage.text.slice(0, at).normalize('NFC')) || STRONG.test(verb)) return false
  const after = passage.folded.slice(at + verb.length)
  const list = /va $/.test(passage.folded.slice(0, at))
  return (
    REST_OF_LIST.test(after) || LAST_OF_LIST.test(after) || (list && new RegExp(`^ (?:${TASK})(?![a-z])`).test(after))
  )
}

/** «Trung tâm Dịch vụ tổng hợp xã», «Phòng Kế hoạch tổng hợp tham mưu» */
const SUMS_UP =
  /(?:dich vu|ke hoach|ky thuat|hanh chinh|kinh te|da khoa|tham muu|nghien cuu|thong tin|thong ke|van phong|nhan su|tai chinh|phap che) $/
const TASK_OR_PLACE = new RegExp(`^\\s*(?:$|(?:${TASK}|xa|phuong|tinh|huyen|khu vuc|cong lap)(?![a-z]))`)

/** «Ban Quản lý dự án đầu tư xây dựng», «Phòng Quản lý hoạt động xây dựng» */
const BUILDING =
  /(?:dau tu|cong ty|co phan|vat lieu|hoat dong|trat tu|ky thuat|quan ly|so|nganh|du an|tu van|thiet ke|xi nghiep|cong trinh|kinh te|kien truc)(?: va|,)? $/

/** «Công chức Địa chính – xây dựng phối hợp»: what has another task behind it is no task behind the dash. */
const GOES_ON_SMALL = new RegExp(`^ (?!(?:${TASK})(?![a-z]))[a-z]`)

/** «nhận phiếu bình chọn», «quỹ khen thưởng»: behind these a verb says what the thing is for. */
const OBJECT = /(?:^|\s)(?:phiếu|hồ sơ|hòm thư|hộp thư|giấy|mẫu|bảng|sổ|cuốn|quỹ|cổng|trang)\s$/iu

/** Whether a verb at this place belongs to the name of the unit: «Ban Tổ chức», «Phòng Kiểm tra, giám sát», «người làm công tác tuyên truyền». */
export function insideName(passage: Passage, at: number, verb: string): boolean {
  const before = passage.folded.slice(0, at)
  const after = passage.folded.slice(at + verb.length)
  if (/^\p{Lu}/u.test(passage.text.slice(at)) && !/[.:]\s*$/.test(passage.text.slice(0, at)))
    return !beginsSentence(passage, at, verb)
  if (verb === 'tong hop' && SUMS_UP.test(before) && TASK_OR_PLACE.test(after)) return true
  if (belongsToDeed(passage, at, verb)) return true
  if (verb === 'tich cuc' && /hoi suc(?: cap cuu)?,? $/.test(before)) return true
  if (joinsName(passage, at, verb) || (verb === 'xay dung' && BUILDING.test(before))) return true
  // «Tòa án nhân dân khu vực 3 - phối hợp …»
  if (/\S [-–—] $/.test(before) && !ENDS_NAME.test(verb) && GOES_ON_SMALL.test(after)) return false
  if (OBJECT.test(passage.text.slice(0, at).normalize('NFC'))) return true
  if (/[-–—&/]\s*$/.test(before) || (!STRONG.test(verb) && /^\s*[-–—]\s*\p{L}/u.test(after))) return true
  if (NOUN_BEHIND[verb]?.test(after)) return true
  if (verb === 'phat' && /^ thanh/.test(after) && BROADCASTER.test(before)) return true
  const original = passage.text.slice(0, at)
  if (
    /^(?:chu tri|phoi hop|tham muu)$/.test(verb) &&
    ROLE_OF_MANY.test(before) &&
    !/^\s*(?:,|phoi hop|tham muu)/.test(after)
  ) {
    return STRONGER.test(after.slice(0, 120)) || OWN_TASK.test(after)
  }
  if (STRONG.test(verb)) return false
  if (verb === 'to chuc' && ORGANISED.test(after)) return false
  if (!NAMING.test(verb)) return false
  return (
    (verb === 'to chuc' && /(?:cac|nhung|,|va) $/.test(before)) ||
    NAMED_AFTER_TASK.test(original) ||
    (ROLE_OF_PEOPLE.test(verb) && PEOPLE.test(before))
  )
}

/** «Ban Chỉ đạo thực hiện quy chế …» as a heading is all name. */
const BODY_OF_TASKS =
  /^(?:ban (?:chi dao|quan ly|van dong|dieu hanh|to chuc)|bcd|van phong dieu phoi|to (?:cong tac|giup viec|tu van)|tieu ban) /

/** Whether a heading that names a body of tasks goes on with the task after which it is named. */
export function isNamedAfterTask(heading: Passage, verbAt: number): boolean {
  return (
    BODY_OF_TASKS.test(heading.folded) &&
    /^(?:thuc hien|xay dung|trien khai|van dong|tuyen truyen)(?![a-z])/.test(heading.folded.slice(verbAt))
  )
}
