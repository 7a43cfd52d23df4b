import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { fold } from '../core/text/fold.ts'
import { reachSetting } from '../platform/db/reach-setting.ts'
import { mendWords } from './mend-words.ts'

export const foundKinds = ['plan', 'field', 'task', 'unit', 'cluster', 'person'] as const
export type FoundKind = (typeof foundKinds)[number]

export interface Found {
  readonly kind: FoundKind
  /** Id of the record; of a field and of what is owed, the plan's id, `#` and the item's id. */
  readonly ref: string
  readonly title: string
  readonly note: string
  readonly unitName: string
}

export interface SearchQuery {
  readonly q: string
  readonly kind: FoundKind | null
  readonly most: number
}

/** Fewer hits than this, and near spellings are looked for as well. */
const FEW = 3
/** What has a name rather than a sentence. */
const named: readonly FoundKind[] = ['unit', 'person', 'cluster']
/** So many hits are ranked; a word that stands everywhere need not be ranked to the last. */
const RANKED = 400

/**
 * Records with every word of the query, the last one as a beginning, with or without marks; titles that begin so come first. When little is found, near
 * spellings follow. Only what the actor may read: the row says which right that takes,
 * and the functions of the database check it (docs/decisions/0006).
 */
export async function search(ctx: Context, query: SearchQuery): Promise<Found[]> {
  const words =
    fold(query.q)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 8) ?? []
  if (words.length === 0) return []
  const exact = await findWords(ctx, query, words)
  if (exact.length >= FEW) return exact
  const mended = await findMended(ctx, query, words)
  const near = exact.length + mended.length > 0 ? mended : await findNear(ctx, query, words.join(' '))
  const known = new Set(exact.map(({ kind, ref }) => `${kind} ${ref}`))
  return [...exact, ...near.filter(({ kind, ref }) => !known.has(`${kind} ${ref}`))].slice(0, query.most)
}

async function findWords(ctx: Context, { kind, most }: SearchQuery, words: readonly string[]): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select kind, ref, title, note, unit_name from (
      select distinct on (e.kind, e.ref) e.kind, e.ref, e.title, e.note, e.folded, unit.name as unit_name from (
        ${entriesWithWords(
          ctx,
          kind,
          words.map((word) => [word]),
        )}
      ) e join unit on unit.id = e.unit_id order by e.kind, e.ref, nlevel(unit.path)
    ) found
    order by not starts_with(folded, ${words.join(' ')}), length(title), kind, ref
    limit ${most}`.execute(ctx.db)
  return rows
}

/** Each word, or another that it may mean; the last one also as a beginning. */
function entriesWithWords(ctx: Context, kind: FoundKind | null, meanings: readonly (readonly string[])[]) {
  const wanted = meanings.map((words, index) => {
    const isLast = index === meanings.length - 1
    return `(${words.map((word) => `'${word}'${isLast ? ':*' : ''}`).join(' | ')})`
  })
  return sql`select * from entries_with_words(${reachSetting(ctx.actor)}::jsonb, ${asked(kind)}::text[], ${wanted.join(' & ')}, ${RANKED})`
}

/** «hoi nog dan» finds «Hội Nông dân»: its words as they were meant. */
async function findMended(ctx: Context, { kind, most }: SearchQuery, words: readonly string[]): Promise<Found[]> {
  const meanings = await mendWords(ctx, words)
  return meanings === null ? [] : nearest(ctx, entriesWithWords(ctx, kind, meanings), words.join(' '), most)
}

/** Names of which whole words are wrong or run together: trigrams of the whole query against their nearest words. */
async function findNear(ctx: Context, { kind, most }: SearchQuery, folded: string): Promise<Found[]> {
  const kinds = asked(kind).filter((one) => named.includes(one))
  if (folded.length < 4 || kinds.length === 0) return []
  const entries = sql`select * from entries_near(${reachSetting(ctx.actor)}::jsonb, ${kinds}::text[], ${folded}, ${RANKED})`
  return nearest(ctx, entries, folded, most)
}

/** Each record once, those first whose words look most like what was typed. */
async function nearest(ctx: Context, entries: RawBuilder<unknown>, folded: string, most: number): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select kind, ref, title, note, unit_name from (
      select distinct on (e.kind, e.ref) e.kind, e.ref, e.title, e.note, unit.name as unit_name,
        word_similarity(${folded}, e.folded) as nearness
      from (${entries}) e join unit on unit.id = e.unit_id order by e.kind, e.ref, nlevel(unit.path)
    ) found
    order by nearness desc, length(title), kind, ref
    limit ${most}`.execute(ctx.db)
  return rows
}

function asked(kind: FoundKind | null): readonly FoundKind[] {
  return kind === null ? foundKinds : [kind]
}
