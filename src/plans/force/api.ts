import { z } from 'zod'
import { Day, listOf } from '../../api/answers.ts'
import { type Endpoint, endpoint } from '../../api/endpoint.ts'
import { type Context, type WriteContext, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { UnitKind } from '../../organisation/schema.ts'
import type { HouseRequest } from '../../platform/http/route.ts'
import { applyCorrection, compareWith, differenceKey, listNewerVersions } from '../correction/actions.ts'
import { documentOf, ownDocumentOf } from '../document-of.ts'
import { listItems } from '../items/list-items.ts'
import { confirmPlans, importPlans, readPlans } from '../permissions.ts'
import { findPlan } from '../review/queries.ts'
import { Revision } from '../review/schema.ts'
import { getReviewed } from '../review/start-plan.ts'
import type { StoredDocument } from '../schema.ts'
import { decideNames } from '../units/actions.ts'
import { readPlanNames } from '../units/plan-names.ts'
import { confirmPlan, endPlan, reopenPlan, resumePlan } from './actions.ts'
import { readChecks } from './read-checks.ts'

const PLAN = '/api/plans/:id{[0-9a-f-]{36}}'
const COMPARISON = `${PLAN}/comparisons/:newer{[0-9a-f-]{36}}`
const tag = 'plans' as const

/** A unit, and the function of one officer inside it, else empty. */
const Understood = z.object({ unitId: z.int().positive(), title: z.string().max(300).default('') })

const NameAnswer = z
  .object({
    name: z.string(),
    state: z.enum(['confirmed', 'ignored', 'matched', 'open']),
    units: z.array(z.object({ unitId: z.int(), title: z.string() })),
    proposals: z.array(z.object({ unitId: z.int(), title: z.string(), reason: z.string(), score: z.number() })),
  })
  .meta({ id: 'PlanUnitName' })

const Decision = z.object({
  name: z.string().min(1).max(2_000),
  ignored: z.boolean().default(false),
  units: z.array(Understood).max(200).default([]),
  create: z
    .object({ name: z.string().trim().min(2).max(200), kind: UnitKind, parentId: z.int().positive() })
    .nullable()
    .default(null),
})

const PartAnswer = z
  .object({
    itemId: z.uuid(),
    role: z.enum(['lead', 'coordinating', 'assigned', 'owes', 'receives']),
    unitId: z.int(),
    unitName: z.string(),
    title: z.string(),
    relation: z.enum(['ordered', 'requested']).nullable(),
  })
  .meta({ id: 'PlanPart' })

const CheckAnswer = z
  .object({
    code: z.string(),
    weight: z.enum(['stop', 'doubt']),
    count: z.int(),
    itemId: z.uuid().nullable(),
    planId: z.uuid().optional(),
  })
  .meta({ id: 'PlanCheck' })

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

/** Plans from review to their end: units, checks, in force, ended, corrected by a newer version. */
export const planForceEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: `${PLAN}/unit-names`,
    permission: readPlans,
    id: 'listPlanUnitNames',
    tag,
    record: documentOf,
    answer: listOf(NameAnswer),
    handle: async ({ ctx, record }) => ({
      items: (await readPlanNames(ctx, record, await listItems(ctx, record.id))).names,
    }),
  }),
  endpoint({
    method: 'POST',
    path: `${PLAN}/unit-names`,
    permission: readPlans,
    event: 'plan.units-matched',
    id: 'decidePlanUnitNames',
    tag,
    record: documentOf,
    body: z.object({ decisions: z.array(Decision).min(1).max(1_000) }),
    handle: ({ ctx, record, body }) => write(ctx, (tx) => decideNames(tx, record.id, body.decisions)),
  }),
  endpoint({
    method: 'GET',
    path: `${PLAN}/parts`,
    permission: readPlans,
    id: 'listPlanParts',
    tag,
    record: documentOf,
    answer: listOf(PartAnswer),
    handle: async ({ ctx, record }) => ({ items: await listParts(ctx, record.id) }),
  }),
  endpoint({
    method: 'GET',
    path: `${PLAN}/checks`,
    permission: confirmPlans,
    id: 'listPlanChecks',
    tag,
    record: ownDocumentOf,
    answer: listOf(CheckAnswer),
    handle: async ({ ctx, record }) => ({ items: await checksFor(ctx, record) }),
  }),
  endpoint({
    method: 'POST',
    path: `${PLAN}/confirmation`,
    permission: confirmPlans,
    event: 'plan.confirmed',
    id: 'confirmPlan',
    tag,
    record: ownDocumentOf,
    body: z.object({ from: Day, reason: z.string().trim().max(1_000).default('') }),
    answer: z.object({ made: z.int(), changed: z.int(), withdrawn: z.int() }),
    handle: ({ ctx, record, body }) => write(ctx, (tx) => confirmPlan(tx, record.id, body)),
  }),
  ...(
    [
      ['ending', 'endPlan', 'plan.ended', (tx, id) => endPlan(tx, id, tx.actor.on)],
      ['resumption', 'resumePlan', 'plan.resumed', resumePlan],
      ['reopening', 'reopenPlan', 'plan.reopened', reopenPlan],
    ] as const satisfies readonly [string, string, string, (tx: WriteContext, id: string) => Promise<void>][]
  ).map(([verb, id, event, action]) =>
    endpoint({
      method: 'POST',
      path: `${PLAN}/${verb}`,
      permission: confirmPlans,
      event,
      id,
      tag,
      record: ownDocumentOf,
      handle: ({ ctx, record }) => write(ctx, (tx) => action(tx, record.id)),
    }),
  ),
  endpoint({
    method: 'GET',
    path: `${PLAN}/comparisons`,
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

async function listParts(ctx: Context, planId: string) {
  return ctx.db
    .selectFrom('planPart')
    .innerJoin('unit', 'unit.id', 'planPart.unitId')
    .select(['itemId', 'role', 'unitId', 'unit.name as unitName', 'title', 'relation'])
    .where('planId', '=', planId)
    .orderBy('itemId')
    .orderBy('role')
    .orderBy('unitId')
    .execute()
}

async function checksFor(ctx: Context, plan: StoredDocument) {
  const items = await listItems(ctx, plan.id)
  const { names } = await readPlanNames(ctx, plan, items)
  return readChecks(ctx, plan.id, items, names)
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
