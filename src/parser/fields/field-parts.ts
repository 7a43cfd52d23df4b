import type { Passage } from './passage.ts'

/** Lines of a field by their first words. */
export type Part = 'time' | 'criteria' | 'targets' | 'audience' | 'aside'

const HEADS: readonly (readonly [Part, RegExp])[] = [
  [
    'time',
    /^(?:thoi gian|thoi han|thoi diem|tien do)(?: [^:.;]{0,40})?(?::\s*|$)|^thoi gian (?:thuc hien|trien khai|to chuc|hoan thanh)\s+(?=\S)/,
  ],
  [
    'targets',
    /^(?:ve )?(?:phan dau(?=\s*:)|chi tieu|so luong|muc tieu so luong|muc tieu,? chi tieu|chi tieu,? so luong)(?: [^:.;\d]{0,70})?(?::\s*|$)/,
  ],
  // «Số gương cần có: 01 tổ», «Số hộ phấn đấu công nhận: …»
  [
    'targets',
    /^so (?:guong|dien hinh|nhan to|nguoi|tap the|ca nhan|mo hinh|ho|gia dinh|dong ho|don vi|doanh nghiep)(?: [a-z, ]{1,40})? (?:can|phai|de nghi|phan dau|du kien|yeu cau)(?: [a-z ]{1,40})?:\s*/,
  ],
  [
    'criteria',
    /^(?:(?:ve|cac|mot so|nhung|noi dung|va|theo) )*(?:doi tuong(?: va|,(?: va)?) )?(?:tieu chi|tieu chuan|dieu kien)(?:,? (?:va )?(?:tieu chi|tieu chuan|dieu kien))?(?: [^:.;]{0,90})?(?::\s*|$)|^yeu cau(?: [^:.;]{0,60})?:\s*/,
  ],
  ['audience', /^(?:doi tuong|pham vi,? doi tuong|doi tuong,? pham vi)(?: [^:.;]{0,50})?(?::\s*|$)/],
  [
    'aside',
    /^(?:pham vi|hinh thuc|muc dich|y nghia|kinh phi|cach thuc|phuong phap|phuong thuc|bien phap|giai phap|noi dung|muc thuong|khen thuong|ho so|quy trinh|ghi chu|dia diem|muc tieu|ket qua|nhiem vu|cach lam|to chuc thuc hien|cong tac tuyen truyen)(?: [^:.;]{0,50})?(?::\s*|$)/,
  ],
]

/** Who registers, examines or decides: work beside the field, and no label of criteria. */
const OFFICE =
  /^(?:cac )?(?:don vi|co quan|bo phan|noi|cap|nguoi) (?:dang ky|tham dinh|tham tra|xet duyet|phe duyet|cong nhan|tiep nhan|nhan ho so|kiem tra|giam sat|xac nhan|danh gia|quyet dinh|khen thuong)(?: [^:.;]{0,40})?:\s*/

/** «Đơn vị thẩm định: Phòng Kinh tế»: an office that neither leads nor coordinates. */
export const namesOffice = ({ folded }: Passage): boolean => OFFICE.test(folded.slice(0, 160))

/** What part of a field a paragraph opens, with what stands behind its first words. */
export function partOf(paragraph: Passage): { part: Part; rest: Passage } | null {
  const head = paragraph.folded.slice(0, 160)
  const office = OFFICE.exec(head)
  if (office) return { part: 'aside', rest: paragraph.sub(office[0].length).trim() }
  for (const [part, pattern] of HEADS) {
    const match = pattern.exec(head)
    if (match && (match[0].length < paragraph.length || paragraph.length < 110)) {
      return { part, rest: paragraph.sub(match[0].length).trim() }
    }
  }
  return null
}

const STOPS =
  /^[\s*+–•-]*(?:ngoai (?:ra,? )?(?:cac |nhung |(?:\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi) )?(?:dien hinh|linh vuc|phong trao|noi dung|mo hinh|guong|cuoc van dong)|(?:cac|nhung) (?:linh vuc|phong trao|noi dung|nganh|cuoc van dong)[^.;:]{0,40} (?:khac|con lai|chua (?:neu|co|duoc|ke))|ngoai (?:ra,? |cac |nhung )[^.;:]{0,80}(?:them|bo sung|khac)(?![a-z])[^.;:]{0,30}(?:dien hinh|linh vuc|phong trao|guong|mo hinh)|doi voi (?:cac )?(?:linh vuc|phong trao|nganh|don vi)[^:]{0,60} (?:khac|con lai)|tren day la|trong qua trinh (?:to chuc |trien khai )?thuc hien|luu y\s?:|ghi chu\s?:)/

/** A paragraph on the fields that are not listed, or a farewell: no part of the field in front of it. */
export function endsFields(paragraph: Passage): boolean {
  return STOPS.test(paragraph.folded.slice(0, 160))
}
