import { expect, it } from 'vitest'
import { chooseLang } from './lang.ts'

it.each([
  ['en', 'en'],
  ['vi', 'vi'],
  ['xx', 'vi'],
  [undefined, 'vi'],
])('who chose %s reads %s', (chosen, lang) => {
  expect(chooseLang(chosen)).toBe(lang)
})
