import { sql } from 'kysely'
import { actorOf } from '../../access/queries/actor-of.ts'
import type { Context } from '../../context.ts'
import { can } from '../../core/reach.ts'
import { readHistory } from '../../history/permissions.ts'
import type { Json } from '../../platform/canonical-json.ts'
import type { DeliveryState } from '../schema.ts'

/** One entry of the journal on its way, with everything that its delivery takes. */
export interface DueDelivery {
  readonly id: string
  readonly state: DeliveryState
  readonly webhookId: string
  readonly url: string
  readonly secret: string
  readonly disabledAt: Date | null
  readonly unitId: number
  readonly unitName: string
  readonly number: number
  readonly at: Date
  readonly event: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly subjectId: string
  readonly change: Json
  /** Whether the person who made the webhook may read this entry today. */
  readonly mayRead: boolean
}

type Row = Omit<DueDelivery, 'mayRead'> & { unitPath: string; madeBy: string | null }

/** The delivery with its webhook and entry; undefined when it has gone with its webhook. For jobs: asks for nobody's reach but the maker's. */
export async function findDue(ctx: Context, id: string): Promise<DueDelivery | undefined> {
  const { rows } = await sql<Row>`
    select d.id, d.state, w.id as webhook_id, w.url, w.secret, w.disabled_at, w.made_by, h.unit_id, unit.name as unit_name,
      unit.path as unit_path, h.number, h.at, h.event, h.actor_kind, h.actor_id, h.subject_id, h.change
    from webhook_delivery d
    join webhook w on w.id = d.webhook_id
    join history h on h.unit_id = d.unit_id and h.number = d.number
    join unit on unit.id = d.unit_id
    where d.id = ${id}::uuid`.execute(ctx.db)
  if (!rows[0]) return undefined
  const { unitPath, madeBy, ...due } = rows[0]
  const maker = madeBy === null ? null : await actorOf(ctx.db, madeBy, ctx.actor.on)
  return { ...due, mayRead: maker !== null && can(maker, readHistory, unitPath) }
}
