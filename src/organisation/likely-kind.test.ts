import { expect, it } from 'vitest'
import { kindNamed, likelyKind } from './likely-kind.ts'

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
    'Chi hội Nông dân ấp Cầu Đá',
    'Xã Mây Hạ',
    'UBND phường Sen',
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
    'union',
    'commune',
    'peoples-committee',
  ])
})

it('a kind written in somebody’s own words is recognised, with or without marks; a word that says nothing is not', () => {
  const typed = [
    'Thôn, ấp, bản',
    'THÔN',
    'ap',
    'hội',
    'trường',
    'trường THCS',
    'school',
    'Làng nghề kiểu mẫu',
    'lạ lùng',
  ]
  expect(typed.map(kindNamed)).toEqual([
    'hamlet',
    'hamlet',
    'hamlet',
    'union',
    'school',
    'school',
    'school',
    'hamlet',
    undefined,
  ])
})
