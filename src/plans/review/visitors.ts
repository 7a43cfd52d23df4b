import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { announce } from '../../platform/db/announce.ts'
import { planTopic } from './save-changes.ts'

/** A window that was not heard of for so long is closed. */
const GONE_AFTER = 60_000

/** Says that this window has the page open; answers who else has. No record of the house: rows are forgotten within a minute. */
export async function meetVisitors(ctx: Context, planId: string, page: string): Promise<string[]> {
  const now = ctx.clock.now()
  const past = new Date(now.getTime() - GONE_AFTER)
  await ctx.db.deleteFrom('planVisitor').where('planId', '=', planId).where('seenAt', '<', past).execute()
  const { rows } = await sql<{ isNew: boolean }>`
    insert into plan_visitor (plan_id, page, person_id, seen_at) values (${planId}, ${page}, ${ctx.actor.id}, ${now})
    on conflict (plan_id, page) do update set seen_at = excluded.seen_at returning xmax = 0 as "isNew"`.execute(ctx.db)
  if (rows[0]?.isNew) await announce(ctx.db, planTopic(planId))
  const others = await ctx.db
    .selectFrom('planVisitor')
    .innerJoin('person', 'person.id', 'planVisitor.personId')
    .select('fullName')
    .distinct()
    .where('planId', '=', planId)
    .where('page', '<>', page)
    .where('personId', 'is distinct from', ctx.actor.id)
    .orderBy('fullName')
    .execute()
  return others.map(({ fullName }) => fullName)
}
