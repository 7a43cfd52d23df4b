import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldInPlace } from './fold.ts'

describe('folding in place', () => {
  it('takes marks and capitals away, đ included', () => {
    expect(foldInPlace('Ủy ban nhân dân XÃ Đông Hưng – Quý III')).toBe('uy ban nhan dan xa dong hung – quy iii')
  })

  it('keeps every position, whatever stands in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(foldInPlace(text).length).toBe(text.length)
      }),
    )
  })
})
