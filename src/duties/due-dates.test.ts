import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type DayKind, isWorkingDay } from '../core/dates/working-days.ts'
import { readDeadline } from './deadline.ts'
import { type DatedDuty, type Frame, occurrencesOf } from './due-dates.ts'

const none = new Map<string, DayKind>()
const tet = new Map<string, DayKind>(
  ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((day) => [day, 'holiday']),
)

const year2026: Frame = { from: '2026-01-01', to: '2026-12-31', notBefore: '2026-01-01', horizon: '2026-12-31' }

function aDuty(changes: Partial<DatedDuty>): DatedDuty {
  return { cadence: 'monthly', deadline: null, due: null, besideYearly: false, ...changes }
}

function dueDays(duty: Partial<DatedDuty>, frame: Partial<Frame> = {}, kinds = none) {
  return occurrencesOf(aDuty(duty), { ...year2026, ...frame }, kinds).map(({ dueOn }) => dueOn)
}

describe('what a printed deadline says', () => {
  it.each([
    ['trước ngày 20', { kind: 'day', day: 20, month: 'last', strict: true }],
    ['trước ngày 20 hàng tháng', { kind: 'day', day: 20, month: 'last', strict: true }],
    ['vào ngày 25', { kind: 'day', day: 25, month: 'last', strict: false }],
    ['trước ngày 05 của tháng cuối quý', { kind: 'day', day: 5, month: 'last', strict: true }],
    ['trước ngày 15 tháng đầu mỗi quý', { kind: 'day', day: 15, month: 'first', strict: true }],
    ['chậm nhất vào ngày 05 của tháng đầu quý sau', { kind: 'day', day: 5, month: 'behind', strict: false }],
    ['trước ngày 05 của tháng sau', { kind: 'day', day: 5, month: 'behind', strict: true }],
    ['chậm nhất ngày 15/11', { kind: 'date', day: 15, month: 11, year: null, yearsBehind: 0, strict: false }],
    ['trước ngày 10 tháng 12', { kind: 'date', day: 10, month: 12, year: null, yearsBehind: 0, strict: true }],
    ['trước ngày 15/01 năm sau', { kind: 'date', day: 15, month: 1, year: null, yearsBehind: 1, strict: true }],
    ['trước ngày 30/4/2023', { kind: 'date', day: 30, month: 4, year: 2023, yearsBehind: 0, strict: true }],
    ['trước ngày 20 tháng 12 năm 2026', { kind: 'date', day: 20, month: 12, year: 2026, yearsBehind: 0, strict: true }],
    ['vào tuần cuối của tháng', { kind: 'last-week' }],
    ['Mùng 5', { kind: 'day', day: 5, month: 'last', strict: false }],
    ['vào ngày làm việc cuối cùng của tháng', { kind: 'last-week' }],
    ['Cuối mỗi quý', { kind: 'last-week' }],
    ['chậm nhất 05 ngày sau khi kết thúc quý', { kind: 'day', day: 5, month: 'behind', strict: false }],
    ['chậm nhất 05 ngày làm việc sau khi kết thúc quý', undefined],
    ['trong 05 ngày đầu của mỗi quý', { kind: 'day', day: 5, month: 'first', strict: false }],
    ['trong 05 ngày đầu tháng sau', { kind: 'day', day: 5, month: 'behind', strict: false }],
    ['Tháng 12', { kind: 'date', day: 31, month: 12, year: null, yearsBehind: 0, strict: false }],
    ['trước tháng 12/2026', { kind: 'date', day: 1, month: 12, year: 2026, yearsBehind: 0, strict: true }],
    ['Đầu tháng sau', undefined],
    ['đầu năm', undefined],
    ['theo thời gian đề nghị nộp hồ sơ tổng kết', undefined],
    ['trước ngày 31/02', undefined],
  ])('%s', (printed, expected) => {
    expect(readDeadline(printed)).toEqual(expected)
  })
})

describe('when a duty is owed', () => {
  it('«trước ngày 20» monthly: the 19th, moved behind weekends and Tết', () => {
    expect(dueDays({ deadline: 'trước ngày 20' }, { to: '2026-04-30' }, tet)).toEqual([
      '2026-01-19',
      '2026-02-23',
      '2026-03-19',
      '2026-04-20',
    ])
  })

  it('the 31st of a month that has none is its last day, in leap years too', () => {
    expect(
      dueDays({ deadline: 'vào ngày 31' }, { from: '2028-01-01', to: '2028-02-29', horizon: '2028-12-31' }),
    ).toEqual(['2028-01-31', '2028-02-29'])
  })

  it('quarterly in the last month, in the first, and behind the quarter', () => {
    expect(dueDays({ cadence: 'quarterly', deadline: 'trước ngày 20 của tháng cuối quý' })).toEqual([
      '2026-03-19',
      '2026-06-19',
      '2026-09-21',
      '2026-12-21',
    ])
    expect(
      dueDays({ cadence: 'quarterly', deadline: 'trước ngày 15 tháng đầu mỗi quý' }, { to: '2026-06-30' }),
    ).toEqual(['2026-01-14', '2026-04-14'])
    expect(dueDays({ cadence: 'quarterly', deadline: 'ngày 05 của tháng đầu quý sau' }).at(-1)).toBe('2027-01-05')
  })

  it('yearly in a named month: its last day, moved off days of rest', () => {
    expect(dueDays({ cadence: 'yearly', deadline: 'Tháng 2' })).toEqual(['2026-03-02'])
  })

  it('a half-yearly report before a named day is owed once a year, one without a day twice, beside a yearly one once', () => {
    expect(dueDays({ cadence: 'halfYearly', deadline: 'trước ngày 15/6' })).toEqual(['2026-06-15'])
    expect(dueDays({ cadence: 'halfYearly' })).toEqual(['2026-06-30', '2026-12-31'])
    expect(dueDays({ cadence: 'halfYearly', besideYearly: true })).toEqual(['2026-06-30'])
  })

  it('yearly on a named day in each year of the plan, from the day of issue on', () => {
    const frame = { from: '2026-01-01', to: '2028-12-31', notBefore: '2026-05-10', horizon: '2028-12-31' }
    expect(dueDays({ cadence: 'yearly', deadline: 'chậm nhất ngày 31/3' }, frame)).toEqual(['2027-03-31', '2028-03-31'])
  })

  it('once on the day that the plan names, or without a day where it names none', () => {
    expect(dueDays({ cadence: 'once', deadline: 'chậm nhất ngày 15/11/2026' })).toEqual(['2026-11-16'])
    expect(dueDays({ cadence: 'once', deadline: 'trước ngày 15 tháng 6' })).toEqual(['2026-06-15'])
    expect(dueDays({ cadence: 'once', deadline: 'trước ngày 15/6' }, { to: '2027-12-31' })).toEqual([null])
    expect(dueDays({ cadence: 'yearly', deadline: 'đầu năm' })).toEqual([null])
    expect(dueDays({ cadence: 'once' })).toEqual([null])
  })

  it('on the last day of a school year that is over before the calendar year', () => {
    const frame = { from: '2026-09-01', to: '2027-05-31', notBefore: '2026-09-05', horizon: '2027-12-31' }
    expect(dueDays({ cadence: 'once', deadline: 'trước ngày 20/5' }, frame)).toEqual(['2027-05-19'])
  })

  it('on the day that the officer has set, whatever is printed', () => {
    expect(
      dueDays({ cadence: 'quarterly', deadline: 'đầu quý', due: { month: 1, day: 10 } }, { to: '2026-06-30' }),
    ).toEqual(['2026-01-12', '2026-04-10'])
  })

  it('nothing beyond the horizon is made', () => {
    expect(dueDays({ deadline: 'vào ngày 25' }, { horizon: '2026-03-01' })).toEqual([
      '2026-01-26',
      '2026-02-25',
      '2026-03-25',
    ])
  })
})

it('every occurrence is due on a working day from the day of issue on, at most once a stretch, in order', () => {
  const deadlines = [
    'trước ngày 20',
    'vào ngày 31',
    'trước ngày 05 của tháng sau',
    'chậm nhất ngày 29/02',
    'tuần cuối',
    null,
  ]
  const day = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays('2024-01-01', count))
  fc.assert(
    fc.property(
      fc.constantFrom<DatedDuty['cadence']>('monthly', 'quarterly', 'halfYearly', 'yearly', 'once'),
      fc.constantFrom(...deadlines),
      day,
      fc.integer({ min: 0, max: 1_500 }),
      (cadence, deadline, from, length) => {
        const to = addDays(from, length)
        const found = occurrencesOf(aDuty({ cadence, deadline }), { from, to, notBefore: from, horizon: to }, tet)
        for (const { dueOn } of found)
          if (dueOn !== null) expect([isWorkingDay(dueOn, tet), dueOn >= from]).toEqual([true, true])
        const starts = found.map(({ coversFrom }) => coversFrom)
        expect(starts).toEqual([...new Set(starts)].sort())
      },
    ),
  )
})
