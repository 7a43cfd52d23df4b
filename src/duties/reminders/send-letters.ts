import { sql } from 'kysely'
import { type Context, write } from '../../context.ts'
import { dayInVietNam } from '../../core/dates/day-in-viet-nam.ts'
import { type DayKinds, isWorkingDay } from '../../core/dates/working-days.ts'
import { troubleOf } from '../../platform/mail/mail.ts'
import { dayKinds } from '../derive-tasks.ts'
import { noticeLetter } from '../letters/notice-letter.ts'

/** Letters of one run; the rest waits for the next. */
const AT_ONCE = 2_000
/** So often in a row a server is asked that takes no letter at all. */
const MOST_IN_VAIN = 3
/** Viet Nam keeps UTC+7 all year. */
const AHEAD = 7

/** Nobody is written to in the quiet hours or on a day off. */
export function isQuiet(now: Date, hours: { readonly from: number; readonly to: number }, kinds: DayKinds): boolean {
  if (!isWorkingDay(dayInVietNam(now), kinds)) return true
  const hour = (now.getUTCHours() + AHEAD) % 24
  if (hours.from === hours.to) return false
  return hours.from < hours.to ? hour >= hours.from && hour < hours.to : hour >= hours.from || hour < hours.to
}

/**
 * Sends what waits, one letter a person. A person's notices are claimed just before their letter goes out, in a transaction of its own: two processes never send the
 * same, and what was claimed when a process died is not sent again, because nobody knows whether it went out; everybody else's is. A server that cannot be reached, or does not know us, puts
 * the claim back; three times in a row, and the run ends: two thousand letters do not wait for it one by one, and one letter on which it breaks holds up nobody else's. One that refuses the letter ends it as failed. Returns the number of letters.
 */
export async function sendLetters(ctx: Context): Promise<number> {
  const now = ctx.clock.now()
  const today = dayInVietNam(now)
  if (isQuiet(now, ctx.config.quietHours, await dayKinds(ctx, today, today))) return 0
  let [sent, inVain] = [0, 0]
  for (const personId of await listAwaiting(ctx)) {
    const ids = await write({ ...ctx, event: null }, (tx) => claim(tx, personId))
    if (ids.length === 0) continue
    const outcome = await sendOne(ctx, personId, ids)
    if (outcome === 'sent') sent += 1
    const mail = outcome === 'no-server' ? 'waiting' : outcome
    await ctx.db
      .updateTable('notice')
      .set({ mail, mailedAt: mail === 'waiting' ? null : ctx.clock.now() })
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    inVain = outcome === 'no-server' ? inVain + 1 : 0
    if (inVain === MOST_IN_VAIN) break
  }
  return sent
}

/** For whom something waits, whoever has waited longest first. */
async function listAwaiting(ctx: Pick<Context, 'db'>): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('notice')
    .select('personId')
    .where('mail', '=', 'waiting')
    .groupBy('personId')
    .orderBy((eb) => eb.fn.min('madeAt'))
    .orderBy('personId')
    .limit(AT_ONCE)
    .execute()
  return rows.map(({ personId }) => personId)
}

/** What of it no other process has taken. */
async function claim(ctx: Pick<Context, 'db'>, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update notice set mail = 'claimed'
    where id in (select id from notice where person_id = ${personId}::uuid and mail = 'waiting' order by id for update skip locked)
    returning id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

type Outcome = 'sent' | 'failed' | 'waiting' | 'none' | 'no-server'
const OUTCOMES = { letter: 'failed', later: 'waiting', server: 'no-server' } as const

async function sendOne(ctx: Context, personId: string, ids: readonly string[]): Promise<Outcome> {
  const letter = await noticeLetter(ctx, personId, ids)
  if (!letter) return 'none'
  try {
    await ctx.mail.send(letter)
    return 'sent'
  } catch (error) {
    ctx.log.warn('a letter could not be sent', { error })
    return OUTCOMES[troubleOf(error)]
  }
}
