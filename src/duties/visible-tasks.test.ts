import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aContext, aWall, type TestContext } from '../../test/builders/database.ts'
import type { Context } from '../context.ts'
import type { Actor, Grant } from '../core/reach.ts'
import { search } from '../search/queries.ts'
import { maySee } from './permissions.ts'
import { findTask } from './queries/find-task.ts'
import { listStandings } from './queries/list-laggards.ts'
import { listTasks, visibleTasks } from './queries/list-tasks.ts'
import { OverviewQuery, TaskQuery, taskStates } from './schema.ts'

const UNITS = 6
const unit = fc.nat({ max: UNITS - 1 })
const world = fc.record({
  parents: fc.array(fc.nat(), { minLength: UNITS - 1, maxLength: UNITS - 1 }),
  tasks: fc.array(fc.record({ giver: unit, owner: unit, state: fc.constantFrom(...taskStates, 'open' as const) }), {
    minLength: 1,
    maxLength: 6,
  }),
  grants: fc.array(
    fc.record({
      permission: fc.constantFrom<Grant['permission']>('task.read', 'task.read', 'plan.read', 'task.do', '*'),
      unit,
      reach: fc.constantFrom<Grant['reach']>('unit', 'subtree'),
    }),
    { maxLength: 3 },
  ),
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

interface Planted {
  readonly id: string
  readonly ownerId: number
  readonly state: string
  readonly unitPath: string
  readonly giverPath: string
}

/** Each task under a plan of its giver's own. */
async function plant(ctx: TestContext, given: World): Promise<{ paths: string[]; tasks: Planted[] }> {
  await sql`truncate plan_document, search_entry cascade`.execute(ctx.db)
  await sql`delete from unit where id > 1`.execute(ctx.db)
  const paths = ['1']
  for (const [index, wish] of given.parents.entries()) {
    paths.push(`${paths[wish % paths.length]}.${index + 2}`)
    await sql`insert into unit (id, path, name) values (${index + 2}, ${paths.at(-1)}, ${`Đơn vị ${index}`})`.execute(
      ctx.db,
    )
  }
  const tasks: Planted[] = []
  for (const { giver, owner, state } of given.tasks) {
    const [id, unitPath, giverPath] = [ctx.chance.id(), paths[owner] ?? '', paths[giver] ?? '']
    tasks.push({ id, ownerId: owner + 1, state, unitPath, giverPath })
    await sql`insert into plan_document (id, unit_id, unit_path, name, state, created_at, search, sort_title, in_force_on)
      values (${id}, ${giver + 1}, ${giverPath}, 'Kế hoạch', 'in-force', now(), '', '', '2026-01-01')`.execute(ctx.db)
    await sql`insert into plan_item (id, plan_id, kind, position, data) values (${id}, ${id}, 'work', 1, '{}')`.execute(
      ctx.db,
    )
    const done = state === 'done'
    await sql`insert into task (id, plan_id, item_id, kind, text, giver_id, giver_path, unit_id, unit_path, due_on, state, done_on, done_how, made_at)
      values (${id}, ${id}, ${id}, 'work', 'Rà soát', ${giver + 1}, ${giverPath}, ${owner + 1}, ${unitPath}, '2026-03-01', ${state},
        ${done ? '2026-03-01' : null}, ${done ? 'delivered' : null}, now())`.execute(ctx.db)
  }
  return { paths, tasks }
}

/** Every way in which somebody comes to see which tasks there are. */
async function waysIn(ctx: Context, tasks: readonly Planted[]) {
  const rows = await ctx.db.selectFrom('task').select('id').where(visibleTasks(ctx)).execute()
  const listed: string[] = []
  for (const state of taskStates)
    for (const unitId of new Set(tasks.map(({ ownerId }) => ownerId)))
      listed.push(...(await listTasks(ctx, { unitId }, TaskQuery.parse({ state }))).rows.map(({ id }) => id))
  const shown: string[] = []
  for (const { id } of tasks) if (await findTask(ctx, id)) shown.push(id)
  const found = await search(ctx, { q: 'rà soát', kind: 'task', most: 100 })
  const { rows: standings } = await listStandings(ctx, OverviewQuery.parse({ show: 'late' }))
  return {
    asked: rows.map(({ id }) => id).toSorted(),
    listed: listed.toSorted(),
    shown: shown.toSorted(),
    found: found.map(({ ref }) => ref.slice(0, 36)).toSorted(),
    late: standings.reduce((sum, { late }) => sum + late, 0),
  }
}

it('the same tasks are seen in lists, on their own page, by searching and behind the second wall, over random trees and grants', async () => {
  const ctx = await aContext()
  const wall = await aWall(ctx)
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      const { paths, tasks } = await plant(ctx, given)
      const grants = given.grants.map((grant) => ({ ...grant, unit: paths[grant.unit] ?? '', from: null, until: null }))
      const actor: Actor = { kind: 'person', id: ctx.chance.id(), on: '2026-03-10', grants }
      const seen = tasks.filter((task) => maySee(actor, task))
      const all = seen.map(({ id }) => id).toSorted()
      const kept = seen.filter(({ state }) => state !== 'withdrawn')
      const expected = {
        asked: all,
        listed: all,
        shown: all,
        found: kept.map(({ id }) => id).toSorted(),
        late: seen.filter(({ state }) => state === 'open').length,
      }
      const behind = { ...ctx, actor, db: wall.dbFor(actor) }
      expect(await waysIn({ ...ctx, actor }, tasks)).toEqual(expected)
      expect(await waysIn(behind, tasks)).toEqual(expected)
      const rows = await behind.db.selectFrom('task').select('id').execute()
      expect(rows.map(({ id }) => id).toSorted()).toEqual(all)
    }),
    { numRuns: 50, seed: 20261121 },
  )
}, 180_000)
