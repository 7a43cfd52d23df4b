import type { WriteContext } from '../../context.ts'
import { type Derived, deriveTasks } from '../../duties/derive-tasks.ts'
import { holdTasks } from '../../duties/queries/find-task.ts'
import { deriveParts } from '../units/derive-parts.ts'

/** Makes everything that follows from the items of a plan in force follow them again; part of the transaction that changes them. */
export async function planChanged(ctx: WriteContext, planId: string): Promise<Derived> {
  await holdTasks(ctx, planId, 'plan')
  await deriveParts(ctx, planId)
  return deriveTasks(ctx, planId)
}
