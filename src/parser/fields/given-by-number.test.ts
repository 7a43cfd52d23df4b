import { expect, it } from 'vitest'
import { parsePlan } from '../parse-plan.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng, nhân rộng điển hình tiên tiến năm 2026\n\n'

function fieldsOf(...lines: readonly string[]) {
  const body = ['Ủy ban nhân dân xã ban hành kế hoạch như sau:', 'I. MỤC ĐÍCH', 'Động viên nhân dân.', ...lines]
  const text = `${HEAD}${[...body, 'III. KINH PHÍ', 'Tự lo.'].join('\n\n')}\n\nCHỦ TỊCH\n\nLê Văn A`
  return parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }).plan.fields
}

it('hands fields to those whom a paragraph behind the last one names by number', () => {
  const fields = fieldsOf(
    'II. CÁC PHONG TRÀO',
    '1. Phong trào làm đường: Thôn, hộ gia đình có nhiều đóng góp.',
    '2. Phong trào giúp bạn: Doanh nghiệp, cá nhân hảo tâm.',
    '3. Phong trào canh đêm: Tổ tự quản, cá nhân dũng cảm.',
    'Phòng Kinh tế phụ trách nội dung 1, 2; Công an xã phụ trách nội dung 3.',
  )
  expect(fields.map(({ lead, criteria }) => [lead, criteria.map(({ subject }) => subject)])).toEqual([
    [['Phòng Kinh tế'], ['collective', 'household']],
    [['Phòng Kinh tế'], ['enterprise', 'individual']],
    [['Công an xã'], ['collective', 'individual']],
  ])
})

it('reads headings of a kind and its field', () => {
  const fields = fieldsOf(
    'II. ĐIỂN HÌNH TIÊN TIẾN',
    '2. Tiêu chuẩn cụ thể:',
    '2.1. Tập thể điển hình tiên tiến trong xây dựng Đảng: Chi bộ hoàn thành tốt nhiệm vụ.',
    '2.2. Cá nhân điển hình tiên tiến trong lao động: Người lao động có sáng kiến.',
  )
  expect(fields.map(({ title, criteria }) => [title, criteria.map(({ text }) => text)])).toEqual([
    ['Tập thể điển hình tiên tiến trong xây dựng Đảng', ['Chi bộ hoàn thành tốt nhiệm vụ.']],
    ['Cá nhân điển hình tiên tiến trong lao động', ['Người lao động có sáng kiến.']],
  ])
})
