import { describe, expect, it } from 'vitest'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readAssignments } from './read-assignments.ts'

const HEADER =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến năm 2026\nThực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:'

function read(...items: readonly string[]) {
  const text = [HEADER, 'I. TỔ CHỨC THỰC HIỆN', ...items, 'Nơi nhận:', '- Lưu: VT.', 'CHỦ TỊCH', 'Lê Văn A'].join('\n')
  const { value } = readAssignments(outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }))
  return planWithSources(value).value.map(({ unit, tasks }) => [unit, ...tasks])
}

const first = (line: string) => read(`1. ${line}`, '2. Các thôn: họp dân.')[0]

describe('names that say what a body does', () => {
  const names: readonly [string, string][] = [
    ['Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc', 'tham mưu, lựa chọn gương.'],
    ['Đội Xây dựng phong trào bảo vệ an ninh Tổ quốc', 'hướng dẫn các thôn.'],
    ['Phòng Cảnh sát quản lý hành chính về trật tự xã hội', 'làm đầu mối.'],
    ['Phòng Cảnh sát thi hành án hình sự và hỗ trợ tư pháp', 'tổng hợp gương.'],
    ['Phòng Cảnh sát bảo vệ cơ động', 'chủ trì diễn tập.'],
    ['Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ', 'tham mưu kế hoạch.'],
    ['Phòng Quản lý đào tạo, bồi dưỡng', 'lập danh sách.'],
    ['Phòng Hướng dẫn bảo vệ dân phố', 'tham mưu kế hoạch.'],
    ['Trung tâm Tư vấn và hỗ trợ nông dân', 'giới thiệu mô hình.'],
    ['Trung tâm Hỗ trợ phát triển doanh nghiệp', 'phối hợp tuyên truyền.'],
    ['Ban Bảo vệ, chăm sóc sức khỏe cán bộ', 'tham mưu kế hoạch.'],
    ['Câu lạc bộ Xây dựng gia đình hạnh phúc', 'giới thiệu gương.'],
    ['Chi cục Quản lý chất lượng và tổ chức sản xuất', 'hướng dẫn nông dân.'],
    ['Phòng Theo dõi, đánh giá', 'tổng hợp số liệu.'],
    ['Phòng Tham mưu tổng hợp', 'theo dõi phong trào.'],
    ['Ban Chỉ đạo thực hiện Quy chế dân chủ', 'kiểm tra các thôn.'],
    ['Liên đoàn Lao động xã', 'chủ trì, tổng hợp.'],
    ['Liên đoàn Lao động', 'chủ trì, tổng hợp.'],
    ['Hội đồng', 'chủ trì, tổng hợp.'],
    ['Phòng Giao thông', 'báo cáo kết quả.'],
  ]
  it.each(names)('stay whole: «%s %s»', (unit, task) => {
    expect(first(`${unit} ${task}`)).toEqual([unit, task])
    expect(first(`${unit}: ${task}`)).toEqual([unit, task])
  })

  it.each([
    ['Phòng Nội vụ', 'xây dựng kế hoạch, tham mưu Ủy ban nhân dân xã.'],
    ['Phòng Quản lý đô thị', 'kiểm tra việc thực hiện quy định và phối hợp biểu dương.'],
    ['Phòng Quản lý đô thị', 'tuyên truyền, phối hợp biểu dương.'],
    ['Đội Cảnh sát giao thông', 'bảo vệ trật tự, phối hợp tuyên truyền.'],
    ['Phòng Bảo vệ chính trị nội bộ', 'thẩm định lý lịch gương.'],
    ['Ban Tổ chức', 'xây dựng quy chế và tham mưu kế hoạch.'],
    ['Công an xã', 'xây dựng mô hình và tham mưu kế hoạch.'],
    ['Phòng Nội vụ, Phòng Kinh tế', 'đồng chủ trì, tổng hợp.'],
    ['Tòa án nhân dân khu vực 3', 'nêu việc hay.'],
    ['Đảng ủy viên phụ trách thôn', 'dự sinh hoạt, gợi ý.'],
  ])('end where the task begins: «%s %s»', (unit, task) => {
    expect(first(`${unit} ${task}`)).toEqual([unit, task])
  })
})

describe('people and bodies whose first word looks like a task', () => {
  it.each([
    ['Báo cáo viên, Cổng thông tin điện tử xã'],
    ['Báo cáo viên, tuyên truyền viên các chi bộ'],
    ['Hướng dẫn viên bảo tàng'],
    ['Tổ chức Đảng các doanh nghiệp'],
    ['Tổ chức đoàn thể các cấp'],
    ['Giúp việc Ban Chỉ đạo'],
  ])('are told what to do: «%s»', (unit) => {
    for (const mark of ['2.', '-']) {
      const others = mark === '-' ? ['- Công an xã: giữ trật tự.'] : ['1. Công an xã: giữ trật tự.']
      expect(read(...others, `${mark} ${unit}: tăng tin, bài.`)).toEqual([
        ['Công an xã', 'giữ trật tự.'],
        [unit, 'tăng tin, bài.'],
      ])
    }
  })

  it.each([['Tổ chức hội nghị'], ['Tổ chức đăng ký'], ['Báo cáo'], ['Tuyên truyền'], ['Theo dõi, đôn đốc']])(
    'leaves «%s», which is a kind of work',
    (line) => {
      expect(read('1. Công an xã: giữ trật tự.', `2. ${line}: tăng tin, bài.`)).toEqual([
        ['Công an xã', 'giữ trật tự.'],
      ])
    },
  )
})
