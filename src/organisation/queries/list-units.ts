import { type SqlBool, sql } from 'kysely'
import type { Context } from '../../context.ts'
import { reachedUnits } from '../../core/reach.ts'
import { withinReach } from '../../platform/db/within-reach.ts'
import { organisationPermissions } from '../permissions.ts'
import type { Unit } from '../schema.ts'
import { unitColumns } from './find-unit.ts'

/** One unit in a list: whether the list can open it further. */
export interface ListedUnit extends Unit {
  readonly childCount: number
  /** The names above it, from the second level down, for lists that are no tree. */
  readonly place: string | null
}

const readable = (ctx: Context) => withinReach(ctx.actor, organisationPermissions.readUnits, 'unit.path')

const childCount = sql<number>`(select count(*)::integer from unit below
  where below.parent_id = unit.id and below.abolished_on is null)`
const place = sql<string | null>`(select string_agg(above.name, ' › ' order by nlevel(above.path)) from unit above
  where above.path @> unit.path and above.id <> unit.id and nlevel(above.path) > 1)`

/** Units directly below one, by the order they were added, `after` the last of the page before; one more than `most` says there is more. */
export async function listChildren(
  ctx: Context,
  parentId: number,
  page: { readonly after: number; readonly most: number; readonly past: boolean },
): Promise<ListedUnit[]> {
  let list = ctx.db
    .selectFrom('unit')
    .select([...unitColumns, childCount.as('childCount'), sql<null>`null`.as('place')])
    .where('parentId', '=', parentId)
    .where('id', '>', page.after)
    .where(readable(ctx))
  if (!page.past) list = list.where('abolishedOn', 'is', null)
  return (await list
    .orderBy('id')
    .limit(page.most + 1)
    .execute()) as ListedUnit[]
}

/**
 * Units whose name, short name or code holds the words, with or without marks, the best first: those that begin so, then shorter names.
 * Abolished units are found too, after the living.
 */
export async function searchUnits(ctx: Context, words: string, most: number): Promise<ListedUnit[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await ctx.db
    .selectFrom('unit')
    .select([...unitColumns, childCount.as('childCount'), place.as('place')])
    .where(sql<SqlBool>`folded like fold(${like})`)
    .where(readable(ctx))
    .orderBy(sql`abolished_on is not null`)
    .orderBy(sql`not starts_with(folded, fold(${words}))`)
    .orderBy(sql`length(name)`)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows as ListedUnit[]
}

/** The highest units that the actor may read: where their view of the tree begins. */
export async function listRoots(ctx: Context): Promise<ListedUnit[]> {
  const paths = reachedUnits(ctx.actor, organisationPermissions.readUnits).map(({ unit }) => unit)
  const highest = paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`)))
  const rows = await ctx.db
    .selectFrom('unit')
    .select([...unitColumns, childCount.as('childCount'), place.as('place')])
    .where(sql<SqlBool>`path = any(${highest}::ltree[])`)
    .orderBy('name')
    .limit(200)
    .execute()
  return rows as ListedUnit[]
}

/** Living units from one downwards, itself included, as far as the actor reads them: for checking a list against them. */
export async function listTree(
  ctx: Context,
  root: Pick<Unit, 'path'>,
): Promise<Pick<Unit, 'id' | 'name' | 'shortName' | 'code'>[]> {
  return ctx.db
    .selectFrom('unit')
    .select(['id', 'name', 'shortName', 'code'])
    .where(sql<SqlBool>`path <@ ${root.path}::ltree`)
    .where('abolishedOn', 'is', null)
    .where(readable(ctx))
    .execute()
}
