import { expect, it } from 'vitest'
import { chooseLang } from './lang.ts'

it.each([
  ['en', 'vi', 'en'],
  [undefined, 'en-GB,en;q=0.9,vi;q=0.8', 'en'],
  [undefined, 'fr-FR,vi;q=0.8', 'vi'],
  ['xx', 'fr', 'vi'],
  [undefined, undefined, 'vi'],
])('who chose %s with a browser that wants %s reads %s', (chosen, accepted, lang) => {
  expect(chooseLang(chosen, accepted)).toBe(lang)
})
