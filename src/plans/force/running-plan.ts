import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { visibleTasks } from '../../duties/queries/list-tasks.ts'
import type { Item } from '../items/item-schema.ts'
import { listItems } from '../items/list-items.ts'
import type { PartRole } from '../units/names-in-plan.ts'
import { visiblePlans } from '../visible-plans.ts'

/** A unit's part in an item, with its name. */
export interface NamedPart {
  readonly itemId: string
  readonly role: PartRole
  readonly unitId: number
  readonly unitName: string
  readonly title: string
}

/** How the tasks of one item stand in one month of their due days. */
export interface MonthStanding {
  readonly itemId: string
  /** `YYYY-MM` */
  readonly month: string
  readonly due: number
  readonly done: number
  readonly late: number
}

/** What one unit has not done in time of one item: how often, and since when. */
export interface LateLine {
  readonly text: string
  readonly unitId: number
  readonly unitName: string
  readonly count: number
  readonly since: string
}

/** A plan above or below. */
export interface RelatedPlan {
  readonly id: string
  readonly title: string
  readonly relation: 'parent' | 'child'
}

/** Everything that the page of a plan in force says beside its header row. */
export interface RunningPlan {
  readonly items: readonly Item[]
  readonly parts: readonly NamedPart[]
  readonly months: readonly MonthStanding[]
  readonly late: readonly LateLine[]
  readonly counts: { readonly done: number; readonly all: number; readonly late: number }
  readonly related: readonly RelatedPlan[]
  readonly parentNamed: string | null
}

const LISTED_LATE = 40

/** Reads a plan in force: five statements, whatever its size. That the actor sees the plan has been asked; its tasks and relatives are asked for with their rights. */
export async function readRunningPlan(ctx: Context, planId: string): Promise<RunningPlan> {
  const [items, parts, months, late, related] = await Promise.all([
    listItems(ctx, planId),
    listParts(ctx, planId),
    listMonths(ctx, planId),
    listLateLines(ctx, planId),
    listRelated(ctx, planId),
  ])
  const sum = (key: 'due' | 'done' | 'late') => months.reduce((total, one) => total + one[key], 0)
  const counts = { done: sum('done'), all: sum('due'), late: sum('late') }
  return { items, parts, months, late, counts, ...related }
}

async function listParts(ctx: Context, planId: string): Promise<NamedPart[]> {
  return ctx.db
    .selectFrom('planPart')
    .innerJoin('unit', 'unit.id', 'planPart.unitId')
    .select(['itemId', 'role', 'planPart.unitId', 'unit.name as unitName', 'title'])
    .where('planId', '=', planId)
    .orderBy('planPart.unitId')
    .execute()
}

/** Undated work has the month ''. */
async function listMonths(ctx: Context, planId: string): Promise<MonthStanding[]> {
  const { rows } = await sql<MonthStanding>`
    select item_id, coalesce(to_char(due_on, 'YYYY-MM'), '') as month, count(*)::integer as due,
      count(*) filter (where state = 'done')::integer as done,
      count(*) filter (where state = 'open' and due_on < ${ctx.actor.on}::date)::integer as late
    from task where plan_id = ${planId}::uuid and state in ('open', 'done') and ${visibleTasks(ctx)}
    group by 1, 2`.execute(ctx.db)
  return rows
}

async function listLateLines(ctx: Context, planId: string): Promise<LateLine[]> {
  const { rows } = await sql<LateLine>`
    select task.text, task.unit_id, unit.name as unit_name, count(*)::integer as count, min(task.due_on) as since
    from task join unit on unit.id = task.unit_id
    where task.plan_id = ${planId}::uuid and task.state = 'open' and task.due_on < ${ctx.actor.on}::date
      and ${visibleTasks(ctx)}
    group by task.item_id, task.text, task.unit_id, unit.name
    order by min(task.due_on), task.item_id, task.unit_id limit ${LISTED_LATE}`.execute(ctx.db)
  return rows
}

async function listRelated(ctx: Context, planId: string): Promise<Pick<RunningPlan, 'related' | 'parentNamed'>> {
  const { rows } = await sql<RelatedPlan & { parentNamed: string | null }>`
    select other.id, coalesce(other.title, other.name) as title, case when other.id = own.parent_id then 'parent' else 'child' end as relation,
      own.parent_named
    from plan_document own left join (select * from plan_document where ${visiblePlans(ctx)}) other
      on other.id = own.parent_id or (other.parent_id = own.id and other.state in ('in-force', 'ended'))
    where own.id = ${planId}::uuid order by other.id limit 200`.execute(ctx.db)
  return {
    parentNamed: rows[0]?.parentNamed ?? null,
    related: rows.filter(({ id }) => id !== null).map(({ id, title, relation }) => ({ id, title, relation })),
  }
}
