import { describe, expect, it } from 'vitest'
import { readHeading } from './headings.ts'
import { Passage } from './passage.ts'

const read = (text: string) => {
  const heading = readHeading(Passage.of(text))
  return heading && [heading.kind, heading.title.words, heading.rests.map((rest) => rest.words)]
}

describe('headings of fields', () => {
  it.each([
    [
      'Điển hình tiên tiến trong Phong trào “Dạy tốt - Học tốt”:',
      ['exemplar', 'Điển hình tiên tiến trong Phong trào “Dạy tốt - Học tốt”', []],
    ],
    [
      'Phong trào “Học tập: suốt đời”: Đơn vị học tập.',
      ['movement', 'Phong trào “Học tập: suốt đời”', ['Đơn vị học tập.']],
    ],
    ['Phong trào thi đua “A” giai đoạn 2021 - 2025', ['movement', 'Phong trào thi đua “A” giai đoạn 2021 - 2025', []]],
    ['Cuộc vận động "Ngõ sạch" (Hội Phụ nữ chủ trì)', ['movement', 'Cuộc vận động "Ngõ sạch"', ['Hội Phụ nữ chủ trì']]],
    [
      'Lĩnh vực y tế (do Trạm Y tế phụ trách): Thầy thuốc tận tụy.',
      ['sector', 'Lĩnh vực y tế', ['do Trạm Y tế phụ trách', 'Thầy thuốc tận tụy.']],
    ],
    [
      'Phong trào “B” - Đơn vị chủ trì: Đoàn Thanh niên',
      ['movement', 'Phong trào “B”', ['Đơn vị chủ trì: Đoàn Thanh niên']],
    ],
    ['Điển hình trong sản xuất, với các tiêu chuẩn sau:', ['exemplar', 'Điển hình trong sản xuất', []]],
    ['Đối với các xã, phường', ['group', 'Đối với các xã, phường', []]],
  ])('%s', (text, heading) => {
    expect(read(text)).toEqual(heading)
  })

  it('tells a heading from a sentence about a movement', () => {
    expect(read('Phong trào thi đua “Dân vận khéo” được triển khai sâu rộng.')).toBeNull()
    expect(read('Phong trào thi đua phải gắn với việc làm cụ thể.')).toBeNull()
  })
})
