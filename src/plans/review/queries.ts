import { sql } from 'kysely'
import type { Context, WriteContext } from '../../context.ts'
import type { ItemChange, ItemRow } from '../items/item-rows.ts'
import { nextSteps } from '../items/take-back.ts'
import type { PlanState } from '../workflow.ts'
import type { PlanQuestion } from './schema.ts'

type Reads = Pick<Context, 'db'>

/** A plan as far as its items are concerned. */
export interface PlanUnderReview {
  readonly id: string
  readonly unitId: number
  readonly unitPath: string
  readonly name: string
  readonly state: PlanState
  readonly revision: number
}

const planColumns = ['id', 'unitId', 'unitPath', 'name', 'state', 'revision'] as const

/** Whether the actor may see it is asked by the caller. */
export async function findPlan(ctx: Reads, id: string): Promise<PlanUnderReview | undefined> {
  const row = await ctx.db.selectFrom('planDocument').select(planColumns).where('id', '=', id).executeTakeFirst()
  return row as PlanUnderReview | undefined
}

/** Holds the plan's row until the transaction ends, so that edits come one after the other. */
export async function lockPlan(ctx: WriteContext, id: string): Promise<PlanUnderReview | undefined> {
  const query = ctx.db.selectFrom('planDocument').select(planColumns).where('id', '=', id).forUpdate()
  return (await query.executeTakeFirst()) as PlanUnderReview | undefined
}

/** Every item of the plan, also what was taken out. */
export async function listRows(ctx: Reads, planId: string): Promise<Map<string, ItemRow>> {
  const rows = await ctx.db
    .selectFrom('planItem')
    .select(['id', 'parentId', 'kind', 'position', 'data', 'passages', 'sourceId', 'removedAt'])
    .where('planId', '=', planId)
    .execute()
  // Items are written through the schema of their kind only.
  return new Map(
    rows.map(({ removedAt, ...row }) => [row.id, { ...row, removed: removedAt !== null }]),
  ) as unknown as Map<string, ItemRow>
}

/** Open questions of the reader about items that have not been taken out, in the order of the document. */
export async function listQuestions(ctx: Reads, planId: string): Promise<PlanQuestion[]> {
  const rows = await ctx.db
    .selectFrom('planQuestion')
    .leftJoin('planItem', 'planItem.id', 'planQuestion.itemId')
    .select(['planQuestion.id', 'itemId', 'key', 'startAt as start', 'endAt as end', 'reason', 'candidates'])
    .where('planQuestion.planId', '=', planId)
    .where('answeredAt', 'is', null)
    .where('planItem.removedAt', 'is', null)
    .orderBy('startAt')
    .orderBy('planQuestion.id')
    .execute()
  return rows as unknown as PlanQuestion[]
}

/** What the actor's undo and redo would take next. */
export async function findNextSteps(ctx: Pick<Context, 'db' | 'actor'>, planId: string) {
  const edits = await ctx.db
    .selectFrom('planEdit')
    .select(['number', 'kind', 'ofNumber'])
    .where('planId', '=', planId)
    .where('madeBy', 'is not distinct from', ctx.actor.id)
    .where('kind', '<>', 'correct')
    .orderBy('number')
    .execute()
  return nextSteps(edits)
}

/** What the edit with this number changed. */
export async function getChanges(ctx: Reads, planId: string, number: number): Promise<ItemChange[]> {
  const row = await ctx.db
    .selectFrom('planEdit')
    .select('changes')
    .where('planId', '=', planId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return row.changes as unknown as ItemChange[]
}

/** The changes of every edit after this one, in order. */
export async function listChangesSince(ctx: Reads, planId: string, revision: number): Promise<ItemChange[]> {
  const rows = await ctx.db
    .selectFrom('planEdit')
    .select('changes')
    .where('planId', '=', planId)
    .where('number', '>', revision)
    .orderBy('number')
    .execute()
  return rows.flatMap(({ changes }) => changes as unknown as ItemChange[])
}

/** Of these items, one that somebody else has changed after this edit; undefined where the actor has seen them as they are. */
export async function findChangedSince(
  ctx: Pick<Context, 'db' | 'actor'>,
  planId: string,
  ids: readonly string[],
  revision: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select one ->> 'id' as id from plan_edit, jsonb_array_elements(changes) as one
    where plan_id = ${planId} and number > ${revision} and made_by is distinct from ${ctx.actor.id}::uuid
      and one ->> 'id' = any(${[...ids]}::text[]) limit 1`.execute(ctx.db)
  return rows[0]?.id
}

/** Who changed the item last; undefined where nobody has a name (the reading, the operator). */
export async function findLastEditor(ctx: Reads, planId: string, itemId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('planEdit')
    .innerJoin('person', 'person.id', 'planEdit.madeBy')
    .select('person.fullName')
    .where('planId', '=', planId)
    .where(sql<boolean>`changes @> ${JSON.stringify([{ id: itemId }])}::jsonb`)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return row?.fullName
}

/** The items that went together with this one, when it was taken out last. */
export async function listRemovedWith(ctx: Reads, planId: string, itemId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('planEdit')
    .select('changes')
    .where('planId', '=', planId)
    .where(sql<boolean>`changes @> ${JSON.stringify([{ id: itemId }])}::jsonb`)
    .orderBy('number', 'desc')
    .execute()
  for (const { changes } of rows) {
    const gone = (changes as unknown as ItemChange[]).filter(({ before, after }) => after.removed && !before?.removed)
    if (gone.some(({ id }) => id === itemId)) return gone.map(({ id }) => id)
  }
  return [itemId]
}
