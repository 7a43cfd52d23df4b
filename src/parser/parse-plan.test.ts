import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceText } from '../core/text/source.ts'
import type { ParsedPlan } from './contract.ts'
import { parsePlan } from './parse-plan.ts'

const wrapped = (text: string): SourceText => ({ text, lines: 'wrapped', tables: [], notes: [], uncertain: [] })

/** What neither a source nor `unused` covers, blanks aside. */
function uncovered({ text, sources, unused }: ParsedPlan): string {
  const seen = new Uint8Array(text.length)
  for (const { start, end } of [...sources, ...unused]) seen.fill(1, start, end)
  return [...text].length === 0
    ? ''
    : text
        .split('')
        .filter((letter, i) => seen[i] === 0 && /\S/.test(letter))
        .join('')
}

const PLAN = `ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ BÌNH SƠN                             Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND                     Bình Sơn, ngày 05 tháng 01 năm 2026

                         KẾ HOẠCH
       Phát hiện và nhân rộng điển hình tiên tiến năm 2026

Thực hiện Kế hoạch số 01/KH-UBND ngày 02/01/2026 của Ủy ban nhân dân tỉnh, Ủy ban
nhân dân xã ban hành Kế hoạch như sau:

I. MỤC ĐÍCH
1. Tìm gương tốt trong Nhân dân, theo Hướng dẫn số
98/HD-UBND và kết quả từ tháng
3. Sau đó nhân rộng.
II. NỘI DUNG
1. Điển hình trong phong trào “Nông dân sản xuất giỏi”
a) Cá nhân: có thu nhập khá, giúp đỡ các tổ chức chính trị
- xã hội làm việc thiện.
b) Giao Hội Nông dân xã chủ trì. Chọn ít nhất 02 cá nhân.

                                        2

III. TỔ CHỨC THỰC HIỆN
1. Văn phòng
- Tổng hợp, báo cáo trước ngày 20 hằng tháng./.

Nơi nhận:                               TM. ỦY BAN NHÂN DÂN
- Phòng Văn hóa - Xã hội;                     CHỦ TỊCH
- Lưu: VT.
                                          Trần Thị Hải Yến
`

const WORDS = [
  'Số:',
  '12/KH-UBND',
  'ngày',
  '05',
  'tháng',
  'năm',
  '2026',
  'KẾ HOẠCH',
  'I.',
  '1.',
  'a)',
  '-',
  '+',
  '1.1.',
  'Nơi nhận:',
  'TM.',
  'ỦY BAN NHÂN DÂN',
  'CHỦ TỊCH',
  'Giao',
  'chủ trì',
  'phối hợp với',
  '“',
  '”',
  '(',
  ')',
  ';',
  ':',
  '.',
  './.',
  '\n',
  '\n\n',
  '\f',
  '\t',
  '   ',
  '|',
  '**',
  'Quý I, II',
  'trước ngày 20',
  'hằng tháng',
  'báo cáo',
  'Điều 1.',
  'PHỤ LỤC',
  'Căn cứ',
  'tập thể',
  'cá nhân',
  'ít nhất 02',
  'Lưu: VT',
  'Nguyễn Văn An',
  '\u00AD',
  '\u200B',
  'Phường',
  'xã',
  'Đồng',
  'hoà',
  'o\u0300',
  '…',
  '12 000',
  '99/99/9999',
]

describe('reading a whole plan', () => {
  it('gives every passage either a source or a place among what was not used', () => {
    expect(uncovered(parsePlan(wrapped(PLAN)))).toBe('')
  })

  it('reads header, closing and the sentence that a hard wrap broke', () => {
    const { text, plan } = parsePlan(wrapped(PLAN))
    expect(plan.document).toEqual({
      type: 'Kế hoạch',
      number: '12/KH-UBND',
      symbol: 'KH-UBND',
      issuer: 'Ủy ban nhân dân xã Bình Sơn',
      level: 'commune',
      place: 'Bình Sơn',
      date: { year: 2026, month: 1, day: 5 },
      title: 'Phát hiện và nhân rộng điển hình tiên tiến năm 2026',
      period: { from: '2026-01', to: '2026-12' },
      signer: { name: 'Trần Thị Hải Yến', position: 'Chủ tịch', authority: 'TM. ỦY BAN NHÂN DÂN' },
      recipients: ['Phòng Văn hóa - Xã hội', 'Lưu: VT'],
    })
    expect(text).toContain(
      '1. Tìm gương tốt trong Nhân dân, theo Hướng dẫn số 98/HD-UBND và kết quả từ tháng 3. Sau đó nhân rộng.\n',
    )
    expect(text).toContain('giúp đỡ các tổ chức chính trị - xã hội làm việc thiện.\n')
    expect(text).not.toContain('\n2\n')
  })

  it('says the same for the same text', () => {
    expect(parsePlan(wrapped(PLAN))).toEqual(parsePlan(wrapped(PLAN)))
  })

  it('reads only header and closing of a submission and asks one question', () => {
    const { plan, questions } = parsePlan(
      wrapped(PLAN.replace('KẾ HOẠCH\n', 'TỜ TRÌNH\n').replace('12/KH-UBND', '12/TTr-UBND')),
    )
    expect(plan.document.type).toBe('Tờ trình')
    expect([plan.fields, plan.assignments, plan.citations, plan.milestones]).toEqual([[], [], [], []])
    expect(questions.map(({ path }) => path)).toEqual(['/document/type'])
  })

  it('never fails, whatever stands in the text, and always covers it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 120 }), fc.constantFrom(' ', ''), (words, glue) => {
        expect(uncovered(parsePlan(wrapped(words.join(glue))))).toBe('')
      }),
      { numRuns: 150 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(uncovered(parsePlan(wrapped(text)))).toBe('')
      }),
      { numRuns: 150 },
    )
  })

  it('survives a plan with lines lost, doubled and moved', () => {
    const lines = PLAN.split('\n')
    const places = fc.array(fc.nat({ max: lines.length - 1 }), { maxLength: 60 })
    fc.assert(
      fc.property(places, (order) => {
        const result = parsePlan(wrapped(order.map((at) => lines[at] ?? '').join('\n')))
        expect(uncovered(result)).toBe('')
        for (const { start, end } of result.sources) expect(end).toBeGreaterThanOrEqual(start)
      }),
      { numRuns: 100 },
    )
  })

  it('survives tables, notes and uncertain words wherever they stand', () => {
    const span = fc
      .tuple(fc.nat(PLAN.length), fc.nat(80))
      .map(([start, length]) => ({ start, end: Math.min(PLAN.length, start + length) }))
    const cell = span.map((place) => ({ ...place, column: 0, columns: 1, rows: 1 }))
    const table = fc.record({
      kind: fc.constantFrom<'grid' | 'columns'>('grid', 'columns'),
      rows: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 }),
    })
    const parts = fc.record({
      lines: fc.constantFrom<'wrapped' | 'paragraphs'>('wrapped', 'paragraphs'),
      tables: fc.array(table, { maxLength: 3 }),
      notes: fc.array(span, { maxLength: 3 }),
      uncertain: fc.array(span, { maxLength: 12 }),
    })
    fc.assert(
      fc.property(parts, (part) => {
        expect(uncovered(parsePlan({ text: PLAN, ...part }))).toBe('')
      }),
      { numRuns: 120 },
    )
  })

  it('takes time in proportion to the length of the text', () => {
    const hostile = [
      `${'(“a '.repeat(20_000)}`,
      `${'1. '.repeat(20_000)}`,
      `${' '.repeat(60_000)}x`,
      `${'Số: '.repeat(10_000)}`,
      `${'- Lưu;\n'.repeat(5_000)}`,
      `${'ngày tháng '.repeat(8_000)}`,
    ]
    for (const text of hostile) {
      const begin = performance.now()
      parsePlan(wrapped(`KẾ HOẠCH\n${text}`))
      expect(performance.now() - begin).toBeLessThan(4_000)
    }
  })
})
