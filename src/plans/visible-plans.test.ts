import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aContext, aWall, type TestContext } from '../../test/builders/database.ts'
import type { Context } from '../context.ts'
import { type Actor, can, type Grant } from '../core/reach.ts'
import type { Database } from '../platform/db/database.ts'
import { search } from '../search/queries.ts'
import { readPlans } from './permissions.ts'
import { findDocument, listDocuments } from './queries.ts'
import { ListQuery, planStates } from './schema.ts'
import { visiblePlans } from './visible-plans.ts'
import { type PlanState, runningStates } from './workflow.ts'

const UNITS = 7
const PLANS = 5
/** A version that was taken over into its plan is found itself, but its fields are found in the plan. */
const withoutFields: readonly PlanState[] = ['applied']

const unit = fc.nat({ max: UNITS - 1 })
const plan = fc.nat({ max: PLANS - 1 })
const state = fc.constantFrom(...planStates, 'in-force' as const, 'in-force' as const, 'ended' as const)
const span = fc.constantFrom([null, null], ['2026-03-10', '2026-03-10'], ['2026-03-11', null], [null, '2026-03-09'])
const world = fc.record({
  parents: fc.array(fc.nat(), { minLength: UNITS - 1, maxLength: UNITS - 1 }),
  plans: fc.array(fc.record({ unit, state }), { minLength: PLANS, maxLength: PLANS }),
  parts: fc.array(fc.record({ plan, unit }), { maxLength: 8 }),
  grants: fc.array(
    fc.record({
      permission: fc.constantFrom<Grant['permission']>('plan.read', 'plan.read', 'plan.confirm', 'task.read', '*'),
      unit,
      reach: fc.constantFrom<Grant['reach']>('unit', 'subtree'),
      span,
    }),
    { maxLength: 3 },
  ),
  /** What happens afterwards: plans move on, parts go, a unit with all below it moves. */
  moves: fc.array(fc.record({ plan, state }), { maxLength: 3 }),
  lost: fc.array(fc.nat({ max: 7 }), { maxLength: 3 }),
  moved: fc.option(fc.record({ unit: fc.integer({ min: 1, max: UNITS - 1 }), below: unit }), { nil: null }),
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

interface Part {
  readonly plan: number
  readonly unit: number
}

async function plantUnits(db: Database, parents: readonly number[]): Promise<void> {
  await sql`truncate plan_document, search_entry cascade`.execute(db)
  await sql`delete from unit where id > 1`.execute(db)
  const paths = ['1']
  for (const [index, wish] of parents.entries()) {
    const path = `${paths[wish % paths.length]}.${index + 2}`
    paths.push(path)
    await sql`insert into unit (id, path, name) values (${index + 2}, ${path}, ${`Đơn vị ${index}`})`.execute(db)
  }
}

const statedSql = (of: PlanState) =>
  sql`state = ${of}, read_at = now(), in_force_on = '2026-01-01', problem = ${of === 'failed' ? '{}' : null}::jsonb`

async function plantPlans(ctx: TestContext, given: World): Promise<string[]> {
  const ids: string[] = []
  for (const { unit: place, state: now } of given.plans) {
    const id = ctx.chance.id()
    ids.push(id)
    await sql`insert into plan_document (id, unit_id, unit_path, name, state, created_at, search, sort_title)
      select ${id}, id, path, 'Kế hoạch', 'uploaded', now(), 'ke hoach', '' from unit where id = ${place + 1}`.execute(
      ctx.db,
    )
    await sql`insert into plan_item (id, plan_id, kind, position, data) values (${id}, ${id}, 'field', 1, '{"title": "Kế hoạch nhỏ"}')`.execute(
      ctx.db,
    )
    await sql`update plan_document set ${statedSql(now)} where id = ${id}`.execute(ctx.db)
  }
  for (const part of given.parts)
    await sql`insert into plan_part (plan_id, item_id, role, unit_id, unit_path)
      select ${ids[part.plan]}, ${ids[part.plan]}, 'lead', id, path from unit where id = ${part.unit + 1} on conflict do nothing`.execute(
      ctx.db,
    )
  return ids
}

/** Plays what happens afterwards; answers the plans and parts as they are then. */
async function playOn(db: Database, given: World, ids: readonly string[]) {
  const states = given.plans.map((one) => one.state)
  for (const move of given.moves) {
    states[move.plan] = move.state
    await sql`update plan_document set ${statedSql(move.state)} where id = ${ids[move.plan]}`.execute(db)
  }
  let parts: Part[] = given.parts
  for (const index of given.lost) {
    const gone = given.parts[index]
    if (!gone) continue
    parts = parts.filter((one) => one.plan !== gone.plan || one.unit !== gone.unit)
    await sql`delete from plan_part where plan_id = ${ids[gone.plan]} and unit_id = ${gone.unit + 1}`.execute(db)
  }
  if (given.moved)
    await sql`with mover as (select path from unit where id = ${given.moved.unit + 1}),
        home as (select path from unit where id = ${given.moved.below + 1})
      update unit set path = home.path || subpath(unit.path, nlevel(mover.path) - 1) from mover, home
      where unit.path <@ mover.path and not home.path <@ mover.path`.execute(db)
  return { states, parts }
}

const idsOf = async (db: Database, condition = sql<boolean>`true`) =>
  (await db.selectFrom('planDocument').select('id').where(condition).execute()).map(({ id }) => id).toSorted()

/** Every way in which somebody comes to see which plans there are. */
async function waysIn(ctx: Context) {
  const found = async (kind: 'plan' | 'field') =>
    (await search(ctx, { q: 'kế hoạch', kind, most: 100 })).map(({ ref }) => ref.slice(0, 36)).toSorted()
  const { rows } = await listDocuments(
    ctx,
    ListQuery.parse({ q: 'kế hoạch', state: null, sort: 'newest', after: null }),
  )
  return { listed: rows.map(({ id }) => id).toSorted(), plans: await found('plan'), fields: await found('field') }
}

it('the same plans are seen in lists, behind the second wall and by searching, over random trees, grants, states and parts', async () => {
  const ctx = await aContext()
  const wall = await aWall(ctx)
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      await plantUnits(ctx.db, given.parents)
      const ids = await plantPlans(ctx, given)
      const { states, parts } = await playOn(ctx.db, given, ids)
      const rows = await ctx.db.selectFrom('unit').select(['id', 'path']).execute()
      const paths = new Map(rows.map(({ id, path }) => [id - 1, path]))
      const grants = given.grants.map(({ span: [from = null, until = null], unit: place, ...grant }) => ({
        ...grant,
        unit: paths.get(place) ?? '',
        from,
        until,
      }))
      const actor: Actor = { kind: 'person', id: ctx.chance.id(), on: '2026-03-10', grants }
      const sees = (place: number) => can(actor, readPlans, paths.get(place) ?? '')
      const seen = ids.filter((_, index) => {
        const place = given.plans[index]?.unit ?? 0
        const runs = runningStates.includes(states[index] ?? 'uploaded')
        return sees(place) || (runs && parts.some((part) => part.plan === index && sees(part.unit)))
      })
      const expected = seen.toSorted()
      const withFields = expected.filter((id) => !withoutFields.includes(states[ids.indexOf(id)] ?? 'uploaded'))

      const before = { ...ctx, actor }
      const behind = { ...before, db: wall.dbFor(actor) }
      expect(await idsOf(ctx.db, visiblePlans(before))).toEqual(expected)
      expect(await idsOf(behind.db)).toEqual(expected)
      const ways = { listed: expected, plans: expected, fields: withFields }
      expect(await waysIn(before)).toEqual(ways)
      expect(await waysIn(behind)).toEqual(ways)
      for (const id of ids) expect((await findDocument(before, id)) !== undefined, id).toBe(expected.includes(id))
    }),
    { numRuns: 60, seed: 20261121 },
  )
}, 180_000)
