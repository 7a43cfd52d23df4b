import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { can } from '../../core/reach.ts'
import { ofUnitsWithinReach } from '../../platform/db/within-reach.ts'
import { changeWebhooks } from '../permissions.ts'
import type { DeliveryProblem, DeliveryState } from '../schema.ts'

export interface Webhook {
  readonly id: string
  readonly unitId: number
  readonly unitName: string
  readonly url: string
  /** None: every event. */
  readonly events: readonly string[]
  readonly madeBy: string | null
  readonly madeByName: string | null
  readonly createdAt: Date
  /** Deliveries in a row that failed for good. */
  readonly failures: number
  readonly disabledAt: Date | null
}

const columns = sql`w.id, w.unit_id, unit.name as unit_name, w.url, w.events, w.made_by, person.full_name as made_by_name, w.created_at,
  w.failures, w.disabled_at
  from webhook w join unit on unit.id = w.unit_id left join person on person.id = w.made_by`

const MOST = 500

/** The webhooks of units within reach, the newest first. */
export async function listWebhooks(ctx: Context): Promise<Webhook[]> {
  const { rows } = await sql<Webhook>`select ${columns}
    where ${ofUnitsWithinReach(ctx.actor, changeWebhooks, 'w.unit_id')}
    order by w.id desc limit ${MOST}`.execute(ctx.db)
  return rows
}

/** The webhook, for whoever may change it; to others it does not exist. */
export async function findWebhook(ctx: Context, id: string): Promise<Webhook | undefined> {
  const { rows } = await sql<
    Webhook & { unitPath: string }
  >`select w.unit_path, ${columns} where w.id = ${id}::uuid`.execute(ctx.db)
  const found = rows[0]
  if (!found || !can(ctx.actor, changeWebhooks, found.unitPath)) return undefined
  const { unitPath: _, ...webhook } = found
  return webhook
}

export interface Delivery {
  readonly id: string
  readonly event: string
  readonly unitName: string
  readonly createdAt: Date
  readonly state: DeliveryState
  readonly attempts: number
  /** What the last attempt was answered with. */
  readonly status: number | null
  readonly problem: DeliveryProblem | null
  readonly finishedAt: Date | null
}

/** `2026-03-10T02:00:00.000Z~id`: instant and id of the last delivery shown. */
export function deliveryKey({ createdAt, id }: Delivery): string {
  return `${createdAt.toISOString()}~${id}`
}

const KEY = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([0-9a-f-]{36})$/

/** Deliveries of a webhook that the caller has found, the newest first; one more than `most` says there is more. What they carry is not shown. */
export async function listDeliveries(
  ctx: Context,
  webhookId: string,
  page: { readonly after: string | null; readonly most: number },
): Promise<Delivery[]> {
  const [, at = null, id = null] = (page.after && KEY.exec(page.after)) || []
  const { rows } = await sql<Delivery>`
    select d.id, entry.event, unit.name as unit_name, d.created_at, d.state, d.attempts, d.status, d.problem, d.finished_at
    from webhook_delivery d
    join lateral history_event(d.unit_id, d.number) as entry (event) on true
    join unit on unit.id = d.unit_id
    where d.webhook_id = ${webhookId}::uuid
      and (${at}::timestamptz is null or (d.created_at, d.id) < (${at}::timestamptz, ${id}::uuid))
    order by d.created_at desc, d.id desc
    limit ${page.most + 1}`.execute(ctx.db)
  return rows
}
