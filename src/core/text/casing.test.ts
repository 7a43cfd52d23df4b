import { expect, it } from 'vitest'
import { sentenceCase } from './casing.ts'

it('spells a name in capitals as the running text of the document spells it', () => {
  expect(sentenceCase('SỞ GIAO THÔNG - CÔNG CHÁNH', 'Giao Sở Giao thông - Công chánh chủ trì')).toBe(
    'Sở Giao thông - Công chánh',
  )
})

it.each([
  ['ỦY BAN NHÂN DÂN XÃ BÌNH SƠN', 'Ủy ban nhân dân xã Bình Sơn'],
  ['ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ', 'Ủy ban nhân dân thành phố Cần Thơ'],
  ['PHÒNG GIÁO DỤC VÀ ĐÀO TẠO', 'Phòng Giáo dục và Đào tạo'],
  ['ĐẢNG ỦY XÃ MỸ HÒA', 'Đảng ủy xã Mỹ Hòa'],
  ['LIÊN ĐOÀN LAO ĐỘNG HUYỆN SƠN HẠ', 'Liên đoàn Lao động huyện Sơn Hạ'],
  ['ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG QUAN', 'Ủy ban nhân dân phường Đông Quan'],
  ['ỦY BAN NHÂN DÂN XÃ NHÂN HÒA', 'Ủy ban nhân dân xã Nhân Hòa'],
  ['Sở Y tế', 'Sở Y tế'],
])('spells %s as %s without an example', (name, expected) => {
  expect(sentenceCase(name, '')).toBe(expected)
})
