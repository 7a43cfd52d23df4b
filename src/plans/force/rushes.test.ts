import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aWall } from '../../../test/builders/database.ts'
import { readyToConfirm, twoCommunes } from '../../../test/builders/two-communes.ts'
import { type Context, type WriteContext, write } from '../../context.ts'
import type { Actor } from '../../core/reach.ts'
import { doTask, waiveTask } from '../../duties/actions/move-task.ts'
import { statusOf } from '../../problem-page.tsx'
import { planChanged } from '../actions/plan-changed.ts'
import { removeDocument } from '../actions.ts'
import { confirmPlan, endPlan, reopenPlan, resumePlan } from './actions.ts'

const done = { how: 'delivered', on: '2026-03-09', note: '' } as const
const now = { from: '2026-03-01', reason: 'Thử' }

/** The first commune's plan with a title, and each one's context behind the wall. */
async function aPlanInMotion() {
  const house = await twoCommunes()
  const { ctx, own } = house
  const wall = await aWall(ctx)
  await readyToConfirm(ctx, own.id)
  const as = (actor: Actor): Context => ({ ...ctx, actor, db: wall.dbFor(actor) })
  return { ...house, as }
}

/** What became of changes that were made at once: done, or the status of the answer. */
async function atOnce(...changes: readonly (readonly [Context, (tx: WriteContext) => Promise<unknown>])[]) {
  const made = changes.map(([ctx, change]) =>
    write(ctx, change).then(
      () => 'done' as const,
      (error: Error) => statusOf(error, 'POST'),
    ),
  )
  return Promise.all(made)
}

const tasksOf = async ({ db }: Context, planId: string) =>
  await db.selectFrom('task').select(['id', 'state', 'unitId', 'doneOn']).where('planId', '=', planId).execute()

it('of two confirmations at once one puts the plan in force and the other is told that it is; every task is made once', async () => {
  const { ctx, own, people, as } = await aPlanInMotion()
  const officer = as(people.officer)
  await write(officer, (tx) => reopenPlan(tx, own.id))
  const confirm = (tx: WriteContext) => confirmPlan(tx, own.id, now)
  expect((await atOnce([officer, confirm], [officer, confirm])).toSorted()).toEqual([409, 'done'])
  expect((await tasksOf(ctx, own.id)).map(({ state }) => state)).toEqual(['open', 'open', 'open', 'open'])
})

it('a plan that goes back into review while a hamlet does its task: one of the two happens, never both', async () => {
  for (let round = 0; round < 6; round += 1) {
    const { ctx, own, people, units, as } = await aPlanInMotion()
    const [task] = (await tasksOf(ctx, own.id)).filter(({ unitId }) => unitId === units.east)
    const [reopened, did] = await atOnce(
      [as(people.officer), (tx) => reopenPlan(tx, own.id)],
      [as(people.member), (tx) => doTask(tx, task?.id ?? '', done)],
    )
    const states = new Set((await tasksOf(ctx, own.id)).map(({ state }) => state))
    if (reopened === 'done') expect([did, states]).toEqual([409, new Set(['withdrawn'])])
    else expect([reopened, did, states]).toEqual([409, 'done', new Set(['done', 'open'])])
  }
})

it('what a hamlet does while the officer changes or ends the plan stays done', async () => {
  for (const change of [
    (tx: WriteContext, id: string) => endPlan(tx, id, '2026-03-10'),
    async (tx: WriteContext, id: string) => {
      await sql`update plan_item set data = data || '{"text": "Báo cáo khác"}' where plan_id = ${id} and kind = 'duty'`.execute(
        tx.db,
      )
      await planChanged(tx, id)
    },
  ]) {
    const { ctx, own, people, units, as } = await aPlanInMotion()
    const mine = (await tasksOf(ctx, own.id)).filter(({ unitId }) => unitId === units.east)
    const doing = mine.map(({ id }) => [as(people.member), (tx: WriteContext) => doTask(tx, id, done)] as const)
    const [changed, ...did] = await atOnce([as(people.officer), (tx) => change(tx, own.id)], ...doing)
    expect(changed).toBe('done')
    const after = new Map((await tasksOf(ctx, own.id)).map(({ id, state }) => [id, state]))
    for (const [index, { id }] of mine.entries())
      expect(after.get(id)).toBe(did[index] === 'done' ? 'done' : 'withdrawn')
  }
})

it('a task that is done and waived at once is one of the two, and the later one is told so', async () => {
  const { ctx, own, people, units, as } = await aPlanInMotion()
  const [task] = (await tasksOf(ctx, own.id)).filter(({ unitId }) => unitId === units.east)
  const id = task?.id ?? ''
  const answers = await atOnce(
    [as(people.member), (tx) => doTask(tx, id, done)],
    [as(people.officer), (tx) => waiveTask(tx, id, 'Không phải làm')],
    [as(people.officer), (tx) => doTask(tx, id, done)],
  )
  expect(answers.toSorted()).toEqual([409, 409, 'done'])
})

it('a program that may confirm plans and not read tasks leaves none of them standing', async () => {
  const { ctx, own, people, as } = await aPlanInMotion()
  const scopes = ['plan.read', 'plan.confirm', 'unit.read']
  const grants = people.officer.grants.filter(({ permission }) => scopes.includes(permission))
  const program = as({ ...people.officer, grants, tokenId: ctx.chance.id() })
  const states = async () => [...new Set((await tasksOf(ctx, own.id)).map(({ state }) => state))]
  await write(program, (tx) => endPlan(tx, own.id, '2026-03-10'))
  expect(await states()).toEqual(['withdrawn'])
  await write(program, (tx) => resumePlan(tx, own.id))
  expect(await states()).toEqual(['open'])
  await ctx.db.updateTable('task').set({ state: 'done', doneOn: '2026-03-09', doneHow: 'delivered' }).execute()
  expect(await atOnce([program, (tx) => reopenPlan(tx, own.id)])).toEqual([409])
})

it('a plan that was in force, was corrected and has plans below it can be removed once it is back in review', async () => {
  const { ctx, own, foreign, people, as } = await aPlanInMotion()
  await sql`update plan_document set parent_id = ${own.id}, corrects_id = ${own.id} where id = ${foreign.id}`.execute(
    ctx.db,
  )
  await sql`insert into task_file (id, task_id, name, size, sha256, file_key, added_at)
    select gen_random_uuid(), id, 'x', 1, repeat('0', 64), 'key of ' || id, now() from task where plan_id = ${own.id} limit 1`.execute(
    ctx.db,
  )
  const officer = as(people.officer)
  expect(await atOnce([officer, (tx) => removeDocument(tx, own.id)])).toEqual([409])
  await write(officer, (tx) => reopenPlan(tx, own.id))
  await write(officer, (tx) => removeDocument(tx, own.id))
  expect(await tasksOf(ctx, own.id)).toEqual([])
  const kept = await ctx.db.selectFrom('planDocument').select(['id', 'parentId', 'correctsId']).execute()
  expect(kept).toEqual([{ id: foreign.id, parentId: null, correctsId: null }])
  const { rows } = await sql<{ keys: string[] }>`
    select payload -> 'given' -> 'keys' as keys from graphile_worker._private_jobs order by id desc limit 1`.execute(
    ctx.db,
  )
  expect(rows[0]?.keys).toEqual([expect.stringContaining('key of')])
})
