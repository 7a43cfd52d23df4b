import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { fold } from '../../core/text/fold.ts'
import type { UnitFunction } from '../../plans/units/function-holders.ts'
import { ofUnitsWithinReach } from '../../platform/db/within-reach.ts'
import { readTasks } from '../permissions.ts'
import type { TaskQuery, TaskRow } from '../schema.ts'
import { listFunctionsOfOthers } from './held-functions.ts'

const PAGE = 50

/** Tasks that the actor sees: owed or given where they hold the right. The SQL twin of `maySee`. */
export function visibleTasks(ctx: Pick<Context, 'actor'>) {
  return sql<boolean>`(${ofUnitsWithinReach(ctx.actor, readTasks, 'task.unit_id')}
    or ${ofUnitsWithinReach(ctx.actor, readTasks, 'task.giver_id')})`
}

/** Tasks of the units in which the actor has a position today. Whoever sits at the computer before there are people sees those of the own unit. */
function ownTasks(ctx: Pick<Context, 'actor'>) {
  if (ctx.actor.id === null) return sql<boolean>`task.unit_id = 1`
  const current = sql`(position.until_date is null or position.until_date > ${ctx.actor.on}::date) and position.from_date <= ${ctx.actor.on}::date`
  return sql<boolean>`task.unit_id = any(array(
      select position.unit_id from position where position.person_id = ${ctx.actor.id}::uuid and ${current}))`
}

/** Is the task the function of one of these? */
function ofFunctions(functions: readonly UnitFunction[]) {
  if (functions.length === 0) return sql<boolean>`false`
  return sql<boolean>`(task.title <> '' and exists (
    select from json_to_recordset(${JSON.stringify(functions)}::json) as function ("unitId" integer, title text)
    where function."unitId" = task.unit_id and function.title = task.title))`
}

/** Whoever may read tasks and no plans (a program with few scopes) sees them without the plan's title. */
export function taskRows(ctx: Pick<Context, 'db'>) {
  return ctx.db
    .selectFrom('task')
    .leftJoin('planDocument', 'planDocument.id', 'task.planId')
    .innerJoin('unit', 'unit.id', 'task.unitId')
    .leftJoin('unit as receiver', 'receiver.id', 'task.receiverId')
    .select([
      'task.id',
      'task.kind',
      'task.text',
      'task.state',
      'task.planId',
      sql<string>`coalesce(plan_document.title, plan_document.name, '')`.as('planTitle'),
      'task.unitId',
      'task.unitPath',
      'unit.name as unitName',
      'task.giverPath',
      'task.title',
      'task.relation',
      'receiver.name as receiverName',
      'task.coversFrom',
      'task.coversTo',
      'task.nominalOn',
      'task.dueOn',
      'task.doneOn',
    ])
}

/**
 * Whose tasks a list shows: the actor's own, those that are the function of a colleague in the same unit (`ofOthers` either way), or those of one unit. What the actor may not see is in none.
 */
export type TaskScope =
  | { readonly whose: 'mine' | 'colleagues'; readonly ofOthers: readonly UnitFunction[] }
  | { readonly unitId: number }

/** The actor's own tasks: what their units owe, without what is the function of somebody else there. What is the function of nobody yet is everybody's. */
export async function mine(ctx: Context): Promise<TaskScope & { readonly whose: 'mine' | 'colleagues' }> {
  return { whose: 'mine', ofOthers: await listFunctionsOfOthers(ctx) }
}

function within(ctx: Pick<Context, 'actor'>, scope: TaskScope) {
  if ('unitId' in scope) return sql<boolean>`task.unit_id = ${scope.unitId} and ${visibleTasks(ctx)}`
  const others = ofFunctions(scope.ofOthers)
  const chosen = scope.whose === 'mine' ? sql<boolean>`not ${others}` : others
  return sql<boolean>`${ownTasks(ctx)} and ${chosen} and ${visibleTasks(ctx)}`
}

/** One page of the tasks by due day, those without one last, and the key of the next page. */
export async function listTasks(
  ctx: Context,
  scope: TaskScope,
  query: TaskQuery,
  most = PAGE,
): Promise<{ rows: TaskRow[]; next: string | null }> {
  const words = fold(query.q).split(/\s+/).filter(Boolean).slice(0, 12)
  const rows = await taskRows(ctx)
    .where(within(ctx, scope))
    .where('task.state', '=', query.state)
    .$if(query.kind !== null, (q) => q.where('task.kind', '=', query.kind ?? 'duty'))
    .$if(query.plan !== null, (q) => q.where('task.planId', '=', query.plan))
    .$if(words.length > 0, (q) =>
      q.where(
        sql<boolean>`fold(task.text || ' ' || coalesce(plan_document.title, '')) like all(${words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)}::text[])`,
      ),
    )
    .$if(query.after !== null, (q) => q.where(behind(query.after ?? '')))
    .orderBy(sql`task.due_on asc nulls last`)
    .orderBy('task.id')
    .limit(most + 1)
    .execute()
  const shown = rows.slice(0, most)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > most && last ? `${last.dueOn ?? ''}~${last.id}` : null }
}

/** Rows behind the key `due~id` in the order of due days, undated last. */
function behind(after: string) {
  const [due = '', id = ''] = after.split('~')
  if (due === '') return sql<boolean>`task.due_on is null and task.id > ${id}::uuid`
  return sql<boolean>`(task.due_on > ${due}::date or task.due_on is null or (task.due_on = ${due}::date and task.id > ${id}::uuid))`
}

/** How many of the tasks stand in each state, and how many of the open ones are late. */
export async function countTasks(
  ctx: Context,
  scope: TaskScope,
): Promise<{ readonly states: ReadonlyMap<string, number>; late: number }> {
  const rows = await ctx.db
    .selectFrom('task')
    .select(['state', sql<number>`count(*)`.as('count')])
    .select(sql<number>`count(*) filter (where task.state = 'open' and task.due_on < ${ctx.actor.on}::date)`.as('late'))
    .where(within(ctx, scope))
    .groupBy('state')
    .execute()
  return {
    states: new Map(rows.map(({ state, count }) => [state, Number(count)])),
    late: rows.reduce((sum, { late }) => sum + Number(late), 0),
  }
}

/** Plans under which there are such tasks, for the filter. */
export async function listPlansOf(ctx: Context, scope: TaskScope): Promise<{ id: string; title: string }[]> {
  return ctx.db
    .selectFrom('planDocument')
    .select(['id', sql<string>`coalesce(title, name)`.as('title')])
    .where('id', 'in', (q) => q.selectFrom('task').select('planId').where(within(ctx, scope)))
    .orderBy('sortTitle')
    .limit(200)
    .execute()
}
