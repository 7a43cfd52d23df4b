import { describe, expect, it } from 'vitest'
import { outdated } from './nightly.ts'

const name = (day: string) => `lantoa-${day}.lantoa`
const daysBefore = (today: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(today) - index * 86_400_000).toISOString().slice(0, 10),
  )

describe('the nightly copies', () => {
  it('are kept for two weeks day by day, then the last of each month for a year', () => {
    const today = '2026-11-20'
    const all = daysBefore(today, 500).map(name)
    const gone = new Set(outdated(all, { days: 14, today }))
    const kept = all.filter((one) => !gone.has(one))
    expect(kept.slice(0, 14)).toEqual(daysBefore(today, 14).map(name))
    expect(kept.slice(14)).toEqual(
      [
        '2026-10-31',
        '2026-09-30',
        '2026-08-31',
        '2026-07-31',
        '2026-06-30',
        '2026-05-31',
        '2026-04-30',
        '2026-03-31',
        '2026-02-28',
        '2026-01-31',
        '2025-12-31',
        '2025-11-30',
      ].map(name),
    )
  })

  it('leave files of other names alone', () => {
    expect(
      outdated(['ghi chú.txt', 'lantoa-2020-01-01.lantoa.part', 'sao-luu.lantoa'], { days: 14, today: '2026-11-20' }),
    ).toEqual([])
  })
})
