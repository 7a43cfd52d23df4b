import { type Draw, drawFrom } from '../../../scripts/vary/draw.ts'
import type { Subject } from '../../../src/parser/contract.ts'

/** Draws whole things instead of numbers. */
export interface Parts extends Draw {
  pick<T>(from: readonly [T, ...T[]]): T
  some(count: number, from: readonly string[]): string[]
}

export function partsFrom(seed: number): Parts {
  const draw = drawFrom(seed)
  return {
    ...draw,
    pick: (from) => from[draw.between(0, from.length - 1)] ?? from[0],
    some: (count, from) => {
      const pool = [...from]
      return Array.from({ length: count }, () => draw.take(pool) ?? '')
    },
  }
}

export const two = (n: number): string => String(n).padStart(2, '0')

/** Bodies whose names hold commas, «và», brackets or words that are verbs elsewhere stand among plain ones. */
export const UNITS = [
  'Phòng Văn hóa - Xã hội',
  'Phòng Kinh tế',
  'Phòng Kinh tế, Hạ tầng và Đô thị',
  'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã',
  'Ủy ban Mặt trận Tổ quốc Việt Nam xã',
  'Hội Liên hiệp Phụ nữ xã',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh xã',
  'Công an xã',
  'Ban Chỉ huy Quân sự xã',
  'Trung tâm Phục vụ hành chính công xã',
  'Ban Tuyên giáo và Dân vận Đảng ủy',
  'Hội Nông dân xã',
  'Trạm Y tế xã',
  'Sở Giáo dục và Đào tạo',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Nông nghiệp và Môi trường',
  'Báo và Phát thanh, Truyền hình tỉnh',
  'Liên đoàn Lao động tỉnh',
  'Ủy ban Kiểm tra Đảng ủy',
  'Thanh tra tỉnh',
  'Hạt Kiểm lâm khu vực',
  'Chi cục Thuế khu vực',
  'Tổng phụ trách Đội',
] as const

export const OTHERS = [
  ...UNITS,
  'các cơ quan, đơn vị liên quan',
  'các trường học trên địa bàn',
  'Ủy ban nhân dân các xã, phường',
  'các tổ chức chính trị - xã hội',
] as const

export const TOPICS = [
  'bảo vệ môi trường, chỉnh trang đường làng',
  'chuyển đổi số, cải cách hành chính',
  'phát triển kinh tế tập thể',
  'giữ gìn an ninh, trật tự',
  'khuyến học, khuyến tài',
  'chăm sóc sức khỏe Nhân dân',
  'giảm nghèo, an sinh xã hội',
  'bảo tồn bản sắc văn hóa',
] as const

export const MOVEMENTS = [
  'Dạy tốt - Học tốt',
  'Dân vận khéo',
  'Lao động giỏi, lao động sáng tạo',
  'Quyết thắng',
  'Bình dân học vụ số',
  'Nhà sạch, ngõ đẹp',
  'Cả nước chung tay vì người nghèo',
  'Tuổi trẻ xung kích, sáng tạo',
] as const

type Kind = Extract<Subject, 'collective' | 'individual' | 'household' | 'enterprise'>
export const KINDS = ['collective', 'individual', 'household', 'enterprise'] as const satisfies readonly Kind[]

interface Words {
  readonly noun: string
  readonly labels: readonly [string, ...string[]]
  /** Criteria that name nobody, for behind a label. */
  readonly bare: readonly [string, ...string[]]
  /** Criteria that begin with whom they speak of. */
  readonly named: readonly [string, ...string[]]
}

export const WORDS: Readonly<Record<Kind, Words>> = {
  collective: {
    noun: 'tập thể',
    labels: ['Tập thể', 'Đối với tập thể', 'Tiêu chuẩn đối với tập thể'],
    bare: ['Hoàn thành sớm kế hoạch năm; nội bộ đoàn kết, không có đơn thư.', 'có sáng kiến được nơi khác áp dụng.'],
    named: [
      'Tập thể hoàn thành vượt mức chỉ tiêu, có cách làm mới.',
      'Thôn, xóm giữ được cảnh quan sạch đẹp quanh năm.',
    ],
  },
  individual: {
    noun: 'cá nhân',
    labels: ['Cá nhân', 'Đối với cá nhân', 'Tiêu chuẩn đối với cá nhân'],
    bare: ['Tận tụy với công việc, được người dân tin yêu.', 'dám nghĩ, dám làm, có việc làm ích lợi cho cộng đồng.'],
    named: ['Cá nhân gương mẫu, có uy tín trong Nhân dân.', 'Là những cán bộ, công chức gần dân, sát dân.'],
  },
  household: {
    noun: 'hộ gia đình',
    labels: ['Hộ gia đình', 'Đối với hộ gia đình', 'Gia đình'],
    bare: ['Nền nếp, hòa thuận, con cháu chăm ngoan.', 'tự nguyện góp công, góp của vào việc chung.'],
    named: ['Gia đình nhiều thế hệ chung sống hòa thuận.', 'Hộ gia đình hiến đất làm đường, giữ ngõ sạch.'],
  },
  enterprise: {
    noun: 'doanh nghiệp',
    labels: ['Doanh nghiệp', 'Đối với doanh nghiệp, hợp tác xã'],
    bare: ['Nộp ngân sách đúng hạn, không gây ô nhiễm.', 'liên kết tiêu thụ sản phẩm theo giá hợp lý.'],
    named: ['Doanh nghiệp, hợp tác xã làm ăn có lãi, tạo việc làm ổn định.'],
  },
}
