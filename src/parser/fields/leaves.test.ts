import { expect, it } from 'vitest'
import type { Field } from '../contract.ts'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readFields } from './read-fields.ts'

function titlesOf(...lines: readonly string[]) {
  const text = `ỦY BAN NHÂN DÂN XÃ BÌNH HÒA
Số: 12/KH-UBND
Bình Hòa, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Nhân rộng điển hình tiên tiến năm 2026
Ủy ban nhân dân xã Bình Hòa ban hành Kế hoạch như sau:
I. CÁC LĨNH VỰC, NỘI DUNG
${lines.join('\n')}
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng: đôn đốc.
2. Các thôn: họp dân.`
  const outline = outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] })
  return planWithSources<Field[]>(readFields(outline).fields).value.map(({ ordinal }) => ordinal)
}

const OTHER = ['2. Đối với người cao tuổi nêu gương', 'Cá nhân mẫu mực. Giao Hội Người cao tuổi xã chọn 02 cá nhân.']

it('a part that has all that a field has is one, though its brothers show less', () => {
  const part = [
    '1.1. Xóm sạch đường hoa',
    'Tập thể giữ đường sạch.',
    'Giao Hội Phụ nữ xã chủ trì.',
    'Chọn ít nhất 02 tập thể.',
  ]
  const poor = ['1.2. Những việc còn lại do các xóm tự chọn lấy cho hợp với sức mình.']
  const parts = ['1. Đối với mô hình, điển hình về đời sống', ...part, ...poor]
  expect(titlesOf(...parts, ...OTHER)).toEqual(['1.1', '2'])
})

it('labels of criteria with numbers of their own stay in their field', () => {
  const labels = [
    '2.1. Đối với tập thể: giữ đường sạch, chọn 02 tập thể.',
    '2.2. Đối với cá nhân: trồng hoa, chọn 03 cá nhân.',
  ]
  const field = ['2. Phong trào “Đường hoa”', 'Giao Hội Phụ nữ xã chủ trì.', ...labels]
  expect(
    titlesOf('1. Phong trào “Nhà sạch”', 'Hộ gia đình gọn gàng. Giao Hội Nông dân xã chọn 02 hộ.', ...field),
  ).toEqual(['1', '2'])
})
