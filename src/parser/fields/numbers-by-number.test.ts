import { expect, it } from 'vitest'
import { parsePlan } from '../parse-plan.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng, nhân rộng điển hình tiên tiến năm 2026\n\n'

function fieldsOf(last: string) {
  const body = [
    'Ủy ban nhân dân xã ban hành kế hoạch như sau:',
    'I. MỤC ĐÍCH',
    'Động viên nhân dân.',
    'II. CÁC PHONG TRÀO',
    '1. Phong trào làm đường: Thôn, hộ gia đình có nhiều đóng góp. Đầu mối: Phòng Kinh tế.',
    '2. Phong trào giúp bạn: Doanh nghiệp, cá nhân hảo tâm. Đầu mối: Hội Nông dân xã.',
    last,
    'III. KINH PHÍ',
    'Tự lo.',
  ]
  const text = `${HEAD}${body.join('\n\n')}\n\nCHỦ TỊCH\n\nLê Văn A`
  const { fields } = parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }).plan
  return fields.map(({ targets }) => targets.map(({ min, subject, period }) => [min, subject, period?.from ?? null]))
}

it.each(['ở nội dung', 'phong trào'])('gives each field the numbers behind «%s N»', (words) => {
  expect(
    fieldsOf(`Chỉ tiêu phấn đấu trong năm 2026: ${words} 1 có 02 thôn và 05 hộ gia đình; ${words} 2 có 04 cá nhân.`),
  ).toEqual([
    [
      [2, 'collective', '2026-01'],
      [5, 'household', '2026-01'],
    ],
    [[4, 'individual', '2026-01']],
  ])
})
