import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import type { Actor, Grant } from '../../core/reach.ts'
import type { Database } from '../../platform/db/database.ts'
import { hashSecret } from '../secrets.ts'
import { narrowedGrants } from '../tokens.ts'
import { grantsOfFound } from './find-actor.ts'

interface Row {
  readonly id: string
  readonly personId: string
  readonly scopes: string[]
  readonly grants: Grant[]
}

/**
 * Whom a personal token stands for, with what both it and its owner may do on the day, in one statement; null when it is unknown, revoked or
 * past its end, or its owner has left. Updates `seen_at` at most once a minute.
 */
export async function findTokenHolder(
  db: Database,
  token: string,
  at: { readonly now: Date; readonly day: string },
): Promise<Actor | null> {
  const { rows } = await sql<Row>`
    with found as (
      select t.id, t.person_id, t.scopes, t.seen_at
      from personal_token t join person p on p.id = t.person_id
      where t.token_hash = ${hashSecret(token)} and t.revoked_at is null and t.ends_at > ${at.now}
        and (p.left_on is null or p.left_on > ${at.day}::date)
    ), seen as (
      update personal_token set seen_at = ${at.now} where id = (
        select id from found where seen_at is null or seen_at < ${at.now}::timestamptz - interval '1 minute')
    )
    select found.id, found.person_id, found.scopes, ${grantsOfFound(at.day)} as grants from found`.execute(db)
  const row = rows[0]
  if (!row) return null
  const grants = narrowedGrants(row.grants, row.scopes)
  return { kind: 'person', id: row.personId, on: at.day, grants, tokenId: row.id }
}

export interface OwnToken {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: Date
  readonly endsAt: Date
  readonly seenAt: Date | null
}

/** The actor's own tokens that still work, the newest first. */
export async function listOwnTokens(ctx: Context): Promise<OwnToken[]> {
  return ctx.db
    .selectFrom('personalToken')
    .select(['id', 'name', 'scopes', 'createdAt', 'endsAt', 'seenAt'])
    .where('personId', '=', ctx.actor.id ?? '')
    .where('revokedAt', 'is', null)
    .where('endsAt', '>', ctx.clock.now())
    .orderBy('id', 'desc')
    .limit(MOST_TOKENS)
    .execute()
}

/** Tokens of one person that work at the same time. */
export const MOST_TOKENS = 50
