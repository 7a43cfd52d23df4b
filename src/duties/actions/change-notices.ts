import type { WriteContext } from '../../context.ts'

/** Marks everything that the person has been told as seen. */
export async function markSeen(ctx: WriteContext): Promise<void> {
  await ctx.db
    .updateTable('notice')
    .set({ seenAt: ctx.clock.now() })
    .where('personId', '=', ctx.actor.id)
    .where('seenAt', 'is', null)
    .execute()
}

/** How the person wants to be reminded, `daysBefore` in working days. Whoever is nobody in the house (the operator) is not reminded, and nothing is kept. */
export async function saveReminderSetting(ctx: WriteContext, byMail: boolean, daysBefore: number): Promise<void> {
  if (ctx.actor.id === null) return
  await ctx.db
    .insertInto('reminderSetting')
    .values({ personId: ctx.actor.id, byMail, daysBefore })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ byMail, daysBefore }))
    .execute()
}
