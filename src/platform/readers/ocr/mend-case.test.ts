import { expect, test } from 'vitest'
import { mendCase } from './mend-case.ts'

test.each([
  ['bỒi', 'bồi'],
  ['dưỠng,', 'dưỡng,'],
  ['“tiêN', '“tiên'],
  ['BỒI', 'BỒI'],
  ['Bồi', 'Bồi'],
  ['iPhone', 'iPhone'],
  ['pH', 'pH'],
  ['kWh', 'kWh'],
  ['ThS', 'ThS'],
  ['QĐ-TTg', 'QĐ-TTg'],
  ['12/QĐ-BtV', '12/QĐ-BtV'],
])('a word that recognition gives as «%s» is «%s»', (seen, meant) => {
  expect(mendCase(seen)).toBe(meant)
})
