import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDays } from './find-days.ts'
import { findPeriods } from './find-periods.ts'

const read = (text: string, context = {}) =>
  findPeriods(text, context).map((p) => [text.slice(p.start, p.end), p.from, p.to])

describe('stretches of months in a text', () => {
  it.each([
    ['Quý III/2023, tập trung', 'Quý III/2023', '2023-07', '2023-09'],
    ['Quý I, II năm 2023: đánh giá', 'Quý I, II năm 2023', '2023-01', '2023-06'],
    ['trong quý IV năm 2024 và quý I năm 2025', 'quý IV năm 2024 và quý I năm 2025', '2024-10', '2025-03'],
    ['từ quý II đến quý IV năm 2024', 'quý II đến quý IV năm 2024', '2024-04', '2024-12'],
    ['Quý Il/2024', 'Quý Il/2024', '2024-04', '2024-06'],
    ['tháng 6/2024', 'tháng 6/2024', '2024-06', '2024-06'],
    ['Từ tháng 3 đến tháng 5 năm 2024', 'tháng 3 đến tháng 5 năm 2024', '2024-03', '2024-05'],
    ['từ tháng 9/2024 đến tháng 5/2025', 'tháng 9/2024 đến tháng 5/2025', '2024-09', '2025-05'],
    ['T4-T9/2026', 'T4-T9/2026', '2026-04', '2026-09'],
    ['Tháng 10, 11/2026', 'Tháng 10, 11/2026', '2026-10', '2026-11'],
    ['trước ngày 15/11/2024', 'ngày 15/11/2024', '2024-11', '2024-11'],
    ['từ ngày 01/3 đến ngày 30/5/2024', 'ngày 01/3 đến ngày 30/5/2024', '2024-03', '2024-05'],
    ['ngày 5 tháng 8 năm 2026', 'ngày 5 tháng 8 năm 2026', '2026-08', '2026-08'],
    ['6 tháng đầu năm 2024', '6 tháng đầu năm 2024', '2024-01', '2024-06'],
    ['06 tháng cuối năm 2024', '06 tháng cuối năm 2024', '2024-07', '2024-12'],
    ['trong năm 2025', 'năm 2025', '2025-01', '2025-12'],
    ['Từ năm 2023 đến năm 2025', 'năm 2023 đến năm 2025', '2023-01', '2025-12'],
    ['giai đoạn 2022 - 2025', 'giai đoạn 2022 - 2025', '2022-01', '2025-12'],
    ['năm học 2024 - 2025', 'năm học 2024 - 2025', '2024-09', '2025-05'],
    ['3/2024 - 10/2024', '3/2024 - 10/2024', '2024-03', '2024-10'],
    ['cuoi nam 2025', 'cuoi nam 2025', '2025-10', '2025-12'],
  ])('reads %s', (text, words, from, to) => {
    expect(read(text)).toEqual([[words, from, to]])
  })

  it('takes the year from the context where none is printed', () => {
    expect(read('Quý I: phát động; tháng 12: tổng kết', { year: 2026 })).toEqual([
      ['Quý I', '2026-01', '2026-03'],
      ['tháng 12', '2026-12', '2026-12'],
    ])
    expect(read('Tháng 9 phát động, tháng 3 sơ kết', { schoolYear: 2025 })).toEqual([
      ['Tháng 9', '2025-09', '2025-09'],
      ['tháng 3', '2026-03', '2026-03'],
    ])
    expect(read('Quý I')).toEqual([])
  })

  it('knows an end that is not printed', () => {
    expect(findPeriods('năm 2025 và các năm tiếp theo').map((p) => p.open)).toEqual([true])
    expect(findPeriods('từ năm 2025 trở đi').map((p) => p.open)).toEqual([true])
  })

  it('reads full dates and refuses days that no calendar has', () => {
    const text = 'ngày 31/3/2023, 16 tháng 5 năm 2024, 31/02/2024, ngày 07 / 4 / 2014'
    expect(findDays(text).map((d) => [text.slice(d.start, d.end), d.year, d.month, d.day])).toEqual([
      ['ngày 31/3/2023', 2023, 3, 31],
      ['16 tháng 5 năm 2024', 2024, 5, 16],
      ['ngày 07 / 4 / 2014', 2014, 4, 7],
    ])
  })

  it('never leaves the text and never ends before it begins', () => {
    const piece = fc.constantFrom(
      'quý ',
      'I',
      ', ',
      'tháng ',
      '12',
      '/',
      '2024',
      ' năm ',
      ' - ',
      'đến ',
      'ngày ',
      '31',
      '6 tháng đầu năm',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        for (const p of findPeriods(text, { year: 2024 })) {
          expect(p.start >= 0 && p.end <= text.length && p.start < p.end).toBe(true)
          expect(p.from).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/)
          expect(p.to).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/)
        }
      }),
    )
  })
})
