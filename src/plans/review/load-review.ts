import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import type { Span } from '../../core/text/source.ts'
import type { HouseRequest } from '../../platform/http/route.ts'
import { type Review, reviewOf } from '../pages/review/review-data.ts'
import { readPlans } from '../permissions.ts'
import { DocumentId } from '../schema.ts'
import { runningStates } from '../workflow.ts'
import { mayReview } from './actions.ts'
import { findPlan, listQuestions, listRows, type PlanUnderReview } from './queries.ts'

/** The plan of the address. Throws `Refusal('not-found')`, also where the actor may not see it. */
export async function planOf(c: HouseRequest): Promise<PlanUnderReview> {
  const id = DocumentId.safeParse(c.req.param('id'))
  const plan = id.success ? await findPlan(c.var.ctx, id.data) : undefined
  if (!plan || !can(c.var.ctx.actor, readPlans, plan.unitPath)) throw new Refusal('not-found')
  return plan
}

/** The plan of the address, to be changed. Throws `Refusal`. */
export async function planToReview(c: HouseRequest): Promise<PlanUnderReview> {
  const plan = await planOf(c)
  if (mayReview(c.var.ctx.actor, plan)) return plan
  throw new Refusal(runningStates.includes(plan.state) ? 'forbidden' : 'not-found')
}

/** Everything that the page of a plan is drawn from, as it is now: three statements. */
export async function loadReview(c: HouseRequest, plan: PlanUnderReview): Promise<Review> {
  const { ctx, view } = c.var
  const [rows, questions, reading] = await Promise.all([
    listRows(ctx, plan.id),
    listQuestions(ctx, plan.id),
    ctx.db.selectFrom('planReading').select(['text', 'unused']).where('documentId', '=', plan.id).executeTakeFirst(),
  ])
  const all = [...rows.values()]
  return reviewOf({
    view,
    plan,
    text: reading?.text ?? null,
    unused: (reading?.unused ?? []) as unknown as readonly Span[],
    mayEdit: mayReview(ctx.actor, plan),
    items: all.filter(({ removed }) => !removed),
    removed: all.filter(({ removed }) => removed),
    questions,
  })
}
