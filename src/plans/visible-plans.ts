import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { ofUnitsWithinReach } from '../platform/db/within-reach.ts'
import { readPlans } from './permissions.ts'

/**
 * Plans that the actor sees: of units within reach, and, once they are in force, those in which such a unit has a part. The twin of the policies `seen` and
 * `seen_by_part` on plan_document; a test holds them equal.
 */
export function visiblePlans(ctx: Pick<Context, 'actor'>) {
  const own = ofUnitsWithinReach(ctx.actor, readPlans, 'plan_document.unit_id')
  const part = ofUnitsWithinReach(ctx.actor, readPlans, 'plan_part.unit_id')
  return sql<boolean>`(${own} or (plan_document.state in ('in-force', 'ended')
    and exists (select from plan_part where plan_part.plan_id = plan_document.id and ${part})))`
}
