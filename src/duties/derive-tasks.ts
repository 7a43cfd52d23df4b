import { sql } from 'kysely'
import type { Context, WriteContext } from '../context.ts'
import type { DayKind, DayKinds, IsoDay } from '../core/dates/working-days.ts'
import { listItems } from '../plans/items/list-items.ts'
import { type DesiredTask, desiredTasks, horizonFrom, type Part, taskKey } from './desired-tasks.ts'
import { statutoryDays } from './statutory-days.ts'

/** What a change of a plan did to the tasks under it. */
export interface Derived {
  readonly made: number
  readonly changed: number
  readonly withdrawn: number
}

/** The days that are not as their weekday says, of whole years; a year that the office has not entered follows the law. */
export async function dayKinds(ctx: Pick<Context, 'db'>, from: IsoDay, to: IsoDay): Promise<DayKinds> {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4)) + 1]
  const rows = await ctx.db
    .selectFrom('calendarDay')
    .select(['onDate', 'kind'])
    .where('onDate', '>=', `${first}-01-01`)
    .where('onDate', '<=', `${last}-12-31`)
    .execute()
  const entered = new Set(rows.map(({ onDate }) => Number(onDate.slice(0, 4))))
  const kinds = new Map(rows.map(({ onDate, kind }) => [onDate, kind as DayKind]))
  for (let year = first; year <= last; year += 1)
    if (!entered.has(year)) for (const { on, kind } of statutoryDays(year)) kinds.set(on, kind)
  return kinds
}

/**
 * Makes the tasks under a plan what its items and parts say, up to the horizon: the missing are made, open ones follow what has changed, open ones
 * that nobody asks for any more are withdrawn. What is done or waived stays, also what somebody does at this very moment. Calling it twice does nothing the second time. Four statements to read,
 * three to write.
 */
export async function deriveTasks(ctx: WriteContext, planId: string): Promise<Derived> {
  const plan = await ctx.db
    .selectFrom('planDocument')
    .select(['unitId', 'unitPath', 'state', 'periodFrom', 'periodTo', 'inForceOn'])
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const known = await ctx.db.selectFrom('task').selectAll().where('planId', '=', planId).execute()
  const desired = plan.state === 'in-force' ? await tasksOf(ctx, planId, plan) : []
  const wanted = new Map(desired.map((task) => [taskKey(task), task]))
  const held = new Set(known.map(taskKey))

  const missing = desired.filter((task) => !held.has(taskKey(task)))
  const changed: (DesiredTask & { id: string })[] = []
  const unwanted: string[] = []
  for (const task of known) {
    const now = wanted.get(taskKey(task))
    if (task.state === 'open' && !now) unwanted.push(task.id)
    else if (now && (task.state === 'withdrawn' || (task.state === 'open' && differs(task, now))))
      changed.push({ ...now, id: task.id })
  }
  await makeTasks(ctx, planId, plan, missing)
  await changeTasks(ctx, changed)
  if (unwanted.length > 0)
    await ctx.db
      .updateTable('task')
      .set({ state: 'withdrawn', closedAt: ctx.clock.now() })
      .where('id', '=', sql<string>`any(${unwanted}::uuid[])`)
      .where('state', '=', 'open')
      .execute()
  return { made: missing.length, changed: changed.length, withdrawn: unwanted.length }
}

interface PlanRow {
  readonly unitId: number
  readonly unitPath: string
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly inForceOn: string | null
}

async function tasksOf(ctx: WriteContext, planId: string, plan: PlanRow): Promise<DesiredTask[]> {
  const today = ctx.actor.on
  const notBefore = plan.inForceOn ?? today
  const from = plan.periodFrom ?? `${notBefore.slice(0, 4)}-01-01`
  const to = plan.periodTo ?? `${notBefore.slice(0, 4)}-12-31`
  const horizon = horizonFrom(today)
  const [items, parts, kinds] = await Promise.all([
    listItems(ctx, planId),
    ctx.db
      .selectFrom('planPart')
      .select(['itemId', 'role', 'unitId', 'unitPath', 'title', 'relation'])
      .where('planId', '=', planId)
      .execute(),
    dayKinds(ctx, from, to),
  ])
  const frame = { from, to, notBefore, horizon }
  return desiredTasks({ unitId: plan.unitId, unitPath: plan.unitPath, items, parts: parts as Part[], frame, kinds })
}

const followed = ['text', 'relation', 'receiverId', 'coversTo', 'nominalOn', 'dueOn'] as const

function differs(task: Readonly<Record<(typeof followed)[number], unknown>>, now: DesiredTask): boolean {
  return followed.some((key) => task[key] !== now[key])
}

async function makeTasks(ctx: WriteContext, planId: string, plan: PlanRow, tasks: readonly DesiredTask[]) {
  if (tasks.length === 0) return
  const rows = JSON.stringify(tasks.map((task) => ({ ...task, id: ctx.chance.id() })))
  await sql`
    insert into task (id, plan_id, item_id, kind, text, giver_id, giver_path, unit_id, unit_path, title, relation, receiver_id,
      covers_from, covers_to, nominal_on, due_on, made_at)
    select id, ${planId}::uuid, "itemId", kind, text, ${plan.unitId}::integer, ${plan.unitPath}::ltree, "unitId", "unitPath"::ltree, title,
      relation, "receiverId", "coversFrom", "coversTo", "nominalOn", "dueOn", ${ctx.clock.now()}::timestamptz
    from json_to_recordset(${rows}::json) as made (id uuid, "itemId" uuid, kind text, text text, "unitId" integer, "unitPath" text, title text,
      relation text, "receiverId" integer, "coversFrom" date, "coversTo" date, "nominalOn" date, "dueOn" date)`.execute(
    ctx.db,
  )
}

async function changeTasks(ctx: WriteContext, tasks: readonly (DesiredTask & { id: string })[]) {
  if (tasks.length === 0) return
  await sql`
    update task set text = now.text, relation = now.relation, receiver_id = now."receiverId", covers_to = now."coversTo",
      nominal_on = now."nominalOn", due_on = now."dueOn", state = 'open', closed_at = null, closed_by = null
    from json_to_recordset(${JSON.stringify(tasks)}::json) as now (id uuid, text text, relation text, "receiverId" integer, "coversTo" date,
      "nominalOn" date, "dueOn" date)
    where task.id = now.id and task.state in ('open', 'withdrawn')`.execute(ctx.db)
}
