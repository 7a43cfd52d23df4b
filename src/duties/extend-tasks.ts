import { z } from 'zod'
import { type Context, write } from '../context.ts'
import { job } from '../platform/jobs/job.ts'
import { deriveTasks } from './derive-tasks.ts'

/** Goes on with the occurrences of every plan in force, one transaction a plan: a plan that fails is told in the log, and the others go on. */
export async function extendTasks(ctx: Context): Promise<void> {
  const plans = await ctx.db
    .selectFrom('planDocument')
    .select('id')
    .where('state', '=', 'in-force')
    .orderBy('id')
    .execute()
  for (const { id } of plans) {
    try {
      await write({ ...ctx, event: null }, (tx) => deriveTasks(tx, id))
    } catch (error) {
      ctx.log.error('the tasks of a plan could not be extended', { plan: id, error })
    }
  }
}

/** The same when the calendar has changed. */
export const deriveAllJob = job(z.object({}), extendTasks)
