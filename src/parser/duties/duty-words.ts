import type { Passage } from '../fields/passage.ts'

/** Reports, introductions, registrations and dossiers: what a unit owes to another. */
const OWED =
  /(?<![a-z])(?:(?<!cong bo |nghe |xem |doc |mau |ban |noi dung |theo )bao cao(?! (?:vien|tot(?! nghiep)|kinh nghiem|dien hinh|tham luan|chinh tri|cap uy nao))|gioi thieu(?! (?:cac mo hinh hay|nhung cach|cach lam))|dang ky(?! (?:ket hon|khai|kinh doanh|lao dong))|gui(?! (?:gam|tiet|ke hoach|du toan|giay moi|thu moi|thu ngo))|nop(?! (?:thue|ngan sach|phat|bao hiem))|(?<!chuong |quy |cong |lo |tien |qua )trinh(?= (?:ho so|hoi dong thi dua|hoi dong td|[^.;]{3,80} (?:cong nhan|phe duyet|quyet dinh|khen thuong|xem xet|xet|bieu duong|danh sach|ho so|ket qua)(?![a-z])))|bao(?= (?:tin|guong|ket qua|danh sach|so luong|so lieu|ten|viec tot|nhanh|ngay|kip thoi)(?![a-z])[^.;]{0,60} (?:cho|ve|len|voi|toi) )|(?:thong tin|thong bao|phan anh|cung cap)(?= (?:(?:bang|day du|kip thoi|nhanh|ngan) )?(?:ket qua|tinh hinh|tien do|so lieu|danh sach|thong tin)[^.;]{0,90} (?:ve|cho|den|toi|voi|len) )|de nghi (?:[^\s,;.:]+ ){0,9}(?:khen thuong|bieu duong|ton vinh|xet tang|tang)|phan anh(?= (?:[^.;,]{0,20} )?(?:ve|cho|den|toi|voi|len) )|de xuat (?:khen|bieu|ton)|lap ho so|(?:thoi han|han|ngay|thoi gian) (?:nhan|tiep nhan|thu) (?:ho so|phieu|danh sach))(?![a-z])/
/** «xây dựng kế hoạch cụ thể, gửi về …»: a plan is neither a report nor a registration. */
const SENDS_PLAN =
  /(?:xay dung|ban hanh|lap|cu the hoa)[^.;]{0,40}(?:ke hoach|chuong trinh)[^.;]{0,80}(?<![a-z])gui(?![a-z])/
const REPORTS = /(?<![a-z])(?:bao cao|gioi thieu|dang ky|danh sach|ho so|tin|bai|khen thuong)(?![a-z])/
const ADDRESSED =
  /(?<![a-z])(?:bao cao|gui|nop|gioi thieu|dang ky|trinh|de nghi)(?![a-z])[^.;]{0,160}?(?<![a-z])(?:ve|cho|den|len|toi|voi|gui|trinh|bao cao|de nghi)(?![a-z])/

/** Whether the passage speaks of a report, introduction, registration or dossier. */
export function speaksOfDuty(passage: Passage): boolean {
  return OWED.test(passage.folded) && !(SENDS_PLAN.test(passage.folded) && !REPORTS.test(passage.folded))
}

/** Whether somebody is to send something to somebody: a report, not a step of the plan. */
export function owesReport(passage: Passage): boolean {
  return (
    /(?<![a-z])(?:gui|nop)(?![a-z])/.test(passage.folded) &&
    (ADDRESSED.test(passage.folded) || /(?:bao cao|danh sach|ho so|dang ky)/.test(passage.folded))
  )
}
