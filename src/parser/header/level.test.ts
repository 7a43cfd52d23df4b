import { expect, it } from 'vitest'
import { levelOf } from './level.ts'

it.each([
  ['Thủ tướng Chính phủ', 'central'],
  ['Bộ Nội vụ', 'central'],
  ['Ủy ban nhân dân tỉnh Thanh Lâm', 'province'],
  ['Ủy ban nhân dân Thành phố Hồ Chí Minh', 'province'],
  ['Uỷ ban nhân dân thành phố Thanh Lâm', 'district'],
  ['Ủy ban nhân dân huyện Sơn Hạ', 'district'],
  ['Hội đồng nhân dân phường Cẩm Lĩnh', 'commune'],
  ['Ủy ban nhân dân đặc khu Hòn Cau', 'commune'],
  ['Đảng ủy xã Bình Sơn', 'commune'],
  ['Ban Thường vụ Đảng ủy xã Bình Sơn', 'commune'],
  ['Ban Thường vụ Tỉnh ủy', 'province'],
  ['Đảng ủy Sở Y tế', 'agency'],
  ['Sở Y tế', 'agency'],
  ['Bộ Chỉ huy Quân sự tỉnh', 'agency'],
  ['Liên đoàn Lao động huyện Sơn Hạ', 'agency'],
  ['Hội đồng Thi đua - Khen thưởng tỉnh', 'agency'],
  ['Ủy ban Mặt trận Tổ quốc Việt Nam xã Bình Sơn', 'agency'],
])('%s issues on the level %s', (issuer, level) => {
  expect(levelOf(issuer)).toBe(level)
})
