import { describe, expect, it } from 'vitest'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readAssignments } from './read-assignments.ts'

const HEADER =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến năm 2026\nThực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:\nI. MỤC ĐÍCH\nĐộng viên nhân dân.\n'

/** Units and their tasks below a section. */
function workOf(...body: readonly string[]) {
  const text = `${HEADER}${body.join('\n')}\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn A`
  const read = readAssignments(outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }))
  return planWithSources(read.value).value.map(({ unit, tasks }) => [unit, ...tasks])
}

describe('brothers that name units', () => {
  it('make the section, whatever its heading says', () => {
    const dashes = ['- Bí thư chi bộ: lãnh đạo chung.', '- Trưởng thôn: họp dân.', '- Bà con trong thôn: làm theo.']
    expect(workOf('II. AI LÀM VIỆC GÌ', ...dashes)).toEqual([
      ['Bí thư chi bộ', 'lãnh đạo chung.'],
      ['Trưởng thôn', 'họp dân.'],
      ['Bà con trong thôn', 'làm theo.'],
    ])
    const items = [
      '1. Phòng Tổ chức',
      '- Đôn đốc.',
      '2. Các khoa',
      '- Đăng ký.',
      '3. Công đoàn, Đoàn Thanh niên phối hợp phát động.',
    ]
    expect(workOf('II. AI LÀM VIỆC GÌ', ...items)).toEqual([
      ['Phòng Tổ chức', 'Đôn đốc.'],
      ['Các khoa', 'Đăng ký.'],
      ['Công đoàn, Đoàn Thanh niên', 'phối hợp phát động.'],
    ])
  })

  it('are two units with their tasks, stand below a line that introduces them, and before times and closing words', () => {
    const two = ['1. Phòng Nội vụ thông báo nội dung sửa đổi.', '2. Các thôn điều chỉnh danh sách.']
    expect(workOf('II. AI LÀM VIỆC GÌ', ...two).map(([unit]) => unit)).toEqual(['Phòng Nội vụ', 'Các thôn'])
    const introduced = ['UBND xã giao:', '- Phòng Kinh tế: lồng ghép vốn.', '- Công an xã: hướng dẫn các thôn.']
    expect(workOf('II. AI LÀM VIỆC GÌ', ...introduced).map(([unit]) => unit)).toEqual(['Phòng Kinh tế', 'Công an xã'])
    const more = [
      '- Ban Thường vụ Hội: xét chọn.',
      '- Đề nghị Trạm Y tế: giới thiệu hội viên.',
      '- Các chi hội: bình chọn.',
      'Các chi hội có khó khăn thì phản ánh về Ban Thường vụ Hội để cùng tháo gỡ.',
    ]
    expect(workOf('II. AI LÀM VIỆC GÌ', ...more).map(([unit]) => unit)).toEqual([
      'Ban Thường vụ Hội',
      'Trạm Y tế',
      'Các chi hội',
    ])
  })

  it('at the end of a plan go before a section named so below a field', () => {
    const field = ['II. NỘI DUNG', '1. Phong trào “Đường hoa”', '1.1. Phân công thực hiện', '- Hội Phụ nữ xã chủ trì.']
    const last = [
      'III. AI LÀM VIỆC GÌ',
      '1. Văn phòng: tổng hợp.',
      '2. Công an xã: giữ trật tự.',
      '3. Các thôn: họp dân.',
    ]
    expect(workOf(...field, ...last).map(([unit]) => unit)).toEqual(['Văn phòng', 'Công an xã', 'Các thôn'])
  })

  it('carry one that no list knows, also on plain lines', () => {
    const lines = ['Phòng Hành chính: in phiếu.', 'Phòng Kỹ thuật: kiểm phiếu.', 'Lớp trưởng các lớp: thu phiếu.']
    expect(workOf('II. TRÁCH NHIỆM', ...lines).map(([unit]) => unit)).toEqual([
      'Phòng Hành chính',
      'Phòng Kỹ thuật',
      'Lớp trưởng các lớp',
    ])
  })

  it('stand below a heading that speaks of many, levels and groups opened', () => {
    const levels = ['1. Cấp tỉnh', 'a) Ban Thường vụ: chỉ đạo chung.', 'b) Ban Tuyên giáo: viết bài.']
    expect(workOf('II. TRÁCH NHIỆM CỦA CÁC CẤP', ...levels, '2. Cấp cơ sở: phát hiện gương.')).toEqual([
      ['Ban Thường vụ', 'chỉ đạo chung.'],
      ['Ban Tuyên giáo', 'viết bài.'],
      ['Cấp cơ sở', 'phát hiện gương.'],
    ])
    const office = [
      '1. Các phòng thuộc Ban',
      '1.1. Phòng Tuyên truyền, báo chí - xuất bản: là đầu mối.',
      '1.2. Văn phòng Ban: lo kinh phí.',
    ]
    expect(workOf('II. TỔ CHỨC THỰC HIỆN', ...office, '2. Các chi bộ: quán triệt.').map(([unit]) => unit)).toEqual([
      'Phòng Tuyên truyền, báo chí - xuất bản',
      'Văn phòng Ban',
      'Các chi bộ',
    ])
  })

  it.each([
    ['Phòng Tổng hợp – theo dõi tiến độ.', ['Phòng Tổng hợp', 'theo dõi tiến độ.']],
    [
      'Công chức Địa chính – xây dựng phối hợp với các thôn.',
      ['Công chức Địa chính – xây dựng', 'phối hợp với các thôn.'],
    ],
    ['Bưu điện xã nhận và chuyển phiếu bình chọn.', ['Bưu điện xã', 'nhận và chuyển phiếu bình chọn.']],
    ['Đội Tuyên truyền lưu động dựng tiểu phẩm.', ['Đội Tuyên truyền lưu động', 'dựng tiểu phẩm.']],
    [
      'Đề nghị Báo và phát thanh, truyền hình tỉnh tăng thời lượng.',
      ['Báo và phát thanh, truyền hình tỉnh', 'tăng thời lượng.'],
    ],
    [
      'Đề nghị Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo các sở lồng ghép.',
      ['Đảng ủy Ủy ban nhân dân tỉnh', 'lãnh đạo các sở lồng ghép.'],
    ],
  ])('end their names before the task: «%s»', (line, entry) => {
    expect(workOf('II. TỔ CHỨC THỰC HIỆN', `1. ${line}`, '2. Các thôn: họp dân.')[0]).toEqual(entry)
  })

  it.each([
    ['Các cơ quan tham mưu lĩnh vực tại Mục III'],
    ['Các phòng, đơn vị chủ trì lĩnh vực'],
    ['Các đơn vị đầu mối phong trào'],
  ])('keep what they are known by: «%s»', (unit) => {
    const items = [`1. ${unit}`, '- Báo cáo kết quả.', `2. ${unit}: rà soát, lập danh sách.`]
    expect(workOf('II. TỔ CHỨC THỰC HIỆN', ...items)).toEqual([
      [unit, 'Báo cáo kết quả.'],
      [unit, 'rà soát, lập danh sách.'],
    ])
  })

  it('are no things that somebody sees to', () => {
    expect(workOf('II. PHÂN CÔNG', '- Kinh phí: do Kế toán lo.', '- Hội trường: do Văn phòng chuẩn bị.')).toEqual([])
  })

  it('are not told what the closing words tell everybody', () => {
    const items = ['1. Phòng Nội vụ: tham mưu.', '2. Các thôn: họp dân.']
    const close = 'Trên cơ sở nội dung Kế hoạch, các đơn vị chủ động cụ thể hóa và tổ chức thực hiện.'
    const asked = 'Ban Thường vụ đề nghị các đơn vị nghiêm túc. Khó khăn, vướng mắc xin thông tin về Văn phòng.'
    expect(workOf('II. TỔ CHỨC THỰC HIỆN', ...items, close, asked)).toEqual([
      ['Phòng Nội vụ', 'tham mưu.'],
      ['Các thôn', 'họp dân.'],
    ])
  })
})
