import { expect, it } from 'vitest'
import { parsePlan } from '../parse-plan.ts'

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng, nhân rộng điển hình tiên tiến năm 2026\n\n'

function fieldsOf(...lines: readonly string[]) {
  const body = ['Ủy ban nhân dân xã ban hành kế hoạch như sau:', 'I. MỤC ĐÍCH', 'Động viên nhân dân.', ...lines]
  const text = `${HEAD}${[...body, 'III. KINH PHÍ', 'Tự lo.'].join('\n\n')}\n\nCHỦ TỊCH\n\nLê Văn A`
  return parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }).plan.fields
}

it('takes short numbered titles for fields though a full stop ends them', () => {
  const fields = fieldsOf(
    'II. Những mặt cần xây dựng điển hình',
    '1. Nông dân trồng rừng, giữ rừng.',
    '+ Hộ gia đình trồng từ một hecta rừng gỗ lớn.',
    'Hội Nông dân xã tham mưu. Mỗi thôn xây dựng 02 hộ gia đình.',
    '2. Thôn xóm không rác.',
    '+ Thôn thu gom rác đúng ngày.',
    'Phòng Kinh tế tham mưu. Mỗi năm chọn 01 thôn.',
  )
  expect(fields.map(({ title, lead, targets }) => [title, lead, targets.map(({ min }) => min)])).toEqual([
    ['Nông dân trồng rừng, giữ rừng', ['Hội Nông dân xã'], [2]],
    ['Thôn xóm không rác', ['Phòng Kinh tế'], [1]],
  ])
})

it('reads «Số gương cần có:» as the numbers of the field', () => {
  const [field] = fieldsOf(
    'II. CÁC LĨNH VỰC XÂY DỰNG ĐIỂN HÌNH',
    '1. Lĩnh vực trồng rừng',
    '- Tiêu chuẩn: Cá nhân trồng rừng giỏi.',
    '- Số gương cần có: 01 tổ, 06 cá nhân.',
    '2. Lĩnh vực khuyến học',
    '- Tiêu chuẩn: Dòng họ hiếu học.',
    '- Số dòng họ cần chọn: 02 dòng họ.',
  )
  expect(field?.criteria.map(({ text }) => text)).toEqual(['Cá nhân trồng rừng giỏi.'])
  expect(field?.targets.map(({ min, subject }) => [min, subject])).toEqual([
    [1, 'collective'],
    [6, 'individual'],
  ])
})
