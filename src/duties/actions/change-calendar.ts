import type { Context, WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { recordHistory } from '../../history/record-history.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { changeCalendar } from '../permissions.ts'
import type { NewCalendarDay } from '../schema.ts'
import { type CalendarDay, statutoryDays } from '../statutory-days.ts'

/** The root: the calendar is the whole installation's. */
const ROOT = { id: 1, path: '1' }

/** The days of one year as they count, and whether somebody has entered them or the law alone says so. */
export async function findYear(
  ctx: Pick<Context, 'db'>,
  year: number,
): Promise<{ entered: boolean; days: CalendarDay[] }> {
  const rows = await ctx.db
    .selectFrom('calendarDay')
    .select(['onDate as on', 'kind', 'name', 'source'])
    .where('onDate', '>=', `${year}-01-01`)
    .where('onDate', '<=', `${year}-12-31`)
    .orderBy('onDate')
    .execute()
  return rows.length > 0 ? { entered: true, days: rows } : { entered: false, days: statutoryDays(year) }
}

/** Enters a day, or says anew what it is. A year that followed the law until now keeps the law's days beside it. */
export async function setDay(ctx: WriteContext, day: NewCalendarDay): Promise<void> {
  refuseStrangers(ctx)
  const year = Number(day.on.slice(0, 4))
  const { entered, days } = await findYear(ctx, year)
  await save(ctx, entered ? [day] : [...days.filter(({ on }) => on !== day.on), day])
  await tell(ctx, { on: day.on, kind: day.kind, name: day.name })
}

/** Takes the days of the law over as entered, to be corrected one by one. */
export async function acceptYear(ctx: WriteContext, year: number): Promise<void> {
  refuseStrangers(ctx)
  const { entered, days } = await findYear(ctx, year)
  if (entered) throw new Refusal('conflict')
  await save(ctx, days)
  await tell(ctx, { on: `${year}-01-01`, count: days.length })
}

/** From now on the day is as its weekday says; answers what it was. The last entered day of a year stays: without any, the year would follow the law again. */
export async function removeDay(ctx: WriteContext, on: string): Promise<CalendarDay> {
  refuseStrangers(ctx)
  const year = Number(on.slice(0, 4))
  const { entered, days } = await findYear(ctx, year)
  const removed = days.find((day) => day.on === on)
  if (!removed) throw new Refusal('not-found')
  if (entered && days.length === 1) throw new Refusal('conflict')
  if (!entered) await save(ctx, days)
  await ctx.db.deleteFrom('calendarDay').where('onDate', '=', on).execute()
  await tell(ctx, { on, count: 0 })
  return removed
}

function refuseStrangers(ctx: WriteContext): void {
  if (!can(ctx.actor, changeCalendar, ROOT.path)) throw new Refusal('forbidden')
}

async function save(ctx: WriteContext, days: readonly NewCalendarDay[]): Promise<void> {
  const rows = days.map(({ on, kind, name, source }) => ({ onDate: on, kind, name, source }))
  await ctx.db
    .insertInto('calendarDay')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('onDate').doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        name: eb.ref('excluded.name'),
        source: eb.ref('excluded.source'),
      })),
    )
    .execute()
}

/** Due days move with the calendar: a job works them out anew. */
async function tell(ctx: WriteContext, facts: { readonly [key: string]: string | number }): Promise<void> {
  await recordHistory(ctx, 'calendar.changed', { id: ctx.chance.id(), unitId: ROOT.id }, facts)
  await enqueue(ctx, 'task.derive-all', { subjectId: null, payload: {} })
}
