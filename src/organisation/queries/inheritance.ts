import { sql } from 'kysely'
import type { Context } from '../../context.ts'

/** What hangs on units today: whoever ends them has to know where it goes. A new kind of record that a unit owes gets its line here. */
export interface OpenThings {
  /** Living units directly below. */
  readonly units: number
  readonly positions: number
  readonly tasks: number
  /** Plans in which they have a part. */
  readonly plans: number
  /** Clusters and blocks in which they are members. */
  readonly clusters: number
}

/** As far as the actor sees it; one statement. */
export async function countOpen(ctx: Context, unitIds: readonly number[]): Promise<OpenThings> {
  const ids = sql`any(${[...unitIds]}::integer[])`
  const { rows } = await sql<OpenThings>`select
    (select count(*)::integer from unit where parent_id = ${ids} and abolished_on is null) as units,
    (select count(*)::integer from position where unit_id = ${ids} and (until_date is null or until_date > ${ctx.actor.on})) as positions,
    (select count(*)::integer from task where unit_id = ${ids} and state = 'open') as tasks,
    (select count(distinct plan_id)::integer from plan_part where unit_id = ${ids}) as plans,
    (select count(distinct cluster_id)::integer from cluster_member where unit_id = ${ids} and until_date is null) as clusters
  `.execute(ctx.db)
  return rows[0] ?? { units: 0, positions: 0, tasks: 0, plans: 0, clusters: 0 }
}

/** How much a unit has taken over from each that went before it and is still open, by the number of the one before. */
export async function countInherited(ctx: Context, unitId: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ firstOwedBy: number; tasks: number }>`
    select first_owed_by, count(*)::integer as tasks from task
    where unit_id = ${unitId} and first_owed_by is not null and state = 'open' group by first_owed_by`.execute(ctx.db)
  return new Map(rows.map(({ firstOwedBy, tasks }) => [firstOwedBy, tasks]))
}
