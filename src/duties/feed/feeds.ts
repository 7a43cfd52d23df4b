import { sql } from 'kysely'
import { actorOf } from '../../access/queries/actor-of.ts'
import { hashSecret, newSecret } from '../../access/secrets.ts'
import type { Context, WriteContext } from '../../context.ts'
import { dayInVietNam } from '../../core/dates/day-in-viet-nam.ts'
import { Refusal } from '../../core/problem.ts'
import type { Actor } from '../../core/reach.ts'
import { recordHistory } from '../../history/record-history.ts'

/** Whose calendar this is; a program with a token makes none. */
function ownerOf({ actor }: Pick<Context, 'actor'>): string {
  if (actor.kind !== 'person' || actor.id === null || actor.tokenId !== undefined) throw new Refusal('forbidden')
  return actor.id
}

/** The unit in whose chain it is journalled: one where the person works, else the root. */
async function homeOf(ctx: WriteContext, personId: string): Promise<number> {
  const position = await ctx.db
    .selectFrom('position')
    .select('unitId')
    .where('personId', '=', personId)
    .orderBy('fromDate', 'desc')
    .executeTakeFirst()
  return position?.unitId ?? 1
}

/** When the person's calendar address was made and last read; undefined while there is none. */
export async function findFeed(ctx: Pick<Context, 'db' | 'actor'>) {
  if (ctx.actor.id === null) return undefined
  return ctx.db
    .selectFrom('calendarFeed')
    .select(['id', 'madeAt', 'readAt'])
    .where('personId', '=', ctx.actor.id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
}

/** A new address for the person's calendar: the one before opens nothing any more. Returns its secret, once; only its hash is kept. */
export async function makeFeed(ctx: WriteContext): Promise<string> {
  const personId = ownerOf(ctx)
  await revokeAll(ctx, personId)
  const [id, secret] = [ctx.chance.id(), newSecret(ctx.chance)]
  await ctx.db
    .insertInto('calendarFeed')
    .values({ id, tokenHash: hashSecret(secret), personId, madeAt: ctx.clock.now() })
    .execute()
  await recordHistory(ctx, 'calendar-feed.made', { id: personId, unitId: await homeOf(ctx, personId) }, { feed: id })
  return secret
}

/** Ends the address of the person's calendar. Throws `Refusal`: `not-found` while there is none. */
export async function revokeFeed(ctx: WriteContext): Promise<void> {
  const personId = ownerOf(ctx)
  if ((await revokeAll(ctx, personId)) === 0) throw new Refusal('not-found')
  await recordHistory(ctx, 'calendar-feed.revoked', { id: personId, unitId: await homeOf(ctx, personId) }, {})
}

async function revokeAll(ctx: WriteContext, personId: string): Promise<number> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('calendarFeed')
    .set({ revokedAt: ctx.clock.now() })
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Who reads the calendar with this secret, with today's rights; null when the address is unknown or revoked, or the person has left. */
export async function readerOf(ctx: Pick<Context, 'db' | 'clock'>, secret: string): Promise<Actor | null> {
  const { rows } = await sql<{ personId: string | null }>`
    select read_feed(${hashSecret(secret)}::bytea, ${ctx.clock.now()}::timestamptz) as person_id`.execute(ctx.db)
  const personId = rows[0]?.personId ?? null
  return personId === null ? null : actorOf(ctx.db, personId, dayInVietNam(ctx.clock.now()))
}
