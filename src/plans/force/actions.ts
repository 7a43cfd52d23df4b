import type { WriteContext } from '../../context.ts'
import { addDays, type IsoDay } from '../../core/dates/working-days.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { allowedActions, nextState } from '../../core/workflow.ts'
import type { Derived } from '../../duties/derive-tasks.ts'
import { recordHistory } from '../../history/record-history.ts'
import { announce } from '../../platform/db/announce.ts'
import { planChanged } from '../actions/plan-changed.ts'
import { listItems } from '../items/list-items.ts'
import { permissionFor, readPlans } from '../permissions.ts'
import { lockPlan } from '../review/queries.ts'
import { planTopic } from '../review/save-changes.ts'
import { readPlanNames } from '../units/plan-names.ts'
import { type PlanAction, type PlanState, planWorkflow } from '../workflow.ts'
import { findParent } from './find-parent.ts'
import { readChecks } from './read-checks.ts'

const A_YEAR = 366

/** A plan of last year may be put in force late; of what is longer past nothing is owed any more. */
export function isWithinAYear(from: IsoDay, today: IsoDay): boolean {
  return from >= addDays(today, -A_YEAR) && from <= addDays(today, A_YEAR)
}

type ForceAction = Extract<PlanAction, 'confirm' | 'end' | 'resume' | 'reopen'>

/**
 * Puts a plan in force: from the day on what it orders is owed. Its names become parts, its duties tasks; every unit named in it sees it. One transaction: it is in force with
 * all of that, or nothing has happened. Doubts (`checksOf`) take a reason. Throws `Refusal`: `invalid` without a title or a reason, or for a day more than a year away.
 */
export async function confirmPlan(
  ctx: WriteContext,
  planId: string,
  { from, reason }: { readonly from: string; readonly reason: string },
): Promise<Derived> {
  const { plan, state } = await openFor(ctx, planId, 'confirm')
  const items = await listItems(ctx, planId)
  const { names } = await readPlanNames(ctx, plan, items)
  const checks = await readChecks(ctx, planId, items, names)
  const problems = [
    ...checks.filter(({ weight }) => weight === 'stop').map(({ code }) => ({ field: null, code })),
    ...(checks.some(({ weight }) => weight === 'doubt') && reason === ''
      ? [{ field: 'reason', code: 'reason-missing' }]
      : []),
    ...(isWithinAYear(from, ctx.actor.on) ? [] : [{ field: 'from', code: 'day-too-far' }]),
  ]
  if (problems.length > 0) throw new Refusal('invalid', [], problems)
  const parent = await findParent(ctx, plan.id, items)
  await ctx.db
    .updateTable('planDocument')
    .set({ state, inForceOn: from, ...parent })
    .where('id', '=', planId)
    .execute()
  const derived = await planChanged(ctx, planId)
  await recordHistory(ctx, 'plan.confirmed', plan, { from, reason, count: derived.made })
  await announce(ctx.db, planTopic(planId))
  return derived
}

/** The plan is over: what is still open is withdrawn; what was done stays. */
export async function endPlan(ctx: WriteContext, planId: string, on: string): Promise<void> {
  const { plan, state } = await openFor(ctx, planId, 'end')
  await ctx.db.updateTable('planDocument').set({ state, endedOn: on }).where('id', '=', planId).execute()
  await planChanged(ctx, planId)
  await recordHistory(ctx, 'plan.ended', plan, { on })
  await announce(ctx.db, planTopic(planId))
}

/** A plan that was ended too early goes on. */
export async function resumePlan(ctx: WriteContext, planId: string): Promise<void> {
  const { plan, state } = await openFor(ctx, planId, 'resume')
  await ctx.db.updateTable('planDocument').set({ state, endedOn: null }).where('id', '=', planId).execute()
  await planChanged(ctx, planId)
  await recordHistory(ctx, 'plan.resumed', plan, {})
  await announce(ctx.db, planTopic(planId))
}

/** Back into review, as long as nobody has done anything under the plan: its tasks are withdrawn, and no other unit sees it. */
export async function reopenPlan(ctx: WriteContext, planId: string): Promise<void> {
  const { plan, state } = await openFor(ctx, planId, 'reopen')
  await ctx.db.updateTable('planDocument').set({ state, inForceOn: null }).where('id', '=', planId).execute()
  await planChanged(ctx, planId)
  // Asked last: whoever was doing something at this moment has been waited for, and whoever comes now finds it withdrawn.
  const done = await ctx.db
    .selectFrom('task')
    .select('id')
    .where('planId', '=', planId)
    .where('state', 'in', ['done', 'waived'])
    .executeTakeFirst()
  if (done) throw new Refusal('conflict', [], [{ field: null, code: 'work-done' }])
  await recordHistory(ctx, 'plan.reopened', plan, {})
  await announce(ctx.db, planTopic(planId))
}

/** Loads and locks the plan, and asks: may the actor see it, may they do this, does the state allow it? */
async function openFor(ctx: WriteContext, planId: string, action: ForceAction) {
  const plan = await lockPlan(ctx, planId)
  if (!plan || !can(ctx.actor, readPlans, plan.unitPath)) throw new Refusal('not-found')
  if (!can(ctx.actor, permissionFor[action], plan.unitPath)) throw new Refusal('forbidden')
  const state = nextState(planWorkflow, plan.state, action)
  if (!state || state === 'removed') throw new Refusal('conflict', allowedActions(planWorkflow, plan.state))
  return { plan, state: state satisfies PlanState }
}
