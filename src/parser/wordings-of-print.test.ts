import { describe, expect, it } from 'vitest'
import { parsePlan } from './parse-plan.ts'

const HEAD = 'ỦY BAN NHÂN DÂN\nXÃ SÔNG ĐÀN\nSố: 7/KH-UBND\nSông Đàn, ngày 02 tháng 3 năm 2026\n'
const OPENING = 'Thực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:\n'
const FOOT = 'Nơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Đông\n'

const planOf = (text: string) => parsePlan({ text, lines: 'wrapped', tables: [], notes: [], uncertain: [] }).plan

const titled = (...lines: readonly string[]) =>
  planOf(`${HEAD}KẾ HOẠCH\n${lines.join('\n')}\nI. MỤC ĐÍCH\nĐộng viên.\n${FOOT}`).document.title

describe('titles printed without empty lines', () => {
  const title = 'Nêu gương người lao động giỏi, học tập và làm theo lời Bác giai đoạn 2026 - 2030'

  it.each([
    [
      'a second line in small letters',
      ['Nêu gương người lao động giỏi, học tập và làm', 'theo lời Bác giai đoạn 2026 - 2030', OPENING],
    ],
    [
      'a stage of years over two lines',
      ['Nêu gương người lao động giỏi, học tập và làm theo lời Bác giai đoạn 2026', '- 2030', OPENING],
    ],
    [
      'a first sentence of the body behind the years',
      [title, 'Hưởng ứng lời kêu gọi của Chủ tịch tỉnh, xã ban hành kế hoạch:'],
    ],
    ['the body that issues the document in capitals', [title, 'ỦY BAN NHÂN DÂN XÃ SÔNG ĐÀN', OPENING]],
  ])('%s', (_, lines) => {
    expect(titled(...lines)).toBe(title)
  })
})

const body = (...lines: readonly string[]) =>
  planOf(`${HEAD}KẾ HOẠCH\nNêu gương người lao động giỏi năm 2026\n\n${OPENING}${lines.join('\n')}\n${FOOT}`)

/** Enough lines of print, each broken in the middle of a sentence, to know how wide the print is. */
const PRINT = Array.from(
  { length: 8 },
  (_, i) =>
    `${i + 1}. Giúp bà con nhìn thấy việc làm hay ngay ở thôn mình, học được cách làm của nhau và tự\nlàm lại cho hợp với đất, với nước của từng bãi sông.`,
)

describe('lines of print', () => {
  it('a date on a line of its own is no page number', () => {
    const { recurringDuties } = body(
      'I. MỤC ĐÍCH',
      ...PRINT,
      'II. TỔ CHỨC THỰC HIỆN',
      '1. Phòng Kinh tế: tổng hợp kết quả của các thôn, báo cáo Ủy ban nhân dân xã trước ngày',
      '30/11.',
      '',
      '2. Các thôn: bình chọn công khai.',
    )
    expect(recurringDuties.map(({ deadline, by }) => [deadline, by])).toEqual([['trước ngày 30/11', 'Phòng Kinh tế']])
  })

  it('a sentence that breaks off at the edge of the print goes on, whatever its next letter is', () => {
    const { assignments } = body(
      'I. MỤC ĐÍCH',
      ...PRINT,
      'II. TỔ CHỨC THỰC HIỆN',
      '1. Mặt trận Tổ quốc xã giám sát việc bình chọn ở các thôn ven sông; tuyên truyền, vận động',
      'Nhân dân học tập, làm theo.',
      '2. Các thôn: bình chọn công khai.',
    )
    expect(assignments.map(({ tasks }) => tasks)).toEqual([
      ['giám sát việc bình chọn ở các thôn ven sông; tuyên truyền, vận động Nhân dân học tập, làm theo.'],
      ['bình chọn công khai.'],
    ])
  })

  it('a new wording in quotes has a heading and paragraphs of its own', () => {
    const { fields } = body(
      'I. NỘI DUNG SỬA ĐỔI, BỔ SUNG',
      '1. Sửa đổi điểm 2.1 khoản 2 mục II như sau:',
      '“2.1. Điển hình trong nghề đóng thuyền',
      'Là cá nhân truyền nghề cho ít nhất hai người trẻ. Giao Hội Nông dân xã chủ trì lựa chọn 02 cá nhân.”',
    )
    expect(fields.map(({ ordinal, title, lead }) => [ordinal, title, ...lead])).toEqual([
      ['2.1', 'Điển hình trong nghề đóng thuyền', 'Hội Nông dân xã'],
    ])
  })
})

it('lines without dashes below «- Tiêu chuẩn chung:» are general criteria', () => {
  const { generalCriteria } = body(
    'I. TIÊU CHUẨN',
    '- Tiêu chuẩn chung của tập thể, cá nhân:',
    'Sống có tình làng nghĩa xóm; Giữ sạch bến nước.',
    '- Tiêu chuẩn cụ thể: theo từng lĩnh vực.',
    'II. TỔ CHỨC THỰC HIỆN',
    '1. Các thôn: bình chọn công khai.',
  )
  expect(generalCriteria).toEqual(['Sống có tình làng nghĩa xóm', 'Giữ sạch bến nước.'])
})

it('finds the name of the signer below the recipients when its indent is lost', () => {
  const plan = planOf(
    `${HEAD}KẾ HOẠCH\nNêu gương\n\n${OPENING}I. MỤC ĐÍCH\nĐộng viên.\n` +
      'Nơi nhận:                              TM. ỦY BAN NHÂN DÂN\n- Thường trực Đảng ủy;                      CHỦ TỊCH\n- Lưu: VT.\nĐinh Thị Bến\n',
  )
  expect(plan.document.signer).toEqual({ name: 'Đinh Thị Bến', position: 'Chủ tịch', authority: 'TM. ỦY BAN NHÂN DÂN' })
  expect(plan.document.recipients).toEqual(['Thường trực Đảng ủy', 'Lưu: VT'])
})

it('ends «II. NỘI DUNG» above a field in capitals', () => {
  const body = [
    'II. NỘI DUNG',
    'LÀM ĐƯỜNG THÔN XÓM',
    'Tiêu chí: Thôn sạch đẹp, hộ gia đình hiến đất.',
    'Giao Phòng Kinh tế chủ trì. Mỗi năm chọn 02 tập thể.',
    'CANH ĐÊM GIỮ LÀNG',
    'Tiêu chí: Tổ tự quản hoạt động tốt.',
    'Giao Công an xã chủ trì. Mỗi năm chọn 01 tập thể.',
  ].join('\n')
  const { fields } = planOf(
    `${HEAD}KẾ HOẠCH\nNhân rộng điển hình tiên tiến năm 2026\n${OPENING}I. MỤC ĐÍCH\nĐộng viên.\n${body}\n${FOOT}`,
  )
  expect(fields.map(({ title, lead }) => [title, lead])).toEqual([
    ['LÀM ĐƯỜNG THÔN XÓM', ['Phòng Kinh tế']],
    ['CANH ĐÊM GIỮ LÀNG', ['Công an xã']],
  ])
})
