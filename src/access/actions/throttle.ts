import type { Context } from '../../context.ts'
import { isForgotten, secondsToWait } from '../rules.ts'
import { hashSecret } from '../secrets.ts'

/**
 * Whose attempts are counted together: one account from one address. Attempts from elsewhere never make the owner wait, and a browser
 * from which the owner has signed in before is counted by itself.
 */
export interface Attempt {
  readonly account: string
  readonly address: string
}

export async function attemptOf(
  ctx: Context,
  account: string,
  personId: string | null,
  origin: { readonly address: string; readonly device: string | null },
): Promise<Attempt> {
  if (origin.device === null || personId === null) return { account, address: origin.address }
  const deviceHash = hashSecret(origin.device)
  const known = await ctx.db
    .selectFrom('knownDevice')
    .select('personId')
    .where('tokenHash', '=', deviceHash)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return { account, address: known ? `device:${deviceHash.toString('hex')}` : origin.address }
}

/**
 * Counts the attempt before it is made, as if it failed: a hundred guesses sent at once are a hundred failures, not one. Returns the seconds
 * to wait, uncounted, where it may not be made yet; else 0. What succeeds then calls `forgetFailures`.
 */
export async function takeTurn(ctx: Context, attempt: Attempt): Promise<number> {
  const now = ctx.clock.now()
  return ctx.db.transaction().execute(async (db) => {
    const none = { ...attempt, count: 0, lastAt: now }
    const { count, lastAt } = await db
      .insertInto('failedSignIn')
      .values(none)
      .onConflict((conflict) => conflict.columns(['account', 'address']).doUpdateSet({ account: attempt.account }))
      .returning(['count', 'lastAt'])
      .executeTakeFirstOrThrow()
    const seconds = secondsToWait(count, lastAt, now)
    if (seconds > 0) return seconds
    const counted = { count: isForgotten(lastAt, now) ? 1 : count + 1, lastAt: now }
    const mine = db.updateTable('failedSignIn').set(counted).where('account', '=', attempt.account)
    await mine.where('address', '=', attempt.address).execute()
    return 0
  })
}

export async function forgetFailures(ctx: Context, attempt: Attempt): Promise<void> {
  const failed = ctx.db.deleteFrom('failedSignIn').where('account', '=', attempt.account)
  await failed.where('address', '=', attempt.address).execute()
}
