import { type SqlBool, sql } from 'kysely'
import type { Context } from '../../context.ts'
import { ofUnitsWithinReach } from '../../platform/db/within-reach.ts'
import { organisationPermissions } from '../permissions.ts'
import type { ClusterKind } from '../schema.ts'

/** One cluster or block in a list. */
export interface ListedCluster {
  readonly id: string
  readonly name: string
  readonly kind: ClusterKind
  readonly unitId: number
  readonly unitName: string
  readonly endedOn: string | null
  readonly memberCount: number
  /** Who leads in the year of the actor's day. */
  readonly leaderName: string | null
}

/** Seen where it was formed, and by every unit that is or was in it; looked up once a query. */
function seen(ctx: Context) {
  const within = (column: string) => ofUnitsWithinReach(ctx.actor, organisationPermissions.readUnits, column)
  return sql<SqlBool>`(${within('c.unit_id')} or c.id in (
    select mine.cluster_id from cluster_member mine where ${within('mine.unit_id')}))`
}

interface ClusterQuery {
  readonly past: boolean
  /** Only those in which this unit is a member. */
  readonly memberId: number | null
  /** The last of the page before. */
  readonly after: { readonly name: string; readonly id: string } | null
  readonly most: number
}

/** Clusters and blocks by name; one more than `most` says there is more. One statement. */
export async function listClusters(
  ctx: Context,
  { past, memberId, after, most }: ClusterQuery,
): Promise<ListedCluster[]> {
  const { on } = ctx.actor
  const today = sql`m.from_date <= ${on}::date and (m.until_date is null or m.until_date > ${on}::date)`
  const conditions = [
    seen(ctx),
    ...(past ? [] : [sql`(c.ended_on is null or c.ended_on > ${on}::date)`]),
    ...(memberId === null
      ? []
      : [sql`c.id in (select m.cluster_id from cluster_member m where m.unit_id = ${memberId} and ${today})`]),
    ...(after === null ? [] : [sql`(c.name, c.id) > (${after.name}, ${after.id}::uuid)`]),
  ]
  const { rows } = await sql<ListedCluster>`
    select c.id, c.name, c.kind, c.unit_id, unit.name as unit_name, c.ended_on, head.name as leader_name,
      (select count(*)::integer from cluster_member m where m.cluster_id = c.id and ${today}) as member_count
    from (select * from cluster c where ${sql.join(conditions, sql` and `)} order by c.name, c.id limit ${most + 1}) c
    join unit on unit.id = c.unit_id
    left join cluster_leader l on l.cluster_id = c.id and l.year = ${Number(on.slice(0, 4))}
    left join unit head on head.id = l.unit_id
    order by c.name, c.id`.execute(ctx.db)
  return rows
}

export interface ClusterMember {
  readonly unitId: number
  readonly name: string
  readonly fromDate: string
  /** The first day without it. */
  readonly untilDate: string | null
  readonly abolishedOn: string | null
  /** Who inherits from a unit that is no more. */
  readonly heirs: readonly { readonly id: number; readonly name: string }[]
}

export interface ClusterDetail {
  readonly id: string
  readonly name: string
  readonly kind: ClusterKind
  readonly unitId: number
  readonly unitName: string
  readonly unitPath: string
  readonly endedOn: string | null
  /** The present ones first. */
  readonly members: readonly ClusterMember[]
  /** The latest year first. */
  readonly leaders: readonly { readonly year: number; readonly unitId: number; readonly unitName: string }[]
}

/** The cluster as far as the actor sees it. Three statements. */
export async function findCluster(ctx: Context, id: string): Promise<ClusterDetail | undefined> {
  const { rows } = await sql<Omit<ClusterDetail, 'members' | 'leaders'>>`
    select c.id, c.name, c.kind, c.unit_id, unit.name as unit_name, c.unit_path, c.ended_on
    from cluster c join unit on unit.id = c.unit_id
    where c.id = ${id}::uuid and ${seen(ctx)}`.execute(ctx.db)
  const cluster = rows[0]
  if (!cluster) return undefined
  const members = await sql<ClusterMember>`
    select m.unit_id, unit.name, m.from_date, m.until_date, unit.abolished_on,
      coalesce((select json_agg(json_build_object('id', heir.id, 'name', heir.name) order by heir.id)
        from unit_succession s join unit heir on heir.id = s.successor_id
        where s.predecessor_id = unit.id and heir.abolished_on is null), '[]') as heirs
    from cluster_member m join unit on unit.id = m.unit_id
    where m.cluster_id = ${id}::uuid
    order by m.until_date is not null, unit.name, m.from_date`.execute(ctx.db)
  const leaders = await ctx.db
    .selectFrom('clusterLeader')
    .innerJoin('unit', 'unit.id', 'clusterLeader.unitId')
    .select(['year', 'unitId', 'unit.name as unitName'])
    .where('clusterId', '=', id)
    .orderBy('year', 'desc')
    .execute()
  return { ...cluster, members: members.rows, leaders }
}
