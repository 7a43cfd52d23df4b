import type { WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { allowedActions, nextState } from '../../core/workflow.ts'
import { recordHistory } from '../../history/record-history.ts'
import { announce } from '../../platform/db/announce.ts'
import type { KeptFile } from '../../platform/files/files.ts'
import { mayAct, maySee } from '../permissions.ts'
import { lockTask } from '../queries/find-task.ts'
import type { Doing } from '../schema.ts'
import { type TaskAction, taskWorkflow } from '../workflow.ts'

/** A file that lies in the store and was delivered with a task. */
export interface DeliveredFile extends KeptFile {
  readonly name: string
}

/** Where the pages of a plan's tasks hear that something has moved. */
export function tasksTopic(planId: string): string {
  return `tasks:${planId}`
}

/** Marks a task done: here with what was delivered, or as done on paper on that day. Throws `Refusal` (invalid) for a day to come. */
export async function doTask(
  ctx: WriteContext,
  id: string,
  doing: Doing,
  files: readonly DeliveredFile[] = [],
): Promise<void> {
  const { task, state } = await openFor(ctx, id, 'do')
  if (doing.on > ctx.actor.on) throw new Refusal('invalid', [], [{ field: 'on', code: 'day-to-come' }])
  await ctx.db
    .updateTable('task')
    .set({ state, doneOn: doing.on, doneHow: doing.how, note: doing.note, ...closing(ctx) })
    .where('id', '=', id)
    .execute()
  if (files.length > 0)
    await ctx.db
      .insertInto('taskFile')
      .values(
        files.map(({ key, name, size, sha256 }) => ({
          id: ctx.chance.id(),
          taskId: id,
          name,
          size,
          sha256,
          fileKey: key,
          addedAt: ctx.clock.now(),
          addedBy: ctx.actor.id,
        })),
      )
      .execute()
  const facts = { how: doing.how, on: doing.on, files: files.map(({ name }) => name) }
  await recordHistory(ctx, 'task.done', task, facts)
  await announce(ctx.db, tasksTopic(task.planId))
}

/** Opens again what was done or waived; what was delivered stays with it. Under a plan that has ended nothing is owed any more. */
export async function reopenTask(ctx: WriteContext, id: string, reason: string): Promise<void> {
  const { task, state } = await openFor(ctx, id, 'reopen')
  if (!task.goesOn) throw new Refusal('conflict')
  await ctx.db
    .updateTable('task')
    .set({ state, doneOn: null, doneHow: null, closedAt: null, closedBy: null, note: reason })
    .where('id', '=', id)
    .execute()
  await recordHistory(ctx, 'task.reopened', task, { reason, before: task.state })
  await announce(ctx.db, tasksTopic(task.planId))
}

/** Says that the unit need not do it. */
export async function waiveTask(ctx: WriteContext, id: string, reason: string): Promise<void> {
  const { task, state } = await openFor(ctx, id, 'waive')
  await ctx.db
    .updateTable('task')
    .set({ state, note: reason, ...closing(ctx) })
    .where('id', '=', id)
    .execute()
  await recordHistory(ctx, 'task.waived', task, { reason })
  await announce(ctx.db, tasksTopic(task.planId))
}

function closing(ctx: WriteContext) {
  return { closedAt: ctx.clock.now(), closedBy: ctx.actor.id }
}

/** Loads and locks the task, and asks: may the actor see it, may they do this, does the state allow it? */
async function openFor(ctx: WriteContext, id: string, action: Extract<TaskAction, 'do' | 'reopen' | 'waive'>) {
  const task = await lockTask(ctx, id)
  if (!task || !maySee(ctx.actor, task)) throw new Refusal('not-found')
  if (!mayAct(ctx.actor, action, task)) throw new Refusal('forbidden')
  const state = nextState(taskWorkflow, task.state, action)
  if (!state) throw new Refusal('conflict', allowedActions(taskWorkflow, task.state))
  return { task, state }
}
