import type { WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { type Actor, can } from '../../core/reach.ts'
import { recordHistory } from '../../history/record-history.ts'
import type { Json } from '../../platform/canonical-json.ts'
import { announce } from '../../platform/db/announce.ts'
import { type ItemChange, type ItemRow, refused } from '../items/item-rows.ts'
import { changesOf, type Edit } from '../items/ops.ts'
import { makeAgain, takeBack } from '../items/take-back.ts'
import { confirmPlans, importPlans, readPlans } from '../permissions.ts'
import { reviewStates } from '../workflow.ts'
import { candidateData } from './controls.ts'
import {
  findChangedSince,
  findNextSteps,
  getChanges,
  listRemovedWith,
  listRows,
  lockPlan,
  type PlanUnderReview,
} from './queries.ts'
import { countQuestions, planTopic, saveChanges } from './save-changes.ts'

/** What an edit did: the plan's new revision and the item to look at now. */
export interface Edited {
  readonly revision: number
  readonly itemId: string
}

/** Everything is so already: nothing is saved. Thrown to roll back; the edge answers as if it had been done. */
export class NothingToChange extends Error {}

/** Journal event of each edit. */
const events = {
  add: 'plan.item-added',
  edit: 'plan.item-changed',
  move: 'plan.item-moved',
  place: 'plan.item-moved',
  split: 'plan.item-split',
  merge: 'plan.items-merged',
  remove: 'plan.item-removed',
  restore: 'plan.item-restored',
} as const satisfies Record<Edit['do'], string>

/** May the actor change the items of this plan as it stands? Before it is in force whoever hands plans in, then whoever puts them in force. */
export function mayReview(actor: Actor, plan: Pick<PlanUnderReview, 'state' | 'unitPath'>): boolean {
  if (plan.state === 'in-force') return can(actor, confirmPlans, plan.unitPath)
  return reviewStates.includes(plan.state) && can(actor, importPlans, plan.unitPath)
}

/** Loads and locks the plan, and asks: may the actor see it, may they change it, does its state allow it? */
async function openForReview(ctx: WriteContext, planId: string): Promise<PlanUnderReview> {
  const plan = await lockPlan(ctx, planId)
  if (!plan || !can(ctx.actor, readPlans, plan.unitPath)) throw new Refusal('not-found')
  if (plan.state !== 'in-force' && !reviewStates.includes(plan.state)) throw refused('conflict', 'not-under-review')
  if (!mayReview(ctx.actor, plan)) throw new Refusal('forbidden')
  return plan
}

/**
 * Changes the items of a plan. `seen` is the revision that the person looked at: what somebody else has changed since is not split, merged or removed
 * unseen. Throws `Refusal`, and `NothingToChange`.
 */
export async function applyEdit(ctx: WriteContext, planId: string, edit: Edit, seen?: number): Promise<Edited> {
  const plan = await openForReview(ctx, planId)
  const rows = await listRows(ctx, planId)
  const wanted = edit.do === 'restore' ? { ...edit, ids: await listRemovedWith(ctx, planId, edit.ids[0] ?? '') } : edit
  const changes = changesOf(rows, wanted, () => ctx.chance.id())
  const first = changes.find(({ before }) => edit.do !== 'add' || before === null)
  if (!first) throw new NothingToChange()
  if (seen !== undefined && (edit.do === 'remove' || edit.do === 'merge')) {
    const ids = changes.map(({ id }) => id)
    if (await findChangedSince(ctx, planId, ids, seen)) throw refused('conflict', 'gone-on-since')
  }
  const revision = await saveChanges(ctx, plan, { kind: edit.do, changes })
  await recordHistory(ctx, events[edit.do], plan, factsOf(changes))
  return { revision, itemId: 'id' in edit ? edit.id : first.id }
}

/** Takes the actor's last edit back that has not been taken back. Throws `Refusal('conflict')` where others have gone on from it. */
export async function undoEdit(ctx: WriteContext, planId: string): Promise<Edited> {
  return step(ctx, planId, 'undo')
}

/** Makes the actor's edit again that they took back last. */
export async function redoEdit(ctx: WriteContext, planId: string): Promise<Edited> {
  return step(ctx, planId, 'redo')
}

async function step(ctx: WriteContext, planId: string, kind: 'undo' | 'redo'): Promise<Edited> {
  const plan = await openForReview(ctx, planId)
  const ofNumber = (await findNextSteps(ctx, planId))[kind]
  if (ofNumber === null) throw refused('conflict', `nothing-to-${kind}`)
  const made = await getChanges(ctx, planId, ofNumber)
  const rows = await listRows(ctx, planId)
  const changes = kind === 'undo' ? takeBack(rows, made) : makeAgain(rows, made)
  const revision = await saveChanges(ctx, plan, { kind, changes, ofNumber })
  await recordHistory(ctx, kind === 'undo' ? 'plan.edit-undone' : 'plan.edit-redone', plan, factsOf(changes))
  const shown = changes.find(({ after }) => !after.removed) ?? changes[0]
  return { revision, itemId: shown?.after.removed ? (shown.after.parentId ?? '') : (shown?.id ?? '') }
}

/** Answers a question of the reader: with one of its candidates, which becomes the item's value, or that it was looked at and stays. */
export async function answerQuestion(
  ctx: WriteContext,
  planId: string,
  questionId: string,
  candidate: number | null,
): Promise<Edited> {
  const plan = await openForReview(ctx, planId)
  const question = await ctx.db
    .selectFrom('planQuestion')
    .select(['itemId', 'key', 'candidates', 'answeredAt', 'reason'])
    .where('planId', '=', planId)
    .where('id', '=', questionId)
    .executeTakeFirst()
  if (!question) throw new Refusal('not-found')
  if (question.answeredAt !== null) throw refused('conflict', 'answered-since')
  await ctx.db
    .updateTable('planQuestion')
    .set({ answeredAt: ctx.clock.now(), answeredBy: ctx.actor.id })
    .where('id', '=', questionId)
    .execute()
  const { itemId, key, reason } = question
  const chosen = candidate === null ? undefined : (question.candidates as unknown as readonly string[])[candidate]
  const row = itemId === null ? undefined : (await listRows(ctx, planId)).get(itemId)
  const changes = chosen === undefined || !row ? [] : chosenChanges(row, key, chosen)
  if (changes.length > 0) await saveChanges(ctx, plan, { kind: 'edit', changes })
  else {
    await countQuestions(ctx, planId)
    await announce(ctx.db, planTopic(planId))
  }
  await recordHistory(ctx, 'plan.question-answered', plan, { reason, ...factsOf(changes) })
  return { revision: plan.revision + (changes.length > 0 ? 1 : 0), itemId: itemId ?? '' }
}

function chosenChanges(row: ItemRow, key: string, chosen: string): ItemChange[] {
  const [entry] = Object.entries(candidateData(row.kind, row.data, key, chosen))
  if (!entry) return []
  const [name, to] = entry
  const from = (row.data as Record<string, unknown>)[name]
  return changesOf(new Map([[row.id, row]]), { do: 'edit', id: row.id, changes: { [name]: { from, to } } }, () => '')
}

/** What the journal keeps of an edit: which items, and of what was rewritten the values before and after. */
function factsOf(changes: readonly ItemChange[]): Readonly<Record<string, Json>> {
  const [first] = changes
  if (!first) return {}
  const items = changes.map(({ id }) => id)
  const kind = first.after.kind
  if (!first.before) return { items, kind, after: first.after.data as Json }
  const keys = Object.keys(first.after.data).filter(
    (key) => JSON.stringify(valueIn(first.before, key)) !== JSON.stringify(valueIn(first.after, key)),
  )
  if (keys.length === 0) return { items, kind }
  const pick = (row: ItemRow | null) =>
    Object.fromEntries(keys.map((key) => [key, (valueIn(row, key) ?? null) as Json]))
  return { items, kind, before: pick(first.before), after: pick(first.after) }
}

function valueIn(row: ItemRow | null, key: string): unknown {
  return (row?.data as Readonly<Record<string, unknown>> | undefined)?.[key]
}
