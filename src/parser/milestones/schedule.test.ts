import { expect, it } from 'vitest'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readMilestones } from './read-milestones.ts'

const BEFORE = `ỦY BAN NHÂN DÂN
XÃ LÂM THỦY
Số: 11/KH-UBND
Lâm Thủy, ngày 02 tháng 3 năm 2026
KẾ HOẠCH
Xây dựng điển hình tiên tiến giai đoạn 2026 - 2028
Ủy ban nhân dân xã ban hành kế hoạch như sau:
I. MỤC ĐÍCH
Lan tỏa gương tốt.
`

function steps(heading: string, ...lines: readonly string[]) {
  const text = `${BEFORE}${heading}\n${lines.join('\n')}\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn A`
  const { value } = readMilestones(outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }))
  return planWithSources(value).value.map(({ from, to, text: said }) => [from, to, said])
}

it('a section is about time when every paragraph begins with a year or a stage, whatever its heading', () => {
  expect(
    steps(
      'II. LÀM VÀO LÚC NÀO',
      '1. Năm 2026: ban hành kế hoạch, lập danh sách nguồn.',
      '2. Giai đoạn 2 (2027): bồi dưỡng, nhân ra diện rộng.',
      '3. Năm 2028: tổng kết; biên soạn kỷ yếu.',
    ),
  ).toEqual([
    ['2026-01', '2026-12', 'ban hành kế hoạch, lập danh sách nguồn.'],
    ['2027-01', '2027-12', 'bồi dưỡng, nhân ra diện rộng.'],
    ['2028-01', '2028-12', 'tổng kết; biên soạn kỷ yếu.'],
  ])
})

it('what is over and what has no end are times too, though no steps', () => {
  expect(
    steps(
      'II. KHI NÀO',
      '- Đã hoàn thành trong tháng 3/2026: khảo sát, lập nguồn.',
      '- Tháng 7/2026: tuyên dương đợt một.',
      '- Từ tháng 01/2027 trở đi: duy trì, nhân rộng.',
    ),
  ).toEqual([['2026-07', '2026-07', 'tuyên dương đợt một.']])
})

it('numbers year by year are aims, whatever stands above them', () => {
  const years = ['- Năm 2026: 02 tập thể, 05 cá nhân.', '- Năm 2027: 03 tập thể.', '- Năm 2028: 04 tập thể.']
  expect(steps('II. LÀM ĐƯỢC BAO NHIÊU', ...years)).toEqual([])
  const aims = ['- Năm 2026: các thôn có gương.', '- Năm 2027: các xóm có gương.', '- Năm 2028: mọi nhà có gương.']
  expect(steps('II. MỤC TIÊU', ...aims)).toEqual([])
})
