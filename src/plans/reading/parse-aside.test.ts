import { expect, test } from 'vitest'
import type { SourceText } from '../../core/text/source.ts'
import { parsePlan } from '../../parser/parse-plan.ts'
import { parseAside } from './parse-aside.ts'

const nothing = { tables: [], notes: [], uncertain: [] }
const source: SourceText = {
  ...nothing,
  text: 'UBND XÃ MÂY HẠ\nSố: 12/KH-UBND\nKẾ HOẠCH\nNhân rộng điển hình tiên tiến năm 2026\nI. MỤC ĐÍCH\n1. Nêu gương.',
  lines: 'paragraphs',
}

test('a plan parsed aside is the plan parsed here', async () => {
  expect(await parseAside(source)).toEqual(parsePlan(source))
})

test('a text that takes too long is stopped while this thread goes on', { timeout: 20_000 }, async () => {
  const endless = {
    ...source,
    text: `${source.text}\n${'1. Xã Mây Hạ: 05 mô hình, trước ngày 15/11/2026.\n'.repeat(40_000)}`,
  }
  let turns = 0
  const clock = setInterval(() => turns++, 20)
  await expect(parseAside(endless, { milliseconds: 1_000 })).rejects.toMatchObject({ code: 'too-slow' })
  clearInterval(clock)
  expect(turns).toBeGreaterThan(10)
})

test('what nobody wants any more is stopped', async () => {
  const stopping = new AbortController()
  const parsing = parseAside(source, { signal: stopping.signal })
  stopping.abort()
  await expect(parsing).rejects.toMatchObject({ code: 'cancelled' })
})
