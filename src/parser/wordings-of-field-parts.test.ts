import { describe, expect, it } from 'vitest'
import { parsePlan } from './parse-plan.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng, nhân rộng điển hình tiên tiến năm 2026\n\n'
const FOOT = '\n\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn A'

/** The field below «1. Phong trào “Ngõ xóm bình yên”», whose paragraphs are given. */
function fieldOf(...lines: readonly string[]) {
  const body = [
    'Ủy ban nhân dân xã ban hành kế hoạch với các nội dung như sau:',
    'I. MỤC ĐÍCH',
    'Động viên nhân dân.',
    'II. CÁC LĨNH VỰC ĐIỂN HÌNH TIÊN TIẾN',
    '1. Phong trào “Ngõ xóm bình yên”',
    ...lines,
    '2. Phong trào “Nhà sạch vườn đẹp”',
    'Tập thể có nhiều đóng góp. Giao Phòng Tư pháp chủ trì.',
    'III. TỔ CHỨC THỰC HIỆN',
    '1. Phòng Nội vụ theo dõi.',
  ]
  const text = `${HEAD}${body.join('\n\n')}${FOOT}`
  const { fields } = parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }).plan
  const [field] = fields
  return {
    lead: field?.lead,
    with: field?.coordinating,
    criteria: field?.criteria.map((one) => `${one.subject}: ${one.text}`),
    targets: field?.targets.map(({ min, subject, per }) =>
      [min, subject, per].filter((part) => part !== null).join(' '),
    ),
  }
}

describe('parts of a field in one paragraph', () => {
  it.each([
    [
      'units behind the number',
      [
        'Số lượng: mỗi tổ chuyên môn 01 giáo viên. Phụ trách: đồng chí Phó Hiệu trưởng; Tổ trưởng các tổ chuyên môn phối hợp.',
      ],
      {
        lead: ['đồng chí Phó Hiệu trưởng'],
        with: ['Tổ trưởng các tổ chuyên môn'],
        criteria: [],
        targets: ['1 individual tổ chuyên môn'],
      },
    ],
    [
      'a unit behind the semicolon of a number',
      ['- Số lượng: mỗi tổ 01 người; Tổ trưởng chịu trách nhiệm giới thiệu.'],
      { lead: ['Tổ trưởng'], with: [], criteria: [], targets: ['1 individual tổ'] },
    ],
    [
      'criteria, leader, partner and numbers, sentence by sentence',
      [
        'Tập thể chi bộ đoàn kết. Đảng viên gương mẫu. Ban Xây dựng Đảng chủ trì, Văn phòng Đảng ủy phối hợp; năm 2026 chọn 02 tập thể, 05 cá nhân.',
      ],
      {
        lead: ['Ban Xây dựng Đảng'],
        with: ['Văn phòng Đảng ủy'],
        criteria: ['collective: Tập thể chi bộ đoàn kết.', 'individual: Đảng viên gương mẫu.'],
        targets: ['2 collective', '5 individual'],
      },
    ],
    [
      'a label in the middle',
      [
        'Đoàn xã phụ trách, phối hợp với Đoàn các trường. Tiêu chí: Đoàn viên hiến máu từ 02 lần. Số lượng: mỗi chi đoàn 01 đoàn viên.',
      ],
      {
        lead: ['Đoàn xã'],
        with: ['Đoàn các trường'],
        criteria: ['individual: Đoàn viên hiến máu từ 02 lần.'],
        targets: ['1 individual chi đoàn'],
      },
    ],
    [
      'an order in brackets',
      ['- Tập thể: có đổi mới (Công đoàn chủ trì chọn 01 tập thể).', '- Cá nhân: có sáng kiến.'],
      {
        lead: ['Công đoàn'],
        with: [],
        criteria: ['collective: có đổi mới', 'individual: có sáng kiến.'],
        targets: ['1 collective'],
      },
    ],
    [
      'whoever only «phối hợp» in a sentence of its own',
      ['Khoa Dược chủ trì. Khoa Xét nghiệm, Khoa Chẩn đoán hình ảnh phối hợp.'],
      { lead: ['Khoa Dược'], with: ['Khoa Xét nghiệm', 'Khoa Chẩn đoán hình ảnh'], criteria: [], targets: [] },
    ],
    [
      'partners on the next line',
      ['Phụ trách: Hội Nông dân xã; phối hợp:', 'Trạm Y tế xã, Công an xã.'],
      { lead: ['Hội Nông dân xã'], with: ['Trạm Y tế xã', 'Công an xã'], criteria: [], targets: [] },
    ],
    [
      'a condition with a number is no number owed',
      ['Cá nhân có từ 02 sáng kiến trở lên; tập thể có ít nhất 05 thành viên đạt lao động tiên tiến.'],
      {
        lead: [],
        with: [],
        criteria: [
          'individual: Cá nhân có từ 02 sáng kiến trở lên; tập thể có ít nhất 05 thành viên đạt lao động tiên tiến.',
          'collective: Cá nhân có từ 02 sáng kiến trở lên; tập thể có ít nhất 05 thành viên đạt lao động tiên tiến.',
        ],
        targets: [],
      },
    ],
    [
      'groups below a line on the content',
      ['Nội dung: học tập và làm theo Bác.', '- Tập thể tiêu biểu: có mô hình hay.', '- Cá nhân tiêu biểu: nêu gương.'],
      { lead: [], with: [], criteria: ['collective: có mô hình hay.', 'individual: nêu gương.'], targets: [] },
    ],
    [
      'what is said of a body is no list of units',
      ['Hội quán nông dân sinh hoạt đều; chủ nhiệm hội quán nhiệt tình.'],
      {
        lead: [],
        with: [],
        criteria: [
          'collective: Hội quán nông dân sinh hoạt đều; chủ nhiệm hội quán nhiệt tình.',
          'individual: Hội quán nông dân sinh hoạt đều; chủ nhiệm hội quán nhiệt tình.',
        ],
        targets: [],
      },
    ],
    [
      'a ceiling is neither criterion nor number',
      ['- Đối tượng, tiêu chuẩn: Giáo viên dạy giỏi.', 'Mỗi đơn vị không quá 02 tập thể và 03 cá nhân.'],
      { lead: [], with: [], criteria: ['individual: Giáo viên dạy giỏi.'], targets: [] },
    ],
  ])('%s', (_, lines, field) => {
    expect(fieldOf(...lines)).toEqual(field)
  })
})
