import type { Context } from '../../context.ts'
import type { Item } from '../items/item-schema.ts'
import { listKnownUnits } from './known-units.ts'
import { type KnownUnit, matchNames, type NameMatch, type Proposal } from './match-units.ts'
import { lookedUp, type NameUse, takenApart, usesIn } from './names-in-plan.ts'

/** How a printed name is understood: decided by somebody, matched by the product, or open. */
export interface PlanName {
  readonly name: string
  readonly uses: readonly NameUse[]
  readonly state: 'confirmed' | 'ignored' | 'matched' | 'open'
  /** The units that it stands for now. */
  readonly units: readonly { readonly unitId: number; readonly title: string }[]
  /** What the product offers, the likeliest first. */
  readonly proposals: readonly Proposal[]
}

/** Every name of the plan, in the order in which the plan has them, and the units that come into question. */
export interface PlanNames {
  readonly names: readonly PlanName[]
  readonly units: ReadonlyMap<number, KnownUnit>
}

/** Reads how the names of a plan are understood. Nothing is saved: what nobody has decided is matched anew each time. */
export async function readPlanNames(
  ctx: Context,
  plan: { id: string; unitId: number },
  items: readonly Item[],
): Promise<PlanNames> {
  const uses = usesIn(items)
  const wanted = lookedUp(uses)
  const [known, decided] = await Promise.all([listKnownUnits(ctx, plan.unitId, wanted), listDecided(ctx, plan.id)])
  const units = new Map(known.map((unit) => [unit.id, unit]))
  const matches = new Map(matchNames(wanted, known).map((match) => [match.name, match]))
  const apart = takenApart(uses, matches, new Set(decided.keys()))
  const byName = Map.groupBy(apart, ({ name }) => name)
  const names = [...byName].map(([name, used]) => nameOf(name, used, matches.get(name), decided.get(name)))
  return { names, units: await withDecided(ctx, units, names) }
}

interface Decided {
  readonly state: 'proposed' | 'confirmed' | 'ignored'
  readonly units: { unitId: number; title: string }[]
}

async function listDecided(ctx: Pick<Context, 'db'>, planId: string): Promise<Map<string, Decided>> {
  const rows = await ctx.db
    .selectFrom('planUnitName as named')
    .leftJoin('planUnitMatch as match', (join) =>
      join.onRef('match.planId', '=', 'named.planId').onRef('match.name', '=', 'named.name'),
    )
    .select(['named.name', 'named.state', 'match.unitId', 'match.title'])
    .where('named.planId', '=', planId)
    .orderBy('match.unitId')
    .execute()
  const decided = new Map<string, Decided>()
  for (const { name, state, unitId, title } of rows) {
    const known = decided.get(name) ?? { state, units: [] }
    if (unitId !== null) known.units.push({ unitId, title: title ?? '' })
    decided.set(name, known)
  }
  return decided
}

function nameOf(
  name: string,
  uses: readonly NameUse[],
  match: NameMatch | undefined,
  decided: Decided | undefined,
): PlanName {
  const proposals = match?.proposals ?? []
  if (decided?.state === 'ignored') return { name, uses, state: 'ignored', units: [], proposals }
  if (decided && decided.units.length > 0) {
    return {
      name,
      uses,
      state: decided.state === 'confirmed' ? 'confirmed' : 'matched',
      units: decided.units,
      proposals,
    }
  }
  if (!match?.sure) return { name, uses, state: 'open', units: [], proposals }
  const units = proposals.map(({ unitId, title }) => ({ unitId, title }))
  return { name, uses, state: 'matched', units, proposals }
}

/** A unit that somebody chose may lie where matching does not look. */
async function withDecided(ctx: Context, known: Map<number, KnownUnit>, names: readonly PlanName[]) {
  const missing = names.flatMap(({ units }) => units.map(({ unitId }) => unitId)).filter((id) => !known.has(id))
  if (missing.length === 0) return known
  const rows = await ctx.db
    .selectFrom('unit')
    .select(['id', 'name', 'shortName', 'kind', 'parentId'])
    .where('id', 'in', missing)
    .execute()
  for (const row of rows) known.set(row.id, { ...row, place: 'outside', former: [] } as KnownUnit)
  return known
}
