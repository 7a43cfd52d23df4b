import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { listHolders, type UnitFunction } from '../../plans/units/function-holders.ts'

/** A function that somebody holds today, and who: they are told of its tasks instead of all who work in the unit. */
export interface HeldByPeople extends UnitFunction {
  readonly people: readonly string[]
}

type Asking = Pick<Context, 'db' | 'actor'>

/** Of the functions of open tasks due in this stretch (both days included), those that somebody holds. Two statements. */
export async function listHeldDue(ctx: Asking, from: string, to: string): Promise<HeldByPeople[]> {
  const { rows } = await sql<UnitFunction>`
    select distinct unit_id, title from task
    where state = 'open' and title <> '' and due_on between ${from}::date and ${to}::date`.execute(ctx.db)
  return heldOf(ctx, rows)
}

/** Of the functions of these tasks, those that somebody holds. */
export async function listHeldOf(ctx: Asking, taskIds: readonly string[]): Promise<HeldByPeople[]> {
  const { rows } = await sql<UnitFunction>`
    select distinct unit_id, title from task where id = any(${[...taskIds]}::uuid[]) and title <> ''`.execute(ctx.db)
  return heldOf(ctx, rows)
}

/** Functions in the units where the actor has a position today that others hold, and not the actor: their tasks are the others' first. */
export async function listFunctionsOfOthers(ctx: Asking): Promise<UnitFunction[]> {
  const { id, on } = ctx.actor
  if (id === null) return []
  const { rows } = await sql<UnitFunction>`
    select distinct task.unit_id, task.title from task
    where task.title <> '' and task.unit_id = any(array(
      select position.unit_id from position where position.person_id = ${id}::uuid
        and position.from_date <= ${on}::date and (position.until_date is null or position.until_date > ${on}::date)))`.execute(
    ctx.db,
  )
  const held = await heldOf(ctx, rows)
  return held.filter(({ people }) => !people.includes(id)).map(({ unitId, title }) => ({ unitId, title }))
}

async function heldOf(ctx: Asking, functions: readonly UnitFunction[]): Promise<HeldByPeople[]> {
  const found = await listHolders(ctx, functions)
  return found.flatMap(({ unitId, title, holders }) =>
    holders.length > 0 ? [{ unitId, title, people: holders.map(({ personId }) => personId) }] : [],
  )
}
