import { z } from 'zod'
import { listOf } from '../../api/answers.ts'
import { type Endpoint, endpoint } from '../../api/endpoint.ts'
import { type Context, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import type { HouseRequest } from '../../platform/http/route.ts'
import { ownDocumentOf } from '../document-of.ts'
import { apiPlan } from '../paths.ts'
import { importPlans } from '../permissions.ts'
import { findPlan } from '../review/queries.ts'
import { Revision } from '../review/schema.ts'
import { getReviewed } from '../review/start-plan.ts'
import type { StoredDocument } from '../schema.ts'
import { applyCorrection, compareWith, differenceKey, listNewerVersions } from './actions.ts'

const COMPARISON = `${apiPlan}/comparisons/:newer{[0-9a-f-]{36}}`
const tag = 'plans' as const

const Shown = z.record(z.string(), z.unknown())
const DifferenceAnswer = z
  .object({
    /** What names it when it is taken over. */
    key: z.string(),
    kind: z.enum(['same', 'changed', 'added', 'removed']),
    itemKind: z.string(),
    before: Shown.nullable(),
    after: Shown.nullable(),
    /** Changed by hand since the plan was read. */
    byHand: z.boolean(),
    /** Tasks that hang on the item. */
    open: z.int(),
    done: z.int(),
  })
  .meta({ id: 'PlanDifference' })

/** A plan beside a newer version of it: what differs, and what of that is taken over. */
export const planCorrectionEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: `${apiPlan}/comparisons`,
    permission: importPlans,
    id: 'listNewerVersions',
    tag,
    record: planToCorrect,
    answer: listOf(
      z.object({ id: z.uuid(), title: z.string(), number: z.string().nullable(), issued: z.string().nullable() }),
    ),
    handle: async ({ ctx, record }) => ({ items: await listNewerVersions(ctx, record) }),
  }),
  endpoint({
    method: 'GET',
    path: COMPARISON,
    permission: importPlans,
    id: 'comparePlan',
    tag,
    record: bothOf,
    answer: z.object({ revision: z.int(), items: z.array(DifferenceAnswer) }),
    handle: async ({ ctx, record: { plan, newer } }) => ({
      revision: (await findPlan(ctx, plan.id))?.revision ?? 0,
      items: await differencesOf(ctx, plan, newer),
    }),
  }),
  endpoint({
    method: 'POST',
    path: COMPARISON,
    permission: importPlans,
    event: 'plan.corrected',
    id: 'correctPlan',
    tag,
    record: bothOf,
    body: z.object({ take: z.array(z.uuid()).max(5_000), revision: Revision }),
    answer: z.object({ changes: z.int() }),
    handle: ({ ctx, record: { plan, newer }, body }) =>
      write(ctx, (tx) => applyCorrection(tx, plan.id, newer.id, new Set(body.take), body.revision)),
  }),
]

/** The plan that a newer version may correct. Throws `Refusal`: `forbidden` for whoever may not hand plans in there. */
async function planToCorrect(c: HouseRequest): Promise<StoredDocument> {
  const plan = await ownDocumentOf(c)
  if (!can(c.var.ctx.actor, importPlans, plan.unitPath)) throw new Refusal('forbidden')
  return plan
}

async function bothOf(c: HouseRequest) {
  const newer = await ownDocumentOf(c, 'newer')
  return { plan: await planToCorrect(c), newer }
}

async function differencesOf(ctx: Context, plan: StoredDocument, newer: StoredDocument) {
  // A document that was read before readings had items gets them here.
  await getReviewed(ctx, newer)
  const { differences, hanging, byHand } = await compareWith(ctx, plan.id, newer.id)
  return differences.map((difference) => {
    const { kind, before, after } = difference
    const own = before?.id ?? ''
    return {
      key: differenceKey(difference),
      kind,
      itemKind: (before ?? after).kind,
      before: before && { ...before.data },
      after: after && { ...after.data },
      byHand: byHand.has(own),
      ...(hanging.get(own) ?? { open: 0, done: 0 }),
    }
  })
}
