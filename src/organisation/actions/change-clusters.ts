import { sql } from 'kysely'
import type { WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { recordHistory } from '../../history/record-history.ts'
import { organisationPermissions } from '../permissions.ts'
import { type ClusterDetail, findCluster } from '../queries/find-cluster.ts'
import { unitColumns } from '../queries/find-unit.ts'
import { abolishedProblems, dayAfter, joiningProblems, leaderProblems } from '../rules.ts'
import type { ClusterNaming, MemberDeparture, NewCluster, NewMembers, Unit, YearLeader } from '../schema.ts'
import { refuseIf } from './unit-changes.ts'

const { readUnits, changeClusters } = organisationPermissions

/** A cluster or block that this unit forms. Returns its id. */
export async function createCluster(ctx: WriteContext, { unitId, name, kind }: NewCluster): Promise<string> {
  const [unit] = await readableUnits(ctx, [unitId])
  if (!unit) throw new Refusal('not-found')
  if (!can(ctx.actor, changeClusters, unit.path)) throw new Refusal('forbidden')
  refuseIf(abolishedProblems('unitId', unit))
  const id = ctx.chance.id()
  await nameFree(ctx, unitId, name, id)
  await ctx.db.insertInto('cluster').values({ id, unitId, unitPath: unit.path, name, kind }).execute()
  await recordHistory(ctx, 'cluster.created', { id, unitId }, { name, kind })
  return id
}

export async function renameCluster(ctx: WriteContext, id: string, naming: ClusterNaming): Promise<void> {
  const cluster = await lockCluster(ctx, id)
  await nameFree(ctx, cluster.unitId, naming.name, id)
  await ctx.db.updateTable('cluster').set(naming).where('id', '=', id).execute()
  const before = { name: cluster.name, kind: cluster.kind }
  await recordHistory(ctx, 'cluster.renamed', cluster, { before, after: naming })
}

/** Units join from a day on; each one that the actor may read. */
export async function addMembers(ctx: WriteContext, id: string, { unitIds, from }: NewMembers): Promise<void> {
  const cluster = await lockCluster(ctx, id)
  const units = await readableUnits(ctx, unitIds)
  if (units.length < new Set(unitIds).size) throw new Refusal('not-found')
  refuseIf(units.flatMap((unit) => abolishedProblems('unitIds', unit)))
  const earlier = cluster.members.filter(({ unitId }) => unitIds.includes(unitId))
  refuseIf(
    joiningProblems(
      from,
      earlier.map(({ name, ...days }) => ({ unit: name, ...days })),
    ),
  )
  const rows = units.map((unit) => ({ clusterId: id, unitId: unit.id, fromDate: from }))
  await ctx.db.insertInto('clusterMember').values(rows).execute()
  const facts = { members: units.map(({ id: unit }) => unit), names: units.map(({ name }) => name), from }
  await recordHistory(ctx, 'cluster.members-added', cluster, facts)
}

/** `lastDay` is the last day in the cluster. */
export async function endMember(ctx: WriteContext, id: string, { unitId, lastDay }: MemberDeparture): Promise<void> {
  const cluster = await lockCluster(ctx, id)
  const member = openMember(cluster, unitId)
  if (lastDay < member.fromDate) refuseIf([{ field: 'lastDay', code: 'ends-before-it-begins', from: member.fromDate }])
  await closeMember(ctx, id, unitId, dayAfter(lastDay))
  await recordHistory(ctx, 'cluster.member-left', cluster, { member: unitId, name: member.name, lastDay })
}

/** The heirs of a unit that is no more take its place, from the day on which it ended. */
export async function replaceMember(ctx: WriteContext, id: string, unitId: number): Promise<void> {
  const cluster = await lockCluster(ctx, id)
  const { name, heirs, abolishedOn, fromDate } = openMember(cluster, unitId)
  if (abolishedOn === null || heirs.length === 0) throw new Refusal('conflict', [], [{ field: null, code: 'no-heirs' }])
  const from = abolishedOn > fromDate ? abolishedOn : dayAfter(fromDate)
  await closeMember(ctx, id, unitId, from)
  const joined = cluster.members.filter(({ untilDate }) => untilDate === null).map((member) => member.unitId)
  const joining = heirs.filter((heir) => !joined.includes(heir.id))
  const rows = joining.map((heir) => ({ clusterId: id, unitId: heir.id, fromDate: from }))
  if (rows.length > 0) await ctx.db.insertInto('clusterMember').values(rows).execute()
  const facts = { member: unitId, name, into: heirs.map((heir) => heir.name), from }
  await recordHistory(ctx, 'cluster.member-replaced', cluster, facts)
}

/** Who leads the cluster in a year; null: nobody. */
export async function setLeader(ctx: WriteContext, id: string, { year, unitId }: YearLeader): Promise<void> {
  const cluster = await lockCluster(ctx, id)
  const before = cluster.leaders.find((leader) => leader.year === year)?.unitName ?? null
  if (unitId === null) {
    await ctx.db.deleteFrom('clusterLeader').where('clusterId', '=', id).where('year', '=', year).execute()
    return recordHistory(ctx, 'cluster.leader-set', cluster, { year, before, after: null })
  }
  const memberships = cluster.members.filter((member) => member.unitId === unitId)
  refuseIf(leaderProblems(year, memberships))
  await ctx.db
    .insertInto('clusterLeader')
    .values({ clusterId: id, year, unitId })
    .onConflict((conflict) => conflict.columns(['clusterId', 'year']).doUpdateSet({ unitId }))
    .execute()
  await recordHistory(ctx, 'cluster.leader-set', cluster, { year, before, after: memberships[0]?.name ?? null })
}

/** `on` is the first day on which the cluster is no more; whoever was in it then leaves it. */
export async function endCluster(ctx: WriteContext, id: string, on: string): Promise<void> {
  const cluster = await lockCluster(ctx, id)
  await ctx.db.updateTable('cluster').set({ endedOn: on }).where('id', '=', id).execute()
  const open = ctx.db.updateTable('clusterMember').where('clusterId', '=', id).where('untilDate', 'is', null)
  await open.set({ untilDate: sql<string>`greatest(${on}::date, from_date + 1)` }).execute()
  await recordHistory(ctx, 'cluster.ended', cluster, { name: cluster.name, on })
}

/** The cluster, locked: unknown to whoever does not see it, and none that has ended is changed. */
async function lockCluster(ctx: WriteContext, id: string): Promise<ClusterDetail> {
  await ctx.db.selectFrom('cluster').select('id').where('id', '=', id).forUpdate().execute()
  const cluster = await findCluster(ctx, id)
  if (!cluster) throw new Refusal('not-found')
  if (!can(ctx.actor, changeClusters, cluster.unitPath)) throw new Refusal('forbidden')
  if (cluster.endedOn !== null) throw new Refusal('conflict', [], [{ field: null, code: 'cluster-ended' }])
  return cluster
}

async function readableUnits(ctx: WriteContext, ids: readonly number[]): Promise<Unit[]> {
  const wanted = sql<number>`any(${[...ids]}::integer[])`
  const rows = await ctx.db.selectFrom('unit').select(unitColumns).where('id', '=', wanted).orderBy('id').execute()
  return (rows as Unit[]).filter(({ path }) => can(ctx.actor, readUnits, path))
}

/** The database refuses the second of two that are made at the same time. */
async function nameFree(ctx: WriteContext, unitId: number, name: string, id: string): Promise<void> {
  const same = await ctx.db
    .selectFrom('cluster')
    .select('id')
    .where('unitId', '=', unitId)
    .where('endedOn', 'is', null)
    .where(sql<boolean>`fold(name) = fold(${name})`)
    .where('id', '<>', id)
    .limit(1)
    .executeTakeFirst()
  refuseIf(same ? [{ field: 'name', code: 'cluster-name-taken' }] : [])
}

function openMember(cluster: ClusterDetail, unitId: number) {
  const member = cluster.members.find((one) => one.unitId === unitId && one.untilDate === null)
  if (!member) throw new Refusal('not-found')
  return member
}

async function closeMember(ctx: WriteContext, id: string, unitId: number, untilDate: string): Promise<void> {
  const open = ctx.db.updateTable('clusterMember').set({ untilDate }).where('clusterId', '=', id)
  await open.where('unitId', '=', unitId).where('untilDate', 'is', null).execute()
}
