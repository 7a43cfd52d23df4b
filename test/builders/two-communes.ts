import { sql } from 'kysely'
import { actorOf } from '../../src/access/queries/actor-of.ts'
import { type Context, write } from '../../src/context.ts'
import type { Actor } from '../../src/core/reach.ts'
import { deriveTasks } from '../../src/duties/derive-tasks.ts'
import type { Role } from '../../src/organisation/schema.ts'
import { HeaderData } from '../../src/plans/items/item-schema.ts'
import { aContext } from './database.ts'
import { aRunningPlan, aUnit, type GivenItem } from './running-plans.ts'

const today = '2026-03-10'

/** Somebody with a position in the unit, as they are today. */
export async function somebody(ctx: Context, userName: string, unitId: number, role: Role): Promise<Actor> {
  const id = ctx.chance.id()
  const person = { id, fullName: `Người ${userName}`, userName, sortName: userName, email: `${userName}@example.vn` }
  await ctx.db
    .insertInto('person')
    .values({ ...person, createdAt: ctx.clock.now() })
    .execute()
  await ctx.db
    .insertInto('position')
    .values({ id: ctx.chance.id(), personId: id, unitId, role, fromDate: '2026-01-01' })
    .execute()
  const actor = await actorOf(ctx.db, id, today)
  if (!actor) throw new Error('nobody')
  return actor
}

/** A report that these units owe before the 5th of every month. */
export function aReport(text: string, unitIds: readonly number[]): GivenItem<'duty'> {
  const data = { cadence: 'monthly', deadline: 'ngày 05', by: 'Các thôn', to: null, text, due: null } as const
  return { kind: 'duty', data, units: unitIds.map((unitId) => ({ role: 'owes', unitId })) }
}

/**
 * Two communes side by side under a province, on 10 March 2026: the first has the hamlets East and West, which owe a report under its plan in force since 1 March; so
 * has the second its own hamlet and plan. A member of East, the officers of both communes.
 */
export async function twoCommunes() {
  const ctx = await aContext()
  const [here, there] = [await aUnit(ctx, 'Xã Mây Hạ', 1, 'commune'), await aUnit(ctx, 'Xã Mây Thượng', 1, 'commune')]
  const east = await aUnit(ctx, 'Thôn Đông', here, 'hamlet')
  const west = await aUnit(ctx, 'Thôn Tây', here, 'hamlet')
  const far = await aUnit(ctx, 'Thôn Xa', there, 'hamlet')
  const since = { inForceOn: '2026-03-01', periodTo: '2026-04-30' }
  const own = await aRunningPlan(ctx, [aReport('Báo cáo gương tốt', [east, west])], { unitId: here, ...since })
  const foreign = await aRunningPlan(ctx, [aReport('Báo cáo nơi khác', [far])], { unitId: there, ...since })
  for (const { id } of [own, foreign]) await write(ctx, (tx) => deriveTasks(tx, id))
  const people = {
    member: await somebody(ctx, 'dong', east, 'member'),
    officer: await somebody(ctx, 'ha', here, 'officer'),
    neighbour: await somebody(ctx, 'thuong', there, 'officer'),
  }
  return { ctx, units: { here, there, east, west, far }, own, foreign, people }
}

/** Gives the plan what it takes to be put in force again: a title, and its hamlets as decided. */
export async function readyToConfirm(ctx: Context, planId: string): Promise<void> {
  const header = JSON.stringify(HeaderData.parse({ title: 'Kế hoạch' }))
  await sql`insert into plan_item (id, plan_id, kind, position, data) values (gen_random_uuid(), ${planId}, 'header', 1, ${header})`.execute(
    ctx.db,
  )
  await sql`insert into plan_unit_name (plan_id, name, state) values (${planId}, 'Các thôn', 'confirmed')`.execute(
    ctx.db,
  )
  await sql`insert into plan_unit_match (plan_id, name, unit_id)
    select ${planId}, 'Các thôn', unit_id from plan_part where plan_id = ${planId}`.execute(ctx.db)
}
