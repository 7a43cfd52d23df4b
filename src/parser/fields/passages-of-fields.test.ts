import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readFields } from './read-fields.ts'

const WORDS = [
  'KẾ HOẠCH',
  'I. NỘI DUNG',
  '1. Điển hình trong phong trào',
  '1.1.',
  'a) Tập thể:',
  '- Cá nhân:',
  '+ Trong lĩnh vực',
  '“',
  '”',
  '"',
  '(',
  ')',
  ':',
  ';',
  ',',
  '.',
  '\n',
  '\n',
  '\n\n',
  'Giao',
  'Đề nghị',
  'Phòng Nội vụ',
  'Công an xã',
  'và',
  'chủ trì',
  'phối hợp với',
  'phối hợp',
  'tham mưu',
  'phụ trách',
  'theo dõi',
  'các',
  'đơn vị',
  'tập thể',
  'cá nhân',
  'hộ gia đình',
  'ít nhất 02',
  'mỗi xã',
  '/năm',
  '/',
  'năm 2026',
  'giai đoạn 2021 - 2025',
  'Tiêu chuẩn gồm:',
  'Thời gian thực hiện:',
  'Chỉ tiêu:',
  'điển hình tiên tiến',
  'Đối với',
  'không quá',
  '100%',
  'hai',
  'mười',
  'III.1.',
  '“3.1. Điển hình',
  '…',
  '-',
  '–',
  'thuộc',
  'tiêu biểu',
  'chính trị - xã hội',
  'Đồng chủ trì:',
]

const reading = (text: string) => {
  const outline = outlineOf({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] })
  const { fields, targets, questions } = readFields(outline)
  const { sources } = planWithSources({ fields, targets })
  return { text: outline.text, sources, questions }
}

describe('reading fields out of anything', () => {
  it('never fails, and every passage stands in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 220 }), (words) => {
        const { text, sources, questions } = reading(`KẾ HOẠCH\nThi đua\n${words.join(' ')}`)
        for (const { start, end } of [...sources, ...questions.map(({ passage }) => passage)]) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeLessThan(end)
        }
      }),
      { numRuns: 150, seed: 20260301 },
    )
  })

  it.each([
    ['brackets', '('],
    ['quotes', '“'],
    ['straight quotes', '"'],
    ['commas', ', '],
    ['units', 'Phòng Nội vụ và '],
    ['roles', 'phụ trách '],
    ['kinds', 'tập thể, '],
    ['qualities', 'tiêu biểu '],
    ['numbers', 'mỗi xã 02 tập thể/'],
    ['headings', 'điển hình, gương, '],
    ['blanks', ' '],
    ['lines', '\n1. Điển hình trong'],
  ])('takes time in proportion to a long run of %s', (_, piece) => {
    const started = performance.now()
    reading(`KẾ HOẠCH\nThi đua\nI. NỘI DUNG\n1. Điển hình trong phong trào: Giao ${piece.repeat(6000 / piece.length)}`)
    expect(performance.now() - started).toBeLessThan(4000)
  })
})
