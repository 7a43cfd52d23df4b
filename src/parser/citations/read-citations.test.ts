import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { findMentions } from './find-mentions.ts'
import { readCitations } from './read-citations.ts'

const HEADER =
  'ỦY BAN NHÂN DÂN\nXÃ LÂM THỦY\nSố: 11/KH-UBND\nLâm Thủy, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nXây dựng điển hình tiên tiến năm 2026\n'

function cited(opening: string, body = 'Không có gì thêm.') {
  const text = `${HEADER}${opening}\nI. MỤC ĐÍCH\n${body}\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn A`
  const outline = outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] })
  const { value, questions } = readCitations(outline)
  return { list: planWithSources(value).value, questions }
}

const one = (opening: string) => cited(opening).list.map((c) => [c.type, c.number, c.date, c.issuer, c.basis])

describe('documents that a plan cites', () => {
  it.each([
    [
      'Thực hiện Chương trình công tác năm 2026 của Ban Tuyên giáo Tỉnh ủy (Chương trình số 02-CTr/BTG, ngày 12/01/2026);',
      ['Chương trình', '02-CTr/BTG', '2026-01-12', 'Ban Tuyên giáo Tỉnh ủy', true],
    ],
    [
      'Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh (số 88/KH-UBND, ngày 20/02/2026) về thi đua;',
      ['Kế hoạch', '88/KH-UBND', '2026-02-20', 'Ủy ban nhân dân tỉnh', true],
    ],
    [
      'Theo chỉ đạo của Huyện ủy tại Thông báo số 210-TB/HU, ngày 20-02-2026;',
      ['Thông báo', '210-TB/HU', '2026-02-20', 'Huyện ủy', true],
    ],
    [
      'Theo Công văn hỏa tốc số 99/SNV-VP ngày 02/02/2026 của Sở Nội vụ;',
      ['Công văn', '99/SNV-VP', '2026-02-02', 'Sở Nội vụ', true],
    ],
    [
      'Thực hiện Kế hoạch số 12/KH-UBND ngày 31/3/2023 của UBND thành phố Sông Vân về thi đua;',
      ['Kế hoạch', '12/KH-UBND', '2023-03-31', 'Ủy ban nhân dân thành phố Sông Vân', true],
    ],
    [
      'Căn cứ Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị về thi đua;',
      ['Chỉ thị', '34-CT/TW', '2014-04-07', 'Bộ Chính trị', true],
    ],
    [
      'Căn cứ Nghị định 98/2023/NĐ- CP ngày 31/12/2023 của Chính phủ Quy định chi tiết;',
      ['Nghị định', '98/2023/NĐ-CP', '2023-12-31', 'Chính phủ', true],
    ],
    [
      'Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022;',
      ['Luật', '06/2022/QH15', '2022-06-15', null, true],
    ],
    [
      'Thực hiện Kế hoạch số 07 - KH/ĐU, ngày 05/01/2026 của Đảng ủy xã;',
      ['Kế hoạch', '07-KH/ĐU', '2026-01-05', 'Đảng ủy xã', true],
    ],
    [
      'Thực hiện Kế hoạch số: 68 /KH-UBND ngày 9/1/2026 của Ủy ban nhân dân tỉnh tuyên truyền điển hình;',
      ['Kế hoạch', '68/KH-UBND', '2026-01-09', 'Ủy ban nhân dân tỉnh', true],
    ],
    [
      'Căn cứ Quyết định số 411/QĐ-TTg của Thủ tướng Chính phủ ngày 31/3/2022 phê duyệt;',
      ['Quyết định', '411/QĐ-TTg', '2022-03-31', 'Thủ tướng Chính phủ', true],
    ],
    [
      'Thực hiện Kế hoạch ngày 20/01/2026 số 05/KH-HND của Hội Nông dân tỉnh;',
      ['Kế hoạch', '05/KH-HND', '2026-01-20', 'Hội Nông dân tỉnh', true],
    ],
    [
      'Căn cứ Nghị quyết của Hội đồng nhân dân tỉnh số 14/2025/NQ-HĐND ngày 10/12/2025;',
      ['Nghị quyết', '14/2025/NQ-HĐND', '2025-12-10', 'Hội đồng nhân dân tỉnh', true],
    ],
    [
      'Căn cứ Công văn số 345/SNV-TĐKT của Sở Nội vụ hướng dẫn công tác thi đua;',
      ['Công văn', '345/SNV-TĐKT', null, 'Sở Nội vụ', true],
    ],
    [
      'Thuc hien Huong dan so 09-HD/BTG ngay 18/12/2025 cua Ban Tuyen giao Tinh uy ve tuyen truyen;',
      ['Hướng dẫn', '09-HD/BTG', '2025-12-18', 'Ban Tuyen giao Tinh uy', true],
    ],
    [
      'Căn cứ Thông tư số 41/2025/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch quy định;',
      ['Thông tư', '41/2025/TT-BVHTTDL', null, 'Bộ Văn hóa, Thể thao và Du lịch', true],
    ],
    [
      'Theo Quyết định số 45-QĐi/ĐTN ngày 02/02/2026 của Ban Thường vụ Tỉnh đoàn;',
      ['Quyết định', '45-QĐi/ĐTN', '2026-02-02', 'Ban Thường vụ Tỉnh đoàn', true],
    ],
    [
      'Thực hiện Mệnh lệnh số 01/ML-BTL ngày 28/11/2025 của Tư lệnh Quân khu;',
      ['Mệnh lệnh', '01/ML-BTL', '2025-11-28', 'Tư lệnh Quân khu', true],
    ],
  ])('reads «%s»', (opening, expected) => {
    expect(one(opening)).toEqual([expected])
  })

  it('shares kind, date and issuer over a list of numbers', () => {
    expect(
      one('Thực hiện các Nghị quyết số 18-NQ/TW, số 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương;'),
    ).toEqual([
      ['Nghị quyết', '18-NQ/TW', '2017-10-25', 'Ban Chấp hành Trung ương', true],
      ['Nghị quyết', '19-NQ/TW', '2017-10-25', 'Ban Chấp hành Trung ương', true],
    ])
  })

  it('takes one document cited again, its strokes swapped, as one, and gathers what is printed about it', () => {
    const { list } = cited(
      'Thực hiện Chỉ thị số 34/CT-TW của Bộ Chính trị;',
      'Tiếp tục thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị và Thông tư số 01/2024/TT-BNV của Bộ Nội vụ.',
    )
    expect(list).toEqual([
      { type: 'Chỉ thị', number: '34/CT-TW', date: '2014-04-07', issuer: 'Bộ Chính trị', basis: true },
      { type: 'Thông tư', number: '01/2024/TT-BNV', date: null, issuer: 'Bộ Nội vụ', basis: false },
    ])
  })

  it('leaves out its own number, dates, stages, fractions and documents without a number', () => {
    expect(
      one(
        'Căn cứ Kế hoạch số 11/KH-UBND, Luật Thi đua, khen thưởng ngày 15/6/2022, Nghị quyết Trung ương 4 (khóa XII), giai đoạn 2021-2025, Covid-19, 1/2 số thôn;',
      ),
    ).toEqual([])
  })

  it('does not rest on the plan that it amends', () => {
    expect(
      one(
        'Ngày 27/01/2026, Ủy ban nhân dân xã ban hành Kế hoạch số 38/KH-UBND. Ủy ban nhân dân xã sửa đổi, bổ sung Kế hoạch số 38/KH-UBND như sau:',
      ),
    ).toEqual([['Kế hoạch', '38/KH-UBND', '2026-01-27', 'Ủy ban nhân dân xã', false]])
  })

  it('takes a section on the basis for basis, and a number without symbol where a date follows', () => {
    const { list } = cited(
      'Ủy ban nhân dân xã ban hành kế hoạch như sau:',
      'Theo Kế hoạch số 31 ngày 4/4/2025 của Đảng ủy xã.\nII. CĂN CỨ PHÁP LÝ\n- Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;',
    )
    expect(list.map((c) => [c.number, c.issuer, c.basis])).toEqual([
      ['31', 'Đảng ủy xã', false],
      ['98/2023/NĐ-CP', 'Chính phủ', true],
    ])
  })

  it('asks when one number is cited with two dates', () => {
    const { list, questions } = cited(
      'Thực hiện Kế hoạch số 12/KH-UBND ngày 31/3/2023 của UBND tỉnh;',
      'Theo Kế hoạch số 12/KH-UBND ngày 30/3/2023 của UBND tỉnh.',
    )
    expect(list.map((c) => c.date)).toEqual(['2023-03-31'])
    expect(questions.map((q) => [q.path, q.candidates])).toEqual([['/citations/0/date', ['2023-03-31', '2023-03-30']]])
  })

  it('stays inside the text and ends soon, whatever is printed', () => {
    const piece = fc.constantFrom(
      'Kế hoạch ',
      'số ',
      '12',
      '/',
      '-',
      'KH',
      'UBND',
      ' ',
      'ngày ',
      '31/3/2023',
      ' của ',
      'UBND',
      ' tỉnh ',
      'và ',
      ', ',
      'Luật ',
      'QH15',
      '; ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const mention of findMentions(text)) {
          expect(mention.number.start).toBeGreaterThanOrEqual(last)
          expect(mention.end).toBeLessThanOrEqual(text.length)
          expect(mention.end).toBeGreaterThan(mention.start)
          last = mention.number.end
        }
      }),
    )
    const long = 'Kế hoạch số '.repeat(2000) + '12/KH - '.repeat(2000)
    const begun = performance.now()
    findMentions(long)
    expect(performance.now() - begun).toBeLessThan(2000)
  })

  it('say their body once, in front of a list or behind it', () => {
    const both = [
      ['Kế hoạch', '12/KH-UBND', '2026-01-05', 'Ủy ban nhân dân tỉnh', true],
      ['Kế hoạch', '45/KH-UBND', '2026-02-10', 'Ủy ban nhân dân tỉnh', true],
    ]
    expect(
      one(
        'Thực hiện các Kế hoạch của Ủy ban nhân dân tỉnh: số 12/KH-UBND ngày 05/01/2026 và số 45/KH-UBND ngày 10/02/2026;',
      ),
    ).toEqual(both)
    expect(
      one('Thực hiện Kế hoạch số 15-KH/TU, Kế hoạch số 16-KH/TU cùng ngày 10/01/2026 của Ban Thường vụ Tỉnh ủy;'),
    ).toEqual([
      ['Kế hoạch', '15-KH/TU', '2026-01-10', 'Ban Thường vụ Tỉnh ủy', true],
      ['Kế hoạch', '16-KH/TU', '2026-01-10', 'Ban Thường vụ Tỉnh ủy', true],
    ])
  })
})
