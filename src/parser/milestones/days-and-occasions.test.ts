import { describe, expect, it } from 'vitest'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readMilestones } from './read-milestones.ts'

/** The steps of a plan whose title names the year 2026. */
function stepsOf(...lines: readonly string[]) {
  const header =
    'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến năm 2026\nThực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:'
  const text = [header, ...lines, 'Nơi nhận:', '- Lưu: VT.', 'CHỦ TỊCH', 'Lê Văn A'].join('\n')
  const { value } = readMilestones(outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }))
  return planWithSources(value).value.map(({ from, to, text: said }) => [from, to, said])
}

describe('days and occasions in front of a step', () => {
  it.each([
    ['Từ 15/8 đến 15/9:', '2026-08', '2026-09'],
    ['Từ ngày 15/8 đến hết 15/9:', '2026-08', '2026-09'],
    ['15/8 - 15/9:', '2026-08', '2026-09'],
    ['Từ 10 đến 25/8:', '2026-08', '2026-08'],
    ['Từ ngày 10 đến ngày 25/8/2026:', '2026-08', '2026-08'],
    ['Trước 15/8:', '2026-08', '2026-08'],
    ['Chậm nhất 15/8:', '2026-08', '2026-08'],
    ['15/8:', '2026-08', '2026-08'],
    ['Tuần thứ 2 tháng 8:', '2026-08', '2026-08'],
    ['Tháng 8 - 9:', '2026-08', '2026-09'],
    ['Dịp 20/11:', '2026-11', '2026-11'],
    ['Nhân dịp 20/11/2026:', '2026-11', '2026-11'],
    ['Nhân ngày 20/11,', '2026-11', '2026-11'],
    ['Chào mừng ngày 20/11:', '2026-11', '2026-11'],
    ['Dịp Ngày hội đọc sách (21/4/2026):', '2026-04', '2026-04'],
    ['Nhân dịp kỷ niệm ngày truyền thống (15/10/1930 - 15/10/2026):', '2026-10', '2026-10'],
    ['Vào dịp khai giảng (tháng 9):', '2026-09', '2026-09'],
    ['Tuần lễ hiến kế (từ 05/5 đến 12/5):', '2026-05', '2026-05'],
    ['Quý II:', '2026-04', '2026-06'],
    ['Nhân dịp Quốc khánh 2/9:', '2026-09', '2026-09'],
    ['Từ đầu tháng 3 đến cuối tháng 5/2026:', '2026-03', '2026-05'],
    ['Tuần 3, 4 tháng 8/2026:', '2026-08', '2026-08'],
    ['T11/2026:', '2026-11', '2026-11'],
    ['Hạn chót 30/4:', '2026-04', '2026-04'],
    ['Sáng ngày 20/11/2026:', '2026-11', '2026-11'],
    ['08 giờ 00, ngày 20/11/2026:', '2026-11', '2026-11'],
    ['Thứ Sáu, ngày 20/11/2026:', '2026-11', '2026-11'],
    ['Học kỳ II (từ tháng 01 đến tháng 5/2026):', '2026-01', '2026-05'],
    ['Cuối năm:', '2026-10', '2026-12'],
  ])('reads «%s»', (time, from, to) => {
    expect(stepsOf('I. TIẾN ĐỘ', `- ${time} họp dân chọn gương.`)).toEqual([[from, to, 'họp dân chọn gương.']])
  })

  it.each([
    ['Họp dân: từ 15/8 đến 15/9.', '2026-08', '2026-09', 'Họp dân'],
    ['Bước 1: phát động (tháng 3).', '2026-03', '2026-03', 'phát động'],
    ['Họp dân chọn gương (hoàn thành trước 30/9).', '2026-09', '2026-09', 'Họp dân chọn gương'],
    [
      'Tổ chức gặp mặt nhân Ngày đọc sách (21/4/2026).',
      '2026-04',
      '2026-04',
      'Tổ chức gặp mặt nhân Ngày đọc sách (21/4/2026).',
    ],
  ])('reads «%s», where the time stands behind', (line, from, to, text) => {
    expect(stepsOf('I. TIẾN ĐỘ', `- ${line}`)).toEqual([[from, to, text]])
  })

  it.each([
    ['Đạt 3/4 số hộ đăng ký.'],
    ['Vận động được 2/3 tổng số hội viên, đến 3/4 số hội viên.'],
    ['Tổ chức gặp mặt nhân kỷ niệm ngày truyền thống (15/10/1930).'],
    ['Dịp 20/11 hằng năm: trao thưởng.'],
    ['Vào dịp sơ kết (tháng 7) và tổng kết (tháng 12): biểu dương.'],
    ['Mô hình 5/7 thôn có sân chơi.'],
  ])('takes «%s» for none', (line) => {
    expect(stepsOf('I. TIẾN ĐỘ', `- ${line}`)).toEqual([])
  })
})
