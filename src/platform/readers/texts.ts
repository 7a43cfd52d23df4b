import type { FileKind } from './kind.ts'
import type { UnreadableCode, UnreadableFacts } from './unreadable.ts'

const count = (value: number | undefined) => String(value ?? 0).replace(/\B(?=(\d{3})+$)/g, '.')
const megabytes = (bytes: number | undefined) => `${count(Math.round((bytes ?? 0) / (1024 * 1024)))} MB`

const RESAVE = 'Hãy mở tệp bằng Word (hoặc LibreOffice), lưu lại dưới dạng .docx rồi gửi lại.'

/** What is wrong with the file and what to do, for the officer who sent it. */
export const unreadableTexts: Record<UnreadableCode, (facts: UnreadableFacts) => string> = {
  empty: () => 'Tệp không có nội dung (0 byte). Hãy kiểm tra lại bản gốc và gửi lại tệp.',
  'too-large': ({ bytes, maxBytes }) =>
    `Tệp quá lớn (${megabytes(bytes)}, cho phép tối đa ${megabytes(maxBytes)}). Hãy bỏ bớt hình ảnh, quét ở 200 dpi hoặc tách thành nhiều tệp.`,
  'too-long': ({ pages, maxPages }) =>
    pages === undefined
      ? 'Văn bản dài quá giới hạn cho phép. Hãy tách riêng phần kế hoạch cần đọc rồi gửi lại.'
      : `Văn bản có ${count(pages)} trang, cho phép tối đa ${count(maxPages)} trang. Hãy tách riêng phần kế hoạch cần đọc rồi gửi lại.`,
  'too-slow': () =>
    'Đọc tệp mất quá nhiều thời gian nên đã dừng lại. Hãy tách tệp thành các phần ngắn hơn hoặc gửi bản Word.',
  'too-much-memory': () =>
    'Tệp cần nhiều bộ nhớ hơn mức cho phép nên đã dừng đọc. Hãy tách tệp, giảm độ phân giải hình ảnh hoặc gửi bản Word.',
  encrypted: () => 'Tệp được đặt mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi gửi lại.',
  'wrong-kind': ({ expected, found }) =>
    found === undefined
      ? `Tên tệp có đuôi ${expected ?? 'văn bản'} nhưng nội dung không phải loại tệp đó. Hãy kiểm tra lại xem đã chọn đúng tệp chưa.`
      : `Tên tệp có đuôi ${expected ?? 'văn bản'} nhưng nội dung là ${found}. Hãy kiểm tra lại xem đã chọn đúng tệp chưa.`,
  unsupported: ({ found }) =>
    `Chưa đọc được ${found ?? 'loại tệp này'}. Hãy gửi tệp .docx, .doc, .odt, .rtf, .pdf, .txt hoặc ảnh chụp các trang (.jpg, .png).`,
  damaged: () => `Tệp bị hỏng hoặc bị cắt cụt nên không đọc được. ${RESAVE}`,
  'zip-bomb': () => `Tệp nén bất thường (bung ra quá lớn) nên không được mở để bảo vệ hệ thống. ${RESAVE}`,
  'too-deep': () => `Cấu trúc bên trong tệp lồng nhau bất thường nên không được mở để bảo vệ hệ thống. ${RESAVE}`,
  'no-text': () =>
    'Không tìm thấy chữ nào trong tệp. Nếu đây là bản quét hoặc ảnh chụp, hãy gửi tệp .pdf hoặc ảnh rõ nét hơn.',
  'not-a-document': () =>
    'Ảnh không có trang văn bản nào đọc được. Hãy chụp lại thẳng, đủ sáng, rõ chữ và trọn trang văn bản.',
  cancelled: () => 'Đã dừng đọc tệp theo yêu cầu.',
}

/** A file by its real kind, as the sentence «nội dung là …» names it. */
export const kindTexts: Record<FileKind, string> = {
  docx: 'văn bản Word (.docx)',
  doc: 'văn bản Word (.doc)',
  rtf: 'văn bản RTF',
  odt: 'văn bản OpenDocument (.odt)',
  html: 'trang web (HTML)',
  mhtml: 'trang web (MHTML)',
  txt: 'văn bản thuần (.txt)',
  pdf: 'tệp PDF',
  png: 'ảnh PNG',
  jpeg: 'ảnh JPEG',
  heic: 'ảnh HEIC',
  tiff: 'ảnh TIFF',
  gif: 'ảnh GIF',
  webp: 'ảnh WebP',
  bmp: 'ảnh BMP',
  xlsx: 'bảng tính Excel (.xlsx)',
  xls: 'bảng tính Excel (.xls)',
  pptx: 'bài trình chiếu PowerPoint (.pptx)',
  ppt: 'bài trình chiếu PowerPoint (.ppt)',
  ods: 'bảng tính OpenDocument (.ods)',
  'ole-encrypted': 'tệp Office có mật khẩu',
  ole: 'tệp Office không phải văn bản',
  zip: 'tệp nén ZIP',
  archive: 'tệp nén (RAR, 7z, GZ)',
  'word-xml': 'văn bản Word lưu dạng XML',
  program: 'chương trình máy tính',
  unknown: 'dữ liệu không rõ loại',
}

/** What else is not read, as «Chưa đọc được …» names it. */
export const refusedTexts = { oldWord: 'văn bản Word 6.0/95', packing: 'kiểu nén của tệp này' } as const

/** How lists that number in words write their numbers. */
export const numberTexts = {
  upToTen: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'],
  ten: 'mười',
  tens: 'mươi',
  fiveBehindTens: 'lăm',
  oneBehindTens: 'mốt',
} as const
