import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type Json } from './canonical-json.ts'

test('keys are sorted at every depth, members that are undefined are left out', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'ă', e: undefined })).toBe('{"a":"ă","b":[{"c":null,"d":1}]}')
})

test('a value and what becomes of it in JSON have the same text, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const shuffled = JSON.parse(JSON.stringify(value), (_, member) =>
        member && typeof member === 'object' && !Array.isArray(member)
          ? Object.fromEntries(Object.entries(member).reverse())
          : member,
      )
      expect(canonicalJson(shuffled as Json)).toBe(canonicalJson(JSON.parse(JSON.stringify(value)) as Json))
    }),
  )
})
