import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mend } from './mend.ts'

describe('words that recognition spoiled', () => {
  it.each([
    ['tboi gian thuc hien', 'thoi gian thuc hien'],
    ['mo hinb duoc xem xel', 'mo hinh duoc xem xet'],
    ['moi eap hoc', 'moi cap hoc'],
    ['ubnd, hdnd va mttq', 'ubnd, hdnd va mttq'],
    ['12/kh-ubnd', '12/kh-ubnd'],
    ['xa krong pak', 'xa krong pak'],
  ])('%s', (text, mended) => {
    expect(mend(text)).toBe(mended)
  })

  it('keeps every position', () => {
    fc.assert(fc.property(fc.string(), (text) => mend(text).length === text.length))
  })
})
