import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { fold } from '../../core/text/fold.ts'
import { organisationPermissions } from '../../organisation/permissions.ts'
import { withinReach } from '../../platform/db/within-reach.ts'
import type { KnownUnit } from './match-units.ts'
import { unitKey } from './unit-key.ts'

/** So many units below the plan's own are compared one by one; of larger trees those with like names, and what stands near. */
const ALL = 3_000
const LIKE = 25

/**
 * The units that the names of a plan may mean, as far as the actor may read them: the plan's own and everything below it, what stands above it and beside that; each with the names that it
 * and those it succeeds had. Two or three statements, however large the tree.
 */
export async function listKnownUnits(ctx: Context, ownId: number, names: readonly string[]): Promise<KnownUnit[]> {
  const own = await ctx.db.selectFrom('unit').select('path').where('id', '=', ownId).executeTakeFirstOrThrow()
  const readable = withinReach(ctx.actor, organisationPermissions.readUnits, 'unit.path')
  const near = sql<boolean>`(nlevel(unit.path) <= nlevel(${own.path}::ltree) + 2 or (select count(*) from unit many where many.path <@ ${own.path}::ltree) <= ${ALL})`
  const words = names.map((name) => unitKey(name).words || fold(name))
  const { rows } = await sql<KnownUnit>`
    with like_named as (
      select distinct found.id from unnest(${words}::text[]) as wanted (words)
      join lateral (
        select unit.id from unit
        where unit.abolished_on is null and unit.path <@ ${own.path}::ltree and unit.folded % wanted.words
        order by similarity(unit.folded, wanted.words) desc, unit.id limit ${LIKE}
      ) found on true
    ), considered as (
      select unit.* from unit
      where unit.abolished_on is null and unit.name <> '' and ${readable} and (
        (unit.path <@ ${own.path}::ltree and ${near})
        or unit.id in (select id from like_named)
        or unit.path @> ${own.path}::ltree
        or unit.parent_id in (select above.id from unit above where above.path @> ${own.path}::ltree and above.id <> ${ownId})
      )
      limit ${3 * ALL}
    )
    select unit.id, unit.name, unit.short_name, unit.kind, unit.parent_id,
      case when unit.id = ${ownId} then 'own' when unit.path <@ ${own.path}::ltree then 'below' else 'outside' end as place,
      coalesce((
        select array_agg(distinct version.name) from (
          select own.name from unit_version own where own.unit_id = unit.id
          union all
          select old.name from unit_succession link join unit_version old on old.unit_id = link.predecessor_id where link.successor_id = unit.id
        ) version where version.name <> unit.name), '{}') as former
    from considered unit order by unit.id`.execute(ctx.db)
  return rows
}
