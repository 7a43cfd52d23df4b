import { describe, expect, it } from 'vitest'
import { cutUnits } from './cut-units.ts'
import { Passage } from './passage.ts'

const cut = (text: string) => cutUnits(Passage.of(text)).units.map((unit) => unit.words)

describe('cutting a list of units', () => {
  it.each([
    ['Công an xã, Hội Nông dân và các đơn vị liên quan', ['Công an xã', 'Hội Nông dân', 'các đơn vị liên quan']],
    ['Phòng Văn hóa và Thông tin', ['Phòng Văn hóa và Thông tin']],
    [
      'Phòng Lao động, Thương binh và Xã hội và Phòng Tư pháp',
      ['Phòng Lao động, Thương binh và Xã hội', 'Phòng Tư pháp'],
    ],
    ['Văn phòng HĐND và UBND; Phòng Nội vụ', ['Văn phòng HĐND và UBND', 'Phòng Nội vụ']],
    ['Văn phòng UBND tỉnh, UBND các xã, phường', ['Văn phòng UBND tỉnh', 'UBND các xã, phường']],
    ['Sở Văn hóa, Thể thao và Du lịch, Sở Y tế', ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Y tế']],
    ['các cơ quan, đơn vị liên quan', ['các cơ quan, đơn vị liên quan']],
    ['các sở, ban, ngành, đoàn thể tỉnh', ['các sở, ban, ngành, đoàn thể tỉnh']],
    ['Mặt trận Tổ quốc và các tổ chức chính trị - xã hội', ['Mặt trận Tổ quốc', 'các tổ chức chính trị - xã hội']],
    ['Đoàn Thanh niên; Hội Phụ nữ.', ['Đoàn Thanh niên', 'Hội Phụ nữ']],
    ['- Sở Nội vụ\n- Sở Khoa học và Công nghệ', ['Sở Nội vụ', 'Sở Khoa học và Công nghệ']],
    ['Phòng Kinh tế và đề nghị Đoàn Thanh niên xã', ['Phòng Kinh tế', 'Đoàn Thanh niên xã']],
    ['Tổng phụ trách Đội và giáo viên chủ nhiệm', ['Tổng phụ trách Đội', 'giáo viên chủ nhiệm']],
    [
      'Công chức Văn hóa – Xã hội (phụ trách Văn hóa, Thể thao) và Công an xã',
      ['Công chức Văn hóa – Xã hội (phụ trách Văn hóa, Thể thao)', 'Công an xã'],
    ],
  ])('%s', (text, units) => {
    expect(cut(text)).toEqual(units)
  })

  it('leaves two offices under one head noun together and says that it doubts', () => {
    const { units, doubtful } = cutUnits(Passage.of('Công chức Văn hóa – Xã hội, Tài chính – Kế toán'))
    expect(units.map((unit) => unit.words)).toEqual(['Công chức Văn hóa – Xã hội, Tài chính – Kế toán'])
    expect(doubtful.map(({ parts }) => parts)).toEqual([['Công chức Văn hóa – Xã hội', 'Tài chính – Kế toán']])
  })
})
