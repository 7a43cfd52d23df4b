import { forgetOld } from './access/actions/forget-old.ts'
import { theSystem } from './access/builtin-actors.ts'
import { type Context, write } from './context.ts'
import { dayInVietNam } from './core/dates/day-in-viet-nam.ts'
import { deriveAllJob, extendTasks } from './duties/extend-tasks.ts'
import { remind } from './duties/reminders/remind.ts'
import { sendLetters } from './duties/reminders/send-letters.ts'
import { contextOf, type House } from './house.ts'
import { readPlanJob, removeFilesJob } from './plans/jobs.ts'
import { backUpNightly } from './platform/backup/nightly.ts'
import type { JobHandler } from './platform/jobs/job.ts'
import { type RunningJobs, runJobs, type ScheduledTask } from './platform/jobs/run-jobs.ts'
import { VERSION } from './platform/version.ts'
import { forgetDeliveries } from './webhooks/actions/forget-deliveries.ts'
import { deliverJob, tellDisabledJob } from './webhooks/jobs.ts'

/** Job name → handler: everything the product does behind the scenes. */
const handlers: Readonly<Record<string, JobHandler>> = {
  'plan.read': readPlanJob,
  'plan.remove-files': removeFilesJob,
  'webhook.deliver': deliverJob,
  'webhook.tell-disabled': tellDisabledJob,
  'task.derive-all': deriveAllJob,
}

export function startWorker(house: House): Promise<RunningJobs> {
  const { context, pool, news } = house
  return runJobs({
    context: () => contextOf(context, theSystem(dayInVietNam(context.clock.now()))),
    pool,
    news,
    handlers,
    scheduled: scheduledFor(house),
    concurrency: context.config.readers,
  })
}

/** Hours in Viet Nam; what was missed while the computer was off is made up for when it is switched on. */
function scheduledFor(house: House): Readonly<Record<string, ScheduledTask>> {
  return {
    ...copying(house),
    'forget-old': { cron: '30 20 * * *', work: forget },
    'extend-tasks': { cron: '0 18 * * *', work: async (ctx) => void (await extendTasks(ctx)) },
    remind: { cron: '30 0 * * *', work: async (ctx) => void (await write(ctx, remind)) },
    'send-letters': { cron: '*/10 * * * *', work: async (ctx) => void (await sendLetters(ctx)) },
  }
}

async function forget(ctx: Context): Promise<void> {
  const removed = (await forgetOld(ctx)) + (await forgetDeliveries(ctx))
  if (removed > 0) ctx.log.info('forgot what was old', { removed })
}

/** Two in the morning. */
function copying({ pool, context }: House): Readonly<Record<string, ScheduledTask>> {
  const { backupFolder: folder, backupDays: days } = context.config
  if (days === 0) return {}
  const work = async ({ files, clock, actor, log }: Context) => {
    const made = await backUpNightly(
      { pool, files, version: VERSION, now: clock.now },
      { folder, days, today: actor.on },
    )
    if (made) log.info('backed up', { file: made })
  }
  return { 'back-up-nightly': { cron: '0 19 * * *', work } }
}
