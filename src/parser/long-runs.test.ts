import { expect, test } from 'vitest'
import { parsePlan } from './parse-plan.ts'

const LENGTH = 60_000
const HEAD = 'UBND XÃ MÂY HẠ\nSố: 1/KH-UBND\nKẾ HOẠCH\nNhân rộng điển hình tiên tiến năm 2026\nI. MỤC ĐÍCH\n'

/** Generous on a busy machine: each takes a fraction of a second, and minutes where a pattern starts anew at every letter. */
test.each([
  '( ',
  '« ',
  ', ',
  '; ',
  ': ',
  '– ',
  '1.',
  'I.',
  ' ',
  '\t',
  '.....',
  'ngày 12/',
  'quý I, II, ',
  'và, ',
  'Căn cứ ',
  'giao ',
  'A',
  '1',
])('a run of %j takes no more time than its length', { timeout: 10_000 }, (piece) => {
  const text = `${HEAD}${piece.repeat(Math.ceil(LENGTH / piece.length))}x\nII. TỔ CHỨC THỰC HIỆN\n1. Nêu gương.\n`
  const { document } = parsePlan({ text, lines: 'wrapped', tables: [], notes: [], uncertain: [] }).plan
  expect(document.number).toBe('1/KH-UBND')
})
