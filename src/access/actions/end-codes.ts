import type { WriteContext } from '../../context.ts'
import { type Grant, holdsAll } from '../../core/reach.ts'
import { actorOf } from '../queries/actor-of.ts'

/** How long a code may be used, in milliseconds: an invitation waits for somebody who is travelling, a forgotten password does not. */
const DAY = 86_400_000
export const LIFETIME = { invitation: 14 * DAY, password: DAY, totp: DAY } as const
export type CodePurpose = keyof typeof LIFETIME
const everyPurpose = Object.keys(LIFETIME) as CodePurpose[]

/** From now on the person's unused codes of these purposes open nothing: a slip that got lost lets nobody in. */
export async function endCodes(
  ctx: WriteContext,
  personId: string,
  purposes: readonly CodePurpose[] = everyPurpose,
): Promise<void> {
  await openCodes(ctx, personId)
    .where('purpose', 'in', [...purposes])
    .execute()
}

/**
 * Call it when the person is given these rights: unused codes that were made by somebody who does not hold as much, and may have kept a copy, open nothing any more. Nobody comes into the
 * account of somebody who has risen above them.
 */
export async function endCodesFromBelow(ctx: WriteContext, personId: string, rights: readonly Grant[]): Promise<void> {
  const makers = await ctx.db
    .selectFrom('oneTimeCode')
    .select('madeBy')
    .distinct()
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .execute()
  for (const { madeBy } of makers) {
    // The product itself and whoever sits at the computer before there are people hold everything.
    if (madeBy === null) continue
    const maker = await actorOf(ctx.db, madeBy, ctx.actor.on)
    if (maker === null || !holdsAll(maker, rights))
      await openCodes(ctx, personId).where('madeBy', '=', madeBy).execute()
  }
}

function openCodes(ctx: WriteContext, personId: string) {
  const ending = ctx.db.updateTable('oneTimeCode').set({ usedAt: ctx.clock.now() })
  return ending.where('personId', '=', personId).where('usedAt', 'is', null)
}
