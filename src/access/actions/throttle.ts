import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { secondsToWait } from '../rules.ts'
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

/** Seconds to wait before the next attempt; 0 when it may be made now. */
export async function waitFor(ctx: Context, attempt: Attempt): Promise<number> {
  const failed = await ctx.db
    .selectFrom('failedSignIn')
    .select(['count', 'lastAt'])
    .where('account', '=', attempt.account)
    .where('address', '=', attempt.address)
    .executeTakeFirst()
  return failed ? secondsToWait(failed.count, failed.lastAt, ctx.clock.now()) : 0
}

export async function countFailure(ctx: Context, attempt: Attempt): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db
    .insertInto('failedSignIn')
    .values({ ...attempt, count: 1, lastAt: now })
    .onConflict((conflict) =>
      conflict.columns(['account', 'address']).doUpdateSet({
        count: sql`case when failed_sign_in.last_at < excluded.last_at - interval '1 day' then 1 else failed_sign_in.count + 1 end`,
        lastAt: now,
      }),
    )
    .execute()
}

export async function forgetFailures(ctx: Context, attempt: Attempt): Promise<void> {
  const failed = ctx.db.deleteFrom('failedSignIn').where('account', '=', attempt.account)
  await failed.where('address', '=', attempt.address).execute()
}
