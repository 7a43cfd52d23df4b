import type { Line } from './lines.ts'
import type { Passage } from './passage.ts'

/** What the headings above a paragraph say about it. */
export interface Context {
  /** Aims, funding, who does what: exemplars are named there, but no fields. */
  readonly closed: boolean
  /** The heading right above speaks of something that fields are not part of. */
  readonly unlikely: boolean
  /** A heading or the sentence in front announces fields in which exemplars are sought. */
  readonly announced: boolean
  /** That heading is about whom one seeks or what one competes in: fields only where all of a field stands below. */
  readonly contents: boolean
  /** The line right above introduces a list of fields: «… điển hình trên các lĩnh vực sau:». */
  readonly listed: boolean
  /** The heading right above is about criteria by which emulation is judged. */
  readonly criteria: boolean
}

const CLOSED =
  /^(?:muc dich|yeu cau|muc dich,? yeu cau|kinh phi|nguon kinh phi|to chuc thuc hien|trach nhiem|phan cong(?: (?:nhiem vu|trach nhiem|thuc hien|to chuc|cu the))?$|phan cong (?:nhiem vu|trach nhiem|thuc hien)|che do (?:thong tin|bao cao)|quan diem|can cu|dac diem|danh gia|ket qua|to chuc trien khai)(?![a-z])/
const UNLIKELY =
  /^(?:noi dung(?:,? hinh thuc)? tuyen truyen|hinh thuc|noi dung (?:thi dua|phat dong)|nguyen tac|thoi gian|lo trinh|tien do|cac buoc|khen thuong|so luong(?![^.]*(?:tieu chuan|tieu chi|linh vuc))|ho so|tuyen truyen|doi tuong(?![^.]*(?:tieu chuan|tieu chi))|pham vi|giai phap|bien phap|quy trinh|tieu (?:chi|chuan) chung|phuong (?:phap|thuc)|cong tac tuyen truyen|to chuc hoi nghi|muc tieu)/
const CONTENTS =
  /^(?:noi dung(?:,? hinh thuc)? (?:thi dua|phat dong|binh chon|binh xet)|doi tuong|so luong|pham vi|muc tieu)/
const SOUGHT =
  '(?:dien hinh|guong (?:nguoi|dien|tap|mau)|mo hinh|nhan to|bieu duong|ton vinh|tuyen duong|khen thuong|tieu bieu|nguoi tot)'
const PLACE = '(?:linh vuc|phong trao|cuoc van dong|cu the|noi dung|nhom|sau day|nhu sau|cac mat|chuyen de|nganh)'
const ANNOUNCED = new RegExp(
  `${SOUGHT}[^\\n]{0,200}${PLACE}|(?:linh vuc|phong trao|cuoc van dong|nhom)[^\\n]{0,160}(?:${SOUGHT}|tieu chi|tieu chuan)|(?:tieu chi|tieu chuan)[^\\n]{0,160}(?:linh vuc|phong trao|dien hinh|cu the)|^(?:xay dung|lua chon|phat hien)[^.;\\n]{0,60}dien hinh|^(?:cac )?(?:linh vuc|phong trao thi dua)[^.;\\n]{0,60}$`,
)
const LISTED = new RegExp(
  `${SOUGHT}[^\\n]{0,120}(?:tren|trong|o|theo|thuoc|voi|vao) [^.;:\\n]{0,30}(?:linh vuc|nhom|mang|mat cong tac)[^.;:\\n]{0,40}:\\s*$`,
)
const CRITERIA =
  /^(?:(?:cac|noi dung|bo|va|ve|he thong|nhung) )*(?:tieu chi|tieu chuan)(?:,? (?:va )?(?:tieu chi|tieu chuan|noi dung|dieu kien))*(?! chung)/
const SEEKING = new RegExp(`${SOUGHT}|thi dua`)

const EXEMPLARS =
  /dien hinh|guong (?:nguoi|mau|sang|tap|ca)|nhan rong|bieu duong|ton vinh|tuyen duong|nguoi tot|nhan to moi/

export type Aim = 'exemplars' | 'emulation' | 'other'

/** What a document is about: exemplars, emulation and commendation in general, or something else. */
export function aimOf(folded: string): Aim {
  if (EXEMPLARS.test(folded)) return 'exemplars'
  return SEEKING.test(folded) ? 'emulation' : 'other'
}

const WORK =
  /^(?:to chuc thuc hien|to chuc trien khai|trach nhiem|phan cong (?:nhiem vu|trach nhiem|thuc hien)|nhiem vu cua)/

/** Whether a heading opens the section on who does what. */
export function handsOutWork(folded: string): boolean {
  return folded.length < 160 && WORK.test(folded)
}

/** What a plan has done, not what somebody excels in; only an announcement makes it a field. */
const TASK =
  /^(?:to chuc|phat dong|tuyen truyen|trien khai|nang cao|tang cuong|day manh|thuc hien|hoan thien|kien toan|boi duong|quan triet|kiem tra|ra soat|huong dan|tham gia|tiep tuc|chu dong|phoi hop|dang ky|cong tac|ban hanh|doi moi (?:noi dung|hinh thuc|phuong thuc)|khao sat|tap huan|dao tao|in an|thu thap|lap|xay dung (?:ke hoach|chuong trinh|quy))(?![a-z])/

export function isTask(folded: string): boolean {
  return TASK.test(folded)
}

const TIMED =
  /^(?:(?:tu|den|trong|truoc|sau|het|vao|khoang|dau|giua|cuoi)\s+)*(?:ngay|thang|quy|tuan|nam|dot|buoc|vong|giai doan|hoc ky|nam hoc)\s+(?:\d|[ivx]+(?![a-z])|nhat|thu|mot|hai|ba|bon|dau|cuoi|le|hoi|chuan bi)|^\d{1,2}\s?[/-]\s?\d|^(?:hang|moi|dinh ky|dip|nhan dip) (?:thang|quy|nam|tuan|ngay|\d|ky niem|le|tet|dai hoi)/

/** «Bước 1», «Từ tháng 3 đến tháng 5», «Quý IV»: a step of time. */
export function isTimed(folded: string): boolean {
  return TIMED.test(folded)
}

/**
 * Whether a title begins like a part or a task of a plan and goes on to say in what: «Tuyên truyền pháp luật giao thông». Among fields, with
 * all that a field has, it is one.
 */
export function mayBePart(folded: string): boolean {
  const part = UNLIKELY.exec(folded) ?? TASK.exec(folded)
  return (
    part !== null && folded.slice(part[0].length).split(' ').length > 3 && !CLOSED.test(folded) && !GENERAL.test(folded)
  )
}

const GENERAL =
  /dien hinh tien tien|guong dien hinh|thi dua,? khen thuong|cong tac tuyen truyen|^(?:diem(?! nghiep| dan)|thang diem|cach (?:tinh|cham)|phan loai|xep (?:loai|hang)|ty le|co cau)\b/
const ACTIVITY =
  /^(?:boi duong|tuyen truyen|nhan rong|phat hien|kiem tra|so ket|tong ket|khen thuong|ton vinh|bieu duong|theo doi|dang ky|lua chon|binh chon|giam sat)(?:,| va |$)/

/** Whether a title is that of a part of a plan, speaks of exemplars in general or of what is done with them, and names no field. */
export function isPlanPart(folded: string): boolean {
  return [CLOSED, UNLIKELY, GENERAL, ACTIVITY].some((pattern) => pattern.test(folded))
}

export function contextOf(line: Line, before: Passage | null): Context {
  const above = line.above.map((holder) => holder.body.folded.slice(0, 420))
  const parent = above.at(-1) ?? ''
  const intro = before && /[:]\s*$/.test(before.text) ? before.folded.slice(-420) : ''
  const closest = above.slice(-2)
  return {
    closed: above.some((text) => text.length < 160 && CLOSED.test(text)),
    unlikely: parent.length < 160 && UNLIKELY.test(parent),
    contents: parent.length < 160 && CONTENTS.test(parent),
    listed: LISTED.test(parent) || LISTED.test(intro),
    announced:
      ANNOUNCED.test(intro) || closest.some((text) => ANNOUNCED.test(text) && !/^(?:dien hinh|guong) /.test(text)),
    criteria: closest.some((text) => CRITERIA.test(text) && !/^tieu (?:chi|chuan) (?:chung|gom)/.test(text)),
  }
}
