import type { Subject } from '../contract.ts'
import { MEMBERS_OF, PEOPLE, PEOPLE_PRINTED } from './kinds-of-people.ts'
import type { Passage } from './passage.ts'

/** Whom an exemplar may be, by the folded words that name it. The longest phrase wins. */
const WORDS: readonly (readonly [Subject, string])[] = [
  ['other', 'doi tuong khac|cac doi tuong khac|doi tuong con lai'],
  [
    'enterprise',
    'doanh nghiep|hop tac xa|htx|cong ty|tong cong ty|tap doan|lien hiep hop tac xa|co so (?:san xuat|kinh doanh|che bien|luu tru|du lich|dich vu|nuoi|trong|bao che)(?:,? kinh doanh)?|trang trai|gia trai|' +
      'ngan hang|quy tin dung|nha may|xi nghiep|xuong|nha hang|khach san|homestay|cua hang|sieu thi|dai ly|diem du lich|nha vuon|nha nghi|chuoi cua hang',
  ],
  [
    'household',
    'ho gia dinh|gia dinh|ho (?:nong dan|dan|san xuat|ngheo|can ngheo|hoi vien|dang vien|nong|tieu thuong|nuoi|trong)',
  ],
  ['clan', 'dong ho|dong toc|toc ho|ho toc|chi ho'],
  [
    'model',
    '(?:(?:sang kien|giai phap|cach lam(?: hay)?|san pham|cong trinh|de tai|de an|phan viec)(?:,? va |, | hoac |\\/| - | – ))*mo hinh',
  ],
  ['individual', PEOPLE],
  [
    'collective',
    'ban thanh tra nhan dan|ban giam sat dau tu|kho bac|to hop tac|to lien ket|cong an (?:cap |co so|xa|phuong|tinh|huyen|thi tran|thanh pho|dac khu|cac )|tap the|don vi|co quan|to chuc chinh tri ?- ?xa hoi|to chuc chinh tri xa hoi|to chuc (?:co so )?(?:dang(?! ky)|chi(?! tra)|doan(?! ket|a)|hoi(?! nghi| thi| thao| hop)|cong doan|chinh tri|xa hoi|quan chung|ton giao)|cac to chuc|nhung to chuc|to chuc,|thi tran|dia phuong|' +
      'thon|khom|buon|lang|to dan pho|khu dan cu|khu pho|khoi pho|tieu khu|chi bo|dang bo|chi,? dang bo|chi doan|lien doi|chi doi|doan the|cong doan|nghiep doan|chi hoi|lien chi hoi|cau lac bo|clb|nha truong|' +
      'truong (?:hoc|mam non|tieu hoc|thcs|thpt|trung hoc|pho thong|mau giao|ptdt)|cac truong|phan xuong|luc luong|mat tran|cac so|cac phong|cac ban|cac hoi|so,? ban,? nganh|ban,? nganh|phong,? ban|phong, trung tam|khoa, phong|ubnd|uy ban nhan dan|' +
      'nhom|cong dong|khoi thi dua|cac khoi|bo phan|trung tam|tram y te|benh vien|dang uy|cap uy|ban quan ly|ban cong tac|ban chap hanh|ban thuong vu|ban giam hieu|ban chi huy|hoi dong|co so (?:tro giup|giao duc|y te|tho tu|bao tro|dao tao)(?: xa hoi)?|dai doi|trung doi|tieu doi|don bien phong|co so|khu nha tro|tuyen pho|tuyen duong',
  ],
]

/** Words that other words look like when folded; they count only as printed here. */
const EXACT: readonly (readonly [Subject, string])[] = [
  [
    'collective',
    'bộ môn|chi cục|chuyền|dây chuyền|đồn|ê kíp|giáo xứ|hải đội|họ đạo|kíp|lữ đoàn|phân đội|tiểu đoàn|tốp|trạm|trung đoàn|xứ đạo|tổ|đội|bản|xã|ấp|lớp|khoa|phường|cụm|khối|hội|đoàn|trường|bến|chợ|xóm',
  ],
  ['household', 'hộ'],
  ['individual', PEOPLE_PRINTED],
]

const MEMBER = /^(?:[a-z]+,? ){0,4}?[a-z]*vien(?![a-z])/
const MEMBERS = new RegExp(`^(?:${MEMBERS_OF})(?: |,)? ?vien(?! (?:chuc|kiem sat|nghien cuu))(?![a-z])`)
const PATTERNS = WORDS.map(([subject, words]) => ({ subject, pattern: new RegExp(`^(?:${words})(?![a-z0-9])`) }))
const EXACTS = EXACT.map(([subject, words]) => ({ subject, pattern: new RegExp(`^(?:${words})(?![\\p{L}\\d])`, 'iu') }))
const NOT =
  /^(?:ho (?:khau|tich|chieu|tro)|xa hoi|khoi nghiep|don vi tinh|ban than|phuong (?:phap|an|thuc|tien|cham|huong|ngon)|truong hop|truong thanh|ca nhan hoa|to (?:chuc(?! (?:chinh|xa hoi|dang|chi|co so|doan|hoi|cong|quan|ton|,))|quoc|chuc$)|hoi (?:nghi|thi|thao|nhap|dong thi dua)|doan (?:ket)|doi (?:ngu|moi|song|voi|tuong(?! khac| con lai))|lop (?:tap|hoc tap|dao|boi)|nguoi tot|lanh dao(?!,)|co so (?:vat chat|ha tang|du lieu|de)|nhom (?:hop|tuoi|yeu|chi|linh|doi tuong|giai phap|nhiem)|lang phi|khoi (?:luong)|trung tam (?:chinh|hanh)|chi dao)(?![a-z])/

/** The kind that is named at the beginning of a passage, and how many units its words take. */
export function kindAt(passage: Passage): { subject: Subject; length: number } | null {
  const head = passage.sub(0, 60)
  const { folded, text } = head
  if (NOT.test(folded)) return null
  let best: { subject: Subject; length: number } | null = null
  const take = (subject: Subject, match: RegExpExecArray | null) => {
    if (match && match[0].length > (best?.length ?? 0)) best = { subject, length: match[0].length }
  }
  for (const { subject, pattern } of PATTERNS) take(subject, pattern.exec(folded))
  for (const { subject, pattern } of EXACTS) take(subject, pattern.exec(text))
  take('individual', MEMBERS.exec(folded))
  return best
}

/** Whether a phrase is about members of something: «an toàn, vệ sinh viên». */
export function namesMembers(folded: string): boolean {
  return MEMBER.test(folded)
}
