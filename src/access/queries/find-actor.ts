import { sql } from 'kysely'
import type { Actor, Grant } from '../../core/reach.ts'
import type { Database } from '../../platform/db/database.ts'
import { hashSecret } from '../secrets.ts'

/** Who is signed in, by the token in the cookie. */
export interface SignedIn {
  readonly actor: Actor
  readonly sessionId: string
  readonly personId: string
  readonly fullName: string
  /** The name of the own unit, the root of this installation. */
  readonly unitName: string
  /** The password was right, the second step is still to come: the actor has no grants yet. */
  readonly waitsForTotp: boolean
  /** Notices that the person has not seen. */
  readonly unseen: number
}

interface Row {
  readonly sessionId: string
  readonly personId: string
  readonly fullName: string
  readonly unitName: string
  readonly waitsForTotp: boolean
  readonly unseen: number
  readonly grants: Grant[]
}

/** Every grant of the row `found.person_id` that holds on the day, as JSON. */
export function grantsOfFound(day: string) {
  return sql<Grant[]>`coalesce((select json_agg(json_build_object('permission', g.permission, 'unit', g.path::text,
      'reach', g.reach, 'from', g.from_date, 'until', g.until_date - 1))
    from held_grant g
    where g.person_id = found.person_id and g.from_date <= ${day}::date
      and (g.until_date is null or g.until_date > ${day}::date)), '[]')`
}

/**
 * The session with its person and every grant that holds on the day, in one statement; null when the token is unknown or has ended. A
 * session that has not been used for `idleHours` counts as ended. Updates `seen_at` at most once a minute.
 */
export async function findSignedIn(
  db: Database,
  token: string,
  at: { readonly now: Date; readonly day: string; readonly idleHours: number },
): Promise<SignedIn | null> {
  const idle = new Date(at.now.getTime() - at.idleHours * 3_600_000)
  const { rows } = await sql<Row>`
    with found as (
      select s.id, s.person_id, s.waits_for_totp, s.seen_at, p.full_name,
        (select name from unit where id = 1) as unit_name
      from session s join person p on p.id = s.person_id
      where s.token_hash = ${hashSecret(token)} and s.ends_at > ${at.now} and s.seen_at > ${idle}
        and (p.left_on is null or p.left_on > ${at.day}::date)
    ), seen as (
      update session set seen_at = ${at.now}
      where id = (select id from found where seen_at < ${at.now}::timestamptz - interval '1 minute')
    )
    select (select count(*)::integer from notice where notice.person_id = found.person_id and seen_at is null) as unseen,
      found.id as session_id, found.person_id, found.full_name, found.unit_name, found.waits_for_totp,
      case when found.waits_for_totp then '[]' else ${grantsOfFound(at.day)} end as grants
    from found`.execute(db)
  const row = rows[0]
  if (!row) return null
  const actor: Actor = { kind: 'person', id: row.personId, on: at.day, grants: row.grants }
  return {
    actor,
    sessionId: row.sessionId,
    personId: row.personId,
    fullName: row.fullName,
    unitName: row.unitName,
    waitsForTotp: row.waitsForTotp,
    unseen: row.unseen,
  }
}
