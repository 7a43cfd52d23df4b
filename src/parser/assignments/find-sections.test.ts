import { describe, expect, it } from 'vitest'
import { parsePlan } from '../parse-plan.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến giai đoạn 2026 - 2028\n\nỦy ban nhân dân xã ban hành kế hoạch như sau:\n\nI. MỤC ĐÍCH\n\nĐộng viên nhân dân.\n\n'
const FOOT = '\n\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn A'

function workOf(...body: readonly string[]) {
  const text = `${HEAD}${body.join('\n\n')}${FOOT}`
  const { plan } = parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] })
  return plan.assignments.map(({ unit, tasks }) => [unit, ...tasks])
}

describe('the section on who does what', () => {
  it.each([
    ['TRIỂN KHAI THỰC HIỆN'],
    ['BIỆN PHÁP THỰC HIỆN'],
    ['CÔNG TÁC TỔ CHỨC'],
    ['CHỈ ĐẠO, ĐIỀU HÀNH'],
    ['CÔNG TÁC PHỐI HỢP VÀ TỔ CHỨC THỰC HIỆN'],
    ['PHÂN CÔNG, PHÂN NHIỆM'],
    ['NHIỆM VỤ CỦA CÁC CẤP, CÁC NGÀNH'],
    ['KINH PHÍ VÀ TỔ CHỨC THỰC HIỆN'],
  ])('stands under «%s» where units follow', (heading) => {
    expect(workOf(`II. ${heading}`, '1. Phòng Nội vụ: tham mưu.', '2. Các thôn: họp dân.')).toEqual([
      ['Phòng Nội vụ', 'tham mưu.'],
      ['Các thôn', 'họp dân.'],
    ])
  })

  it('does not stand under «Biện pháp thực hiện» where measures follow', () => {
    const measures = ['1. Tuyên truyền sâu rộng.', '2. Các đơn vị làm tốt việc phát hiện.', '3. Kiểm tra, đôn đốc.']
    expect(workOf('II. BIỆN PHÁP THỰC HIỆN', ...measures)).toEqual([])
  })

  it('is an article a unit where articles say whose they are', () => {
    const body = ['Điều 4. Trách nhiệm của Phòng Nội vụ', '1. Tham mưu.', '2. Tổng hợp.']
    expect(workOf(...body, 'Điều 5. Trách nhiệm của các thôn', '1. Họp dân.')).toEqual([
      ['Phòng Nội vụ', 'Tham mưu.', 'Tổng hợp.'],
      ['các thôn', 'Họp dân.'],
    ])
  })

  it('holds units on lines of their own, in the armed forces as well', () => {
    const staff = ['Cơ quan Chính trị', 'Tham mưu.', 'Tổng hợp kết quả thi đua.']
    expect(workOf('II. TỔ CHỨC THỰC HIỆN', ...staff, 'Các đại đội', 'Bình xét hằng tháng.')).toEqual([
      staff,
      ['Các đại đội', 'Bình xét hằng tháng.'],
    ])
  })

  it('holds units with decimal numbers below a level', () => {
    const body = [
      '1. Cấp tỉnh',
      '1.1. Ban Nữ công',
      '- Theo dõi.',
      '2. Cấp cơ sở',
      '2.1. Công đoàn cơ sở',
      '- Bình xét.',
    ]
    expect(workOf('II. TỔ CHỨC THỰC HIỆN', ...body)).toEqual([
      ['Ban Nữ công', 'Theo dõi.'],
      ['Công đoàn cơ sở', 'Bình xét.'],
    ])
  })

  it('divides dashes that the print has joined on one line', () => {
    const body = ['1. Phòng Nội vụ: - Tham mưu kế hoạch; - Tổng hợp kết quả.', '2. Các thôn: họp dân - chọn gương.']
    expect(workOf('II. TỔ CHỨC THỰC HIỆN', ...body)).toEqual([
      ['Phòng Nội vụ', 'Tham mưu kế hoạch;', 'Tổng hợp kết quả.'],
      ['Các thôn', 'họp dân - chọn gương.'],
    ])
  })

  it('holds what two bodies promise each other, each below its own heading', () => {
    const body = ['1. Trách nhiệm của Ủy ban nhân dân xã', '1.1. Chỉ đạo các ban, ngành.', '1.2. Bố trí kinh phí.']
    const other = [
      '2. Trách nhiệm của Hội Nông dân xã',
      '2.1. Vận động nhân dân.',
      '3. Trách nhiệm chung',
      'Hai bên họp hằng quý.',
    ]
    expect(workOf('II. TRÁCH NHIỆM THỰC HIỆN', ...body, ...other)).toEqual([
      ['Ủy ban nhân dân xã', 'Chỉ đạo các ban, ngành.', 'Bố trí kinh phí.'],
      ['Hội Nông dân xã', 'Vận động nhân dân.'],
    ])
  })

  it('takes a dash whose unit no list knows among dashes that name units', () => {
    const body = [
      '- Phòng Nội vụ tham mưu.',
      '- Già làng, người có uy tín vận động bà con.',
      '- Công an xã giữ trật tự.',
    ]
    expect(workOf('II. TỔ CHỨC THỰC HIỆN', ...body)).toEqual([
      ['Phòng Nội vụ', 'tham mưu.'],
      ['Già làng, người có uy tín', 'vận động bà con.'],
      ['Công an xã', 'giữ trật tự.'],
    ])
  })
})
