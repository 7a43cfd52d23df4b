import { describe, expect, it } from 'vitest'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readGeneralCriteria } from './read-general-criteria.ts'

function read(body: string): string[] {
  const text = `KẾ HOẠCH\nXây dựng điển hình tiên tiến\nThực hiện chỉ đạo của cấp trên, Ủy ban nhân dân xã ban hành kế hoạch như sau:\n${body}\nNơi nhận:\n- Lưu: VT.`
  const { value } = readGeneralCriteria(outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }))
  return planWithSources(value).value
}

describe('criteria for every exemplar', () => {
  it('divides letters on one line, knows what is called general for a choice, and ends before criteria of another kind', () => {
    expect(read('I. NỘI DUNG\n1. Tiêu chí chung: a) chấp hành pháp luật; b) có việc làm cụ thể.\n2. Lĩnh vực')).toEqual(
      ['chấp hành pháp luật', 'có việc làm cụ thể.'],
    )
    expect(read('I. ĐIỀU KIỆN XÉT CHỌN CHUNG\n(1) Là hội viên.\n(2) Được giới thiệu.\nII. NHÓM')).toEqual([
      'Là hội viên.',
      'Được giới thiệu.',
    ])
    const lines = 'Tiêu chuẩn chung\nCó đạo đức tốt, lối sống lành mạnh.\nTiêu chuẩn cụ thể\nTheo từng nhóm.'
    expect(read(`I. TIÊU CHUẨN\n${lines}`)).toEqual(['Có đạo đức tốt, lối sống lành mạnh.'])
  })

  it('takes one a bullet or numbered line', () => {
    const expected = ['Chấp hành tốt pháp luật.', 'Được nhân dân quý mến; có việc làm cụ thể.']
    expect(
      read(
        'I. TIÊU CHÍ CHUNG\n- Chấp hành tốt pháp luật.\n- Được nhân dân quý mến; có việc làm cụ thể.\nII. LĨNH VỰC\n1. Kinh tế',
      ),
    ).toEqual(expected)
    expect(
      read(
        'II. TIÊU CHUẨN CHUNG CỦA ĐIỂN HÌNH\n1. Chấp hành tốt pháp luật.\n2. Được nhân dân quý mến; có việc làm cụ thể.',
      ),
    ).toEqual(expected)
  })

  it('divides a line at semicolons before a capital, not before a small letter', () => {
    expect(
      read(
        'I. NỘI DUNG\n- Tiêu chuẩn chung của tập thể, cá nhân: Chấp hành tốt pháp luật; Có sáng kiến; được công nhận.',
      ),
    ).toEqual(['Chấp hành tốt pháp luật', 'Có sáng kiến; được công nhận.'])
  })

  it('takes a paragraph under the heading whole and the bullets under labels without the labels', () => {
    expect(
      read(
        'I. TIÊU CHUẨN\n1. Tiêu chuẩn chung\nGương điển hình là tập thể, cá nhân đoàn kết; có việc làm tốt.\n2. Tiêu chuẩn cụ thể\n- Có sáng kiến.',
      ),
    ).toEqual(['Gương điển hình là tập thể, cá nhân đoàn kết; có việc làm tốt.'])
    expect(read('I. TIÊU CHÍ CHUNG\na) Đối với tập thể:\n- Đoàn kết.\nb) Đối với cá nhân:\n- Gương mẫu.')).toEqual([
      'Đoàn kết.',
      'Gương mẫu.',
    ])
  })

  it('leaves out definitions, particular criteria and mere mentions', () => {
    expect(
      read(
        'I. ĐỐI TƯỢNG\nĐiển hình tiên tiến là tập thể, cá nhân tiêu biểu.\n- Căn cứ tiêu chuẩn chung của tập thể, các đơn vị xây dựng quy định: Có sáng kiến; Có việc làm.\nII. TIÊU CHÍ\n- Có sáng kiến.',
      ),
    ).toEqual([])
  })
})
