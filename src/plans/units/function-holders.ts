import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { holdersOf } from './functions.ts'
import { placeOf } from './unit-key.ts'

/** The function of one officer inside a unit, as plans and tasks carry it. */
export interface UnitFunction {
  readonly unitId: number
  readonly title: string
}

/** Somebody who holds a function today; `title` as their position says it. */
export interface Holder {
  readonly personId: string
  readonly fullName: string
  readonly title: string
}

/** A function, where its unit stands in the tree, and who holds it today; empty: nobody. */
export interface HeldFunction extends UnitFunction {
  readonly unitPath: string
  readonly holders: readonly Holder[]
}

interface UnitRow {
  readonly unitId: number
  readonly unitPath: string
  /** Its own name and those of what stands above it. */
  readonly names: readonly string[]
  readonly positions: readonly Holder[]
}

/**
 * Who holds these functions today: whoever has a position in the unit whose title says the same (`holdersOf`), has not left and does not only look on; each function once. One statement, none
 * for no functions. Reach is not asked: names are for whoever may read people there, the caller sees to that.
 */
export async function listHolders(
  ctx: Pick<Context, 'db' | 'actor'>,
  functions: readonly UnitFunction[],
): Promise<HeldFunction[]> {
  const asked = new Map(functions.map((one) => [functionId(one), one]))
  const ids = [...new Set(functions.map(({ unitId }) => unitId))]
  if (ids.length === 0) return []
  const today = ctx.actor.on
  const { rows } = await sql<UnitRow>`
    select unit.id as unit_id, unit.path as unit_path,
      (select json_agg(above.name) from unit above where above.id = any(string_to_array(ltree2text(unit.path), '.')::integer[])) as names,
      coalesce(json_agg(json_build_object('personId', person.id, 'fullName', person.full_name, 'title', held.title) order by person.sort_name, held.id)
        filter (where person.id is not null), '[]') as positions
    from unit
    left join position held on held.unit_id = unit.id and held.title <> '' and held.role <> 'supervisor'
      and held.from_date <= ${today}::date and (held.until_date is null or held.until_date > ${today}::date)
    left join person on person.id = held.person_id and (person.left_on is null or person.left_on > ${today}::date)
    where unit.id = any(${ids}::integer[])
    group by unit.id`.execute(ctx.db)
  const units = new Map(rows.map((row) => [row.unitId, row]))
  return [...asked.values()].flatMap(({ unitId, title }) => {
    const unit = units.get(unitId)
    if (!unit) return []
    const places = unit.names.flatMap((name) => placeOf(name) ?? [])
    return [{ unitId, title, unitPath: unit.unitPath, holders: holdersOf(title, unit.positions, places) }]
  })
}

/** What names a function on a page or in a map. */
export function functionId({ unitId, title }: UnitFunction): string {
  return `${unitId}:${title}`
}

/** The functions that the names of a plan stand for, each once. */
export function functionsOf(names: readonly { readonly units: readonly UnitFunction[] }[]): UnitFunction[] {
  const functions = names.flatMap(({ units }) => units.filter(({ title }) => title !== ''))
  return [...new Map(functions.map((one) => [functionId(one), one])).values()]
}
