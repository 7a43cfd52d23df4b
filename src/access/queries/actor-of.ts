import { sql } from 'kysely'
import type { Actor, Grant } from '../../core/reach.ts'
import type { Database } from '../../platform/db/database.ts'
import { grantsOfFound } from './find-actor.ts'

/** Somebody with every grant that holds on the day, as if they had asked themselves; null for who has left, or never was. */
export async function actorOf(db: Database, personId: string, day: string): Promise<Actor | null> {
  const { rows } = await sql<{ grants: Grant[] }>`
    with found as (
      select id as person_id from person where id = ${personId}::uuid and (left_on is null or left_on > ${day}::date)
    )
    select ${grantsOfFound(day)} as grants from found`.execute(db)
  return rows[0] ? { kind: 'person', id: personId, on: day, grants: rows[0].grants } : null
}
