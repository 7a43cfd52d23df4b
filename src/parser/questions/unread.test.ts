import { expect, it } from 'vitest'
import { parsePlan } from '../parse-plan.ts'

it('asks about every page and every stretch of words that the reader could not make text of', () => {
  const source = {
    text: 'KẾ HOẠCH\nNhân rộng điển hình năm 2026',
    lines: 'wrapped',
    tables: [],
    notes: [],
    uncertain: [],
  } as const
  const unread = [
    { kind: 'page', page: 3 },
    { kind: 'aside', page: 1, words: 'Đến số 215' },
  ] as const
  const without = parsePlan(source)
  const { questions, ...rest } = parsePlan({ ...source, unread })
  expect(rest).toEqual({ text: without.text, plan: without.plan, sources: without.sources, unused: without.unused })
  expect(questions.slice(0, 2).map(({ reason }) => reason)).toEqual([
    expect.stringContaining('Trang 3 có hình hoặc chữ mà máy không đọc được'),
    expect.stringContaining('«Đến số 215»'),
  ])
  expect(questions.slice(2)).toEqual(without.questions)
})
