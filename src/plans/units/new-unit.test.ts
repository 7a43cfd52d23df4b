import { expect, it } from 'vitest'
import { likelyKind, nameToCreate } from './new-unit.ts'

it('a unit is called as the plan prints it, without what stands in brackets', () => {
  expect(nameToCreate('Phòng Văn hóa - Xã hội (cơ quan thường trực  của Hội đồng)')).toBe('Phòng Văn hóa - Xã hội')
  expect(nameToCreate('đội Thông tin lưu động (mới)')).toBe('Đội Thông tin lưu động')
  expect(nameToCreate('ủy ban kiểm tra')).toBe('Ủy ban kiểm tra')
  expect(nameToCreate('(nhóm nòng cốt)')).toBe('(nhóm nòng cốt)')
  expect(nameToCreate('x'.repeat(300))).toHaveLength(200)
})

it('the kind of a unit follows from its name, however the name is composed', () => {
  const kinds = [
    'Phòng Kinh tế',
    'Văn phòng Đảng ủy',
    'Ban Xây dựng Đảng Đảng uỷ xã',
    'Uỷ ban Kiểm tra',
    'Văn phòng HĐND và UBND',
    'Ủy ban Mặt trận Tổ quốc Việt Nam xã',
    'Ban Chỉ huy Quân sự xã',
    'Hội đồng Thi đua - Khen thưởng',
    'Hội Nông dân xã',
    'Ấp Cầu Đá',
    'Tổ dân phố 4',
    'Trạm Y tế xã',
    'Trung tâm Cung ứng dịch vụ công',
    'Trường Tiểu học Bàu Sen',
    'các trường học trên địa bàn',
  ]
  expect(kinds.map((name) => likelyKind(name.normalize('NFD')))).toEqual([
    'division',
    'party',
    'party',
    'party',
    'office',
    'front',
    'military',
    'council',
    'union',
    'hamlet',
    'residential-group',
    'health-station',
    'department',
    'school',
    'other',
  ])
})
