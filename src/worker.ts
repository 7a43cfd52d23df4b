import { theSystem } from './access/builtin-actors.ts'
import { dayInVietNam } from './core/dates/day-in-viet-nam.ts'
import { contextOf, type House } from './house.ts'
import { readPlanJob, removeFilesJob } from './plans/jobs.ts'
import type { JobHandler } from './platform/jobs/job.ts'
import { type RunningJobs, runJobs } from './platform/jobs/run-jobs.ts'

/** Job name → handler: everything the product does behind the scenes. */
const handlers: Readonly<Record<string, JobHandler>> = {
  'plan.read': readPlanJob,
  'plan.remove-files': removeFilesJob,
}

export function startWorker(house: House): Promise<RunningJobs> {
  const { context, pool, news } = house
  return runJobs({
    context: () => contextOf(context, theSystem(dayInVietNam(context.clock.now()))),
    pool,
    news,
    handlers,
    concurrency: context.config.readers,
  })
}
