import { expect, it } from 'vitest'
import { twoCommunes } from '../../../test/builders/two-communes.ts'
import { readRunningPlan } from './running-plan.ts'

it('whoever sees a plan by their part in it sees how they stand themselves, and no plan that is not theirs beside it', async () => {
  const { ctx, own, foreign, people } = await twoCommunes()
  await ctx.db
    .updateTable('planDocument')
    .set({ parentId: foreign.id, parentNamed: 'Kế hoạch số 1' })
    .where('id', '=', own.id)
    .execute()
  const shown = async (actor: typeof people.member) => {
    const { late, counts, related, parentNamed } = await readRunningPlan({ ...ctx, actor }, own.id)
    return { late: late.map(({ unitName }) => unitName).toSorted(), counts, related: related.length, parentNamed }
  }
  const hidden = { related: 0, parentNamed: 'Kế hoạch số 1' }
  expect(await shown(people.member)).toEqual({
    late: ['Thôn Đông'],
    counts: { done: 0, all: 2, late: 1 },
    ...hidden,
  })
  expect(await shown(people.officer)).toEqual({
    late: ['Thôn Tây', 'Thôn Đông'],
    counts: { done: 0, all: 4, late: 2 },
    ...hidden,
  })
  expect((await shown(ctx.actor)).related).toBe(1)
})
