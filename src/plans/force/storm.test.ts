import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aWall } from '../../../test/builders/database.ts'
import { readyToConfirm, somebody, twoCommunes } from '../../../test/builders/two-communes.ts'
import { type Context, type WriteContext, write } from '../../context.ts'
import type { Actor } from '../../core/reach.ts'
import { doTask, reopenTask, waiveTask } from '../../duties/actions/move-task.ts'
import { urgeUnits } from '../../duties/actions/urge-units.ts'
import { verifyJournal } from '../../history/verify-journal.ts'
import { statusOf } from '../../problem-page.tsx'
import { applyEdit, NothingToChange, undoEdit } from '../review/actions.ts'
import { confirmPlan, endPlan, reopenPlan, resumePlan } from './actions.ts'

const ROUNDS = 12
const AT_ONCE = 10

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state
  }
}

async function aBusyCommune() {
  const house = await twoCommunes()
  const { ctx, own, units } = house
  await readyToConfirm(ctx, own.id)
  const west = await somebody(ctx, 'tay', units.west, 'member')
  const wall = await aWall(ctx, 12)
  const as = (actor: Actor): Context => ({ ...ctx, actor, db: wall.dbFor(actor) })
  return { ...house, west, as }
}

it('officers and hamlets doing everything at once break nothing: each change happens whole or is refused', async () => {
  const { ctx, own, people, west, as } = await aBusyCommune()
  const [officer, hamlets] = [as(people.officer), [as(people.member), as(west)]]
  const chance = numbers(20_261_121)
  const any = <T>(list: readonly T[]): T => list[(chance.next().value ?? 0) % list.length] as T
  const duty = own.itemIds[0] ?? ''
  let said = 'Báo cáo gương tốt'
  const edit = (tx: WriteContext) => {
    const changes = { text: { from: said, to: any(['Báo cáo một', 'Báo cáo hai', 'Báo cáo ba']) } }
    return applyEdit(tx, own.id, { do: 'edit', id: duty, changes })
  }
  const statuses = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round += 1) {
    const tasks = await ctx.db.selectFrom('task').select('id').where('planId', '=', own.id).orderBy('id').execute()
    const [current] = (
      await sql<{ text: string }>`select data ->> 'text' as text from plan_item where id = ${duty}`.execute(ctx.db)
    ).rows
    said = current?.text ?? ''
    const done = { how: 'delivered', on: '2026-03-09', note: '' } as const
    const ofPlan = [
      (tx: WriteContext) => confirmPlan(tx, own.id, { from: '2026-03-01', reason: 'Thử' }),
      (tx: WriteContext) => endPlan(tx, own.id, '2026-03-10'),
      (tx: WriteContext) => resumePlan(tx, own.id),
      (tx: WriteContext) => reopenPlan(tx, own.id),
      edit,
      (tx: WriteContext) => undoEdit(tx, own.id),
      (tx: WriteContext) => urgeUnits(tx, [], own.id, 'Gửi ngay'),
      (tx: WriteContext) => waiveTask(tx, any(tasks).id, 'Miễn'),
    ]
    const ofTask = [
      (tx: WriteContext) => doTask(tx, any(tasks).id, done),
      (tx: WriteContext) => reopenTask(tx, any(tasks).id, 'Nhầm'),
    ]
    const changes = Array.from({ length: AT_ONCE }, (_, at) =>
      at % 2 === 0 ? ([officer, any(ofPlan)] as const) : ([any(hamlets), any(ofTask)] as const),
    )
    const answers = await Promise.all(
      changes.map(([who, change]) =>
        write(who, change as (tx: WriteContext) => Promise<unknown>).then(
          () => 'done',
          (error: Error) => (error instanceof NothingToChange ? 'done' : String(statusOf(error, 'POST'))),
        ),
      ),
    )
    for (const answer of answers) statuses.set(answer, (statuses.get(answer) ?? 0) + 1)
    const { state } = await ctx.db
      .selectFrom('planDocument')
      .select('state')
      .where('id', '=', own.id)
      .executeTakeFirstOrThrow()
    const open = await ctx.db
      .selectFrom('task')
      .select('id')
      .where('planId', '=', own.id)
      .where('state', '=', 'open')
      .execute()
    if (state !== 'in-force') expect([state, open]).toEqual([state, []])
  }
  expect([...statuses.keys()].filter((status) => !['done', '403', '404', '409', '422'].includes(status))).toEqual([])
  expect(statuses.get('done')).toBeGreaterThan(5)
  expect(statuses.get('409')).toBeGreaterThan(5)
  expect((await verifyJournal(ctx.db)).broken).toEqual([])
})
