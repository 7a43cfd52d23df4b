import type { Passage } from '../fields/passage.ts'
import { TASK } from './tasks.ts'

const HEAD =
  'phong|ban|doi|to|trung tam|cuc|chi cuc|vu|vien|khoa|bo phan|tieu ban|cau lac bo|hoi|quy|nhom|van phong|hat|tram|doan'
/** What a name says that a body does, where no list of tasks has it. */
const MORE_DEEDS =
  'canh sat|quan ly|bao ve|cham soc|kiem soat|phong,? chong|xuc tien|dieu tra|thi hanh|phat trien|ung dung|bao tro|khuyen khich|chong|cuu|an ninh|dich vu|tro giup|dao tao|giao duc|khoa hoc|ky thuat'
/** The last name in front of a verb, from its head noun on: «Phòng Xây dựng phong trào …». */
const NAMED_AFTER_DEED = new RegExp(`(?:^|[\\s,;(])(?:${HEAD}) ((?:${TASK}|${MORE_DEEDS})(?![a-z])[^;:.()]*)$`)
/** Deeds after which bodies are named; others begin a task also behind such a name. */
const DEED =
  /^(?:bao ve|ho tro|quan ly|xay dung|to chuc|huong dan|kiem tra|giam sat|tuyen truyen|van dong|thuc hien|boi duong|tu van|danh gia|xu ly|giai quyet|thuc day|tong hop|cham soc|phan tich|khen thuong|tham dinh|tiep nhan|dang ky|tham hoi|duy tri|nang cao|phat huy|ap dung|thao go|nghien cuu)$/
/** Verbs that surely begin what the body is to do. */
const CORE =
  '(?:dong chu tri|chu tri|tham muu|lam dau moi|la dau moi|dau moi|chiu trach nhiem|co trach nhiem|co nhiem vu|la co quan|lam co quan|lam thuong truc|(?<!(?:quy che|ke hoach|chuong trinh|co che|che do|cong tac) )phoi hop)(?![a-z])'
/** «… bảo vệ an ninh Tổ quốc | tham mưu»: a few words and then the task, or the end of a heading. */
const TASK_BEHIND = new RegExp(`^(?: (?!va )[^\\s,;:.]+){0,8}? (?!va )(?<! va )${CORE}`)
const ENDS_HEADING = /^(?:(?:,? (?!viec |cac |tot |nhung )[^\s,;:.()]+){0,8}|(?: \([^()]*\))?)\s*(?:$|;)/
const NEXT_TASK = new RegExp(`^ (?:[^\\s,;:.]+ ){0,5}?(?:${TASK})(?![a-z])`)
/** «phong trào bảo vệ an ninh Tổ quốc» */
const MOVEMENT = / phong trao (?:toan dan )?$/
/** «Phòng Quản lý đào tạo, bồi dưỡng | lập danh sách» */
const LISTED = /^(?:[^\s,]+ ){1,4}[^\s,]+, $/

/**
 * Whether a small verb goes on with a name that says what the body does: «Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc», «Phòng Cảnh
 * sát thi hành án hình sự và hỗ trợ tư pháp», «Ban Bảo vệ, chăm sóc sức khỏe cán bộ».
 */
export function belongsToDeed(passage: Passage, at: number, verb: string): boolean {
  const before = passage.folded.slice(0, at)
  const deed = NAMED_AFTER_DEED.exec(before)?.[1]
  if (deed === undefined || !DEED.test(verb)) return false
  const nameAt = at - deed.length
  if (!/^\p{Lu}\p{Ll}/u.test(passage.text.slice(nameAt))) return false
  const after = passage.folded.slice(at + verb.length)
  if (/^canh sat $/.test(deed)) return true
  // «… và hỗ trợ …»: nothing joins a unit to its task
  if (/ va $/.test(deed)) return NEXT_TASK.test(after) || ENDS_HEADING.test(after)
  if (MOVEMENT.test(deed) && /^(?:bao ve|xay dung)$/.test(verb))
    return NEXT_TASK.test(after) || ENDS_HEADING.test(after)
  const object = /^\s*\p{Ll}/u.test(passage.text.slice(nameAt + firstDeed(deed)))
  if (/, $/.test(deed))
    return LISTED.test(deed) && (TASK_BEHIND.test(after) || ENDS_HEADING.test(after) || listEnds(after))
  return object && !deed.includes(',') && (TASK_BEHIND.test(after) || ENDS_HEADING.test(after))
}

/** Where the deed ends and what it is done to begins. */
function firstDeed(deed: string): number {
  return new RegExp(`^(?:${TASK}|${MORE_DEEDS})(?![a-z])`).exec(deed)?.[0].length ?? 0
}

const listEnds = (after: string): boolean =>
  /^ (?:(?!va )[^\s,;:.]+ ){0,3}(?:lap|tong hop|tham muu|chu tri|phoi hop|theo doi|huong dan|gioi thieu|lua chon|ra soat|xay dung)(?![a-z])/.test(
    after,
  )
