import type { Relation } from '../contract.ts'
import { depths } from '../fields/depth.ts'
import type { Passage } from '../fields/passage.ts'
import { beginsUnit } from '../fields/unit-names.ts'
import { endOfName } from './end-of-name.ts'
import { isNamedAfterTask } from './inside-name.ts'
import { findTaskStart } from './task-verbs.ts'

/** The head of an item of the section on who does what. */
export interface UnitAndTask {
  readonly unit: Passage
  /** What stands on the same line behind the unit; null where the line is only a heading. */
  readonly task: Passage | null
  readonly relation: Relation | null
  /** The words that order or request. */
  readonly relationAt: Passage
  /** Whether the unit was recognised as one by its first words. */
  readonly certain: boolean
}

const LEAD =
  /^(?:(?:kinh |tran trong )?d[eo] [nu]gh[il]|yeu [ce]au|giao(?! vien| duc| xu| ho | hoi )(?: trach nhiem| nhiem vu)?(?: cho)?|phan cong(?: cho)?|uy quyen(?: cho)?|moi(?= (?:uy ban|hoi|mat tran|cac dong chi|doan))|chi dao(?= (?:cac|phong|ban))|doi voi|ve phia|trach nhiem cua|nhiem vu cua)\s+/
const RESPONSIBLE =
  /^\s*(?:co\s+(?:trach\s+nhiem|nhiem\s+vu)(?:\s+(?:sau|nhu\s+sau))?(?!\s+(?:ve|truoc|chinh|theo)(?![a-z]))|chiu\s+trach\s+nhiem(?=\s*:|\s*$))\s*:?\s*/
/** «Căn cứ Kế hoạch này, các đơn vị xây dựng …»: the unit stands behind the first comma. */
const CIRCUMSTANCE =
  /^(?:can cu|tren co so|theo|trong pham vi|de|nham|tuy theo|ngoai ra|dong thoi|hang (?:thang|quy|nam)|dinh ky|moi (?:thang|quy|nam)|(?:0?6|sau) thang)[\s,]/

function relationOf(lead: string): Relation | null {
  if (/d[eo] [nu]gh[il]|^moi/.test(lead)) return 'requested'
  return /(?:giao|phan cong|yeu [ce]au|uy quyen|chi dao)(?: trach nhiem| nhiem vu)?(?: cho)?\s*$/.test(lead)
    ? 'ordered'
    : null
}

/** The first colon outside brackets and quotes. */
function colonAt(passage: Passage): number {
  const depth = depths(passage.text)
  for (let i = 0; i < passage.length; i++) {
    if (passage.text[i] === ':' && (depth[i] ?? 0) === 0 && !/\d/.test(passage.text[i + 1] ?? '')) return i
  }
  return -1
}

function behindCircumstance(line: Passage): Passage {
  if (!CIRCUMSTANCE.test(line.folded)) return line
  for (const match of line.folded.slice(0, 400).matchAll(/,\s+/g)) {
    const rest = line.sub(match.index + match[0].length)
    const told = LEAD.exec(rest.folded)?.[0].length ?? 0
    if (beginsUnit(rest.sub(told))) return rest
  }
  return line
}

const closing = (passage: Passage): Passage => passage.strip(' ', ' :;,./–—')

/** «… là cơ quan thường trực, có nhiệm vụ:» only leads in the tasks below. */
const LEADS_IN =
  /^\s*(?:la [^.;:]{3,80}?,? )?(?:co|chiu) (?:cac )?(?:trach nhiem|nhiem vu)(?: cu the)?(?: sau| nhu sau)?\s*:?\s*$/

function taskOf(rest: Passage): Passage | null {
  if (LEADS_IN.test(rest.folded)) return null
  const responsible = RESPONSIBLE.exec(rest.folded)
  const task = rest.sub(responsible?.[0].length ?? 0).strip(' :', ' ')
  return /\p{L}/u.test(task.text) ? task : null
}

/** «Chủ tịch Ủy ban nhân dân xã giao Công an xã …»: the issuer stands in front of the order. */
const ISSUER =
  /^(?:uy ban nhan dan|ubnd|chu tich|dang uy|ban thuong vu|ban chap hanh|hieu truong|giam doc|ban giam hieu|thuong truc)[^,;.:]{0,50}? (?=(?:giao|de nghi|yeu cau|phan cong)(?: cho)? )/

function leadOf(item: Passage): string {
  const issuer = ISSUER.exec(item.folded)?.[0] ?? ''
  const lead = LEAD.exec(item.folded.slice(issuer.length))?.[0] ?? ''
  if (issuer === '') return lead
  return lead !== '' && beginsUnit(item.sub(issuer.length + lead.length)) ? issuer + lead : ''
}

/** Units of the armed forces, of schools and of enterprises, told in the section on who does what. */
const UNIT_OF_WORK =
  /^(?:(?:cac|nhung|moi|tung) )?(?:(?:co quan|don vi|phan doi|tieu doan|dai doi|trung doan|trung doi|lu doan|su doan|hai doi|chinh tri vien|chinh uy|tro ly|chi huy|chinh quyen|lanh dao|quan doc|xi nghiep|phan xuong|nha may|to san xuat|bo mon|to bo mon|giang vien|(?:bao cao|tuyen truyen|huong dan|kiem tra|giam sat|dang ky|tu van|tro giup|cong tac|phat thanh|du luan|huan luyen|cong an|kiem soat|thong tin) vien|cong thong tin|trang thong tin|cong ttdt|to chuc (?:co so )?dang(?! (?:ky|tai|tin|bai|cai))|to chuc (?:doan the|cong doan|chinh tri|xa hoi|quan chung|thanh vien)|giup viec)(?![a-z])|co quan )/

/** «Đồng chí Nguyễn Văn A», «Bà Trần Thị B, kế toán»: a person who is told by name. */
const PERSON = /^(?:[Đđ]ồng chí|Đ\/c|đ\/c|Ông|Bà|Thầy|Cô|Anh|Chị)\s+\p{Lu}\p{Ll}*\s+\p{Lu}/u

/** «Các đơn vị chủ trì lĩnh vực: …», «Các đơn vị phối hợp: …»: what a group of units is known by, where the name ends by print. */
const GROUP =
  /^(?:(?:cac|nhung|moi|tung) )?(?:(?:co quan|don vi|bo phan|nganh|ca nhan|tap the|to chuc|nguoi|dong chi|can bo|doan the|chi bo|phong|ban|khoa|to|doi|so|truong|thon|xa|phuong|dia phuong|co so|lanh dao|thanh vien)(?:, | va | )?)+$/
const ROLE =
  /^(?:chu tri|phoi hop|tham muu|theo doi|quan ly|tham gia|lam dau moi|dang ky|duoc|phu trach|la dau moi|thuc hien (?!ke hoach|cac noi dung|tot|nghiem|viec)|xay dung (?=mo hinh|dien hinh))(?![a-z])/

/** «Ban Chỉ đạo thực hiện các nội dung sau: …» leads in tasks, «Ban Chỉ đạo thực hiện Quy chế dân chủ: …» ends a name. */
const COUNTS =
  /(?:(?:nhu )?sau(?: day)?|cu the|(?:thuc hien|trien khai|xay dung|tuyen truyen|van dong)|noi dung|nhiem vu|viec)$/

function isRole(head: Passage, verb: number, ends: boolean): boolean {
  const role = head.folded.slice(verb)
  return (
    ends &&
    !/\.\s*$/.test(head.text) &&
    !COUNTS.test(head.folded) &&
    GROUP.test(head.folded.slice(0, verb)) &&
    ROLE.test(role) &&
    role.length < 70 &&
    !/[,;]/.test(role)
  )
}

/**
 * Cuts the head of an item into unit and task: «Đề nghị A tuyên truyền …», «A: chủ trì …», «Giao A». The unit stands without the words
 * that order, request or make responsible; the task begins at the verb.
 */
export function splitUnit(whole: Passage, hasChildren: boolean): UnitAndTask {
  const item = leadOf(whole) === '' ? behindCircumstance(whole) : whole
  const lead = leadOf(item)
  const line = behindCircumstance(item.sub(lead.length).strip(' ', ' '))
  const relation = relationOf(lead)
  const relationAt = item.sub(0, lead.length).trim()
  const person = PERSON.test(line.text)
  const certain = lead !== '' || person || beginsUnit(line) || UNIT_OF_WORK.test(line.folded)
  const colon = colonAt(line)
  const head = colon < 0 ? line : line.sub(0, colon)
  const inCharge = person && colon < 0 ? head.folded.search(/(?<=[a-z)] )phu trach(?![a-z])/) : -1
  const first = findTaskStart(head)
  const verb =
    (inCharge > 0 && inCharge < (first ?? head.length) ? inCharge : first) ??
    (hasChildren || colon >= 0 || !certain ? undefined : endOfName(head))
  if (
    verb === undefined ||
    ((hasChildren || (colon >= 0 && !COUNTS.test(head.folded))) && isNamedAfterTask(head, verb)) ||
    isRole(head, verb, colon >= 0 || hasChildren)
  ) {
    const task = colon < 0 ? null : taskOf(line.sub(colon + 1))
    return { unit: closing(head), task, relation, relationAt, certain }
  }
  return { unit: closing(line.sub(0, verb)), task: taskOf(line.sub(verb)), relation, relationAt, certain }
}
