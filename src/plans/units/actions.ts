import type { WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { fold } from '../../core/text/fold.ts'
import { recordHistory } from '../../history/record-history.ts'
import { createUnit } from '../../organisation/actions/change-units.ts'
import { organisationPermissions } from '../../organisation/permissions.ts'
import type { UnitKind } from '../../organisation/schema.ts'
import { planChanged } from '../actions/plan-changed.ts'
import { readPlans } from '../permissions.ts'
import { mayReview } from '../review/actions.ts'
import { lockPlan } from '../review/queries.ts'
import { unitKey } from './unit-key.ts'

/** What the officer says of one printed name. `create`: a unit of that name is made below the parent and is what it stands for. */
export interface NameDecision {
  readonly name: string
  readonly ignored: boolean
  readonly units: readonly { readonly unitId: number; readonly title: string }[]
  readonly create: { readonly name: string; readonly kind: UnitKind; readonly parentId: number } | null
}

/**
 * Keeps how an officer understands the names of a plan, making units that are missing; parts and tasks of a plan in force follow. All or nothing. Throws `Refusal`: `invalid` for
 * a unit that the actor may not see.
 */
export async function decideNames(
  ctx: WriteContext,
  planId: string,
  decisions: readonly NameDecision[],
): Promise<void> {
  const plan = await lockPlan(ctx, planId)
  if (!plan || !can(ctx.actor, readPlans, plan.unitPath)) throw new Refusal('not-found')
  if (!mayReview(ctx.actor, plan)) throw new Refusal('forbidden')
  const made = unitsToMake(decisions)
  for (const decision of decisions) await decide(ctx, planId, decision, made)
  if (plan.state === 'in-force') await planChanged(ctx, planId)
  const names = decisions.map(({ name }) => name)
  await recordHistory(ctx, 'plan.units-matched', plan, { names: names.slice(0, 100), count: names.length })
}

async function decide(
  ctx: WriteContext,
  planId: string,
  decision: NameDecision,
  made: Map<string, UnitToMake>,
): Promise<void> {
  const { name, ignored } = decision
  const create = made.get(keyOf(decision))
  const unitId = create && !ignored ? await madeOnce(ctx, create) : null
  const units = unitId === null ? decision.units : [...decision.units, { unitId, title: '' }]
  await refuseUnseen(
    ctx,
    units.map(({ unitId }) => unitId),
  )
  await ctx.db.deleteFrom('planUnitName').where('planId', '=', planId).where('name', '=', name).execute()
  // Left open again: the product proposes anew.
  if (!ignored && units.length === 0) return
  await ctx.db
    .insertInto('planUnitName')
    .values({ planId, name, state: ignored ? 'ignored' : 'confirmed' })
    .execute()
  if (ignored) return
  const rows = units.map(({ unitId, title }) => ({ planId, name, unitId, title }))
  await ctx.db
    .insertInto('planUnitMatch')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type Creation = NonNullable<NameDecision['create']>

interface UnitToMake {
  readonly create: Creation
  /** Once it is made. */
  id: number | null
}

/** The units that shall be made, one for all spellings of its name that were ticked («Phòng VH-XH», «Phòng Văn hóa - Xã hội»), called as the longest of them. */
function unitsToMake(decisions: readonly NameDecision[]): Map<string, UnitToMake> {
  const made = new Map<string, UnitToMake>()
  for (const decision of decisions) {
    const { create, ignored } = decision
    const known = made.get(keyOf(decision))
    if (!create || ignored || (known && known.create.name.length >= create.name.length)) continue
    made.set(keyOf(decision), { create, id: null })
  }
  return made
}

function keyOf({ create }: NameDecision): string {
  if (!create) return ''
  const { words, level } = unitKey(create.name)
  return [create.parentId, words || fold(create.name), level].join(' ')
}

async function madeOnce(ctx: WriteContext, unit: UnitToMake): Promise<number> {
  const { on } = ctx.actor
  unit.id ??= (await createUnit(ctx, { ...unit.create, shortName: null, code: null, on, decision: null })).id
  return unit.id
}

async function refuseUnseen(ctx: WriteContext, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await ctx.db
    .selectFrom('unit')
    .select(['id', 'path', 'abolishedOn'])
    .where('id', 'in', [...ids])
    .execute()
  const seen = rows.filter(({ path }) => can(ctx.actor, organisationPermissions.readUnits, path))
  if (seen.length < new Set(ids).size) throw new Refusal('invalid', [], [{ field: 'units', code: 'unit-unknown' }])
}
