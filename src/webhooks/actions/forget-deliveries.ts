import type { Context } from '../../context.ts'

const KEPT_DAYS = 90
const DAY = 86_400_000

/** Removes deliveries that ended long ago; the entries that they carried stay in the journal. Returns how many went. */
export async function forgetDeliveries(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - KEPT_DAYS * DAY)
  const removed = await ctx.db.deleteFrom('webhookDelivery').where('finishedAt', '<', before).executeTakeFirst()
  return Number(removed.numDeletedRows)
}
