import type { Context } from '../../context.ts'
import type { Item } from './item-schema.ts'

/** The plan's items that have not been taken out, by kind and place: one statement. Whether the actor may see the plan is asked before. */
export async function listItems(ctx: Pick<Context, 'db'>, planId: string): Promise<Item[]> {
  const rows = await ctx.db
    .selectFrom('planItem')
    .select(['id', 'parentId', 'kind', 'position', 'data', 'passages', 'sourceId'])
    .where('planId', '=', planId)
    .where('removedAt', 'is', null)
    .orderBy('kind')
    .orderBy('position')
    .orderBy('id')
    .execute()
  // Items are written through the schema of their kind only.
  return rows as unknown as Item[]
}
