import { namesOneBody } from '../citations/find-body.ts'
import { depths } from '../fields/depth.ts'
import type { Passage } from '../fields/passage.ts'
import { beginsUnit } from '../fields/unit-names.ts'

/** Words behind which the name of an addressee is over. */
const OVER =
  /(?<![a-z\d])(?:xong|de(?! nghi)|de nghi|cong nhan|phe duyet|tong hop|(?<!thi dua\s?[-–,&]?\s?|thi dua va )khen thuong|bieu duong|ton vinh|xet tang|tang thuong|xem xet|giai quyet|giai dap|xu ly|dieu chinh|quyet dinh|duoc (?:huong|giai)|thong nhat|dien thoai|so dien thoai|theo|nham|phoi hop|kip thoi|huong dan|(?<!ban )chi dao|cung(?! cap)|truoc|cham nhat|muon nhat|khong (?:muon hon|qua)|qua so(?= (?:dien|dt|sdt|may|\d))|dinh ky|ket qua|tinh hinh|hang (?:thang|quy|nam)|moi (?:thang|quy|nam|dot)|vao|trong|danh sach|bai viet|tin bai|ho so|bao cao|it nhat|toi thieu|biet|thao go|trinh|cho y kien|(?<!giup )viec|so (?:luong|lieu)|tong so|so ket|tong ket|va (?=de |trinh |tham muu|bao cao)|ve|khi|neu|bang|(?:sau|0?6) thang|(?:\d+|mot)(?= (?:bo|ban|tap|guong|ca nhan|mo hinh|dien hinh|bai|tin|lan|danh sach|ho so|phieu|cuon|to trinh|bao cao) )|(?:ngay|mung|dip|tuan)(?= (?:\d|dau|cuoi|thu|lam viec|trong|sau khi))|tu(?= (?:ngay|\d|nay|thang \d|quy [iv]))|thang(?= (?:\d|sau))|quy(?= [ivl1-4]{1,3}(?: |$))|(?:dau|cuoi|giua)(?= (?:thang|quy|nam|moi|hang) )|nhan dip|han (?:chot|cuoi|nop|gui)|(?:tre|som) nhat|khong (?:cham|tre) hon|thong qua cac|lam co so|lap|nhung (?=kho|vuong))(?![a-z])/g

/** «Ban Giám hiệu (trước ngày 28)»: the due time behind a name is no part of it. */
const DUE_IN_BRACKETS =
  /\s*\((?:truoc|cham nhat|muon nhat|vao|ngay \d|han|thoi han|xong|dinh ky|hang|moi|bang (?:van ban|ban)|kem|qua (?:thu|email|mail|he thong|truc|zalo|phan mem)|theo mau|mau (?:so )?\d|ban giay|ca ban|gom)(?![a-z])[^()]*\)$/

/** «, điện thoại 0900 …», «, Email: …»: how to reach it is no part of the name. */
const REACHED_BY =
  /^,\s*(?:so )?(?:dien thoai|dt|sdt|may|di dong|hotline|duong day|email|e-mail|thu dien tu|hop thu|zalo|dia chi|fax|gap|lien he|theo)(?![a-z])/

/** Whether a comma goes on with the name or joins the next body: «Ban Tuyên giáo, Nữ công», «Phòng Nội vụ, Công an xã». */
function nameGoesOn(fromComma: Passage): boolean {
  if (REACHED_BY.test(fromComma.folded)) return false
  const next = fromComma.sub(1).strip(' ', '')
  return beginsUnit(next) || namesOneBody(fromComma.text) || /^\p{Lu}\p{Ll}/u.test(next.text)
}

/**
 * The body that a passage names first: «Ủy ban nhân dân xã (qua Phòng Nội vụ) để …» gives it with its brackets and without what it does
 * then. Several bodies in one breath stay one string.
 */
export function addresseeAt(passage: Passage): Passage | undefined {
  const depth = depths(passage.text)
  const { folded, text } = passage
  let end = passage.length
  for (const match of folded.matchAll(OVER)) {
    // «Ban Chỉ đạo xã»: a capital inside belongs to the name
    if (match.index > 0 && (depth[match.index] ?? 0) === 0 && !/^\p{Lu}/u.test(text.slice(match.index))) {
      end = match.index
      break
    }
  }
  for (let i = 0; i < end; i++) {
    if ((depth[i] ?? 0) > 0 || !/[,;.:]/.test(text[i] ?? '')) continue
    const goesOn = text[i] === ',' && nameGoesOn(passage.sub(i, end))
    const short = text[i] === '.' && (/\S/.test(text[i + 1] ?? '') || /(?:^|\s)(?:TT|TP|đ\/c)$/i.test(text.slice(0, i)))
    if (!goesOn && !short) end = i
  }
  const found = passage.sub(0, end).strip(' ,;:', ' ,;:./–-')
  const conjunction = /\s+(?:va|hoac)$/.exec(found.folded)
  const bare = conjunction === null ? found : found.sub(0, conjunction.index)
  const due = DUE_IN_BRACKETS.exec(bare.folded)
  const unit = due === null ? bare : bare.sub(0, due.index)
  return (unit.length < 3 && !/^(?:so|bo)$/.test(unit.folded)) || unit.length > 220 ? undefined : unit
}

/** Whether a passage may begin the name of an addressee: a unit, a capital, or a general word for those above. */
export function mayBeAddressee(passage: Passage): boolean {
  return (
    beginsUnit(passage) ||
    /^(?:(?:ông|bà|anh|chị|cô|thầy|đồng chí|đ\/c)\s+)?\p{Lu}/u.test(passage.text) ||
    /^(?:hai co quan|cap (?:tren|co tham quyen|uy|minh)|lanh dao|cac cap(?! uy vien)|co quan|don vi|bo phan|nha truong|ubnd|hdnd|truong|pho|thu ky|van thu|to giup viec|hieu pho)(?![a-z])/.test(
      passage.folded,
    )
  )
}
