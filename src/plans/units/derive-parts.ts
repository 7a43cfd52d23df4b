import { sql } from 'kysely'
import type { WriteContext } from '../../context.ts'
import { listItems } from '../items/list-items.ts'
import { type PlanName, readPlanNames } from './plan-names.ts'

/** What one unit does in one item of a plan. */
export interface NewPart {
  readonly itemId: string
  readonly role: string
  readonly unitId: number
  readonly title: string
  readonly relation: 'ordered' | 'requested' | null
}

/** The parts that follow from how the names of a plan are understood; a unit named twice in one role has one part. */
export function partsOf(names: readonly PlanName[]): NewPart[] {
  const parts = new Map<string, NewPart>()
  for (const { uses, units } of names)
    for (const { itemId, role, relation } of uses)
      for (const { unitId, title } of units)
        parts.set([itemId, role, unitId, title].join(' '), { itemId, role, unitId, title, relation })
  return [...parts.values()]
}

/**
 * Makes the parts of a plan what its items and names say, in the transaction of the change. What the product matched is kept as proposed, so that it stays when units
 * change their names; what an officer decided is not touched.
 */
export async function deriveParts(ctx: WriteContext, planId: string): Promise<void> {
  const plan = await ctx.db
    .selectFrom('planDocument')
    .select(['id', 'unitId'])
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const { names } = await readPlanNames(ctx, plan, await listItems(ctx, planId))
  await keepMatched(
    ctx,
    planId,
    names.filter(({ state }) => state === 'matched'),
  )
  await ctx.db.deleteFrom('planPart').where('planId', '=', planId).execute()
  await sql`
    insert into plan_part (plan_id, item_id, role, unit_id, unit_path, title, relation)
    select ${planId}::uuid, "itemId", role, unit.id, unit.path, title, relation
    from json_to_recordset(${JSON.stringify(partsOf(names))}::json) as part ("itemId" uuid, role text, "unitId" integer, title text, relation text)
    join unit on unit.id = "unitId"`.execute(ctx.db)
}

async function keepMatched(ctx: WriteContext, planId: string, names: readonly PlanName[]): Promise<void> {
  const rows = JSON.stringify(names.flatMap(({ name, units }) => units.map((unit) => ({ name, ...unit }))))
  await sql`
    with matched as (
      select * from json_to_recordset(${rows}::json) as row (name text, "unitId" integer, title text)
    ), named as (
      insert into plan_unit_name (plan_id, name, state) select distinct ${planId}::uuid, name, 'proposed' from matched
      on conflict do nothing returning name
    )
    insert into plan_unit_match (plan_id, name, unit_id, title)
    select ${planId}::uuid, name, "unitId", title from matched where name in (select name from named)
    on conflict do nothing`.execute(ctx.db)
}
