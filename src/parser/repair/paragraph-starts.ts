import { isCapitals } from '../../core/text/fold.ts'
import { findMark } from '../outline/marks.ts'

/** How a sentence ends. */
export const TERMINAL = /[.!?…]["”’)]*$|\.\s?\/\s?\.?$/

/** «chuyển đổi số», «dân tộc thiểu số»: here the word asks for no figure and does not want to go on. */
export const DIGITAL =
  /(?:chuyển đổi|kinh tế|xã hội|công nghệ|chính quyền|chính phủ|kỹ năng|công dân|học vụ|nền tảng|dữ liệu|hạ tầng|không gian|môi trường|kỷ nguyên|thiết bị|năng lực|văn hóa|cộng đồng|nông thôn|gia đình|kỹ thuật|thiểu|dân) số$/iu

/** Words that are capital only at the head of a sentence; the second group also stands inside names of bodies («Ban» / «Tổ chức …»). */
const ONLY_FIRST =
  /^(?:Là|Giao|Đề nghị|Yêu cầu|Các|Những|Mỗi|Tập thể|Cá nhân|Gia đình|Hộ|Đơn vị|Thực hiện|Tham mưu|Chỉ đạo|Phối hợp|Triển khai|Tăng cường|Căn cứ|Trên|Đẩy mạnh|Tiếp tục|Có|Đối với|Trong|Để|Nhằm|Phát huy|Phát hiện|Hướng dẫn|Tổng hợp|Theo dõi|Chủ trì|Chủ động|Thường xuyên|Định kỳ|Lựa chọn|Quan tâm|Khi|Nếu|Được|Bảo đảm|Đảm bảo|Nâng cao|Huy động|Vận động|Ngoài|Hằng|Hàng|Sau|Trước|Góp phần|Không|Phấn đấu|Hoàn thành)(?![\p{L}])/u
const FIRST_OR_NAME =
  /^(?:Tổ chức|Xây dựng|Tuyên truyền|Kiểm tra|Bồi dưỡng|Nông dân|Doanh nghiệp|Hợp tác xã|Công tác|Phong trào|Nội dung|Thời gian|Học sinh|Giáo viên|Cán bộ|Công nhân|Công chức|Viên chức|Người (?:dân|lao động)|Đoàn viên|Hội viên|Đảng viên|Sinh viên|Nghệ nhân|Chiến sĩ|Thôn|Khu dân cư|Khu phố|Chi bộ|Chi hội|Tổ dân phố|Mô hình|Điển hình)(?![\p{L}])/u

/** Whether the next line begins with a word that is capital only where a sentence begins. */
export function beginsSentence(before: string, next: string): boolean {
  return ONLY_FIRST.test(next) || (FIRST_OR_NAME.test(next) && /(?:^|\s)\p{Ll}+["”]?$/u.test(before))
}

/** Behind a finished bullet these begin a paragraph, however full its last line is: who is told what, and words of farewell. */
const OPENS_PARAGRAPH =
  /^(?:(?:Giao|Đề nghị|Phân công) (?!các nội|nhiệm)\p{Lu}|Các [\p{Ll} ]{3,30} (?:chủ trì|lựa chọn|giới thiệu)(?![\p{L}])|Trên đây là )/u

/** `head` is the first line of the paragraph before, `before` its last characters. */
export function opensParagraph(head: string, before: string, next: string): boolean {
  return OPENS_PARAGRAPH.test(next) && TERMINAL.test(before) && findMark(head) !== null
}

/** A line in capitals of three words and more is a heading, not the rest of a sentence. */
export const isHeadline = (text: string): boolean =>
  isCapitals(text) && text.split(/\s+/).length >= 3 && /\p{Lu}{3}/u.test(text)
