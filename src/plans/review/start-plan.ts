import { type Context, type WriteContext, write } from '../../context.ts'
import { can } from '../../core/reach.ts'
import { recordHistory } from '../../history/record-history.ts'
import type { ParsedPlan } from '../../parser/contract.ts'
import { unitForImport } from '../actions.ts'
import { HeaderData, type Item } from '../items/item-schema.ts'
import { itemsOfReading } from '../items/items-of-reading.ts'
import { saveRows, storeReading } from '../items/store-items.ts'
import { importPlans } from '../permissions.ts'
import type { StoredDocument } from '../schema.ts'
import { headerColumns } from '../summary.ts'
import { listQuestions, listRows, lockPlan } from './queries.ts'
import type { PlanQuestion } from './schema.ts'

/** Begins a plan that is written here, with nothing but its header. `name` stands for it until it has a title; `type` is the kind of document. Returns its id. */
export async function draftPlan(ctx: WriteContext, name: string, type: string): Promise<string> {
  const unit = await unitForImport(ctx)
  const id = ctx.chance.id()
  const header = HeaderData.parse({ type, recipients: [] })
  await ctx.db
    .insertInto('planDocument')
    .values({
      id,
      unitId: unit.id,
      unitPath: unit.path,
      name,
      state: 'drafted',
      createdAt: ctx.clock.now(),
      ...headerColumns(name, header),
    })
    .execute()
  const row = { kind: 'header', parentId: null, position: 1, data: header, passages: [], sourceId: null } as const
  await saveRows(ctx, id, [{ ...row, id: ctx.chance.id(), removed: false }])
  await recordHistory(ctx, 'plan.drafted', { id, unitId: unit.id }, {})
  return id
}

/** What the review of a plan shows. */
export interface Reviewed {
  readonly items: readonly Item[]
  /** What was taken out and can be brought back. */
  readonly removed: readonly Item[]
  readonly questions: readonly PlanQuestion[]
}

/**
 * The items of a plan. A document that was read before readings had items gets them now; whoever may not change it sees what they would be.
 */
export async function getReviewed(ctx: Context, document: StoredDocument): Promise<Reviewed> {
  const known = await readReviewed(ctx, document.id)
  if (known.items.length > 0 || !document.reading) return known
  if (!can(ctx.actor, importPlans, document.unitPath)) return unsaved(document.id, document.reading)
  const { reading } = document
  // Leaves no trace in the journal: the reading itself did.
  await write({ ...ctx, event: null }, async (tx) => {
    await lockPlan(tx, document.id)
    if ((await listRows(tx, document.id)).size === 0) await storeReading(tx, document.id, reading)
  })
  return readReviewed(ctx, document.id)
}

async function readReviewed(ctx: Context, id: string): Promise<Reviewed> {
  const [rows, questions] = await Promise.all([listRows(ctx, id), listQuestions(ctx, id)])
  const all = [...rows.values()].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  return { items: all.filter(({ removed }) => !removed), removed: all.filter(({ removed }) => removed), questions }
}

function unsaved(planId: string, reading: ParsedPlan): Reviewed {
  const numbers = Array.from({ length: 100_000 }, (_, index) => String(index)).values()
  const { items, questions } = itemsOfReading(reading, () => numbers.next().value ?? '', planId)
  return { items, removed: [], questions: questions.map((question, index) => ({ ...question, id: String(index) })) }
}
