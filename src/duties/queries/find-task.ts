import { sql } from 'kysely'
import type { Context, WriteContext } from '../../context.ts'
import type { UnitPath } from '../../core/reach.ts'
import type { TaskDetail, TaskFile } from '../schema.ts'
import { taskRows, visibleTasks } from './list-tasks.ts'

/** The task with its files; undefined also where it lies out of the actor's reach. */
export async function findTask(ctx: Context, id: string): Promise<TaskDetail | undefined> {
  const row = await taskRows(ctx)
    .leftJoin('person as closer', 'closer.id', 'task.closedBy')
    .leftJoin('unit as former', 'former.id', 'task.firstOwedBy')
    .select([
      'task.itemId',
      'task.doneHow',
      'task.closedAt',
      'task.note',
      'closer.fullName as closedByName',
      'former.name as firstOwedByName',
    ])
    .select(sql<boolean>`plan_document.state is distinct from 'ended'`.as('goesOn'))
    .where('task.id', '=', id)
    .where(visibleTasks(ctx))
    .executeTakeFirst()
  return row && { ...row, files: await listTaskFiles(ctx, id) }
}

/** What was delivered, in the order in which it came. */
export async function listTaskFiles(ctx: Pick<Context, 'db'>, taskId: string): Promise<TaskFile[]> {
  return ctx.db
    .selectFrom('taskFile')
    .select(['id', 'name', 'size', 'fileKey as key', 'addedAt'])
    .where('taskId', '=', taskId)
    .orderBy('id')
    .execute()
}

/**
 * Many move the tasks of a plan at once; nobody does while the plan itself changes, so that none is opened under a plan that ends at this moment. Until the transaction
 * ends; whoever changes a plan holds its row before.
 */
export async function holdTasks(ctx: WriteContext, planId: string, who: 'mover' | 'plan'): Promise<void> {
  const key = sql`hashtextextended(${planId}::text, 0)`
  const lock = who === 'plan' ? sql`pg_advisory_xact_lock(${key})` : sql`pg_advisory_xact_lock_shared(${key})`
  await sql`select ${lock}`.execute(ctx.db)
}

/** Holds the task's row until the transaction ends; reach is not asked, the caller does. */
export async function lockTask(ctx: WriteContext, id: string) {
  const known = await ctx.db.selectFrom('task').select('planId').where('id', '=', id).executeTakeFirst()
  if (!known) return undefined
  await holdTasks(ctx, known.planId, 'mover')
  return ctx.db
    .selectFrom('task')
    .leftJoin('planDocument', 'planDocument.id', 'task.planId')
    .select(['task.id', 'planId', 'task.unitId', 'task.unitPath', 'giverId', 'giverPath', 'task.state', 'text', 'note'])
    .select(sql<boolean>`plan_document.state is distinct from 'ended'`.as('goesOn'))
    .where('task.id', '=', id)
    .forUpdate('task')
    .executeTakeFirst()
}

/** A unit that owes or owed something which the actor sees. */
export async function findOwner(ctx: Context, unitId: number): Promise<{ name: string; path: UnitPath } | undefined> {
  return ctx.db
    .selectFrom('unit')
    .select(['name', 'path'])
    .where('id', '=', unitId)
    .where((eb) =>
      eb.exists(eb.selectFrom('task').select('task.id').where('task.unitId', '=', unitId).where(visibleTasks(ctx))),
    )
    .executeTakeFirst()
}
