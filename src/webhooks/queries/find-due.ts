import { sql } from 'kysely'
import { grantsOfFound } from '../../access/queries/find-actor.ts'
import type { Context } from '../../context.ts'
import { type Actor, can, type Grant } from '../../core/reach.ts'
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

type Row = Omit<DueDelivery, 'mayRead'> & { unitPath: string; personId: string | null; grants: Grant[] }

/** The delivery with its webhook and entry; undefined when it has gone with its webhook. For jobs: asks for nobody's reach but the maker's. */
export async function findDue(ctx: Context, id: string): Promise<DueDelivery | undefined> {
  const day = ctx.actor.on
  const { rows } = await sql<Row>`
    with found as (
      select d.id, d.state, w.id as webhook_id, w.url, w.secret, w.disabled_at, h.unit_id, unit.name as unit_name, unit.path as unit_path,
        h.number, h.at, h.event, h.actor_kind, h.actor_id, h.subject_id, h.change, person.id as person_id
      from webhook_delivery d
      join webhook w on w.id = d.webhook_id
      join history h on h.unit_id = d.unit_id and h.number = d.number
      join unit on unit.id = d.unit_id
      left join person on person.id = w.made_by and (person.left_on is null or person.left_on > ${day}::date)
      where d.id = ${id}::uuid
    )
    select found.*, ${grantsOfFound(day)} as grants from found`.execute(ctx.db)
  if (!rows[0]) return undefined
  const { unitPath, personId, grants, ...due } = rows[0]
  const maker: Actor = { kind: 'person', id: personId, on: day, grants: personId === null ? [] : grants }
  return { ...due, mayRead: can(maker, readHistory, unitPath) }
}
