import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import type { Item } from '../items/item-schema.ts'
import { functionsOf, listHolders } from '../units/function-holders.ts'
import type { PlanName } from '../units/plan-names.ts'
import { type Check, checksOf } from './checks.ts'

/** What speaks against putting the plan in force now: its items and names as they are read, the open questions, and the functions that nobody holds today. Three statements. */
export async function readChecks(
  ctx: Pick<Context, 'db' | 'actor'>,
  planId: string,
  items: readonly Item[],
  names: readonly PlanName[],
): Promise<Check[]> {
  const [questions, functions, sameInForce] = await Promise.all([
    countOpenQuestions(ctx, planId),
    listHolders(ctx, functionsOf(names)),
    findSameInForce(ctx, planId),
  ])
  const vacant = functions.filter(({ holders }) => holders.length === 0).length
  return checksOf(items, names, { questions, vacant, sameInForce })
}

/** Questions of the reader that nobody has answered, about items that are still there. */
async function countOpenQuestions(ctx: Pick<Context, 'db'>, planId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from plan_question question left join plan_item item on item.id = question.item_id
    where question.plan_id = ${planId}::uuid and question.answered_at is null and item.removed_at is null`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}

/** A plan of the same unit, number and day of issue that is in force already: the same paper, or its corrected version, handed in again. */
async function findSameInForce(ctx: Pick<Context, 'db'>, planId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select other.id from plan_document plan
    join plan_document other on other.unit_id = plan.unit_id and other.id <> plan.id and other.state = 'in-force'
      and fold(other.number) = fold(plan.number) and other.issued is not distinct from plan.issued
    where plan.id = ${planId}::uuid
    order by other.id limit 1`.execute(ctx.db)
  return rows[0]?.id ?? null
}
