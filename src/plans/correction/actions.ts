import { sql } from 'kysely'
import type { Context, WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { allowedActions, nextState } from '../../core/workflow.ts'
import { recordHistory } from '../../history/record-history.ts'
import type { ItemChange, ItemRow } from '../items/item-rows.ts'
import type { Item } from '../items/item-schema.ts'
import { listItems } from '../items/list-items.ts'
import { importPlans, readPlans } from '../permissions.ts'
import { mayReview } from '../review/actions.ts'
import { lockPlan } from '../review/queries.ts'
import { saveChanges } from '../review/save-changes.ts'
import { planWorkflow } from '../workflow.ts'
import { compareItems, type ItemDifference } from './compare-items.ts'

/** What hangs on an item: tasks still open, and tasks done. */
export interface Hanging {
  readonly open: number
  readonly done: number
}

/** A plan against its newer version, with what hangs on each item and which ones officers have corrected by hand. */
export interface Comparison {
  readonly differences: readonly ItemDifference[]
  readonly hanging: ReadonlyMap<string, Hanging>
  readonly byHand: ReadonlySet<string>
}

/** The plan compared item by item with a newer version. Four statements; the caller has asked whether the actor sees both. */
export async function compareWith(ctx: Context, planId: string, newerId: string): Promise<Comparison> {
  const [before, after] = [await listItems(ctx, planId), await listItems(ctx, newerId)]
  const { rows: hanging } = await sql<Hanging & { itemId: string }>`
    select item_id, count(*) filter (where state = 'open')::integer as open, count(*) filter (where state = 'done')::integer as done
    from task where plan_id = ${planId}::uuid group by item_id`.execute(ctx.db)
  const { rows: edited } = await sql<{ id: string }>`
    select distinct change ->> 'id' as id from plan_edit, jsonb_array_elements(changes) as change
    where plan_id = ${planId}::uuid and kind <> 'correct'`.execute(ctx.db)
  return {
    differences: compareItems(before, after),
    hanging: new Map(hanging.map(({ itemId, open, done }) => [itemId, { open, done }])),
    byHand: new Set(edited.map(({ id }) => id)),
  }
}

/** Documents that may be a newer version of the plan: read, of the same unit, and not yet taken into any plan. */
export async function listNewerVersions(ctx: Context, plan: { id: string; unitId: number }) {
  return ctx.db
    .selectFrom('planDocument')
    .select(['id', 'number', 'issued', 'createdAt', sql<string>`coalesce(title, name)`.as('title')])
    .where('unitId', '=', plan.unitId)
    .where('state', '=', 'read')
    .where('id', '!=', plan.id)
    .orderBy('id', 'desc')
    .limit(30)
    .execute()
}

/**
 * Takes the chosen differences of a newer version over into the plan: items keep their ids and everything that hangs on them; passages then speak of the newer document. The newer version
 * becomes `applied` and stays readable. All in one transaction; `seen` is the plan's revision that the officer looked at: where the plan has gone on since, nothing moves.
 */
export async function applyCorrection(
  ctx: WriteContext,
  planId: string,
  newerId: string,
  chosen: ReadonlySet<string>,
  seen: number,
): Promise<{ readonly changes: number }> {
  const plan = await lockPlan(ctx, planId)
  const newer = await lockPlan(ctx, newerId)
  if (!plan || !newer || !can(ctx.actor, readPlans, plan.unitPath) || !can(ctx.actor, readPlans, newer.unitPath))
    throw new Refusal('not-found')
  if (!mayReview(ctx.actor, plan) || !can(ctx.actor, importPlans, newer.unitPath)) throw new Refusal('forbidden')
  const state = nextState(planWorkflow, newer.state, 'apply')
  if (!state || state === 'removed' || plan.id === newer.id)
    throw new Refusal('conflict', allowedActions(planWorkflow, newer.state))
  if (plan.revision !== seen) throw new Refusal('conflict', [], [{ field: null, code: 'gone-on-since' }])
  const differences = compareItems(await listItems(ctx, planId), await listItems(ctx, newerId))
  const changes = changesFor(differences, chosen, newerId, () => ctx.chance.id())
  if (changes.length > 0) await saveChanges(ctx, plan, { kind: 'correct', changes })
  await ctx.db.updateTable('planDocument').set({ state, correctsId: planId }).where('id', '=', newerId).execute()
  const facts = { count: chosen.size, into: plan.name }
  await recordHistory(ctx, 'plan.corrected', plan, { ...facts, names: [newer.name] })
  return { changes: changes.length }
}

/** The name of a difference in the form: the item that it is about. */
export function differenceKey({ before, after }: ItemDifference): string {
  return before?.id ?? after?.id ?? ''
}

/** What has to be saved for the chosen differences. A child whose parent is not taken over is left out; a parent that goes takes its children along. */
function changesFor(
  differences: readonly ItemDifference[],
  chosen: ReadonlySet<string>,
  sourceId: string,
  newId: () => string,
): ItemChange[] {
  const changes: ItemChange[] = []
  const homes = new Map(
    differences.flatMap(({ before, after }) => (before && after ? [[after.id, before.id] as const] : [])),
  )
  const gone = new Set<string>()
  for (const one of differences) {
    const isChosen = chosen.has(differenceKey(one))
    if (one.kind === 'same' || (one.kind === 'changed' && isChosen))
      changes.push(taken(one.before, one.after, sourceId))
    else if (one.kind === 'removed' && (isChosen || gone.has(one.before.parentId ?? ''))) {
      gone.add(one.before.id)
      changes.push({ id: one.before.id, before: rowOf(one.before), after: { ...rowOf(one.before), removed: true } })
    } else if (one.kind === 'added' && isChosen) {
      const parentId = one.after.parentId === null ? null : homes.get(one.after.parentId)
      if (parentId === undefined) continue
      const id = newId()
      homes.set(one.after.id, id)
      changes.push({ id, before: null, after: { ...rowOf(one.after), id, parentId, sourceId } })
    }
  }
  return changes.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
}

/** The plan's item with what the newer version says, and its passages there; what officers set beside the document stays. */
function taken(before: Item, after: Item, sourceId: string): ItemChange {
  const own = before.data as { readonly due?: unknown }
  const data = 'due' in own ? { ...after.data, due: own.due } : after.data
  const { position, passages } = after
  return {
    id: before.id,
    before: rowOf(before),
    after: { ...rowOf(before), position, passages, sourceId, data: data as ItemRow['data'] },
  }
}

function rowOf(item: Item): ItemRow {
  const { id, parentId, kind, position, data, passages, sourceId } = item
  return { id, parentId, kind, position, data, passages, sourceId, removed: false }
}
