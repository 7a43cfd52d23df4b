import type { Subject } from '../contract.ts'

/** Whom an exemplar may be, by the folded words that name it; longer phrases first where one begins like another. */
const WORDS: readonly (readonly [Subject, string])[] = [
  ['other', 'doi tuong khac|cac doi tuong khac|doi tuong con lai'],
  [
    'enterprise',
    'doanh nghiep|hop tac xa|htx|cong ty|tap doan|lien hiep hop tac xa|co so san xuat|co so kinh doanh|ho kinh doanh',
  ],
  [
    'household',
    'ho gia dinh|gia dinh|ho nong dan|ho dan|ho san xuat|ho san xuat kinh doanh|ho ngheo|ho can ngheo|ho hoi vien|ho nong',
  ],
  ['clan', 'dong ho|dong toc|toc ho|ho toc'],
  ['model', 'mo hinh'],
  [
    'individual',
    'ca nhan|nong dan|nguoi dan|nhan dan|can bo|cong chuc|vien chuc|dang vien|doan vien|hoi vien|doi vien|giao vien|nha giao|thay giao|co giao|thay co|hoc sinh|sinh vien|tre em|thieu nhi|nghe nhan|' +
      'doanh nhan|cong nhan|nguoi lao dong|chien si|chien sy|phu nu|thanh nien|cong dan|tri thuc|nha khoa hoc|bac si|y si|thay thuoc|nguoi cao tuoi|nguoi co uy tin|nguoi tot|gia lang|truong ban|cuu chien binh|' +
      'quan chung|chuyen gia|van dong vien|huan luyen vien|nhan vien|cong nhan vien|ky su|nguoi viet nam|thanh thieu nien|tinh nguyen vien|phu huynh|chi em|nghe si|van nghe si|can bo doan|can bo doan - hoi|can bo doan, hoi|can bo hoi|nguoi dung dau|dan quan|nu cong nhan',
  ],
  [
    'collective',
    'tap the|don vi|co quan|to chuc chinh tri ?- ?xa hoi|to chuc chinh tri xa hoi|to chuc (?:co so )?(?:dang|chi|doan|hoi|cong doan|chinh tri|xa hoi|quan chung|ton giao)|cac to chuc|nhung to chuc|to chuc,|xa|phuong(?= |,|;)(?! (?:phap|an|thuc|tien|cham|huong|ngon))|thi tran|dia phuong|thon|ap(?! (?:dung|luc))|khom|ban lang|buon|lang|to dan pho|khu dan cu|khu pho|khoi pho|' +
      'to nhan dan|to tu quan|to chuyen mon|to van phong|to (?=[“"])|to nghiep vu|lop(?! (?:tap|hoc tap|dao|boi))|chi bo|dang bo|chi,? dang bo|chi doan|lien doi|chi doi|doan the|cong doan|chi hoi|lien chi hoi|cau lac bo|clb|nha truong|truong(?= (?:hoc|mam|tieu|thcs|thpt))|cac truong|' +
      'phan xuong|luc luong|mat tran|cac so|cac phong|cac ban|cac hoi|so,? ban,? nganh|ban,? nganh|phong,? ban|ubnd|uy ban nhan dan|to hop tac|nhom|cong dong|to cong nhan|to san xuat|doi san xuat|cum|khoi thi dua|cac khoi',
  ],
]

const PATTERNS = WORDS.map(([subject, words]) => ({ subject, pattern: new RegExp(`^(?:${words})(?![a-z0-9])`) }))
const XA_HOI =
  /^(?:xa hoi|khoi nghiep|lang phi|nhom hop|don vi tinh|ban than|phuong (?:phap|an|thuc|tien|cham|huong)|truong hop|ca nhan hoa|cong dong)\b/

/** The kind that is named at the beginning of a folded text, and how many units its words take. */
export function kindAt(folded: string): { subject: Subject; length: number } | null {
  if (XA_HOI.test(folded)) return null
  let best: { subject: Subject; length: number } | null = null
  for (const { subject, pattern } of PATTERNS) {
    const match = pattern.exec(folded)
    if (match && match[0].length > (best?.length ?? 0)) best = { subject, length: match[0].length }
  }
  return best
}
