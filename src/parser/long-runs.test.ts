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

/** Five thousand take a second or two; they took twenty when every line was measured against all lines behind it. */
test.each([
  ['plain', 'Nêu gương người tốt.'],
  ['marked', '- Nêu gương người tốt.'],
  ['numbered', '1. Nêu gương người tốt.'],
  ['like a label', 'Đối với cá nhân: sống tốt.'],
  ['like a heading', 'Điển hình trong sản xuất'],
])(
  'five thousand short lines under one heading, %s, take no more time than their number',
  { timeout: 15_000 },
  (_, line) => {
    const text = `${HEAD}II. CÁC LĨNH VỰC\n${`${line}\n`.repeat(5000)}`
    const { document } = parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }).plan
    expect(document.number).toBe('1/KH-UBND')
  },
)

test('«a) Tiêu chuẩn:» again and again is not read ever deeper', () => {
  const text = `${HEAD}II. CÁC LĨNH VỰC\n${'a) Tiêu chuẩn:\n'.repeat(5000)}`
  const { document } = parsePlan({ text, lines: 'paragraphs', tables: [], notes: [], uncertain: [] }).plan
  expect(document.number).toBe('1/KH-UBND')
})
