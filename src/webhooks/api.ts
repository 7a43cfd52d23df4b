import { z } from 'zod'
import { cutPage, Instant, listOf, Most, pageOf } from '../api/answers.ts'
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { write } from '../context.ts'
import { Refusal } from '../core/problem.ts'
import type { HouseRequest } from '../platform/http/route.ts'
import { addWebhook, checkWebhook, removeWebhook, resendDelivery, resumeWebhook } from './actions/change-webhooks.ts'
import { changeWebhooks as permission } from './permissions.ts'
import { deliveryKey, findWebhook, listDeliveries, listWebhooks, type Webhook } from './queries/list-webhooks.ts'
import { DeliveryProblem, DeliveryState, NewWebhook } from './schema.ts'

const WEBHOOK = '/api/webhooks/:id{[0-9a-f-]{36}}'
const tag = 'webhooks' as const

const WebhookAnswer = z
  .object({
    id: z.uuid(),
    unitId: z.int(),
    unitName: z.string(),
    url: z.string(),
    /** None: every event. */
    events: z.array(z.string()),
    madeBy: z.uuid().nullable(),
    createdAt: Instant,
    failures: z.int(),
    disabledAt: Instant.nullable(),
  })
  .meta({ id: 'Webhook' })

const DeliveryAnswer = z
  .object({
    id: z.uuid(),
    event: z.string(),
    unitName: z.string(),
    createdAt: Instant,
    state: DeliveryState,
    attempts: z.int(),
    status: z.int().nullable(),
    problem: DeliveryProblem.nullable(),
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'WebhookDelivery' })

/** Addresses of other software that hear of what is journalled. */
export const webhookEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/webhooks',
    permission,
    id: 'listWebhooks',
    tag,
    answer: listOf(WebhookAnswer),
    handle: async ({ ctx }) => ({ items: await listWebhooks(ctx) }),
  }),
  endpoint({
    method: 'POST',
    path: '/api/webhooks',
    permission,
    event: 'webhook.added',
    id: 'addWebhook',
    tag,
    body: NewWebhook,
    answer: z.object({ id: z.uuid(), secret: z.string() }),
    status: 201,
    handle: async ({ c, ctx, body }) => {
      await checkWebhook(ctx, body)
      c.header('Cache-Control', 'no-store')
      return write(ctx, (tx) => addWebhook(tx, body))
    },
  }),
  endpoint({
    method: 'POST',
    path: `${WEBHOOK}/removal`,
    permission,
    event: 'webhook.removed',
    id: 'removeWebhook',
    tag,
    record: webhookOf,
    handle: ({ ctx, record }) => write(ctx, (tx) => removeWebhook(tx, record.id)),
  }),
  endpoint({
    method: 'POST',
    path: `${WEBHOOK}/resumption`,
    permission,
    event: 'webhook.resumed',
    id: 'resumeWebhook',
    tag,
    record: webhookOf,
    handle: ({ ctx, record }) => write(ctx, (tx) => resumeWebhook(tx, record.id)),
  }),
  endpoint({
    method: 'GET',
    path: `${WEBHOOK}/deliveries`,
    permission,
    id: 'listDeliveries',
    tag,
    record: webhookOf,
    query: z.object({ after: z.string().max(80).optional(), most: Most }),
    answer: pageOf(DeliveryAnswer),
    handle: async ({ ctx, record, query: { after = null, most } }) =>
      cutPage(await listDeliveries(ctx, record.id, { after, most }), most, deliveryKey),
  }),
  endpoint({
    method: 'POST',
    path: `${WEBHOOK}/deliveries/:delivery{[0-9a-f-]{36}}/repetition`,
    permission,
    event: 'webhook.resent',
    id: 'resendDelivery',
    tag,
    record: webhookOf,
    handle: ({ c, ctx, record }) => write(ctx, (tx) => resendDelivery(tx, record.id, c.req.param('delivery') ?? '')),
  }),
]

async function webhookOf(c: HouseRequest): Promise<Webhook> {
  const webhook = await findWebhook(c.var.ctx, c.req.param('id') ?? '')
  if (!webhook) throw new Refusal('not-found')
  return webhook
}
