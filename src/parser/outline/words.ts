import { fold, isCapitals } from '../../core/text/fold.ts'

/** Kinds of administrative document by their folded names: NĐ 30/2020/NĐ-CP article 7, Party guidance 36-HD/VPTW, and what unions and schools add. */
const TYPES: Readonly<Record<string, string>> = {
  'ke hoach': 'Kế hoạch',
  'chuong trinh': 'Chương trình',
  'chuong trinh hanh dong': 'Chương trình hành động',
  'chuong trinh cong tac': 'Chương trình công tác',
  'quyet dinh': 'Quyết định',
  'huong dan': 'Hướng dẫn',
  'to trinh': 'Tờ trình',
  'thong bao': 'Thông báo',
  'bao cao': 'Báo cáo',
  'nghi quyet': 'Nghị quyết',
  'chi thi': 'Chỉ thị',
  'ket luan': 'Kết luận',
  'quy dinh': 'Quy định',
  'quy che': 'Quy chế',
  'de an': 'Đề án',
  'phuong an': 'Phương án',
  'du an': 'Dự án',
  'bien ban': 'Biên bản',
  'cong van': 'Công văn',
  'cong dien': 'Công điện',
  'thong tu': 'Thông tư',
  'nghi dinh': 'Nghị định',
  'thong tri': 'Thông tri',
  'quy trinh': 'Quy trình',
  'the le': 'Thể lệ',
  'noi quy': 'Nội quy',
  'giay moi': 'Giấy mời',
  'hop dong': 'Hợp đồng',
  'thu keu goi': 'Thư kêu gọi',
  'loi keu goi': 'Lời kêu gọi',
  'ke hoach phoi hop': 'Kế hoạch phối hợp',
  'ke hoach lien tich': 'Kế hoạch liên tịch',
  'ban ghi nho': 'Bản ghi nhớ',
  'ke hoach lien nganh': 'Kế hoạch liên ngành',
  'chuyen de': 'Chuyên đề',
  'de cuong': 'Đề cương',
  'ban thoa thuan': 'Bản thỏa thuận',
}

const strip = (line: string): string =>
  fold(line)
    .replace(/[^a-z]+/g, ' ')
    .trim()

/** «K Ế  H O Ạ C H» is printed letter by letter; one letter a word over the whole line. */
function unspaced(line: string): string | null {
  if (!/^(?:\p{L}\s+){3,}\p{L}\s*$/u.test(line)) return null
  const words = line.trim().split(/\s{2,}/)
  const joined = words.map((word) => word.replace(/\s/g, '')).join(' ')
  return strip(joined)
}

/** The kind of document that a line names, alone on the line; null for any other line. */
export function documentType(line: string): string | null {
  const bare = line.replace(/[*#_:]/g, '').trim()
  if (bare.length > 40) return null
  const folded = strip(bare)
  const spaced = unspaced(bare)
  if (TYPES[folded] && (isCapitals(bare) || bare.length < 14)) return TYPES[folded] ?? null
  if (!spaced) return null
  const tight = spaced.replace(/ /g, '')
  const key = Object.keys(TYPES).find((name) => name.replace(/ /g, '') === tight)
  return key ? (TYPES[key] ?? null) : null
}

/** «KẾ HOẠCH Xây dựng …», «KẾ HOẠCH TRIỂN KHAI …»: type and title share a line. Gives the type and where the title begins. */
export function typeWithTitle(line: string): { type: string; titleAt: number } | null {
  const match = line.match(
    /^(KẾ\s+HOẠCH|CHƯƠNG\s+TRÌNH(?:\s+(?:HÀNH\s+ĐỘNG|CÔNG\s+TÁC))?|ĐỀ\s+ÁN|HƯỚNG\s+DẪN|PHƯƠNG\s+ÁN|BÁO\s+CÁO|TỜ\s+TRÌNH|THÔNG\s+BÁO)\s+(?=\S)/u,
  )
  const name = match?.[1]
  if (!match || !name) return null
  const type = TYPES[strip(name)]
  return type ? { type, titleAt: match[0].length } : null
}

const OPENING =
  /^[-+*\s"“(]*(?:can cu|thuc hien|nham|de |trien khai|thi hanh|theo |tren co so|xet |phat huy|tiep tuc|nam \d{4}|trong |uy ban nhan dan|ubnd|kinh gui|hoc tap|huong ung|chao mung|hien nay|vua qua|sau khi|qua |giai doan|ke hoach nay|phong trao|cong tac|dieu 1|ban chi dao|ban thuong vu|ban chap hanh|dang uy|hoi dong|truong |so |ban |phong |cong doan |lien doan |hoi |doan )/
/** Words with which the first sentence of the body begins; only a hint, because a title may begin with the same words. */
export function soundsLikeOpening(line: string): boolean {
  return OPENING.test(fold(line))
}

const STRONG_OPENING =
  /^[-+*\s"“(]*(?:can cu |ngay \d|(?:thuc hien|trien khai|thi hanh) (?:ke hoach|chi thi|quyet dinh|nghi quyet|cong van|huong dan|chuong trinh|luat|van ban|thong tu|nghi dinh|thong bao|ket luan) |kinh gui|nham |de (?!an )|tren co so|theo |xet |dieu 1)/
/** Words that hardly begin a title. */
export function opensBody(line: string): boolean {
  return !isCapitals(line) && STRONG_OPENING.test(fold(line))
}

const AUTHORITY =
  /^(?:T\s?\/\s?M|TM|K\s?\/\s?T|KT|TL|T\s?\/\s?L|TUQ|Q|T\.\s?M)\s?[.,:]?\s+(?=\p{Lu}{2})|^(?:TM|KT|TL|TUQ)\s?\.\s?(?=\p{Lu}{2})/u
/** «TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH», «T/M BAN THƯỜNG VỤ». */
export function isAuthority(line: string): boolean {
  return (
    line.length <= 90 &&
    AUTHORITY.test(line) &&
    line.replace(/[^\p{L}]/gu, '').length > 3 &&
    !/\p{Ll}{4}/u.test(line.slice(0, 14))
  )
}

const POSITION =
  /^(?:q\.?\s?|quyen\s|pho\s|uy vien\s|thieu ta|trung ta|thuong ta|dai ta)*\s*(?:chu tich|bi thu|truong ban|giam doc|tong giam doc|hieu truong|chanh van phong|chanh thanh tra|chanh an|cuc truong|chi cuc truong|vu truong|bo truong|thu truong|thu tuong|truong phong|vien truong|truong doan|chi huy truong|chinh uy|chinh tri vien|tong bien tap|tong bi thu|truong tieu ban|doi truong|tram truong|to truong|truong thon|truong khoa|vien truong|thuong truc|nguoi lap|nguoi lap ke hoach)\b/
/** A line in capitals that names the office of a signer. */
export function isPosition(line: string): boolean {
  const bare = line.replace(/[*_]/g, '').trim()
  return bare.length >= 5 && bare.length <= 90 && isCapitals(bare) && POSITION.test(fold(bare))
}

/** «Nơi nhận:», also misread; «Nơi gửi:» says the same. */
export function isRecipientsHead(line: string): boolean {
  return (
    line.length < 400 &&
    /^(?:\S{1,3}\s){0,2}[^a-z]{0,3}[a-z]?oi\s?nh[aâ][nm]\s?(?:[:;.]|$)|^noi nhan\b|^noi gui\s?(?::|$)/.test(fold(line))
  )
}

const ANNEX =
  /^(?:phu luc|phu bieu|bieu mau|bieu so|bieu \d|mau so|mau \d|danh sach|danh muc|bang tong hop|bang phan cong|de cuong|bang tieu chi|dinh kem|lich trinh|ban dang ky|phieu )/
/** The head of an annex: «PHỤ LỤC I», «Biểu số 02», «DANH SÁCH …». */
export function isAnnexHead(line: string): boolean {
  const bare = line.replace(/[*_#]/g, '').trim()
  if (bare.length > 140 || !ANNEX.test(fold(bare))) return false
  return (
    isCapitals(bare.replace(/[^\p{L}\s]/gu, '')) ||
    /^(?:phu luc|phu bieu|bieu so|mau so)\s*(?:so\s*)?[\divx]{0,4}\b.{0,60}$/.test(fold(bare))
  )
}

const BODY =
  /^(?:uy ban|ubnd|hdnd|ubmttq|hoi dong|so |ban (?!hanh)|phong (?!chong|trao)|truong |cong doan|dang uy|dang bo|chi bo|hoi |doan |lien doan|trung tam|bo |cuc |chi cuc|cong an|quan |toa an|vien |huyen (?:uy|doan)|tinh (?:uy|doan)|thanh (?:uy|doan)|quan (?:uy|doan)|thi (?:uy|doan)|xa doan|bch|btv|bcd|thanh tra|mat tran|uy ban mat tran|benh vien|tram |tong |ngan hang|kho bac|bao hiem|chinh phu|thu tuong|van phong|hop tac xa|xi nghiep |cong ty |nong truong |lam truong |chi nhanh |cum |khoi |thon |ap |khom |to dan pho|nha |bao (?!cao)|dai |hat |don (?=bien phong|cong an)|bo doi |tieu doan |trung doan |lu doan |su doan |hai doi |trai |lien hiep |lien minh |hiep hoi |thue |hai quan |chi doan )/
/** A line in capitals that names an authority: «ỦY BAN NHÂN DÂN», «PHÒNG GIÁO DỤC VÀ ĐÀO TẠO». */
export function namesBody(line: string): boolean {
  return line.length < 120 && BODY.test(fold(line.replace(/[*_]/g, '').trim()))
}
