import { z } from 'zod'
import { Day, listOf } from '../../api/answers.ts'
import { type Endpoint, endpoint } from '../../api/endpoint.ts'
import { type Context, type WriteContext, write } from '../../context.ts'
import { ownDocumentOf } from '../document-of.ts'
import { listItems } from '../items/list-items.ts'
import { apiPlan } from '../paths.ts'
import { confirmPlans } from '../permissions.ts'
import type { StoredDocument } from '../schema.ts'
import { readPlanNames } from '../units/plan-names.ts'
import { confirmPlan, endPlan, reopenPlan, resumePlan } from './actions.ts'
import { readChecks } from './read-checks.ts'

const tag = 'plans' as const

const CheckAnswer = z
  .object({
    code: z.string(),
    weight: z.enum(['stop', 'doubt']),
    count: z.int(),
    itemId: z.uuid().nullable(),
    planId: z.uuid().optional(),
  })
  .meta({ id: 'PlanCheck' })

/** A plan from its review to its end: what is doubtful, in force, ended, gone on with, opened again. */
export const planForceEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: `${apiPlan}/checks`,
    permission: confirmPlans,
    id: 'listPlanChecks',
    tag,
    record: ownDocumentOf,
    answer: listOf(CheckAnswer),
    handle: async ({ ctx, record }) => ({ items: await checksFor(ctx, record) }),
  }),
  endpoint({
    method: 'POST',
    path: `${apiPlan}/confirmation`,
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
      path: `${apiPlan}/${verb}`,
      permission: confirmPlans,
      event,
      id,
      tag,
      record: ownDocumentOf,
      handle: ({ ctx, record }) => write(ctx, (tx) => action(tx, record.id)),
    }),
  ),
]

async function checksFor(ctx: Context, plan: StoredDocument) {
  const items = await listItems(ctx, plan.id)
  const { names } = await readPlanNames(ctx, plan, items)
  return readChecks(ctx, plan.id, items, names)
}
