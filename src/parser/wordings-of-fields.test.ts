import { describe, expect, it } from 'vitest'
import { parsePlan } from './parse-plan.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng, nhân rộng điển hình tiên tiến năm 2026\n\n'
const OPENING = 'Thực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch với các nội dung như sau:'
const FOOT = '\n\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn A'

function read(...body: readonly string[]) {
  const text = `${HEAD}${[OPENING, ...body].join('\n\n')}${FOOT}`
  return parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }).plan
}

const fieldsOf = (...body: readonly string[]) =>
  read('I. MỤC ĐÍCH', 'Động viên nhân dân.', ...body).fields.map(({ ordinal, title, lead, criteria, targets }) => [
    ordinal,
    title,
    lead,
    criteria.map(({ subject, text }) => `${subject}: ${text}`),
    targets.map(({ min, subject }) => `${min} ${subject}`),
  ])

describe('headings that count in words', () => {
  it.each([
    ['Lĩnh vực 1: Chăn nuôi sạch', '1', 'Chăn nuôi sạch'],
    ['Lĩnh vực 2. Chăn nuôi sạch', '2', 'Chăn nuôi sạch'],
    ['Lĩnh vực thứ nhất – Chăn nuôi sạch', 'thứ nhất', 'Chăn nuôi sạch'],
    ['Lĩnh vực (3): chăn nuôi sạch', '3', 'chăn nuôi sạch'],
    ['Nhóm II: Chăn nuôi sạch', 'II', 'Chăn nuôi sạch'],
    ['Phong trào thi đua thứ hai: “Ngõ sạch”', 'thứ hai', '“Ngõ sạch”'],
    ['Cuộc vận động số 4: “Ngõ sạch”', '4', '“Ngõ sạch”'],
    ['Mô hình 1: Tổ tự quản đường làng', '1', 'Tổ tự quản đường làng'],
    ['- Nội dung 2: Chăn nuôi sạch', '2', 'Chăn nuôi sạch'],
    ['* Lĩnh vực 5: Chăn nuôi sạch', '5', 'Chăn nuôi sạch'],
  ])('«%s»', (heading, ordinal, title) => {
    expect(
      fieldsOf(
        'II. CÁC LĨNH VỰC VÀ TIÊU CHUẨN ĐIỂN HÌNH',
        heading,
        '+ Đơn vị chủ trì: Hội Nông dân xã.',
        '+ Tiêu chuẩn: Hộ gia đình có chuồng trại hợp vệ sinh.',
        '+ Chỉ tiêu: 02 hộ gia đình.',
      ),
    ).toEqual([
      [ordinal, title, ['Hội Nông dân xã'], ['household: Hộ gia đình có chuồng trại hợp vệ sinh.'], ['2 household']],
    ])
  })

  it.each([
    ['Một là, ', 'Một là'],
    ['Hai là: ', 'Hai là'],
    ['Ba là ', 'Ba là'],
    ['Thứ tư, ', 'Thứ tư'],
    ['Thứ năm là: ', 'Thứ năm'],
  ])('«%s…»', (mark, ordinal) => {
    expect(
      fieldsOf(
        'II. NỘI DUNG ĐIỂN HÌNH',
        `${mark}điển hình trong giữ rừng đầu nguồn: Cá nhân báo tin cháy sớm. Giao Hạt Kiểm lâm Lâm Thủy chủ trì, lựa chọn 03 cá nhân.`,
        'Ngoài hai nội dung trên, các thôn có thể giới thiệu gương thuộc nội dung khác.',
      ),
    ).toEqual([
      [
        ordinal,
        'điển hình trong giữ rừng đầu nguồn',
        ['Hạt Kiểm lâm Lâm Thủy'],
        ['individual: Cá nhân báo tin cháy sớm.'],
        ['3 individual'],
      ],
    ])
  })

  it('takes «Thứ hai, ngày …» for a day and «Nội dung 1: …» without exemplars for no field', () => {
    expect(
      fieldsOf('II. LỊCH LÀM VIỆC', 'Thứ hai, ngày 09/3/2026: họp thôn.', 'Nội dung 1: Họp bàn với các thôn.'),
    ).toEqual([])
  })
})

describe('the lettering of the Party', () => {
  it.each([
    ['a- ', 'b- '],
    ['a - ', 'b - '],
    ['a – ', 'b – '],
  ])('reads «%s» and «%s» as letters', (a, b) => {
    expect(
      fieldsOf(
        'II. CÁC NHÓM ĐIỂN HÌNH',
        `${a}Điển hình “Bản không rượu say”`,
        '- Đối với tập thể: Chi bộ bản ký cam kết.',
        `${b}Điển hình “Nhà sàn ba sạch”`,
        '- Đối với hộ gia đình: Chuồng trại cách nhà ở.',
      ).map(([ordinal, title]) => [ordinal, title]),
    ).toEqual([
      ['a', 'Điển hình “Bản không rượu say”'],
      ['b', 'Điển hình “Nhà sàn ba sạch”'],
    ])
  })

  it('sets A and B under the Roman heading in which they stand', () => {
    const plan = read(
      'I. MỤC ĐÍCH',
      'Động viên.',
      'II. NỘI DUNG',
      'A. Tiêu chuẩn chung',
      'Có đạo đức tốt.',
      'B. Điển hình theo lĩnh vực',
      '1. Điển hình trong làm muối',
      'Hộ gia đình có ruộng muối sạch.',
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Phòng Kinh tế: tổng hợp kết quả.',
    )
    expect(plan.generalCriteria).toEqual(['Có đạo đức tốt.'])
    expect(plan.fields.map(({ title }) => title)).toEqual(['Điển hình trong làm muối'])
    expect(plan.assignments.map(({ unit, tasks }) => [unit, ...tasks])).toEqual([
      ['Phòng Kinh tế', 'tổng hợp kết quả.'],
    ])
  })
})

describe('items that are headed by the unit', () => {
  it.each([
    [
      'Hội Cựu chiến binh xã: lựa chọn 02 hội viên tiêu biểu trong phong trào “Giữ đất giữ làng”. Tiêu chuẩn: Cá nhân gương mẫu, hiến đất mở đường.',
      'phong trào “Giữ đất giữ làng”',
      'Hội Cựu chiến binh xã',
    ],
    [
      'Hội Cựu chiến binh xã chủ trì lựa chọn 02 cá nhân tiêu biểu trong cuộc vận động “Giữ đất giữ làng”. Tiêu chuẩn: Cá nhân gương mẫu, hiến đất mở đường.',
      'cuộc vận động “Giữ đất giữ làng”',
      'Hội Cựu chiến binh xã',
    ],
    [
      'Giao Ban Thanh tra nhân dân xã giới thiệu 02 cá nhân điển hình trong lĩnh vực giám sát đầu tư. Tiêu chuẩn: Cá nhân gương mẫu, hiến đất mở đường.',
      'lĩnh vực giám sát đầu tư',
      'Ban Thanh tra nhân dân xã',
    ],
  ])('«%s»', (item, title, lead) => {
    const plan = read('I. MỤC ĐÍCH', 'Động viên.', 'II. PHÂN CÔNG LỰA CHỌN ĐIỂN HÌNH THEO LĨNH VỰC', `1. ${item}`)
    expect(plan.fields.map((field) => [field.ordinal, field.title, field.lead, field.targets.length])).toEqual([
      ['1', title, [lead], 1],
    ])
    expect(plan.fields[0]?.criteria).toEqual([{ subject: 'individual', text: 'Cá nhân gương mẫu, hiến đất mở đường.' }])
    expect(plan.assignments).toEqual([])
  })

  it('leaves a number that only hands on its own field to that field', () => {
    expect(
      fieldsOf(
        'II. CÁC PHONG TRÀO',
        '1. Phong trào “Giữ đất giữ làng”',
        '1.1. Tiêu chuẩn: Cá nhân gương mẫu.',
        '1.2. Hội Cựu chiến binh xã lựa chọn 02 cá nhân trong phong trào “Giữ đất giữ làng”.',
      ),
    ).toEqual([
      [
        '1',
        'Phong trào “Giữ đất giữ làng”',
        ['Hội Cựu chiến binh xã'],
        ['individual: Cá nhân gương mẫu.'],
        ['2 individual'],
      ],
    ])
  })
})

describe('headings in capitals without numbers', () => {
  it.each([[''], ['III. ']])('«%sTHỜI GIAN THỰC HIỆN» closes the fields above it', (mark) => {
    const plan = read(
      'MỤC ĐÍCH',
      'Động viên.',
      'CÁC LĨNH VỰC LỰA CHỌN',
      'Lĩnh vực nghề cá:',
      '- Hộ gia đình: Không dùng lưới mắt nhỏ.',
      '- Phấn đấu có ít nhất 02 hộ gia đình.',
      `${mark}THỜI GIAN THỰC HIỆN`,
      'Phát động: tháng 4/2026.',
    )
    expect(plan.fields.map(({ title, period, targets }) => [title, period, targets.length])).toEqual([
      ['Lĩnh vực nghề cá', null, 1],
    ])
  })
})

it.each([
  ['Giao Phòng Quản lý hoạt động xây dựng tham mưu, lựa chọn 01 tập thể.', 'Phòng Quản lý hoạt động xây dựng'],
  ['Giao Ban Quản lý đầu tư xây dựng lựa chọn 01 tập thể.', 'Ban Quản lý đầu tư xây dựng'],
  ['Ban Thanh niên nông thôn và đô thị chủ trì lựa chọn 01 tập thể.', 'Ban Thanh niên nông thôn và đô thị'],
])('keeps the name of the unit whole in «%s»', (sentence, unit) => {
  const [field] = fieldsOf(
    'II. CÁC LĨNH VỰC',
    '1. Điển hình trong an toàn lao động',
    'Tập thể không có tai nạn.',
    sentence,
  )
  expect(field?.[2]).toEqual([unit])
})
