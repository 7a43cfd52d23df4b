import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unusedOf } from './unused.ts'

const said = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
  unusedOf(text, spans).map(({ start, end }) => text.slice(start, end))

it('lists line by line what no source covers', () => {
  const text = 'Số: 12\n\n  Tìm gương tốt, rồi nhân rộng. \nHết'
  const start = text.indexOf('gương')
  expect(said(text, [{ start, end: start + 9 }])).toEqual(['Số: 12', 'Tìm', ', rồi nhân rộng.', 'Hết'])
})

it('is empty where one source covers everything', () => {
  expect(said('Một\nHai', [{ start: 0, end: 7 }])).toEqual([])
})

it('covers with the sources every letter once, whatever the sources are', () => {
  const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 8 })
  fc.assert(
    fc.property(fc.stringMatching(/^[ab \n]{0,60}$/), spans, (text, pairs) => {
      const sources = pairs.map(([a, b]) => ({
        start: Math.min(a, b, text.length),
        end: Math.min(Math.max(a, b), text.length),
      }))
      const counts = new Uint8Array(text.length)
      for (const { start, end } of unusedOf(text, sources))
        for (let i = start; i < end; i++) counts[i] = (counts[i] ?? 0) + 1
      const covered = (i: number): boolean => sources.some(({ start, end }) => start <= i && i < end)
      for (let i = 0; i < text.length; i++) {
        if (covered(i)) expect(counts[i]).toBe(0)
        else if (/\S/.test(text[i] ?? '')) expect(counts[i]).toBe(1)
      }
    }),
  )
})
