import { sql } from 'kysely'
import type { WriteContext } from '../../context.ts'
import type { ParsedPlan } from '../../parser/contract.ts'
import type { ItemRow } from './item-rows.ts'
import { itemsOfReading } from './items-of-reading.ts'

/** Gives a reading its items and its questions: two statements. The plan has none yet. */
export async function storeReading(ctx: WriteContext, planId: string, parsed: ParsedPlan): Promise<void> {
  const { items, questions } = itemsOfReading(parsed, idsFrom(ctx.chance.id()), planId)
  await saveRows(
    ctx,
    planId,
    items.map((item) => ({ ...item, removed: false })),
  )
  const asked = JSON.stringify(questions.map((question) => ({ ...question, id: ctx.chance.id() })))
  await sql`
    insert into plan_question (id, plan_id, item_id, key, start_at, end_at, reason, candidates)
    select id, ${planId}::uuid, "itemId", key, start, "end", reason, candidates
    from json_to_recordset(${asked}::json) as asked (id uuid, "itemId" uuid, key text, start integer, "end" integer, reason text,
      candidates jsonb)`.execute(ctx.db)
}

/**
 * Ids of items that are made together: one UUID of version 7 counted up in its last 16 bits (RFC 9562, 6.2), so that a page with a thousand of them packs
 * well.
 */
function idsFrom(first: string): () => string {
  let last = -1
  return () => {
    last += 1
    if (last > 0xffff) throw new Error('more items than a reading can have')
    return first.slice(0, -4) + last.toString(16).padStart(4, '0')
  }
}

/** Makes the rows of the plan be so: one statement, whether they are new or known. Parents come before what stands below them. */
export async function saveRows(ctx: WriteContext, planId: string, rows: readonly ItemRow[]): Promise<void> {
  const sent = JSON.stringify(rows)
  await sql`
    insert into plan_item (id, plan_id, parent_id, kind, position, data, passages, source_id, removed_at)
    select id, ${planId}::uuid, "parentId", kind, position, data, passages, "sourceId",
      case when removed then ${ctx.clock.now()}::timestamptz end
    from json_to_recordset(${sent}::json) as sent (id uuid, "parentId" uuid, kind text, position double precision, data jsonb, passages jsonb,
      "sourceId" uuid, removed boolean)
    on conflict (id) do update set parent_id = excluded.parent_id, position = excluded.position, data = excluded.data,
      passages = excluded.passages, source_id = excluded.source_id, removed_at = excluded.removed_at`.execute(ctx.db)
}
