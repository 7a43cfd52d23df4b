import type { Context } from '../../context.ts'

const DAY = 86_400_000

/** Days for which each is kept after it has ended: addresses and browsers of people are not kept for longer than they serve. */
const KEPT = { session: 30, code: 30, failure: 2, browser: 365, token: 365 } as const

/** Removes what signing in leaves behind: ended sessions, codes and tokens, counted failures, browsers not seen for a year. Returns how many rows went. */
export async function forgetOld(ctx: Context): Promise<number> {
  const before = (days: number) => new Date(ctx.clock.now().getTime() - days * DAY)
  const removals = [
    ctx.db.deleteFrom('session').where('endsAt', '<', before(KEPT.session)),
    ctx.db.deleteFrom('session').where('seenAt', '<', before(KEPT.session)),
    ctx.db.deleteFrom('oneTimeCode').where('endsAt', '<', before(KEPT.code)),
    ctx.db.deleteFrom('failedSignIn').where('lastAt', '<', before(KEPT.failure)),
    ctx.db.deleteFrom('knownDevice').where('seenAt', '<', before(KEPT.browser)),
    ctx.db.deleteFrom('personalToken').where('endsAt', '<', before(KEPT.token)),
  ]
  let gone = 0
  for (const removal of removals) gone += Number((await removal.executeTakeFirst()).numDeletedRows)
  return gone
}
