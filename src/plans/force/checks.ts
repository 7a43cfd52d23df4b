import { readDeadline } from '../../duties/deadline.ts'
import { type Item, isKind } from '../items/item-schema.ts'
import type { PlanName } from '../units/plan-names.ts'

/** Something to look at before a plan is put in force. `stop`: it cannot be put in force so; `doubt`: it can, if that is meant. */
export interface Check {
  readonly code:
    | 'no-title'
    | 'same-in-force'
    | 'no-period'
    | 'nothing-owed'
    | 'questions'
    | 'open-names'
    | 'function-vacant'
    | 'duty-without-owner'
    | 'duty-without-day'
  readonly weight: 'stop' | 'doubt'
  readonly count: number
  /** The item to look at, where it is one. */
  readonly itemId: string | null
  /** The other plan to look at, where it is one. */
  readonly planId?: string
}

/** What the items do not tell: questions still open, functions that nobody holds, and the plan of the same number and day that is in force. */
export interface Surroundings {
  readonly questions: number
  readonly vacant: number
  readonly sameInForce: string | null
}

/** What speaks against putting the plan in force as it stands. Pure: the items, how its names are understood, and what stands around it. */
export function checksOf(
  items: readonly Item[],
  names: readonly PlanName[],
  { questions, vacant, sameInForce }: Surroundings,
): Check[] {
  const header = items.find((item) => isKind(item, 'header'))
  const duties = items.filter((item) => isKind(item, 'duty'))
  const unowned = duties.filter(({ data }) => data.by === null)
  const undated = duties.filter(
    ({ data }) => data.due === null && data.deadline !== null && !readDeadline(data.deadline),
  )
  const open = names.filter(({ state }) => state === 'open')
  const owed = items.some(({ kind }) => kind === 'duty' || kind === 'milestone' || kind === 'work')
  const checks: (Check | false)[] = [
    !header?.data.title && { code: 'no-title', weight: 'stop', count: 1, itemId: header?.id ?? null },
    sameInForce !== null && { code: 'same-in-force', weight: 'doubt', count: 1, itemId: null, planId: sameInForce },
    !header?.data.period && { code: 'no-period', weight: 'doubt', count: 1, itemId: header?.id ?? null },
    questions > 0 && { code: 'questions', weight: 'doubt', count: questions, itemId: null },
    open.length > 0 && { code: 'open-names', weight: 'doubt', count: open.length, itemId: null },
    vacant > 0 && { code: 'function-vacant', weight: 'doubt', count: vacant, itemId: null },
    unowned.length > 0 && {
      code: 'duty-without-owner',
      weight: 'doubt',
      count: unowned.length,
      itemId: unowned[0]?.id ?? null,
    },
    undated.length > 0 && {
      code: 'duty-without-day',
      weight: 'doubt',
      count: undated.length,
      itemId: undated[0]?.id ?? null,
    },
    !owed && { code: 'nothing-owed', weight: 'doubt', count: 1, itemId: null },
  ]
  return checks.filter((check) => check !== false)
}
