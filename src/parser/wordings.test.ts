import { describe, expect, it } from 'vitest'
import { parsePlan } from './parse-plan.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng, nhân rộng điển hình tiên tiến giai đoạn 2026 - 2028\n\n'
const OPENING = 'Thực hiện chỉ đạo của cấp trên'
const FOOT = '\n\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn A'

function read(body: readonly string[], opening = OPENING) {
  const lines = [
    `${opening}, Ủy ban nhân dân xã ban hành kế hoạch như sau:`,
    'I. MỤC ĐÍCH',
    'Động viên nhân dân.',
    ...body,
  ]
  const text = `${HEAD}${lines.join('\n\n')}${FOOT}`
  return parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }).plan
}

function fieldsOf(...body: string[]) {
  const { fields } = read(['II. NỘI DUNG XÂY DỰNG ĐIỂN HÌNH TRÊN CÁC LĨNH VỰC', ...body, 'III. KINH PHÍ', 'Tự lo.'])
  return fields.map(({ title, lead, coordinating, criteria, targets }) => ({
    title,
    lead,
    coordinating,
    criteria: criteria.map(({ subject, text }) => `${subject}: ${text}`),
    targets: targets.map(({ min, subject, per }) => [min, subject, per]),
  }))
}

const work = (...body: string[]) => read(['II. TỔ CHỨC THỰC HIỆN', ...body])
const owed = (...tasks: string[]) =>
  work('1. Các thôn', ...tasks).recurringDuties.map(({ cadence, deadline, to }) => [cadence, deadline, to])
const stepsOf = (...body: string[]) =>
  read(['II. CÁC BƯỚC TIẾN HÀNH', ...body]).milestones.map(({ from, to, text }) => [from, to, text])

describe('fields in other wordings', () => {
  it.each([
    ['Phấn đấu không quá 08 gương được đề nghị khen.', []],
    [
      'Cả giai đoạn phấn đấu có 12 cá nhân, 03 tập thể.',
      [
        [12, 'individual', null],
        [3, 'collective', null],
      ],
    ],
    ['Bình quân mỗi năm xây dựng được 04 mô hình trở lên.', [[4, 'model', 'năm']]],
    ['Trong năm kế hoạch chọn ít nhất 02 hộ gia đình.', [[2, 'household', null]]],
    ['Toàn xã phấn đấu có 0l cá nhân.', [[1, 'individual', null]]],
  ])('ends the criterion before «%s»', (sentence, targets) => {
    const [field] = fieldsOf('1. Phong trào “Làng không rác”', '- Cá nhân: Người dọn vệ sinh đều đặn.', sentence)
    expect(field?.criteria).toEqual(['individual: Người dọn vệ sinh đều đặn.'])
    expect(field?.targets).toEqual(targets)
  })

  it('takes «Đối với …» below a lettered heading for a label and families of their own for a new entry', () => {
    const found = fieldsOf(
      'a) Phong trào “Bếp ấm”',
      '- Đối với cá nhân: Biết nấu ăn đãi khách xa.',
      '- Chỉ tiêu: mỗi thôn 02 cá nhân.',
      'b) Người cao tuổi giữ nghề, truyền nghề',
      '- Đối với cá nhân: Dạy được học trò.',
      '- Chỉ tiêu: mỗi thôn 01 cá nhân.',
      'c) Phong trào “Cửa ngõ sáng”',
      '- Cá nhân biết giữ ngõ sạch.',
      '- Gia đình nhiều thế hệ sống hòa thuận.',
    )
    expect(found.map(({ title, criteria }) => [title, criteria])).toEqual([
      ['Phong trào “Bếp ấm”', ['individual: Biết nấu ăn đãi khách xa.']],
      ['Người cao tuổi giữ nghề, truyền nghề', ['individual: Dạy được học trò.']],
      [
        'Phong trào “Cửa ngõ sáng”',
        ['individual: Cá nhân biết giữ ngõ sạch.', 'household: Gia đình nhiều thế hệ sống hòa thuận.'],
      ],
    ])
  })

  it.each([
    [
      'Giao Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Chi cục Thủy lợi, Hạt Kiểm lâm, Thanh tra huyện, Khối thi đua số 2 lựa chọn.',
      ['Sở Văn hóa, Thể thao và Du lịch'],
      ['Chi cục Thủy lợi', 'Hạt Kiểm lâm', 'Thanh tra huyện', 'Khối thi đua số 2'],
    ],
    ['Phụ trách: Tổng phụ trách Đội, tổ Khoa học tự nhiên.', ['Tổng phụ trách Đội', 'tổ Khoa học tự nhiên'], []],
    ['Phụ trách: Phó Hiệu trưởng; các tổ chuyên môn phối hợp.', ['Phó Hiệu trưởng'], ['các tổ chuyên môn']],
    [
      'Giao Công đoàn trường chủ trì, phối hợp với Đoàn thanh niên, tổ văn phòng, y tế trường.',
      ['Công đoàn trường'],
      ['Đoàn thanh niên', 'tổ văn phòng', 'y tế trường'],
    ],
  ])('reads the units of «%s»', (sentence, lead, coordinating) => {
    const [field] = fieldsOf('1. Phong trào “Vườn trường”', '- Lớp: Trồng rau sạch.', sentence)
    expect([field?.lead, field?.coordinating]).toEqual([lead, coordinating])
  })
})

describe('work, duties and steps in other wordings', () => {
  it('keeps names that hold verbs and commas whole and drops words that only lead in', () => {
    const { assignments } = work(
      '1. Báo và phát thanh, truyền hình tỉnh',
      '- Mở chuyên mục.',
      '2. Thanh tra huyện là cơ quan thường trực, có nhiệm vụ:',
      '- Theo dõi.',
      '3. Khối thi đua các trường học',
      '- Chấm điểm chéo.',
    )
    expect(assignments.map(({ unit, tasks }) => [unit, tasks])).toEqual([
      ['Báo và phát thanh, truyền hình tỉnh', ['Mở chuyên mục.']],
      ['Thanh tra huyện', ['Theo dõi.']],
      ['Khối thi đua các trường học', ['Chấm điểm chéo.']],
    ])
  })

  it.each([
    [
      '- Báo cáo kết quả 6 tháng trước ngày 30/5, cả năm trước ngày 15/11 về Sở Nội vụ.',
      [
        ['halfYearly', 'trước ngày 30/5', 'Sở Nội vụ'],
        ['yearly', 'trước ngày 15/11', 'Sở Nội vụ'],
      ],
    ],
    [
      '- Báo cáo theo quý, 6 tháng và năm cho Ban Chỉ đạo xã.',
      [
        ['quarterly', null, 'Ban Chỉ đạo xã'],
        ['halfYearly', null, 'Ban Chỉ đạo xã'],
        ['yearly', null, 'Ban Chỉ đạo xã'],
      ],
    ],
    ['- Nộp danh sách hằng tháng cho Ban Giám hiệu (trước ngày 28).', [['monthly', 'trước ngày 28', 'Ban Giám hiệu']]],
    [
      '- Phản ánh kết quả về Phòng Lao động, Thương binh và Xã hội trước ngày 15 tháng đầu mỗi quý.',
      [['quarterly', 'trước ngày 15 tháng đầu mỗi quý', 'Phòng Lao động, Thương binh và Xã hội']],
    ],
    ['- Trình Hội đồng xã công nhận trước ngày 20/11 hằng năm.', [['yearly', 'trước ngày 20/11', 'Hội đồng xã']]],
    ['- Giới thiệu điển hình, ghi rõ ngày tháng năm sinh, quê quán.', []],
  ])('reads the duties of «%s»', (task, expected) => {
    expect(owed(task)).toEqual(expected)
  })

  it('reads steps that are named before their time, and clauses that each have a time', () => {
    expect(
      stepsOf(
        '- Đăng ký: Tháng 4/2026, các thôn lập danh sách.',
        '- Sơ kết: quý II năm 2027.',
        '- Tổ chức sơ kết vào quý III năm 2027; tổng kết vào quý III năm 2028.',
      ),
    ).toEqual([
      ['2026-04', '2026-04', 'các thôn lập danh sách.'],
      ['2027-04', '2027-06', 'Sơ kết'],
      ['2027-07', '2027-09', 'Tổ chức sơ kết'],
      ['2028-07', '2028-09', 'tổng kết'],
    ])
  })

  it('knows whom to tell behind «Khó khăn, vướng mắc báo …», with all subjects of its name', () => {
    const plan = work(
      '1. Các thôn: Đăng ký.',
      'Khó khăn, vướng mắc đề nghị báo về Ban Tuyên giáo, Dân vận và Văn hóa huyện để giải quyết./.',
    )
    expect(plan.difficultiesTo).toBe('Ban Tuyên giáo, Dân vận và Văn hóa huyện')
  })

  it('takes whoever proposes for the issuer of the submission', () => {
    const opening = 'Theo đề nghị của Trưởng phòng Kinh tế, Hạ tầng và Đô thị tại Tờ trình số 15/TTr-KT ngày 10/02/2026'
    expect(read([], opening).citations.map(({ number, issuer }) => [number, issuer])).toEqual([
      ['15/TTr-KT', 'Trưởng phòng Kinh tế, Hạ tầng và Đô thị'],
    ])
  })
})
