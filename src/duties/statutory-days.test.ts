import { expect, it } from 'vitest'
import { statutoryDays } from './statutory-days.ts'

it('2027: Tết on a weekend is given back behind it, twelve holidays in all', () => {
  const days = statutoryDays(2027)
  expect(days.filter(({ kind }) => kind === 'holiday')).toHaveLength(12)
  expect(days.filter(({ kind }) => kind === 'day-off-in-lieu').map(({ on }) => on)).toEqual([
    '2027-02-09',
    '2027-02-10',
    '2027-05-03',
  ])
})

it('the day of culture is free from 2026 on', () => {
  const names = (year: number) => statutoryDays(year).map(({ name }) => name)
  expect(names(2025)).not.toContain('Ngày Văn hóa Việt Nam')
  expect(names(2026)).toContain('Ngày Văn hóa Việt Nam')
})

it('no day is named twice in any year', () => {
  for (let year = 2024; year <= 2060; year += 1) {
    const days = statutoryDays(year).map(({ on }) => on)
    expect(days).toEqual([...new Set(days)].sort())
  }
})
