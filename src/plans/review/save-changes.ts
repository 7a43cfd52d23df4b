import { sql } from 'kysely'
import type { WriteContext } from '../../context.ts'
import { announce } from '../../platform/db/announce.ts'
import { planChanged } from '../actions/plan-changed.ts'
import type { ItemChange } from '../items/item-rows.ts'
import type { HeaderData } from '../items/item-schema.ts'
import type { Edit } from '../items/ops.ts'
import { saveRows } from '../items/store-items.ts'
import { headerColumns } from '../summary.ts'
import type { PlanUnderReview } from './queries.ts'

/** An edit as it is kept; `ofNumber` is the edit that was taken back or made again. */
export interface KeptEdit {
  readonly kind: Edit['do'] | 'undo' | 'redo' | 'correct'
  readonly changes: readonly ItemChange[]
  readonly ofNumber?: number
}

/** Topic of everything that happens to the items of a plan. */
export function planTopic(planId: string): string {
  return `plan:${planId}`
}

/** Saves an edit: the rows, the edit itself, the plan's revision and what lists show of it; tells whoever looks. Answers the new revision. */
export async function saveChanges(ctx: WriteContext, plan: PlanUnderReview, edit: KeptEdit): Promise<number> {
  const revision = plan.revision + 1
  await saveRows(
    ctx,
    plan.id,
    edit.changes.map(({ after }) => after),
  )
  await ctx.db
    .insertInto('planEdit')
    .values({
      planId: plan.id,
      number: revision,
      kind: edit.kind,
      madeAt: ctx.clock.now(),
      madeBy: ctx.actor.id,
      changes: JSON.stringify(edit.changes),
      ofNumber: edit.ofNumber ?? null,
    })
    .execute()
  const header = edit.changes.find(({ after }) => after.kind === 'header')?.after.data as HeaderData | undefined
  await ctx.db
    .updateTable('planDocument')
    .set({
      revision,
      ...(header && headerColumns(plan.name, header)),
      fieldCount: sql`(select count(*) from plan_item where plan_id = ${plan.id} and kind = 'field' and removed_at is null)`,
    })
    .where('id', '=', plan.id)
    .execute()
  await countQuestions(ctx, plan.id)
  await announce(ctx.db, planTopic(plan.id))
  if (plan.state === 'in-force') await planChanged(ctx, plan.id)
  return revision
}

/** The list shows how many questions are open; one about an item that is gone is no question any more. */
export async function countQuestions(ctx: WriteContext, planId: string): Promise<void> {
  await sql`
    update plan_document set question_count = (
      select count(*) from plan_question question left join plan_item item on item.id = question.item_id
      where question.plan_id = ${planId} and question.answered_at is null and item.removed_at is null)
    where id = ${planId}`.execute(ctx.db)
}
