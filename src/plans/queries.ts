import { sql } from 'kysely'
import type { Context, WriteContext } from '../context.ts'
import { fold } from '../core/text/fold.ts'
import { reachSetting } from '../platform/db/reach-setting.ts'
import type { DocumentRow, ListQuery, StoredDocument, StoredFile } from './schema.ts'
import { visiblePlans } from './visible-plans.ts'
import { pendingStates } from './workflow.ts'

const PAGE = 25

const rowColumns = [
  'id',
  'name',
  'state',
  'number',
  'title',
  'issuer',
  'issued',
  'fieldCount',
  'questionCount',
  'createdAt',
  'problem',
] as const

/** Order of the list: the column that leads, its direction, and the value a row has in it. */
const orders = {
  newest: { by: sql<string>`id`, direction: 'desc', keyOf: (row: { id: string }) => row.id },
  title: { by: sql<string>`sort_title`, direction: 'asc', keyOf: (row: { sortTitle: string }) => row.sortTitle },
  issued: {
    by: sql<string>`coalesce(issued, '')`,
    direction: 'desc',
    keyOf: (row: { issued: string | null }) => row.issued ?? '',
  },
} as const

/** So many plans are looked up by their words at once; more common words are looked for along the list. */
const RARE = 1_000

/**
 * Plans with all of the words: through a function that may use the index of words, as long as there are few; words that stand in
 * many plans are met soon on the way down the list.
 */
async function withWords(ctx: Context, words: readonly string[]) {
  if (words.length === 0) return sql<boolean>`true`
  const patterns = words.map((word) => `%${escapeLike(word)}%`)
  const { rows } = await sql<{ id: string }>`
    select id from plans_like(${reachSetting(ctx.actor)}::jsonb, ${patterns}::text[], ${RARE}) as id`.execute(ctx.db)
  if (rows.length < RARE) return sql<boolean>`id = any(${rows.map(({ id }) => id)}::uuid[])`
  return sql<boolean>`search like all(${patterns}::text[])`
}

/** One page of the list and the address of the next: two statements, however long the list. */
export async function listDocuments(
  ctx: Context,
  query: ListQuery,
): Promise<{ rows: DocumentRow[]; next: string | null }> {
  const order = orders[query.sort]
  const words = fold(query.q).split(/\s+/).filter(Boolean).slice(0, 12)
  const rows = await ctx.db
    .selectFrom('planDocument')
    .select([...rowColumns, 'sortTitle'])
    .where(visiblePlans(ctx))
    .$if(query.state !== null, (q) => q.where('state', '=', query.state))
    .where(await withWords(ctx, words))
    .$if(query.after !== null, (q) => q.where(behind(query.after ?? '', order)))
    .orderBy(order.by, order.direction)
    .orderBy('id', order.direction)
    .limit(PAGE + 1)
    .execute()
  const shown = rows.slice(0, PAGE) as (DocumentRow & { sortTitle: string })[]
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE && last ? `${order.keyOf(last)}~${last.id}` : null }
}

/** Rows that come after the key `value~id` in this order. */
function behind(after: string, order: (typeof orders)[keyof typeof orders]) {
  const value = after.slice(0, -37)
  const id = after.slice(-36)
  if (order === orders.newest) return sql<boolean>`id < ${id}::uuid`
  return order.direction === 'desc'
    ? sql<boolean>`(${order.by}, id) < (${value}, ${id}::uuid)`
    : sql<boolean>`(${order.by}, id) > (${value}, ${id}::uuid)`
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}

/** These documents, newest first; without ids all that are waiting or being read. What is out of reach is left out. */
export async function listRows(ctx: Context, ids: readonly string[]): Promise<DocumentRow[]> {
  const rows = await ctx.db
    .selectFrom('planDocument')
    .select(rowColumns)
    .where(visiblePlans(ctx))
    .$if(ids.length > 0, (q) => q.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`))
    .$if(ids.length === 0, (q) => q.where('state', 'in', pendingStates))
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows as unknown as DocumentRow[]
}

/** How many documents within reach stand in each state: for the filter. */
export async function countDocuments(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db
    .selectFrom('planDocument')
    .select(['state', sql<number>`count(*)`.as('count')])
    .where(visiblePlans(ctx))
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, count }) => [state, count]))
}

/** The document with its files and its reading; undefined also where it lies out of the actor's reach. */
export async function findDocument(ctx: Context, id: string): Promise<StoredDocument | undefined> {
  const document = await ctx.db
    .selectFrom('planDocument')
    .leftJoin('planReading', 'planReading.documentId', 'planDocument.id')
    .select([
      ...rowColumns,
      'unitId',
      'unitPath',
      'revision',
      'readAt',
      'text',
      'plan',
      'sources',
      'unused',
      'questions',
    ])
    .where('id', '=', id)
    .where(visiblePlans(ctx))
    .executeTakeFirst()
  if (!document) return undefined
  const { text, plan, sources, unused, questions, ...row } = document
  const reading = text === null ? null : { text, plan, sources, unused, questions }
  return { ...row, files: await listFiles(ctx, id), reading } as unknown as StoredDocument
}

/** The files of one document in the order of its pages. */
export async function listFiles(ctx: Context, documentId: string): Promise<StoredFile[]> {
  return ctx.db
    .selectFrom('planFile')
    .select(['id', 'position', 'name', 'size', 'fileKey as key', 'turn'])
    .where('documentId', '=', documentId)
    .orderBy('position')
    .execute()
}

/** Holds the document's row until the transaction ends; reach is not asked, the caller does. */
export async function lockDocument(ctx: WriteContext, id: string) {
  return ctx.db
    .selectFrom('planDocument')
    .select(['id', 'unitId', 'unitPath', 'state', 'name'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}
