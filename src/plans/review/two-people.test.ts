import { describe, expect, it } from 'vitest'
import { aContext } from '../../../test/builders/database.ts'
import { addMilestone, edited, milestoneTexts, rewriteText } from '../../../test/builders/edits.ts'
import { aReadPlan } from '../../../test/builders/plans.ts'
import { type Context, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import type { Edit } from '../items/ops.ts'
import { undoEdit } from './actions.ts'

/** A second person, as far as edits go. */
async function aColleague(ctx: Context): Promise<Context> {
  const id = ctx.chance.id()
  await ctx.db
    .insertInto('person')
    .values({ id, fullName: 'Vũ Thị Hoa', sortName: 'hoa vu thi', createdAt: ctx.clock.now() })
    .execute()
  return { ...ctx, actor: { ...ctx.actor, kind: 'person', id } }
}

function codes(error: unknown): unknown {
  return error instanceof Refusal ? [error.reason, ...error.problems.map(({ code }) => code)] : error
}

describe('two people', () => {
  it('change the same words at once: one wins, the other is told, nothing is lost in silence', async () => {
    const ctx = await aContext()
    const other = await aColleague(ctx)
    const plan = await aReadPlan(ctx)
    const { itemId } = await edited(ctx, plan, addMilestone('Tổng kết'))
    const results = await Promise.allSettled([
      edited(ctx, plan, rewriteText(itemId, 'Tổng kết', 'Sơ kết')),
      edited(other, plan, rewriteText(itemId, 'Tổng kết', 'Khen thưởng')),
    ])
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [codes(result.reason)] : []))
    expect(refused).toEqual([['conflict', 'changed-since']])
    expect(await milestoneTexts(ctx, plan)).toHaveLength(1)
  })

  it('what one has changed the other does not remove or merge unseen', async () => {
    const ctx = await aContext()
    const other = await aColleague(ctx)
    const plan = await aReadPlan(ctx)
    const first = await edited(ctx, plan, addMilestone('Tổng kết'))
    const second = await edited(ctx, plan, addMilestone('Khen thưởng'))
    await edited(other, plan, rewriteText(second.itemId, 'Khen thưởng', 'Tôn vinh'))
    const remove: Edit = { do: 'remove', id: second.itemId }
    const merge: Edit = { do: 'merge', id: first.itemId, next: second.itemId }
    for (const edit of [remove, merge])
      expect(codes(await edited(ctx, plan, edit, second.revision).catch((e) => e))).toEqual([
        'conflict',
        'gone-on-since',
      ])
    expect(await milestoneTexts(ctx, plan)).toEqual(['Tổng kết', 'Tôn vinh'])
    await edited(ctx, plan, remove, second.revision + 1)
    expect(codes(await edited(other, plan, rewriteText(second.itemId, 'Tôn vinh', 'x')).catch((e) => e))).toEqual([
      'conflict',
      'item-removed',
    ])
    await edited(other, plan, { do: 'restore', ids: [second.itemId] })
    expect(await milestoneTexts(ctx, plan)).toEqual(['Tổng kết', 'Tôn vinh'])
  })

  it('undo each their own', async () => {
    const ctx = await aContext()
    const other = await aColleague(ctx)
    const plan = await aReadPlan(ctx)
    await edited(ctx, plan, addMilestone('của tôi'))
    await edited(other, plan, addMilestone('của người khác'))
    await write(ctx, (tx) => undoEdit(tx, plan))
    expect(await milestoneTexts(ctx, plan)).toEqual(['của người khác'])
    await write(other, (tx) => undoEdit(tx, plan))
    expect(await milestoneTexts(ctx, plan)).toEqual([])
  })
})
