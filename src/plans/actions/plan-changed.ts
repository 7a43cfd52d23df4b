import type { WriteContext } from '../../context.ts'
import { deriveTasks } from '../../duties/derive-tasks.ts'

/** Makes everything that follows from the items of a plan in force follow them again; part of the transaction that changes them. */
export async function planChanged(ctx: WriteContext, planId: string): Promise<void> {
  await deriveTasks(ctx, planId)
}
