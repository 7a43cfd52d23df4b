import { expect, it } from 'vitest'
import { aContext } from '../../../test/builders/database.ts'
import { aReadPlan } from '../../../test/builders/plans.ts'
import type { Context } from '../../context.ts'
import { meetVisitors } from './visitors.ts'

async function aPerson(ctx: Context, fullName: string): Promise<Context> {
  const id = ctx.chance.id()
  await ctx.db.insertInto('person').values({ id, fullName, sortName: fullName, createdAt: ctx.clock.now() }).execute()
  return { ...ctx, actor: { ...ctx.actor, kind: 'person', id } }
}

it('whoever has the page open is named to the others once, not to themselves, until a minute after they were last heard of', async () => {
  const ctx = await aContext()
  const plan = await aReadPlan(ctx)
  const [hoa, binh] = [await aPerson(ctx, 'Vũ Thị Hoa'), await aPerson(ctx, 'Trần Văn Bình')]
  const [first, second, third] = [ctx.chance.id(), ctx.chance.id(), ctx.chance.id()]
  expect(await meetVisitors(hoa, plan, first)).toEqual([])
  expect(await meetVisitors(hoa, plan, second)).toEqual([])
  expect(await meetVisitors(binh, plan, third)).toEqual(['Vũ Thị Hoa'])
  expect(await meetVisitors(hoa, plan, first)).toEqual(['Trần Văn Bình'])
  const later = { now: () => new Date(ctx.clock.now().getTime() + 61_000) }
  expect(await meetVisitors({ ...hoa, clock: later }, plan, first)).toEqual([])
})
