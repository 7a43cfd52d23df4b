import { partOf } from './field-parts.ts'
import type { Passage } from './passage.ts'
import { hasUnitLabel } from './unit-labels.ts'

/** Words with which plans speak of fields and their parts in general; none of them names a field. */
const GENERAL =
  'linh vuc|phong trao|cuoc van dong|thi dua|nhom|mang|mat|khoi|loai|dien hinh|tien tien|tieu bieu|guong|guong sang|mo hinh|nhan to(?: moi)?|dien|' +
  'doi tuong|pham vi|noi dung|tieu chi|tieu chuan|dieu kien|yeu cau|chi tieu|so luong|co cau|thoi gian|tien do|lo trinh|kinh phi|hinh thuc|ho so|quy trinh|muc tieu|phuong thuc|' +
  'don vi|co quan|bo phan|to chuc thuc hien|chu tri|phoi hop|phu trach|dau moi|tham muu|phan cong|thuc hien|theo doi|' +
  'lua chon|binh chon|xet chon|binh xet|phat hien|boi duong|ton vinh|nhan rong|xay dung(?= (?:dien hinh|guong|mo hinh|nhan))|tap trung|uu tien|can|trong tam|then chot|chu yeu|' +
  'cac|nhung|mot so|tung|va|cua|cho|ve|theo|trong|tren|o|doi voi|cu the|chung|rieng|danh muc|bang|nhu sau|duoi day|sau|xet|de|toan (?:tinh|xa|phuong|huyen)|giai doan|nam|[\\d–—-]+'

const ONLY_GENERAL = new RegExp(`^[\\s“"«(]*(?:(?:${GENERAL})(?![a-z\\d])[\\s,;:/()–—-]*)+$`)

/** «Lĩnh vực và tiêu chuẩn cụ thể», «Nhóm điển hình, tiêu chuẩn, số lượng và phân công»: what stands below are the fields. */
export function isGeneral(title: Passage): boolean {
  return title.length < 160 && ONLY_GENERAL.test(title.folded)
}

/** Whether the words with which a line begins are the name of a part of a field: «Tiêu chí: …», «Cơ quan phối hợp: …». */
export function namesPart(line: Passage): boolean {
  return partOf(line) !== null || hasUnitLabel(line)
}
