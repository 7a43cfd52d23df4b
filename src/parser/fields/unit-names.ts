import { foldInPlace } from '../../core/text/fold.ts'
import type { Passage } from './passage.ts'
import { namesPerson } from './people.ts'

/** Nouns with which the name of a unit or an office begins, folded; whatever their first letter. */
const HEADS =
  'y te truong|thanh tra|to van phong|to hanh chinh|to chuyen mon|khoi chu nhiem|uy ban|ubnd|hdnd|hoi dong|ubmttq|ubmttqvn|mttq|mat tran|cong an|cong doan|lien doan|ldld|cdcs|trung tam|van phong|vp|dang uy|huyen uy|tinh uy|thanh uy|quan uy|thi uy|' +
  'dang doan|chi bo|chi uy|cap uy|dang bo|chi doan|lien doi|huyen doan|tinh doan|thanh doan|thi doan|quan doan|xa doan|phuong doan|doan thanh nien|doan tn|dtn|' +
  'tncs|doan truong|doan phuong|doan xa|doan khoi|doan co so|hop tac xa|htx|benh vien|kho bac|chi cuc|tong cuc|toa an|vien kiem sat|bao hiem xa hoi|bhxh|ngan hang|' +
  'hat kiem lam|cong chuc|can bo|chuyen vien|bo phan|ban chi huy|bchqs|bch|bo chi huy|bo tu lenh|ban chi dao|bcd|ban giam hieu|bgh|ban giam doc|ban nhan dan|' +
  'ban cong tac|ban chap hanh|ban tuyen giao|ban to chuc|ban dan van|ban quan ly|ban van dong|ban dai dien|ban xay dung dang|thuong truc|thuong vu|ban thuong vu|ban thuong truc|' +
  'ubkt|btv|btt|bchqs|mttqvn|ubmt|canh sat|dan quan|quan ly thi truong|phong kham|ban tu van|to tu van|to bao ve|to hoa giai|lien chi doan|doan dai bieu|hoi khuyen hoc|chu nhiem|' +
  'hieu truong|pho hieu truong|giam doc|pho giam doc|bi thu|pho bi thu|chu tich|pho chu tich|thu truong|truong phong|pho truong|truong ban|truong thon|truong ap|' +
  'truong khom|truong khoi|khoi truong|cum truong|to truong|truong khu|tong phu trach|chu nhiem|cau lac bo|clb|lien minh|lien hiep|hiep hoi|chi hoi|lien chi hoi|' +
  'truong mam non|truong mau giao|truong tieu hoc|truong thcs|truong thpt|truong trung hoc|truong ptdt|truong pho thong|truong th|truong chinh tri|truong cao dang|' +
  'truong dai hoc|truong trung cap|don bien phong|bo doi bien phong|khoi van|khoi dan van|to cong nghe|nguoi dung dau|dong chi|d/c|ho ky thuat|tram y te|nha van hoa|' +
  'giao vien chu nhiem|giao vien tong phu trach|cha me hoc sinh|thu vien|bao tang|so noi vu|so y te|doan kinh te|tieu ban|tap doan|tong cong ty|cong ty|thi hanh an|kiem toan nha nuoc|uy vien|thanh vien (?:ban|hoi dong|to)|chi huy|co quan thuong truc|chinh tri vien|chinh uy|chi hoi truong|trung doan|tieu doan|lu doan|su doan|hoi lhpn|hoi ccb|hoi nd|qui tin dung|quy tin dung'

/** The same, but only with a capital and a name behind: the small word means something else, or stands alone. */
const CAPITAL_HEADS =
  'hoi|doan|ban|phong|so|truong|tram|to|khoi|doi|bo|cuc|vien|dai|bao|quy|cum|nganh|khoa|ap|thon|khom|to dan pho|khu pho|xa|phuong|ke toan|giao vien|y te truong|hoi lien hiep|chanh van phong|nha|thue|dien luc|buu dien|chi nhanh|hai quan|agribank|vnpt|viettel|hat|trai|lam truong|nong truong|xi nghiep|khu|lien|bien phong|dan quan|phan hoi|phan vien|nghiep doan|lien hoi'

/** Words that look like a head and are none. */
const NO_HEAD =
  /^(?:hoi (?:vien|nghi|thao|thi|dam|nhap)(?![a-z])|doan (?:vien|ket|the)|phong (?:trao|chong|ngua|,)|so (?:lieu|luong|\d|ket|voi|huu)|ban (?:hanh|be|than|sac|quyen|do(?! thi)|tin)(?![a-z])|to (?:chuc|quoc)|truong (?:hoc|hop|thanh)\b|can bo(?:,| va) |can bo cong chuc|can bo (?:quan ly|lanh dao)|cong chuc(?:,| va) (?:vien|nguoi)|cong chuc vien|bao (?:cao|ve|dam|ton|hiem (?!xa))|bo (?:sung|tri|luat|tieu)|vien chuc|dai (?:hoi|bieu|dien)|khoi nghiep|doi (?:moi|song|voi|tuong|ngu)|quy (?:dinh|che|trinh|mo|[ivx]+\b)|xa hoi|phuong (?:phap|an|thuc|tien|cham|huong)|uy ban nhan dan (?:phan dau)|nha (?:nuoc|giao|khoa)|lien hiep hoi nghi)/

/** General words for units, meant as units behind «các», «những», «một số». */
const GENERAL =
  'co quan|don vi|to chuc|doan the|ban|phong|so|nganh|dia phuong|xa|phuong|thi tran|thon|ap|khom|khu dan cu|khu pho|to|truong|nha truong|doanh nghiep|hoi|khoi|cum|lop|thanh vien|khoa|bo|' +
  'luc luong|chi|dang|huyen|quan|thi xa|thanh pho|co so|don bien phong|giao vien|can bo|cong chuc|ba|ong|dong chi|nha|doi|mo hinh|bo mon|cap|dich vu|tram|trung tam|ngan hang|chu|giao xu|chua|buon|lang|xom'

const ANY = new RegExp(`^(?:${HEADS})(?![a-z0-9])`)
const CAPITAL = new RegExp(`^(?:${CAPITAL_HEADS}) (?=[a-z0-9"])`)
const MANY = new RegExp(`^(?:cac|nhung|mot so|toan the|tat ca(?: cac)?|nhieu) (?:${GENERAL}|${HEADS})(?![a-z])`)

/** «tổ Khoa học tự nhiên», «thôn Bản Mé»: a small head noun and a proper name. */
const SMALL_HEAD =
  /^(?:tổ|thôn|ấp|khóm|xóm|bản|khối|phường|xã|trường|phòng|ban|hội|đoàn|sở|trạm|đội|huyện|cụm|hạt|đài|câu lạc bộ|buôn|làng|chùa|giáo xứ|giáo họ|họ đạo|hội thánh|nhà thờ|thánh thất|tịnh xá|thiền viện)\s+\p{Lu}\p{Ll}/u

/** «PX03», «PC06»: offices known by a code. */
const CODE = /^\p{Lu}{2,4}\d{2}(?![\p{L}\d])/u

/** Whether the name of a unit, or a general word for units, begins where the passage begins. */
export function beginsUnit(passage: Passage): boolean {
  const folded = passage.sub(0, 60).folded
  if (NO_HEAD.test(folded)) return false
  if (MANY.test(folded) || ANY.test(folded)) return true
  if (SMALL_HEAD.test(passage.sub(0, 24).text) || CODE.test(passage.text) || namesPerson(passage)) return true
  return CAPITAL.test(folded) && /^\p{Lu}/u.test(passage.text)
}

/** Small words inside names: levels, and what joins them. */
const SMALL =
  'xã|phường|huyện|tỉnh|thành|phố|thị|trấn|cấp|cơ|sở|và|trường|khóm|ấp|thôn|bản|quận|các|nội|trú|thuộc|trung|ương|địa|bàn|việt|nam|hội|văn|dân|nhân|của|khu|vực|đặc|tiểu|học|mầm|non'.split(
    '|',
  )
const PRINTED: ReadonlySet<string> = new Set(SMALL)
/** For texts that have lost their marks. */
const UNMARKED: ReadonlySet<string> = new Set(SMALL.map(foldInPlace))

/** What no name holds, but what is said of a unit in front of another verb. */
const SAID =
  /(?<![\p{L}])(?:đã|đang|sẽ|luôn|không|chưa|được|bị|có|là|rất|cần|phải|nên|hãy|mỗi|mọi|khi|nếu|bằng|từ|với|cho|tốt|giỏi|khá|đạt|đều|cùng|hoàn thành|thực hiện|tích cực|chủ động|gương mẫu|thường|biết|dám|vượt|giữ|(?<!việc )làm|nhiệt tình|năng nổ)(?![\p{L}])/u

/** Whether words say more of a unit than its name: «Hội quán sinh hoạt đều». */
export const saysMore = (unit: Passage): boolean => SAID.test(unit.text.normalize('NFC'))

/**
 * Whether a unit is named, not only described: behind its head noun no more than three small words run on without a capital or a level;
 * more where the name begins with a capital («Phòng Lý luận chính trị, lịch sử Đảng») and holds nothing that is said of a unit.
 */
export function namesUnit(unit: Passage): boolean {
  const role = unit.folded.indexOf(' phu trach ')
  const name = role > 0 ? unit.sub(0, role) : unit
  if (!beginsUnit(name) || /^(?:cac|nhung|mot so|toan the)\b/.test(name.folded)) return false
  const head = ANY.exec(name.folded) ?? CAPITAL.exec(name.folded)
  const behind = name.sub(head?.[0].length ?? 0)
  const printed = wordsOf(behind.text)
  const small = name.text.toLowerCase() === name.folded ? UNMARKED : PRINTED
  let [run, longest] = [0, 0]
  for (const word of printed) {
    run = /^[\p{Lu}\d“"]/u.test(word) || small.has(word.normalize('NFC')) ? 0 : run + 1
    longest = Math.max(longest, run)
  }
  const most = /^\p{Lu}\p{Ll}/u.test(behind.text.trim()) && !saysMore(behind) ? 8 : 3
  return printed.length <= 25 && longest <= most && (printed.length > 0 || name.folded.includes(' '))
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/\([^)]*\)/g, ' ')
    .split(/[\s,–—-]+/)
    .filter((word) => word !== '')
