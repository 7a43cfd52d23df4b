import { z } from 'zod'
import { listOf } from '../../api/answers.ts'
import { type Endpoint, endpoint } from '../../api/endpoint.ts'
import { type Context, type WriteContext, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import type { HouseRequest } from '../../platform/http/route.ts'
import { documentOf } from '../document-of.ts'
import type { Edit } from '../items/ops.ts'
import { apiPlan } from '../paths.ts'
import { readPlans } from '../permissions.ts'
import { applyEdit, type Edited, NothingToChange, redoEdit, undoEdit } from './actions.ts'
import { planOf } from './load-review.ts'
import { listRows, type PlanUnderReview } from './queries.ts'
import { addedKinds, Kind, Revision } from './schema.ts'

const ITEM = `${apiPlan}/items/:item{[0-9a-f-]{36}}`
const tag = 'plans' as const

/** `data` has the keys of its kind: docs/guides/add-a-field-to-the-plan.md. */
const ItemAnswer = z
  .object({
    id: z.uuid(),
    parentId: z.uuid().nullable(),
    kind: Kind,
    position: z.number(),
    data: z.record(z.string(), z.unknown()),
    passages: z.array(z.object({ key: z.string(), start: z.int(), end: z.int() })),
    sourceId: z.uuid().nullable(),
  })
  .meta({ id: 'PlanItem' })

/** The plan's new revision, and the item that was edited; nothing was changed where the revision is null. */
const EditAnswer = z.object({ revision: z.int().nullable(), itemId: z.string() }).meta({ id: 'PlanEdit' })

/** The revision that the program has seen: what somebody else has changed since is not merged or removed unseen. */
const Seen = z.object({ revision: Revision.optional() })

const Addition = z.object({
  kind: z.enum(addedKinds as [(typeof addedKinds)[number], ...(typeof addedKinds)[number][]]),
  parentId: z.uuid().nullable().default(null),
  /** The sibling in front; null: at the end. */
  after: z.uuid().nullable().default(null),
  data: z.record(z.string(), z.unknown()),
})

/** Key → the value that was seen and the value wanted. */
const Change = z.object({ changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })) })
const Move = z.object({ to: z.enum(['up', 'down']) })
const Place = z.object({ parentId: z.uuid().nullable() })
const Split = z.object({ from: z.string(), first: z.string(), second: z.string() })
const Merger = Seen.extend({ next: z.uuid() })

type Made<B> = (body: B, item: string) => Edit

/** One edit of one item as an endpoint. */
function editEndpoint<B extends z.ZodType>(verb: string, id: string, event: string, body: B, edit: Made<z.output<B>>) {
  return endpoint({
    method: 'POST',
    path: `${ITEM}/${verb}`,
    permission: readPlans,
    event,
    id,
    tag,
    record: planOf,
    body,
    answer: EditAnswer,
    handle: ({ c, ctx, record, body: given }) => {
      const { revision } = Seen.catch({}).parse(given)
      return made(ctx, itemOf(c), (tx) => applyEdit(tx, record.id, edit(given, itemOf(c)), revision))
    },
  })
}

/** The items of a plan: read, added, changed, split, merged, moved, removed, taken back. */
export const itemEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: `${apiPlan}/items`,
    permission: readPlans,
    id: 'listPlanItems',
    tag,
    record: documentOf,
    answer: listOf(ItemAnswer),
    handle: async ({ ctx, record }) => ({ items: await liveItems(ctx, record) }),
  }),
  endpoint({
    method: 'POST',
    path: `${apiPlan}/items`,
    permission: readPlans,
    event: 'plan.item-added',
    id: 'addPlanItem',
    tag,
    record: planOf,
    body: Addition,
    answer: EditAnswer,
    status: 201,
    handle: ({ ctx, record, body }) =>
      made(ctx, '', (tx) => applyEdit(tx, record.id, { do: 'add', ...body, passages: [], sourceId: null })),
  }),
  editEndpoint('changes', 'changePlanItem', 'plan.item-changed', Change, ({ changes }, id) => ({
    do: 'edit',
    id,
    changes: Object.fromEntries(Object.entries(changes).map(([key, { from, to }]) => [key, { from, to }])),
  })),
  editEndpoint('move', 'movePlanItem', 'plan.item-moved', Move, ({ to }, id) => ({ do: 'move', id, to })),
  editEndpoint('place', 'placePlanItem', 'plan.item-moved', Place, ({ parentId }, id) => ({
    do: 'place',
    id,
    parentId,
  })),
  editEndpoint('split', 'splitPlanItem', 'plan.item-split', Split, (body, id) => ({ do: 'split', id, ...body })),
  editEndpoint('merger', 'mergePlanItems', 'plan.items-merged', Merger, ({ next }, id) => ({ do: 'merge', id, next })),
  editEndpoint('removal', 'removePlanItem', 'plan.item-removed', Seen, (_, id) => ({ do: 'remove', id })),
  editEndpoint('restoration', 'restorePlanItem', 'plan.item-restored', z.object({}), (_, id) => ({
    do: 'restore',
    ids: [id],
  })),
  ...(
    [
      ['undo', 'undoPlanEdit', 'plan.edit-undone', undoEdit],
      ['redo', 'redoPlanEdit', 'plan.edit-redone', redoEdit],
    ] as const
  ).map(([verb, id, event, action]) =>
    endpoint({
      method: 'POST',
      path: `${apiPlan}/${verb}`,
      permission: readPlans,
      event,
      id,
      tag,
      record: planOf,
      answer: EditAnswer,
      handle: ({ ctx, record }) => made(ctx, '', (tx) => action(tx, record.id)),
    }),
  ),
]

async function liveItems(ctx: Context, { id }: Pick<PlanUnderReview, 'id'>) {
  const rows = [...(await listRows(ctx, id)).values()].filter(({ removed }) => !removed)
  const sorted = rows.toSorted((a, b) => a.kind.localeCompare(b.kind) || a.position - b.position)
  return sorted.map(({ data, ...row }) => ({ ...row, data: { ...data } as Record<string, unknown> }))
}

function itemOf(c: HouseRequest): string {
  const id = z.uuid().safeParse(c.req.param('item'))
  if (!id.success) throw new Refusal('not-found')
  return id.data
}

/** Everything that is so already is no fault. */
async function made(ctx: Context, itemId: string, change: (tx: WriteContext) => Promise<Edited>) {
  try {
    return await write(ctx, change)
  } catch (error) {
    if (error instanceof NothingToChange) return { revision: null, itemId }
    throw error
  }
}
