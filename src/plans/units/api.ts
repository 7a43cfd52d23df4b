import { z } from 'zod'
import { listOf } from '../../api/answers.ts'
import { type Endpoint, endpoint } from '../../api/endpoint.ts'
import { type Context, write } from '../../context.ts'
import { UnitKind } from '../../organisation/schema.ts'
import { documentOf } from '../document-of.ts'
import { listItems } from '../items/list-items.ts'
import { apiPlan } from '../paths.ts'
import { readPlans } from '../permissions.ts'
import { decideNames } from './actions.ts'
import { readPlanNames } from './plan-names.ts'

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

/** The units of a plan: which one each printed name means, and which part each has. */
export const planUnitEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: `${apiPlan}/unit-names`,
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
    path: `${apiPlan}/unit-names`,
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
    path: `${apiPlan}/parts`,
    permission: readPlans,
    id: 'listPlanParts',
    tag,
    record: documentOf,
    answer: listOf(PartAnswer),
    handle: async ({ ctx, record }) => ({ items: await listParts(ctx, record.id) }),
  }),
]

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
