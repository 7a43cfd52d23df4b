import { insideName, NAMED_BY_CAPITAL } from '../assignments/inside-name.ts'
import { TASK } from '../assignments/tasks.ts'
import { depths } from './depth.ts'
import type { Passage } from './passage.ts'
import { isPerson } from './people.ts'
import { beginsUnit } from './unit-names.ts'

/** What a unit is told to do with a field beside all other tasks, and where numbers follow the units; folded. They end the list of units in front of them. */
const OF_FIELDS =
  'lanh dao(?=,? (?:va )?(?:chi dao|chon|lua chon|binh chon|gioi thieu|phat hien|boi duong))|dau moi|phu trach|lam diem|xac minh|bau chon|binh bau|suy ton|cong nhan|xet(?! nghiem)|chi tieu|so luong|it nhat|toi thieu|khong duoi'
/** Verbs that also stand inside names («Ban Chỉ đạo xây dựng …», «các tổ chức»). */
const WEAK =
  'thuc hien|xay dung|trien khai|to chuc|van dong|tuyen truyen|chi dao|kiem tra|giam sat|ho tro|quan ly|ban hanh|chon|de|nham|trong viec|trong nam|trong qua trinh|dua vao|theo|thong qua|tu nay|ra soat|khao sat|cung cap|bo tri'
const VERB = new RegExp(`(?<![a-z0-9])(?:(?:theo doi|${OF_FIELDS})|(${WEAK})|(?:${TASK}))(?![a-z0-9])`, 'g')

/** Verbs that only their marks tell from other words. */
const PRINTED = /(?<![\p{L}])(?:mở|viết|đưa|đăng|gửi|cử|mời|nêu|duy trì|thông báo|niêm yết|nắm|giúp|mỗi)(?![\p{L}])/gu

/** Verbs that look like other words when folded: «đề án», «môi trường». */
const ONLY_PRINTED: Readonly<Record<string, RegExp>> = {
  'cong nhan': /^công nhận/iu,
  de: /^(?:để|de)(?!\p{L})/iu,
  moi: /^(?:m[ờỗ]i|moi)(?!\p{L})/iu,
}

/** Behind these words a weak verb belongs to the name. */
const NAME_BEFORE =
  /(?:^|[\s(])(?:ban|to|phong|cac|nhung|bo phan|cong tac|tieu ban|trung tam|can bo|cong chuc|chuyen vien|(?<!co )so|mot so|nganh|van phong|hoi dong|doi|cau lac bo|co quan|don vi|quy|-|va)\s*$/
const BODY_OF_TASKS =
  /^(?:ban (?:chi dao|quan ly|van dong|dieu hanh|to chuc)|bcd|van phong dieu phoi|to (?:cong tac|giup viec|tu van)|hoi dong|co quan thuong truc)/
/** «Phòng Kế hoạch tổng hợp tham mưu»: such a verb is part of the name where the real verb comes right behind it. */
const NAME_LIKE =
  /^(?:tong hop|kiem tra|giam sat|quan ly|tuyen truyen|van dong|ho tro|to chuc|huong dan|thuc hien|xay dung)$/
/** «Phòng Quản lý hoạt động xây dựng», «Ban Quản lý đầu tư xây dựng»: the trade, not the task. */
const TRADE_BEFORE = /(?:quan ly|hoat dong|dau tu|vat lieu|ky thuat|tu van|ha tang|do thi|thi cong|du an|quy hoach) $/
const CORE_NEXT =
  /^ (?:dong chu tri|chu tri|tham muu|phoi hop|lam dau moi|dau moi|chiu trach nhiem|co trach nhiem|phu trach)(?![a-z])/
const CORE =
  /(?<![a-z])(?:chu tri|tham muu|dau moi|phoi hop|lua chon|gioi thieu|chiu trach nhiem|co trach nhiem|phu trach)(?![a-z])/
const ROLE = /^(?:phu trach|theo doi)$/
const DUTY =
  /\b(?:chu tri|tham muu|dau moi|phoi hop|xem xet|lua chon|chiu trach nhiem|co trach nhiem|xay dung va|huong dan)\b/
/** «đ/c Phó Chủ tịch phụ trách phong trào | chỉ đạo»: a person has a role, and then a task. */
const OF_PERSON =
  /^[^,;.:()]* (?:chi dao|chu tri|tham muu|theo doi|gioi thieu|huong dan|lua chon|lam dau moi|chiu trach nhiem|co trach nhiem|phoi hop|don doc)(?![a-z])/
/** «người nộp thuế», «nhà quản lý»: the word belongs to whom it describes. */
const DESCRIBED = /(?:^|\s)(?:nguoi|nha|tho|doi tuong)\s*$/
/** What makes «phụ trách …» the task and not a role: the field itself comes behind it. */
const FIELD_BEHIND =
  /^\s*(?:(?:linh vuc|noi dung|phong trao|cuoc van dong|nhom|mang|muc|tieu chi)\b|(?:nay|tren|chung)\b|[.,;:]?\s*$)/

/** Nouns that such a word only completes: «Tổng phụ trách», «giáo dục thường xuyên», «hồi sức tích cực». */
const NOUN_BEFORE: Readonly<Record<string, RegExp>> = {
  chi: /(?:^|\s)dong $/,
  'phu trach': /(?:^|\s)tong $/,
  'thuong xuyen': /giao duc $/,
  'tich cuc': /(?:hoi suc|dieu tri) $/,
}

export interface CutAtVerb {
  /** What stands in front of the verb. */
  readonly units: Passage
  /** The verb, folded; null where none follows. */
  readonly verb: string | null
  /** From the verb on. */
  readonly rest: Passage
}

/** «Phòng Quản lý, hỗ trợ doanh nghiệp số 2 chủ trì»: a few words, and then the task itself. */
const TASK_NEXT =
  /^[a-z]+ [a-z]+(?: [a-z\d]+){1,6}? (?:dong chu tri|chu tri|lam dau moi|dau moi|tham muu|chiu trach nhiem|co trach nhiem)(?![a-z])/
/** «Đội Nghiệp vụ quản lý thuế lựa chọn»: what an office administers is part of its name. */
const ADMINISTERS = new RegExp(`^quan ly(?: [a-z]+){1,3} ${CORE.source.replace('(?<![a-z])', '')}`)

/** «Phòng Quản lý, hỗ trợ doanh nghiệp số 1 và Phòng …»: the next unit, or the task, follows where an object would go on. */
function listsDeeds(passage: Passage, at: number): boolean {
  if (ADMINISTERS.test(passage.folded.slice(at))) return true
  if (!NAMED_BY_CAPITAL.test(passage.text.slice(0, at).normalize('NFC'))) return false
  const behind = passage.folded.slice(at)
  const joint = /(?:,| va|;) /.exec(behind)
  if (TASK_NEXT.test(behind)) return true
  return (
    joint !== null &&
    !CORE.test(behind.slice(0, joint.index)) &&
    beginsUnit(passage.sub(at + joint.index + joint[0].length))
  )
}

function belongsToName(passage: Passage, at: number, verb: string, weak: boolean): boolean {
  const before = passage.folded.slice(0, at)
  // «… theo dõi» at the end of a sentence; only «bộ phận theo dõi» is a name
  if (verb === 'theo doi' && at + verb.length === passage.length) return /(?:bo phan|can bo|nguoi) $/.test(before)
  if (DESCRIBED.test(before) || insideName(passage, at, verb)) return true
  const after = passage.folded.slice(at + verb.length)
  if (/^\p{Lu}/u.test(passage.text.slice(at))) return true
  if (
    /[-–—/&]\s*$/.test(passage.text.slice(0, at)) ||
    (weak && /^\s*[-–—/&]/.test(passage.text.slice(at + verb.length)))
  )
    return true
  if (NOUN_BEFORE[verb]?.test(before) || listsDeeds(passage, at)) return true
  if (NAME_LIKE.test(verb) && CORE_NEXT.test(after)) return true
  if (weak && (NAME_BEFORE.test(before) || BODY_OF_TASKS.test(before))) return true
  if (verb === 'xay dung' && TRADE_BEFORE.test(before)) return true
  if (verb === 'to chuc' && /^ (?:chinh tri|xa hoi|dang|doan the|quan chung|thanh vien|hoi)\b/.test(after)) return true
  const printed = ONLY_PRINTED[verb]
  if (printed && !printed.test(passage.text.slice(at).normalize('NFC'))) return true
  return verb === 'theo' && /^ (?:doi|dao)\b/.test(after)
}

/** «Công chức Văn phòng phụ trách Nội vụ chủ trì …»: the role stays with the unit when another verb follows. */
function isRole(passage: Passage, at: number, verb: string): boolean {
  if (!ROLE.test(verb)) return false
  const after = passage.folded.slice(at + verb.length, at + verb.length + 160).split(/[;.]/)[0] ?? ''
  if (isPerson(passage) && OF_PERSON.test(after)) return true
  return !FIELD_BEHIND.test(after) && !/^\s*,/.test(after) && DUTY.test(after)
}

/** «Phụ trách: Ủy viên Ban Thường vụ theo dõi gia đình»: in a list behind a label a role has no verb to follow. */
function isListedRole(passage: Passage, at: number, verb: string): boolean {
  const after = passage.folded.slice(at + verb.length)
  return ROLE.test(verb) && !FIELD_BEHIND.test(after) && !/^\s*(?:[,.;:)]|$)/.test(after)
}

/** Cuts a clause where the verb behind its units begins: «Hội Nông dân xã | chủ trì lựa chọn, xây dựng». `listed`: the units stand behind a label. */
export function cutAtVerb(clause: Passage, listed = false): CutAtVerb {
  const { folded, text } = clause
  const depth = depths(text)
  const verbs = [...folded.slice(0, 700).matchAll(VERB), ...text.slice(0, 700).matchAll(PRINTED)]
  for (const match of verbs.sort((a, b) => a.index - b.index)) {
    const verb = folded.slice(match.index, match.index + match[0].length)
    if (match.index === 0 || (depth[match.index] ?? 0) > 0) continue
    if (belongsToName(clause, match.index, verb, match[1] !== undefined)) continue
    if (isRole(clause, match.index, verb) || (listed && isListedRole(clause, match.index, verb))) continue
    return { units: clause.sub(0, match.index).trim(), verb, rest: clause.sub(match.index) }
  }
  return { units: clause.trim(), verb: null, rest: clause.sub(clause.length) }
}
