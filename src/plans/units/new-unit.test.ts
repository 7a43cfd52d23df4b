import { expect, it } from 'vitest'
import { nameToCreate } from './new-unit.ts'

it('a unit is called as the plan prints it, without what stands in brackets', () => {
  expect(nameToCreate('Phòng Văn hóa - Xã hội (cơ quan thường trực  của Hội đồng)')).toBe('Phòng Văn hóa - Xã hội')
  expect(nameToCreate('đội Thông tin lưu động (mới)')).toBe('Đội Thông tin lưu động')
  expect(nameToCreate('ủy ban kiểm tra')).toBe('Ủy ban kiểm tra')
  expect(nameToCreate('(nhóm nòng cốt)')).toBe('(nhóm nòng cốt)')
  expect(nameToCreate('x'.repeat(300))).toHaveLength(200)
})
