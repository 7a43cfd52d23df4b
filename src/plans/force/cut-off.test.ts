import type { KyselyPlugin } from 'kysely'
import { expect, it } from 'vitest'
import { aContext, type TestContext } from '../../../test/builders/database.ts'
import { aHeader, aRunningPlan, aUnit } from '../../../test/builders/running-plans.ts'
import { write } from '../../context.ts'
import { confirmPlan } from './actions.ts'

/** Ends the work at its nth statement, as a killed process or a lost connection does. */
function cutOffAt(statement: number): KyselyPlugin {
  let sent = 0
  return {
    transformQuery: ({ node }) => {
      sent += 1
      if (sent === statement) throw new Error('cut off')
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

async function standing(ctx: TestContext, planId: string) {
  const { state } = await ctx.db
    .selectFrom('planDocument')
    .select('state')
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const count = async (table: 'task' | 'planPart' | 'planUnitName' | 'history') =>
    (
      await ctx.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count
  return [
    state,
    Number(await count('task')),
    Number(await count('planPart')),
    Number(await count('planUnitName')),
    Number(await count('history')),
  ]
}

it('cut off at any of its statements, confirming has done nothing at all; then it is done again, once', async () => {
  const ctx = await aContext()
  await aUnit(ctx, 'Thôn Đông', 1, 'hamlet')
  const report = {
    cadence: 'quarterly',
    deadline: 'ngày 20',
    by: 'Các thôn',
    to: null,
    text: 'Báo cáo quý',
    due: null,
  } as const
  const given = [aHeader(), { kind: 'duty', data: report } as const]
  const plan = await aRunningPlan(ctx, given, { state: 'drafted', inForceOn: null })
  const before = await standing(ctx, plan.id)
  const confirm = (db: TestContext['db']) =>
    write({ ...ctx, db }, (tx) => confirmPlan(tx, plan.id, { from: '2026-01-01', reason: 'Thử' }))
  let statements = 1
  for (; ; statements += 1) {
    const outcome = await confirm(ctx.db.withPlugin(cutOffAt(statements))).then(
      () => 'done',
      (error: Error) => error.message,
    )
    if (outcome === 'done') break
    expect([outcome, await standing(ctx, plan.id)]).toEqual(['cut off', before])
  }
  expect(statements).toBeGreaterThan(10)
  expect(await standing(ctx, plan.id)).toEqual(['in-force', 4, 1, 1, 1])
})
