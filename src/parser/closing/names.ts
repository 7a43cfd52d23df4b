import { isCapitals } from '../../core/text/fold.ts'

/** Family names that most people bear, and those of the larger minorities; a hint where several lines look like names. */
const FAMILIES = new Set(
  (
    'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Lâm Mai Trương Đào Hà Cao Phùng Tô Thái Lương Lưu Tạ Châu Quách Chu La Tống ' +
    'Kiều Từ Văn Hứa Tăng Vương Nông Ma Hầu Giàng Vàng Lò Quàng Cầm Bế Triệu Bàn Thào Sùng Vừ Lầu Cứ Mùa Lò Hà Khổng Ninh Thẩm Đàm Doãn Nghiêm Phí Khuất Cù Bạch Viên Mạc Ông ' +
    'Sầm Lục Vi Lộc Kim Thạch Sơn Danh Điểu Rơ Siu Ksor Rahlan Kpă Nay Hlong K’ H’ Y A Lữ Lã Tôn Tiêu Diệp Âu Đồng Giáp Thân Trà Chế Lại Cung Mẫn Ngụy Nhữ Ôn Quản Tào Thiều Ứng'
  ).split(' '),
)

const RANK =
  /^(?:(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Trung úy|Thiếu úy|GS|PGS|TS|ThS|Th\.S|BS|CKI+|CN|KS|DS|NGƯT|NGND|BSCK[12I]*|LS)\.?[\s.,]+)+(?=\p{Lu})/iu
/** With tones, because Trương and Đoàn are names of families too. */
const NO_NAME =
  /(?<!\p{L})(?:[uủ][yỷ] ban|hội đồng|hội |chủ tịch|bí thư|ban |phòng |sở |nơi nhận|lưu[:\s]*(?:vt|vp|ttra)|phụ lục|kế hoạch|trưởng|trường |chánh |thanh tra|giám đốc|cộng hòa|cộng hoà|độc lập|văn phòng|tỉnh |huyện |thành phố|như trên|các |đại diện|hợp tác|tháng |ngày |đảng |công đoàn|đoàn (?:xã|phường|thanh)|nhân dân|mặt trận)/u
const WORD = /^(?:\p{Lu}\p{Ll}*|\p{Lu}{2,}|[HYK]['’]\p{Lu}?\p{L}+)$/u

/** A person's name as in a sentence, rank and degree left out: two to six words with capitals. null for anything else. */
export function personName(text: string): string | null {
  // Recognition reads the first letter of «Lê» as a figure.
  const bare = text
    .replace(/^[1|](?=\p{Ll})/u, 'L')
    .replace(RANK, '')
    .replace(/[.,;]+$/, '')
    .trim()
  const words = bare.split(/\s+/)
  if (words.length < 2 || words.length > 6 || bare.length > 45 || NO_NAME.test(`${bare.toLowerCase()} `)) return null
  if (!words.every((word) => word.split('-').every((half) => WORD.test(half)))) return null
  if (!isCapitals(bare)) return bare
  return words.map((word) => word.charAt(0) + word.slice(1).toLowerCase()).join(' ')
}

/** How much a name looks like one: 2 with a known family name, 1 without, 0 for a few letters that may be anything. */
export function likeness(name: string): number {
  const words = name.split(/\s+/)
  if (FAMILIES.has(words[0] ?? '')) return 2
  return words.some((word) => word.length > 3) ? 1 : 0
}
