import { expect, it } from 'vitest'
import { oneSlipAway } from './one-slip-away.ts'

it.each([
  ['hnih', 'hinh', 'two letters in the wrong order'],
  ['nog', 'nong', 'a letter left out'],
  ['noong', 'nong', 'one too many'],
  ['nomg', 'nong', 'another one'],
  ['ong', 'nong', 'the first left out'],
  ['non', 'nong', 'the last left out'],
])('«%s» may be «%s»: %s', (typed, meant) => {
  expect(oneSlipAway(typed).has(meant)).toBe(true)
})

it('is never the word itself, nor two slips away', () => {
  const meant = oneSlipAway('tien')
  expect(['tien', 'dieu', 'tn'].filter((word) => meant.has(word))).toEqual([])
  expect(meant.size).toBeLessThan(300)
})
