import type { Span } from '../../core/text/source.ts'
import type { Question } from '../contract.ts'

/** A question on the value at a JSON pointer; `reason` is a Vietnamese sentence. */
export function ask(path: string, passage: Span, reason: string, candidates: readonly string[] = []): Question {
  return { path, passage: { start: passage.start, end: passage.end }, reason, candidates: [...candidates] }
}

export const REASONS = {
  noPlan: (type: string | null) =>
    type === null
      ? 'Văn bản này không có tên loại kế hoạch nên chỉ đọc phần đầu và phần cuối. Anh/chị xác nhận đây có phải là kế hoạch không.'
      : `Văn bản này là ${type.toLowerCase()}, không phải kế hoạch, nên chỉ đọc phần đầu và phần cuối. Anh/chị xác nhận giúp.`,
  noType: 'Không thấy tên loại văn bản. Anh/chị chọn giúp loại văn bản.',
  noTitle: 'Không thấy trích yếu của văn bản. Anh/chị nhập giúp.',
  noIssuer: 'Không thấy cơ quan ban hành ở phần đầu hay trong câu ban hành. Anh/chị nhập giúp.',
  issuerDiffers: 'Tên cơ quan ở phần đầu khác với cơ quan mà câu ban hành nêu. Anh/chị chọn tên đúng.',
  unclearNumber: 'Chỗ ghi số văn bản không đọc được. Anh/chị nhập giúp số, hoặc để trống nếu chưa có số.',
  unclearDate: 'Ngày, tháng, năm ban hành có phần không đọc được. Anh/chị nhập giúp phần còn thiếu.',
  twoPeriods: 'Trích yếu có hơn một khoảng thời gian. Anh/chị chọn thời gian mà kế hoạch áp dụng.',
  noPeriod: 'Không thấy thời gian áp dụng hoặc không thấy ngày kết thúc. Anh/chị nhập giúp nếu có.',
  noSigner: 'Không thấy họ tên người ký. Anh/chị nhập giúp nếu văn bản đã được ký.',
  unreadPage: (page: number) =>
    `Trang ${page} có hình hoặc chữ mà máy không đọc được. Anh/chị xem bản gốc; nếu trang có nội dung, hãy quét lại trang này hoặc nhập tay.`,
  aside: (page: number, words: string) =>
    `Trang ${page} có chữ viết theo chiều khác, chưa đưa vào nội dung: «${words}». Anh/chị xem có phải là phần của kế hoạch không.`,
  uncertainWords: 'Máy nhận dạng chữ không chắc những từ này. Anh/chị so với bản giấy.',
} as const
