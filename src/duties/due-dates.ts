import { addDays, type DayKinds, endOfTerm, type IsoDay, lastWorkingDay } from '../core/dates/working-days.ts'
import type { Cadence } from '../plans/items/item-schema.ts'
import { type Deadline, dayIn, readDeadline } from './deadline.ts'

/** The duty as the plan states it, or as the officer has set its day. */
export interface DatedDuty {
  readonly cadence: Cadence
  readonly deadline: string | null
  readonly due: { readonly month: number; readonly day: number } | null
  /** A yearly duty of the same unit stands beside it: «6 tháng, năm» asks for one half-yearly report, and the yearly one. */
  readonly besideYearly: boolean
}

/** First and last day for which occurrences are made; what would be due before `notBefore`, the day of issue, was never owed. */
export interface Frame {
  readonly from: IsoDay
  readonly to: IsoDay
  readonly notBefore: IsoDay
  /** Occurrences that begin later are made later. */
  readonly horizon: IsoDay
}

/**
 * One time that a duty is owed. `nominalOn` is the last day as the plan says, `dueOn` that day moved off days of rest; both null where the plan names no day that
 * can be told. `setBy`: who says the day.
 */
export interface Occurrence {
  readonly coversFrom: IsoDay
  readonly coversTo: IsoDay
  readonly nominalOn: IsoDay | null
  readonly dueOn: IsoDay | null
  readonly setBy: 'plan' | 'officer' | 'product' | 'nobody'
}

interface Stretch {
  readonly from: IsoDay
  readonly to: IsoDay
}

const lengths = { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12 } as const
/** A report on the plan's last stretch may be owed so long after it. */
const LATEST = 62

/** Every time that the duty is owed within the frame, in order. */
export function occurrencesOf(duty: DatedDuty, frame: Frame, kinds: DayKinds): Occurrence[] {
  const deadline = duty.deadline === null ? undefined : readDeadline(duty.deadline)
  return stretchesOf(duty, deadline, frame)
    .filter(({ from }) => from <= frame.horizon)
    .map((stretch) => occurrenceIn(stretch, duty, deadline, kinds))
    .filter(({ dueOn }) => dueOn === null || (dueOn >= frame.notBefore && dueOn <= addDays(frame.to, LATEST)))
}

/** The months, quarters, half-years or years that meet the frame; one stretch for what is owed once. */
function stretchesOf(duty: DatedDuty, deadline: Deadline | undefined, frame: Frame): Stretch[] {
  if (duty.cadence === 'once') return [{ from: frame.from, to: frame.to }]
  const length = lengths[duty.cadence]
  const stretches: Stretch[] = []
  const firstYear = Number(frame.from.slice(0, 4))
  const lastYear = Number(frame.to.slice(0, 4))
  for (let month = 1; month <= (lastYear - firstYear + 1) * 12; month += length)
    stretches.push({ from: dayIn(firstYear, month, 1), to: dayIn(firstYear, month + length - 1, 31) })
  const met = stretches.filter(({ from, to }) => to >= frame.from && from <= frame.to)
  return duty.cadence === 'halfYearly' ? met.filter((stretch) => isAsked(stretch, duty, deadline)) : met
}

/** «trước ngày 15/6» asks for the first half of the year only; so does a half-yearly report beside a yearly one. */
function isAsked(stretch: Stretch, duty: DatedDuty, deadline: Deadline | undefined): boolean {
  const isFirstHalf = stretch.from.endsWith('-01-01')
  if (duty.due) return true
  if (deadline?.kind === 'date') return isFirstHalf === (deadline.month >= 4 && deadline.month <= 9)
  return isFirstHalf || !duty.besideYearly
}

function occurrenceIn(stretch: Stretch, duty: DatedDuty, deadline: Deadline | undefined, kinds: DayKinds): Occurrence {
  const covers = { coversFrom: stretch.from, coversTo: stretch.to }
  if (duty.due) {
    const nominalOn = dayIn(
      Number(stretch.from.slice(0, 4)),
      Number(stretch.from.slice(5, 7)) + duty.due.month - 1,
      duty.due.day,
    )
    return { ...covers, nominalOn, dueOn: endOfTerm(nominalOn, kinds), setBy: 'officer' }
  }
  if (duty.deadline === null && duty.cadence !== 'once') {
    const dueOn = lastWorkingDay(stretch.to, kinds)
    return { ...covers, nominalOn: stretch.to, dueOn, setBy: 'product' }
  }
  if (deadline?.kind === 'last-week')
    return { ...covers, nominalOn: stretch.to, dueOn: lastWorkingDay(stretch.to, kinds), setBy: 'plan' }
  const nominalOn = deadline && lastDay(stretch, duty, deadline)
  if (!nominalOn) return { ...covers, nominalOn: null, dueOn: null, setBy: 'nobody' }
  return { ...covers, nominalOn, dueOn: endOfTerm(nominalOn, kinds), setBy: 'plan' }
}

/** The last day on which it is in time: the day before X for «trước ngày X». Undefined where the year cannot be told. */
function lastDay(
  stretch: Stretch,
  duty: DatedDuty,
  deadline: Exclude<Deadline, { kind: 'last-week' }>,
): IsoDay | undefined {
  const named = deadline.kind === 'date' ? dateIn(stretch, duty, deadline) : dayOf(stretch, deadline)
  return named === undefined || !deadline.strict ? named : addDays(named, -1)
}

function dayOf({ from, to }: Stretch, { day, month }: Extract<Deadline, { kind: 'day' }>): IsoDay {
  const [base, step] = month === 'first' ? [from, 0] : [to, month === 'last' ? 0 : 1]
  return dayIn(Number(base.slice(0, 4)), Number(base.slice(5, 7)) + step, day)
}

function dateIn(
  { from, to }: Stretch,
  { cadence }: DatedDuty,
  { day, month, year, yearsBehind }: Extract<Deadline, { kind: 'date' }>,
): IsoDay | undefined {
  if (year !== null) return dayIn(year, month, day)
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  if (cadence !== 'once') return dayIn(first + yearsBehind, month, day)
  const fitting: IsoDay[] = []
  for (let y = first; y <= last; y += 1) {
    const date = dayIn(y, month, day)
    if (date >= from && date <= to) fitting.push(date)
  }
  return fitting.length === 1 ? fitting[0] : undefined
}
