import { expect, it } from 'vitest'
import { parsePlan } from './parse-plan.ts'

const source = (text: string) => ({ text, lines: 'wrapped', tables: [], notes: [], uncertain: [] }) as const
const letter = (subject: string, body: string, type = '') =>
  parsePlan(
    source(`ỦY BAN NHÂN DÂN
XÃ BÌNH SƠN
Số: 12/UBND-VHXH
V/v ${subject}

Bình Sơn, ngày 5 tháng 3 năm 2026
${type}
Kính gửi: Các ban, ngành, đoàn thể xã.

Thực hiện Kế hoạch số 3/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân xã triển khai một số nội dung sau:
${body}
Trân trọng./.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Văn Mẫu
`),
  )
const FIELDS = `
1. Về đối tượng
Tập thể, cá nhân có thành tích tiêu biểu.
2. Lĩnh vực lựa chọn điển hình tiên tiến
2.1. Phong trào “Xây dựng nông thôn mới”
Hộ gia đình hiến đất mở đường. Giao Mặt trận Tổ quốc xã lựa chọn 02 hộ gia đình.
2.2. Phong trào “Học tập suốt đời”
Cá nhân vượt khó học tập. Giao Hội Khuyến học xã lựa chọn 03 cá nhân.
3. Phân công
- Văn phòng: tổng hợp hồ sơ, trình Hội đồng xét.
- Các thôn: họp dân, lập danh sách gửi về Văn phòng trước ngày 30/4/2026.
Nếu có vướng mắc đề nghị liên hệ Phòng Văn hóa - Xã hội.
`

it.each(['', 'CÔNG VĂN'])(
  'a letter that hands out fields in points is read as a plan, its kind «%s» asked for',
  (type) => {
    const { plan, questions } = letter('lựa chọn, giới thiệu điển hình tiên tiến năm 2026', FIELDS, type)
    expect(plan).toMatchObject({
      document: { number: '12/UBND-VHXH', place: 'Bình Sơn', date: { year: 2026, month: 3, day: 5 } },
      citations: [{ number: '3/KH-UBND', basis: true }],
      fields: [
        { ordinal: '2.1', title: 'Phong trào “Xây dựng nông thôn mới”', lead: ['Mặt trận Tổ quốc xã'] },
        { ordinal: '2.2', title: 'Phong trào “Học tập suốt đời”', lead: ['Hội Khuyến học xã'] },
      ],
      assignments: [{ unit: 'Văn phòng' }, { unit: 'Các thôn' }],
      difficultiesTo: 'Phòng Văn hóa - Xã hội',
    })
    expect(questions.map(({ path }) => path).includes('/document/type')).toBe(type === '')
  },
)

it('a letter that only asks for something in points is no plan', () => {
  const { plan, questions } = letter(
    'báo cáo kết quả phong trào thi đua năm 2026',
    '1. Báo cáo kết quả phong trào thi đua gửi về Phòng Nội vụ trước ngày 15/6/2026.\n2. Đề xuất, kiến nghị với Ủy ban nhân dân tỉnh (nếu có).\n',
  )
  expect({ ...plan, document: null }).toEqual({
    document: null,
    citations: [],
    generalCriteria: [],
    fields: [],
    milestones: [],
    recurringDuties: [],
    assignments: [],
    difficultiesTo: null,
    targets: [],
  })
  expect(questions.map(({ path }) => path)).toEqual(['/document/type'])
})
