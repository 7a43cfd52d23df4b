import { describe, expect, it } from 'vitest'
import { parsePlan } from '../parse-plan.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng, nhân rộng điển hình tiên tiến giai đoạn 2026 - 2028\n\n'
const FOOT = '\n\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn A'

function read(...body: readonly string[]) {
  const opening = 'Thực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:'
  const text = `${HEAD}${[opening, 'I. MỤC ĐÍCH', 'Động viên nhân dân.', ...body].join('\n\n')}${FOOT}`
  return parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }).plan
}

const stepsOf = (heading: string, ...body: readonly string[]) =>
  read(heading, ...body, 'III. KINH PHÍ', 'Tự lo.').milestones.map(({ from, to, text }) => [from, to, text])

describe('dated steps in other wordings', () => {
  it.each([
    ['Sơ kết: cuối tháng 6/2026.', ['2026-06', '2026-06', 'Sơ kết']],
    ['Thời gian tổ chức hội nghị: dự kiến ngày 19/5/2026.', ['2026-05', '2026-05', 'tổ chức hội nghị']],
    ['Giai đoạn 1 (2026): Lựa chọn.', ['2026-01', '2026-12', 'Lựa chọn.']],
    ['Năm thứ hai (2027): bồi dưỡng.', ['2027-01', '2027-12', 'bồi dưỡng.']],
    ['Giai đoạn 2028: Tổng kết.', ['2028-01', '2028-12', 'Tổng kết.']],
    ['2027: Nhân rộng.', ['2027-01', '2027-12', 'Nhân rộng.']],
    ['Từ 10/3 - 15/4/2026: họp dân.', ['2026-03', '2026-04', 'họp dân.']],
    ['Tuần cuối tháng 10/2026: chấm điểm.', ['2026-10', '2026-10', 'chấm điểm.']],
    ['Xây dựng kế hoạch, hoàn thành trước ngày 15/3/2026.', ['2026-03', '2026-03', 'Xây dựng kế hoạch']],
    [
      'Đợt 1: Thi đua chào mừng ngày thành lập (từ 19/5/2026 đến 02/9/2026).',
      ['2026-05', '2026-09', 'Thi đua chào mừng ngày thành lập'],
    ],
    ['Vận động nhân dân đăng ký trong tháng 4/2026.', ['2026-04', '2026-04', 'Vận động nhân dân đăng ký']],
    ['Năm 2027: bồi dưỡng; sơ kết vào quý IV/2027.', ['2027-01', '2027-12', 'bồi dưỡng; sơ kết vào quý IV/2027.']],
  ])('reads «%s»', (line, step) => {
    expect(stepsOf('II. TIẾN ĐỘ THỰC HIỆN', `- ${line}`)).toEqual([step])
  })

  it.each([
    ['Sơ kết vào quý II/2027; tổng kết vào quý IV/2028.', ['Sơ kết', 'tổng kết']],
    [
      'Ủy ban nhân dân xã sơ kết vào quý II/2027 và tổng kết vào quý IV/2028.',
      ['Ủy ban nhân dân xã sơ kết', 'tổng kết'],
    ],
    ['Trong quý II/2027, các thôn đăng ký; quý IV/2028, tổng kết.', ['các thôn đăng ký', 'tổng kết.']],
    ['Quý II/2027 phát động, quý IV/2028 tổng kết, khen thưởng.', ['phát động', 'tổng kết, khen thưởng.']],
    ['Quý II/2027: phát động, xét chọn tháng 6; quý IV/2028: tổng kết.', ['phát động, xét chọn tháng 6', 'tổng kết.']],
    ['Thời gian: Sơ kết vào quý II/2027, tổng kết vào quý IV/2028.', ['Sơ kết', 'tổng kết']],
    [
      'Phong trào thực hiện từ tháng 3/2026 đến tháng 12/2028, sơ kết vào quý II/2027, tổng kết vào quý IV/2028.',
      ['sơ kết', 'tổng kết'],
    ],
    ['Phát động trong quý II/2027. Tổng kết vào quý IV/2028.', ['Phát động', 'Tổng kết']],
    [
      'Đăng ký vào quý II/2027; tổ chức hội nghị biểu dương quý IV/2028.',
      ['Đăng ký', 'tổ chức hội nghị biểu dương quý IV/2028'],
    ],
  ])('divides «%s» where each clause has its time', (line, [first, second]) => {
    expect(stepsOf('II. THỜI GIAN', line)).toEqual([
      ['2027-04', '2027-06', first],
      ['2028-10', '2028-12', second],
    ])
  })

  it('takes what a section or item on «Sơ kết, tổng kết» says for steps, and the dates inside the tasks of units not', () => {
    expect(stepsOf('II. SƠ KẾT, TỔNG KẾT', 'Xã sơ kết vào quý II/2027 và tổng kết vào quý IV/2028.')).toEqual([
      ['2027-04', '2027-06', 'Xã sơ kết'],
      ['2028-10', '2028-12', 'tổng kết'],
    ])
    const item = '1. Sơ kết, tổng kết: Sơ kết vào quý II/2027; tổng kết vào quý IV/2028.'
    expect(stepsOf('II. TỔ CHỨC THỰC HIỆN', item, '2. Phòng Nội vụ tham mưu kế hoạch trong tháng 3/2026.')).toEqual([
      ['2027-04', '2027-06', 'Sơ kết'],
      ['2028-10', '2028-12', 'tổng kết'],
    ])
  })
})
