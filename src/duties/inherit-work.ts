import { sql } from 'kysely'
import type { WriteContext } from '../context.ts'

/**
 * The heir of a unit that ends takes over what is open: tasks, parts in plans, and how plans' names are matched. What is done stays with whoever did it. In the
 * transaction of the change to the tree, whose right the caller has asked for.
 */
export async function inheritWork(
  ctx: WriteContext,
  changeId: string,
  endingId: number,
  heirId: number,
): Promise<void> {
  await sql`select inherit_work(${changeId}::uuid, ${endingId}::integer, ${heirId}::integer)`.execute(ctx.db)
}

/** Takes back what a change to the tree has handed on, as far as it is still open. */
export async function returnWork(ctx: WriteContext, changeId: string): Promise<void> {
  await sql`select return_work(${changeId}::uuid)`.execute(ctx.db)
}
