import { describe, expect, it } from 'vitest'
import { aContext } from '../../../test/builders/database.ts'
import { aReadPlan } from '../../../test/builders/plans.ts'
import { type Context, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import type { Edit } from '../items/ops.ts'
import { applyEdit, undoEdit } from './actions.ts'
import { listRows } from './queries.ts'

const milestone = (text: string): Edit => ({
  do: 'add',
  kind: 'milestone',
  parentId: null,
  after: null,
  data: { from: '2026-04', to: '2026-06', text },
  passages: [],
  sourceId: null,
})
const rewrite = (id: string, from: string, to: string): Edit => ({ do: 'edit', id, changes: { text: { from, to } } })
const make = (ctx: Context, plan: string, edit: Edit, seen?: number) =>
  write(ctx, (tx) => applyEdit(tx, plan, edit, seen))
const texts = async (ctx: Context, plan: string) =>
  [...(await listRows(ctx, plan)).values()]
    .filter(({ removed, kind }) => !removed && kind === 'milestone')
    .map(({ data }) => (data as { text: string }).text)

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
    const { itemId } = await make(ctx, plan, milestone('Tổng kết'))
    const results = await Promise.allSettled([
      make(ctx, plan, rewrite(itemId, 'Tổng kết', 'Sơ kết')),
      make(other, plan, rewrite(itemId, 'Tổng kết', 'Khen thưởng')),
    ])
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [codes(result.reason)] : []))
    expect(refused).toEqual([['conflict', 'changed-since']])
    expect(await texts(ctx, plan)).toHaveLength(1)
  })

  it('what one has changed the other does not remove or merge unseen', async () => {
    const ctx = await aContext()
    const other = await aColleague(ctx)
    const plan = await aReadPlan(ctx)
    const first = await make(ctx, plan, milestone('Tổng kết'))
    const second = await make(ctx, plan, milestone('Khen thưởng'))
    await make(other, plan, rewrite(second.itemId, 'Khen thưởng', 'Tôn vinh'))
    const remove: Edit = { do: 'remove', id: second.itemId }
    const merge: Edit = { do: 'merge', id: first.itemId, next: second.itemId }
    for (const edit of [remove, merge])
      expect(codes(await make(ctx, plan, edit, second.revision).catch((e) => e))).toEqual(['conflict', 'gone-on-since'])
    expect(await texts(ctx, plan)).toEqual(['Tổng kết', 'Tôn vinh'])
    await make(ctx, plan, remove, second.revision + 1)
    expect(codes(await make(other, plan, rewrite(second.itemId, 'Tôn vinh', 'x')).catch((e) => e))).toEqual([
      'conflict',
      'item-removed',
    ])
    await make(other, plan, { do: 'restore', ids: [second.itemId] })
    expect(await texts(ctx, plan)).toEqual(['Tổng kết', 'Tôn vinh'])
  })

  it('undo each their own', async () => {
    const ctx = await aContext()
    const other = await aColleague(ctx)
    const plan = await aReadPlan(ctx)
    await make(ctx, plan, milestone('của tôi'))
    await make(other, plan, milestone('của người khác'))
    await write(ctx, (tx) => undoEdit(tx, plan))
    expect(await texts(ctx, plan)).toEqual(['của người khác'])
    await write(other, (tx) => undoEdit(tx, plan))
    expect(await texts(ctx, plan)).toEqual([])
  })
})
