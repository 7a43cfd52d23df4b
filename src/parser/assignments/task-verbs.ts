import { depths } from '../fields/depth.ts'
import type { Passage } from '../fields/passage.ts'

/** Verbs with which the task of a unit begins, folded. Where they also stand inside names, `insideName` tells. */
const TASK =
  'dong chu tri|chu tri|phoi hop|tham muu|lam dau moi|lam co quan|lam thuong truc|la (?:co quan|don vi|dau moi|bo phan|nguoi|thuong truc)|to chuc|trien khai|thuc hien|xay dung|huong dan|theo doi|' +
  'don doc|kiem tra|giam sat|tong hop|bao cao|tuyen truyen|van dong|can cu|chu dong|tang cuong|day manh|chi dao|quan triet|phat dong|phat hien|lua chon|' +
  'gioi thieu|bo tri|bao dam|dam bao|can doi|tham dinh|chiu trach nhiem|co trach nhiem|co nhiem vu|ra soat|tiep tuc|thuong xuyen|kip thoi|giup|nghien cuu|' +
  'de xuat|de nghi|phan cong|quan tam|long ghep|cu the hoa|pho bien|dang tai|dang ky|neu guong|tiep nhan|lanh dao(?=,? chi dao| thuc hien| tot| viec| don vi| can bo)|(?<!thi )dua(?= (?:vao|tin|noi dung|cac|ke hoach|bai|len|ra|chi tieu|thong tin|viec|hinh))|tren co so|dua tren|theo chuc nang|' +
  'theo tham quyen|theo nhiem vu|theo pham vi|trong pham vi|trong chuc nang|bien soan|bien tap|duy tri|phat huy|nang cao|khuyen khich|dong vien|bieu duong|binh xet|binh chon|xet chon|xem xet|xet duyet|(?<!chuong |quy |cong |qua |lo |tien )trinh|tap hop|' +
  'chuan bi|hoan thanh|cung cap|tich cuc|nghiem tuc|tham gia|hang nam|hang thang|hang quy|dinh ky|moi thang|moi quy|moi nam|sau thang|gui|(?<!doc |thanh |cong |tu |khu )lap|ky ket|nop|thanh lap|kien toan|ban hanh|tao dieu kien|' +
  'uu tien|danh(?= (?:thoi|kinh|nguon|it|toi))|niem yet|thong bao|truc tiep|duyet|phe duyet|doc(?= (?:guong|bai))|chon|cu(?= (?:can|nguoi|dong|mot|\\d))|mo(?= (?:chuyen|lop|cac|rong|dot|tai|dien|so))|hop(?= (?:dan|xet|binh|de))|' +
  'viet(?= (?:bai|tin))|dieu chinh|bam sat|xac dinh|tu chuc|ho tro|boi duong|nhan rong|cham lo|to giac|tap huan|danh gia|so ket|tong ket|khen thuong(?= (?:kip|cac|dot))|quyet dinh(?= (?:khen|cong|thanh))|' +
  'thong nhat|xu ly|tiep thu|trao doi|nam(?= (?:bat|chac|tinh))|giao(?= (?:chi|nhiem|cho))|xuat ban|in(?= (?:an|sao))|dang(?= (?:tin|bai|guong))|phat(?= (?:song|thanh|hanh|phieu))|dien tap|huy dong|trich|chi(?= (?:kinh|tra))|cap(?= (?:kinh|phat))|lam(?= (?:tot|nong|ro|dau))|' +
  'khao sat|rut kinh nghiem|giai quyet|thao go|tu van|thu thap|luu tru|cap nhat|so hoa|quay phim|ghi(?= (?:hinh|nhan))|sang tac|quan ly(?= (?:va|viec|su dung|chat))|nhap|xac nhan|lay y kien|thi cong|suu tam|van dung|ap dung'
const VERB = new RegExp(`(?<![a-z0-9])(?:${TASK})(?![a-z0-9])`, 'g')

const STRONG =
  /^(?:dong chu tri|chu tri|co trach nhiem|chiu trach nhiem|co nhiem vu|can cu|chu dong|tang cuong|tiep tuc|thuong xuyen|kip thoi|tren co so|tich cuc|dinh ky|trong pham vi|lam dau moi|tham muu giup)/
/** Bodies that are named after what they do: «Ban tổ chức», «Tổ giúp việc», «bộ phận tổng hợp», «người làm công tác tuyên truyền». */
const NAMED_AFTER_TASK =
  /(?:^|[\s(,])(?:ban|tổ|to|(?<!liên |phụ trách )đội|(?<!lien |phu trach )doi|hội đồng|hoi dong|bộ phận|bo phan|tiểu ban|nhóm|[uủ][ỷy] ban|(?<!v[aă]n )phòng|trung tâm|câu lạc bộ|làm|công tác|nhiệm vụ|việc)\s*$/iu
const PEOPLE = /(?:^|[\s(,])(?:nguoi|can bo|cong chuc|vien chuc|chuyen vien)\s*$/
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
/** «Báo và phát thanh, truyền hình X», «Đài phát thanh xã» */
const BROADCASTER = /(?:dai|bao|tram|to|phong|trung tam|truyen hinh|nghe thuat)(?:,| va| -|:)?\s+$/
/** «các đơn vị được giao chủ trì thực hiện …»: the verbs behind these words still describe the unit. */
const CLAUSE =
  /(?:^|\s)(?:duoc (?:giao|phan cong|chon|lua chon|phan bo)(?: nhiem vu| trach nhiem)?|tham gia|lam cong tac|lam nhiem vu|co chuc nang|phu trach(?: cong tac)?|chiu trach nhiem ve)\s*$/

function insideName(passage: Passage, at: number, verb: string): boolean {
  const before = passage.folded.slice(0, at)
  const after = passage.folded.slice(at + verb.length)
  if (/^\p{Lu}/u.test(passage.text.slice(at)) && !/[.:]\s*$/.test(passage.text.slice(0, at))) return true
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

const FIRST = new RegExp(`^(?:${TASK})(?![a-z0-9])`)

/** Whether the passage begins with a task and so names no unit in front of it. */
export function beginsWithTask(passage: Passage): boolean {
  return FIRST.test(passage.folded)
}

/**
 * Where the task begins in a sentence that names the unit first: at the verb, outside brackets and quotes. undefined where the whole
 * passage only names a unit.
 */
export function findTaskStart(passage: Passage): number | undefined {
  const depth = depths(passage.text)
  let clauseEnd = 0
  for (const match of passage.folded.slice(0, 900).matchAll(VERB)) {
    const verb = match[0]
    if (match.index < 2 || (depth[match.index] ?? 0) > 0) continue
    const before = passage.folded.slice(0, match.index)
    const behindClause = clauseEnd > 0 && /^[\s,]*(?:va\s*)?$/.test(passage.folded.slice(clauseEnd, match.index))
    if (
      CLAUSE.test(before) ||
      /(?:^|\s)duoc\s*$/.test(before) ||
      (behindClause && !/^co trach|^chiu trach/.test(verb))
    ) {
      clauseEnd = match.index + verb.length
      continue
    }
    if (!insideName(passage, match.index, verb)) return match.index
  }
  return undefined
}
