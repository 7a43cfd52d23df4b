import { describe, expect, it } from 'vitest'
import { cutAtLabels, readLabel } from './labels.ts'
import { Passage } from './passage.ts'

const read = (text: string) => {
  const label = readLabel(Passage.of(text))
  return label && [label.kinds.map(({ subject }) => subject), label.rest.words]
}

describe('labels that say whom criteria are about', () => {
  it.each([
    ['Đối với tập thể (phòng, ban, trường học): Đoàn kết.', [['collective'], 'Đoàn kết.']],
    ['Cá nhân, hộ gia đình: Tích cực.', [['individual', 'household'], 'Tích cực.']],
    ['Tiêu chuẩn đối với an toàn, vệ sinh viên', [['individual'], '']],
    ['Đối với các doanh nghiệp (tập đoàn, hợp tác xã):', [['enterprise'], '']],
    ['Đối tượng khác:', [['other'], '']],
    ['Gương điển hình là nông dân: biết làm ăn', [['individual'], 'biết làm ăn']],
    ['Đối với lực lượng vũ trang: huấn luyện giỏi', [['collective'], 'huấn luyện giỏi']],
    ['Tổ hợp tác, hợp tác xã: có lãi', [['enterprise'], 'có lãi']],
  ])('%s', (text, label) => {
    expect(read(text)).toEqual(label)
  })

  it.each([
    'Đơn vị thẩm định: Hội Nông dân.',
    'Tập thể có thành tích trong các mặt: sản xuất, học tập.',
    'Đơn vị chủ trì: Hội Nông dân.',
    'Có sáng kiến được công nhận.',
    'Cá nhân điển hình là những người tận tụy.',
    'Phong trào “Dân vận khéo”: có mô hình.',
  ])('is no label: %s', (text) => {
    expect(read(text)).toBeNull()
  })

  it('takes a dash behind «đối với …» for a colon', () => {
    const run = 'đối với hộ gia đình - trồng rừng giỏi; đối với nghệ nhân - truyền nghề cho lớp trẻ'
    expect(cutAtLabels(Passage.of(run)).map((piece) => read(piece.text))).toEqual([
      [['household'], 'trồng rừng giỏi'],
      [['individual'], 'truyền nghề cho lớp trẻ'],
    ])
    expect(read('Đối với tổ chức chính trị - xã hội, trung tâm văn hóa - thông tin')).toEqual([['collective'], ''])
  })

  it('cuts a paragraph before the labels inside it', () => {
    const pieces = cutAtLabels(Passage.of('a) Tập thể: Có hai sáng kiến; b) Cá nhân: Có sáng kiến cấp xã.'))
    expect(pieces.map((piece) => piece.words)).toEqual(['Tập thể: Có hai sáng kiến', 'Cá nhân: Có sáng kiến cấp xã.'])
  })
})
