import { describe, expect, it } from 'vitest'
import { outlineOf } from '../outline/outline-of.ts'
import { Read } from '../read.ts'
import { readDifficulties } from './read-difficulties.ts'

function read(body: string): string | null {
  const text = `KẾ HOẠCH\nXây dựng điển hình tiên tiến\nThực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:\nI. MỤC ĐÍCH\nKịp thời tháo gỡ khó khăn, vướng mắc.\nII. TỔ CHỨC THỰC HIỆN\n1. Công an xã: Giữ gìn trật tự.\n${body}\nNơi nhận:\n- Lưu: VT.`
  const { value } = readDifficulties(outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }))
  return value instanceof Read ? value.value : value
}

describe('whom to tell when something stands in the way', () => {
  it.each([
    [
      'Đồng chí nào gặp khó khăn khi thực hiện thì báo cho Ban Chấp hành Công đoàn biết để hỗ trợ.',
      'Ban Chấp hành Công đoàn',
    ],
    [
      'Trường hợp có phát sinh khó khăn thì các Tổ Thuế thông tin ngay để Phòng Tổ chức cán bộ phối hợp xử lý.',
      'Phòng Tổ chức cán bộ',
    ],
    [
      'Khó khăn, vướng mắc (nếu có) phản ánh về Ủy ban nhân dân tỉnh qua Sở Nội vụ, điện thoại 0900.000.000, để giải quyết.',
      'Ủy ban nhân dân tỉnh qua Sở Nội vụ',
    ],
    ['Có gì vướng mắc, hội viên gặp chị Chi hội trưởng Lò Thị A để được giải thích.', 'chị Chi hội trưởng Lò Thị A'],
    ['Nếu có vướng mắc, kịp thời báo cáo cấp có thẩm quyền xem xét.', 'cấp có thẩm quyền'],
    [
      'Trong quá trình thực hiện, nếu có vướng mắc, kịp thời báo cáo Ủy ban nhân dân xã (qua Phòng Nội vụ) để xem xét, giải quyết./.',
      'Ủy ban nhân dân xã (qua Phòng Nội vụ)',
    ],
    [
      'Trong quá trình thực hiện nếu có khó khăn, vướng mắc đề nghị các đơn vị phản ánh về Sở Nội vụ tổng hợp, tham mưu./.',
      'Sở Nội vụ',
    ],
    [
      'Nếu có phát sinh vướng mắc, thông tin về Cán bộ Nội vụ để tổng hợp, trình Ủy ban nhân dân xã quyết định./.',
      'Cán bộ Nội vụ',
    ],
    [
      'Mọi vướng mắc xin liên hệ với Văn phòng Đảng ủy (đ/c Chánh Văn phòng, số điện thoại 0900.000.000)./.',
      'Văn phòng Đảng ủy (đ/c Chánh Văn phòng, số điện thoại 0900.000.000)',
    ],
    ['Các thôn kịp thời báo cáo Ủy ban nhân dân xã khi có vướng mắc phát sinh./.', 'Ủy ban nhân dân xã'],
    ['Có khó khăn vướng mắc các bộ phận trao đổi trực tiếp, phản ánh về Hiệu trưởng để điều chỉnh.', 'Hiệu trưởng'],
    ['Neu co vuong mac, bao cao Uy ban nhan dan xa de xem xet./.', 'Uy ban nhan dan xa'],
    [
      'Trường hợp có nội dung chưa rõ, đề nghị các đơn vị trao đổi với Phòng Nội vụ (ĐT: 0900) để thống nhất.',
      'Phòng Nội vụ (ĐT: 0900)',
    ],
    [
      'Yêu cầu các đơn vị nghiêm túc thực hiện; có vướng mắc thì báo ngay cho Thường trực Đảng ủy xử lý.',
      'Thường trực Đảng ủy',
    ],
    ['Có gì chưa rõ, các chi hội liên hệ Ban Thường vụ Hội để được giải đáp.', 'Ban Thường vụ Hội'],
    [
      'Những vấn đề phát sinh, vượt thẩm quyền, các đơn vị gửi về Sở Nội vụ (qua Ban Thi đua) để xem xét.',
      'Sở Nội vụ (qua Ban Thi đua)',
    ],
    ['Trong quá trình triển khai, có vấn đề cần trao đổi, đề nghị liên hệ Phòng Chính trị.', 'Phòng Chính trị'],
    ['Nếu có điểm nào không phù hợp, các đơn vị kịp thời đề xuất Ban Giám hiệu điều chỉnh.', 'Ban Giám hiệu'],
    ['Mọi vướng mắc đề nghị phản ánh qua phòng Nội vụ qua số điện thoại 0900.000.000.', 'phòng Nội vụ'],
    [
      'Đề nghị các thôn nghiêm túc thực hiện; khó khăn, vướng mắc báo cáo Ủy ban nhân dân xã (qua Phòng Nội vụ)./.',
      'Ủy ban nhân dân xã (qua Phòng Nội vụ)',
    ],
    ['Yêu cầu các thôn thực hiện nghiêm; vướng mắc phản ánh về Phòng Kinh tế để giải quyết.', 'Phòng Kinh tế'],
    ['Các chi hội chủ động thực hiện, quá trình triển khai vướng mắc liên hệ Văn phòng Hội.', 'Văn phòng Hội'],
    ['Các thôn chủ động thực hiện; nếu khó khăn thì báo ngay Phòng Nội vụ.', 'Phòng Nội vụ'],
    ['Gặp khó khăn, các thôn làm việc trực tiếp với Phòng Kinh tế.', 'Phòng Kinh tế'],
    ['Khi gặp trở ngại, các thôn báo cáo Ủy ban nhân dân xã.', 'Ủy ban nhân dân xã'],
    ['Nội dung chưa rõ, liên lạc với Văn phòng Đoàn xã.', 'Văn phòng Đoàn xã'],
    ['Có nội dung cần trao đổi, đề nghị gọi về Phòng Nội vụ để được giải đáp.', 'Phòng Nội vụ'],
    [
      'Nếu có vướng mắc, phản ánh về Ban Tuyên giáo, Nữ công (số máy lẻ 12) để tháo gỡ.',
      'Ban Tuyên giáo, Nữ công (số máy lẻ 12)',
    ],
    ['Nếu có vướng mắc, liên hệ Phòng Nội vụ, Điện thoại: 0900.000.000.', 'Phòng Nội vụ'],
    ['Nếu có vướng mắc, liên hệ Phòng Nội vụ, Email: a@b.vn.', 'Phòng Nội vụ'],
    ['Nếu có vướng mắc, trao đổi qua PX09 (Đội Tham mưu) để thống nhất.', 'PX09 (Đội Tham mưu)'],
    ['Nếu có vướng mắc, trao đổi với Thuế cơ sở 7 (Tổ Hành chính).', 'Thuế cơ sở 7 (Tổ Hành chính)'],
    ['Nếu có vướng mắc, gửi về Phòng Nội vụ 01 bản để tổng hợp.', 'Phòng Nội vụ'],
    ['Trên đây là Kế hoạch xây dựng điển hình./.', null],
    ['2. Phòng Nội vụ: tổng hợp khó khăn, vướng mắc báo cáo Ủy ban nhân dân tỉnh.', null],
    ['2. Phòng Nội vụ: tổng hợp kết quả, khó khăn, vướng mắc báo cáo Ủy ban nhân dân tỉnh.', null],
    ['2. Sở Tài chính: tháo gỡ khó khăn, vướng mắc, báo cáo Ủy ban nhân dân tỉnh.', null],
  ])('reads «%s»', (body, expected) => {
    expect(read(body)).toBe(expected)
  })
})
