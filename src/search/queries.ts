import { type SqlBool, sql } from 'kysely'
import type { Context } from '../context.ts'
import { type Permission, reachedUnits } from '../core/reach.ts'
import { fold } from '../core/text/fold.ts'
import { withinReach } from '../platform/db/within-reach.ts'

export const foundKinds = ['plan', 'field', 'unit', 'person'] as const
export type FoundKind = (typeof foundKinds)[number]

/** The right that finding each kind takes; the column `permission` of the table says the same. */
const permissionOf: Readonly<Record<FoundKind, Permission>> = {
  plan: 'plan.read',
  field: 'plan.read',
  unit: 'unit.read',
  person: 'person.read',
}

export interface Found {
  readonly kind: FoundKind
  /** Id of the record; of a field, the plan's id, `#` and its place from 0. */
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
/** So many hits are ranked; a word that stands everywhere need not be ranked to the last. */
const RANKED = 400

/**
 * Records with every word of the query, the last one as a beginning, with or without marks; titles that begin so come first. When little is found, near
 * spellings follow. Only what the actor may read, by the same conditions as everywhere.
 */
export async function search(ctx: Context, query: SearchQuery): Promise<Found[]> {
  const words =
    fold(query.q)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 8) ?? []
  if (words.length === 0) return []
  const exact = await findWords(ctx, query, words)
  if (exact.length >= FEW) return exact
  const near = await findNear(ctx, query, words.join(' '))
  const known = new Set(exact.map(({ kind, ref }) => `${kind} ${ref}`))
  return [...exact, ...near.filter(({ kind, ref }) => !known.has(`${kind} ${ref}`))].slice(0, query.most)
}

async function findWords(ctx: Context, { kind, most }: SearchQuery, words: readonly string[]): Promise<Found[]> {
  const all = words.map((word, index) => (index === words.length - 1 ? `'${word}':*` : `'${word}'`)).join(' & ')
  const { rows } = await sql<Found>`
    select kind, ref, title, note, unit_name from (
      select distinct on (e.kind, e.ref) e.kind, e.ref, e.title, e.note, e.folded, unit.name as unit_name from (
        select * from search_entry where words @@ to_tsquery('simple', ${all}) and ${readable(ctx, kind)} limit ${RANKED}
      ) e join unit on unit.id = e.unit_id
    ) found
    order by not starts_with(folded, ${words.join(' ')}), length(title), kind, ref
    limit ${most}`.execute(ctx.db)
  return rows
}

/** Trigrams of the whole query against the nearest words of each title: «hoi nog dan» finds «Hội Nông dân». */
async function findNear(ctx: Context, { kind, most }: SearchQuery, folded: string): Promise<Found[]> {
  if (folded.length < 4) return []
  return ctx.db.transaction().execute(async (db) => {
    await sql`set local pg_trgm.word_similarity_threshold = 0.5`.execute(db)
    const { rows } = await sql<Found>`
      select kind, ref, title, note, unit_name from (
        select distinct on (e.kind, e.ref) e.kind, e.ref, e.title, e.note, unit.name as unit_name,
          word_similarity(${folded}, e.folded) as nearness
        from (
          select * from search_entry where ${folded} <% folded and ${readable(ctx, kind)} limit ${RANKED}
        ) e join unit on unit.id = e.unit_id
      ) found
      order by nearness desc, length(title), kind, ref
      limit ${most}`.execute(db)
    return rows
  })
}

/** One condition a permission that the actor holds somewhere; holds nothing: finds nothing. */
function readable(ctx: Context, kind: FoundKind | null) {
  const asked = kind === null ? foundKinds : [kind]
  const permissions = [...new Set(asked.map((one) => permissionOf[one]))]
  const held = permissions.filter((permission) => reachedUnits(ctx.actor, permission).length > 0)
  if (held.length === 0) return sql<SqlBool>`false`
  const parts = held.map(
    (permission) => sql<SqlBool>`(permission = ${permission} and ${withinReach(ctx.actor, permission)})`,
  )
  const within = sql<SqlBool>`(${sql.join(parts, sql` or `)})`
  return kind === null ? within : sql<SqlBool>`(kind = ${kind} and ${within})`
}
