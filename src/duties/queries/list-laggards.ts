import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { addDays } from '../../core/dates/working-days.ts'
import { fold } from '../../core/text/fold.ts'
import type { OverviewQuery } from '../schema.ts'
import { visibleTasks } from './list-tasks.ts'

/** How one unit stands with what it owes. */
export interface UnitStanding {
  readonly unitId: number
  readonly unitName: string
  readonly late: number
  /** The due day of what has been late longest. */
  readonly lateSince: string | null
  /** Due within seven days. */
  readonly soon: number
  readonly open: number
  readonly done: number
}

const PAGE = 50

function named(q: string) {
  const words = fold(q).split(/\s+/).filter(Boolean).slice(0, 8)
  if (words.length === 0) return sql<boolean>`true`
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return sql<boolean>`unit.folded like all(${patterns}::text[])`
}

/**
 * Units within reach with what they owe, those first that lag most; `late` counts only what is late and is the quick one. Two statements: which units, and how each of
 * them stands.
 */
export async function listStandings(
  ctx: Context,
  query: OverviewQuery,
  most = PAGE,
): Promise<{ rows: UnitStanding[]; more: boolean }> {
  const today = ctx.actor.on
  const onlyLate = query.show === 'late' ? sql<boolean>`task.due_on < ${today}::date` : sql<boolean>`true`
  const ofPlan = query.plan === null ? sql<boolean>`true` : sql<boolean>`task.plan_id = ${query.plan}::uuid`
  const { rows: units } = await sql<{ unitId: number; unitName: string }>`
    select unit.id as unit_id, unit.name as unit_name
    from (
      select task.unit_id, count(*) filter (where task.due_on < ${today}::date) as late, min(task.due_on) as first_due
      from task
      where task.state = 'open' and ${onlyLate} and ${ofPlan} and ${visibleTasks(ctx)}
      group by task.unit_id
    ) standing
    join unit on unit.id = standing.unit_id and ${named(query.q)}
    order by standing.late desc, standing.first_due nulls last, unit.id
    offset ${query.page * PAGE} limit ${most + 1}`.execute(ctx.db)
  const shown = units.slice(0, most)
  const { rows: counts } = await sql<Omit<UnitStanding, 'unitName'>>`
    select task.unit_id,
      count(*) filter (where task.state = 'open' and task.due_on < ${today}::date)::integer as late,
      min(task.due_on) filter (where task.state = 'open' and task.due_on < ${today}::date) as late_since,
      count(*) filter (where task.state = 'open' and task.due_on between ${today}::date and ${addDays(today, 7)}::date)::integer as soon,
      count(*) filter (where task.state = 'open')::integer as open,
      count(*) filter (where task.state = 'done')::integer as done
    from task
    where task.unit_id = any(${shown.map(({ unitId }) => unitId)}::integer[]) and ${ofPlan} and ${visibleTasks(ctx)}
    group by task.unit_id`.execute(ctx.db)
  const byUnit = new Map(counts.map((count) => [count.unitId, count]))
  const nothing = { late: 0, lateSince: null, soon: 0, open: 0, done: 0 }
  const rows = shown.map((unit) => ({ ...nothing, ...byUnit.get(unit.unitId), ...unit }))
  return { rows, more: units.length > most }
}

/** One late task that somebody is to be urged to do. */
export interface LateTask {
  readonly id: string
  readonly planId: string
  readonly planTitle: string
  readonly planNumber: string | null
  /** `YYYY-MM-DD`, or less where the paper leaves it open. */
  readonly planIssued: string | null
  readonly text: string
  readonly dueOn: string
  readonly unitId: number
  readonly unitName: string
  readonly giverId: number
  readonly giverPath: string
}

/** What these units (or, without units, all within reach) have not done in time, by unit and day. */
export async function listLate(ctx: Context, unitIds: readonly number[], plan: string | null): Promise<LateTask[]> {
  const { rows } = await sql<LateTask>`
    select task.id, task.plan_id, coalesce(plan.title, plan.name, '') as plan_title,
      plan.number as plan_number, plan.issued as plan_issued, task.text, task.due_on, task.unit_id, unit.name as unit_name,
      task.giver_id, task.giver_path
    from task join unit on unit.id = task.unit_id left join plan_document plan on plan.id = task.plan_id
    where task.state = 'open' and task.due_on < ${ctx.actor.on}::date and ${visibleTasks(ctx)}
      and (${unitIds.length}::integer = 0 or task.unit_id = any(${[...unitIds]}::integer[]))
      and (${plan}::uuid is null or task.plan_id = ${plan}::uuid)
    order by unit.name, task.unit_id, task.due_on, task.id
    limit 20000`.execute(ctx.db)
  return rows
}

/** How each month of the year stands: what was due, and what of it was done. */
export async function countByMonth(ctx: Context, plan: string | null) {
  const year = ctx.actor.on.slice(0, 4)
  const { rows } = await sql<{ month: string; due: number; done: number; late: number }>`
    select to_char(task.due_on, 'YYYY-MM') as month, count(*)::integer as due,
      count(*) filter (where task.state = 'done')::integer as done,
      count(*) filter (where task.state = 'open' and task.due_on < ${ctx.actor.on}::date)::integer as late
    from task
    where task.state in ('open', 'done') and task.due_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
      and (${plan}::uuid is null or task.plan_id = ${plan}::uuid) and ${visibleTasks(ctx)}
    group by 1 order by 1`.execute(ctx.db)
  return rows
}

/** Plans under which somebody owes something that the actor sees. */
export async function listPlansWithTasks(ctx: Context): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, coalesce(title, name) as title from plan_document
    where state = 'in-force' and exists (select from task where task.plan_id = plan_document.id and ${visibleTasks(ctx)})
    order by sort_title limit 200`.execute(ctx.db)
  return rows
}
