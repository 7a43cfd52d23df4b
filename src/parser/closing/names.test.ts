import { expect, it } from 'vitest'
import { personName } from './names.ts'
import { officeCase } from './offices.ts'

it.each([
  ['Trần Thị Hải Yến', 'Trần Thị Hải Yến'],
  ['TRẦN THỊ HẢI YẾN', 'Trần Thị Hải Yến'],
  ['Đại tá Lò Văn Pánh', 'Lò Văn Pánh'],
  ['PGS.TS. Võ Minh An', 'Võ Minh An'],
  ['Trương Thị Đoàn', 'Trương Thị Đoàn'],
  ["H'Lan Niê", "H'Lan Niê"],
  ['1ê Văn Bình', 'Lê Văn Bình'],
  ['Lưu: VT', null],
  ['Chánh Thanh Tra', null],
  ['Ủy Ban Nhân Dân', null],
  ['bản sao gửi kèm', null],
])('%s as a name is %s', (text, name) => {
  expect(personName(text)).toBe(name)
})

it.each([
  ['PHÓ CHỦ TỊCH', 'Phó Chủ tịch'],
  ['PHÓ CHỦ TỊCH THƯỜNG TRỰC', 'Phó Chủ tịch Thường trực'],
  ['TRƯỞNG BẠN', 'Trưởng ban'],
  ['THỦ TRƯỞNG ĐƠN VỊ', 'Thủ trưởng đơn vị'],
  ['CHỦ TỊCH ỦY BAN NHÂN DÂN', 'Chủ tịch Ủy ban nhân dân'],
  ['Giám đốc Sở', 'Giám đốc Sở'],
])('%s as an office is %s', (printed, office) => {
  expect(officeCase(printed)).toBe(office)
})
