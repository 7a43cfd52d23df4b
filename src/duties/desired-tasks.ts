import { addDays, type DayKinds, endOfTerm, type IsoDay, lastWorkingDay } from '../core/dates/working-days.ts'
import { fold } from '../core/text/fold.ts'
import { type Item, isKind } from '../plans/items/item-schema.ts'
import { dayIn, readDeadline } from './deadline.ts'
import { type Frame, occurrencesOf } from './due-dates.ts'

/** Which unit has which part in an item; `title` names the officer inside the unit whose function it is. */
export interface Part {
  readonly itemId: string
  readonly role: 'lead' | 'coordinating' | 'assigned' | 'owes' | 'receives'
  readonly unitId: number
  readonly unitPath: string
  readonly title: string
  readonly relation: 'ordered' | 'requested' | null
}

/** Everything that decides what is owed under a plan. */
export interface PlanFacts {
  readonly unitId: number
  readonly unitPath: string
  readonly items: readonly Item[]
  readonly parts: readonly Part[]
  readonly frame: Frame
  readonly kinds: DayKinds
}

/** One thing that one unit owes; `key` is what makes it the same thing after the plan has changed. */
export interface DesiredTask {
  readonly itemId: string
  readonly kind: 'duty' | 'milestone' | 'work'
  readonly text: string
  readonly unitId: number
  readonly unitPath: string
  readonly title: string
  readonly relation: 'ordered' | 'requested' | null
  readonly receiverId: number | null
  readonly coversFrom: IsoDay | null
  readonly coversTo: IsoDay | null
  readonly nominalOn: IsoDay | null
  readonly dueOn: IsoDay | null
}

type Owner = Pick<DesiredTask, 'unitId' | 'unitPath' | 'title' | 'relation'>

/** What every unit owes under the plan, up to the frame's horizon. */
export function desiredTasks(facts: PlanFacts): DesiredTask[] {
  return facts.items.flatMap((item) => {
    if (isKind(item, 'duty')) return dutyTasks(item, facts)
    if (isKind(item, 'milestone')) return milestoneTasks(item, facts)
    return isKind(item, 'work') ? workTasks(item, facts) : []
  })
}

/** `item unit title covers-from`: a unique key of the table. */
export function taskKey(task: Pick<DesiredTask, 'itemId' | 'unitId' | 'title' | 'coversFrom'>): string {
  return [task.itemId, task.unitId, task.coversFrom ?? '', task.title].join(' ')
}

/** Nobody named: the plan's own unit sees to it. */
function ownersOf(itemId: string | null, role: Part['role'], facts: PlanFacts): Owner[] {
  const named = facts.parts.filter((part) => part.itemId === itemId && part.role === role)
  if (named.length > 0) return named
  return [{ unitId: facts.unitId, unitPath: facts.unitPath, title: '', relation: null }]
}

function withOwner(owner: Owner): Owner {
  const { unitId, unitPath, title, relation } = owner
  return { unitId, unitPath, title, relation }
}

function dutyTasks(item: Item<'duty'>, facts: PlanFacts): DesiredTask[] {
  const { data } = item
  const receiver = facts.parts.find((part) => part.itemId === item.id && part.role === 'receives')
  const besideYearly = facts.items.some(
    (other) => isKind(other, 'duty') && other.data.cadence === 'yearly' && other.data.by === data.by,
  )
  const occurrences = occurrencesOf({ ...data, besideYearly }, facts.frame, facts.kinds)
  return ownersOf(item.id, 'owes', facts).flatMap((owner) =>
    occurrences.map(({ coversFrom, coversTo, nominalOn, dueOn }) => ({
      ...withOwner(owner),
      itemId: item.id,
      kind: 'duty' as const,
      text: data.text,
      receiverId: receiver?.unitId ?? null,
      coversFrom,
      coversTo,
      nominalOn,
      dueOn,
    })),
  )
}

/** A step of the plan is the plan's own unit's, and over with the day that is printed, else with its last month. */
function milestoneTasks(item: Item<'milestone'>, facts: PlanFacts): DesiredTask[] {
  const coversFrom = `${item.data.from}-01`
  const coversTo = dayIn(Number(item.data.to.slice(0, 4)), Number(item.data.to.slice(5)), 31)
  const printed = printedDay(item.data)
  const nominalOn = printed ?? coversTo
  if (nominalOn < facts.frame.notBefore || coversFrom > facts.frame.horizon) return []
  const dueOn = printed ? endOfTerm(printed, facts.kinds) : lastWorkingDay(coversTo, facts.kinds)
  const { unitId, unitPath } = facts
  const step = { itemId: item.id, kind: 'milestone' as const, text: item.data.text, coversFrom, coversTo }
  return [{ ...step, unitId, unitPath, title: '', relation: null, receiverId: null, nominalOn, dueOn }]
}

/** The last day of a step that names one: the day before X for «trước ngày X». */
function printedDay({ to, deadline }: Item<'milestone'>['data']): IsoDay | undefined {
  const named = deadline ? readDeadline(deadline) : undefined
  if (named?.kind !== 'date') return undefined
  const day = dayIn(named.year ?? Number(to.slice(0, 4)), named.month, named.day)
  return named.strict ? addDays(day, -1) : day
}

/** What an assignment gives a unit to do: no day of its own unless the officer has set one. */
function workTasks(item: Item<'work'>, facts: PlanFacts): DesiredTask[] {
  const { text, due } = item.data
  if (due === null && isSaidByDuty(text, facts)) return []
  return ownersOf(item.parentId, 'assigned', facts).map((owner) => ({
    ...withOwner(owner),
    itemId: item.id,
    kind: 'work' as const,
    text,
    receiverId: null,
    coversFrom: null,
    coversTo: null,
    nominalOn: due,
    dueOn: due,
  }))
}

/** «Hằng tháng giới thiệu …» stands in the plan once, and is owed once: as the duty, with its days. */
function isSaidByDuty(text: string, { items }: PlanFacts): boolean {
  const words = wordsOf(text)
  return items.some((item) => {
    if (!isKind(item, 'duty')) return false
    const duty = wordsOf(item.data.text)
    return words.includes(duty) || duty.includes(words)
  })
}

function wordsOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}

/** Occurrences are made for a year ahead, to the end of a month; a job goes on with them every night. */
export function horizonFrom(today: IsoDay): IsoDay {
  const ahead = addDays(today, 365)
  return dayIn(Number(ahead.slice(0, 4)), Number(ahead.slice(5, 7)), 31)
}
