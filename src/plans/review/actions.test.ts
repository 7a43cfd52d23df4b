import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { aContext } from '../../../test/builders/database.ts'
import { addMilestone, edited, milestoneTexts, rewriteText } from '../../../test/builders/edits.ts'
import { aParsedPlan, aReadPlan } from '../../../test/builders/plans.ts'
import { aRunningPlan } from '../../../test/builders/running-plans.ts'
import { type Context, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import type { Edit } from '../items/ops.ts'
import { findDocument } from '../queries.ts'
import { answerQuestion, applyEdit, NothingToChange, redoEdit, undoEdit } from './actions.ts'
import { findPlan, listQuestions, listRows } from './queries.ts'
import { draftPlan, getReviewed } from './start-plan.ts'

function codes(error: unknown): unknown {
  return error instanceof Refusal ? [error.reason, ...error.problems.map(({ code }) => code)] : error
}

describe('edits of a plan', () => {
  it('are kept with what was before, numbered, journalled, and taken back and made again one by one', async () => {
    const ctx = await aContext()
    const plan = await aReadPlan(ctx)
    const { itemId } = await edited(ctx, plan, addMilestone('Tổng kết'))
    await edited(ctx, plan, rewriteText(itemId, 'Tổng kết', 'Sơ kết'))
    expect(await milestoneTexts(ctx, plan)).toEqual(['Sơ kết'])
    await write(ctx, (tx) => undoEdit(tx, plan))
    expect(await milestoneTexts(ctx, plan)).toEqual(['Tổng kết'])
    await write(ctx, (tx) => undoEdit(tx, plan))
    expect(await milestoneTexts(ctx, plan)).toEqual([])
    expect(codes(await write(ctx, (tx) => undoEdit(tx, plan)).catch((e) => e))).toEqual(['conflict', 'nothing-to-undo'])
    await write(ctx, (tx) => redoEdit(tx, plan))
    await write(ctx, (tx) => redoEdit(tx, plan))
    expect(await milestoneTexts(ctx, plan)).toEqual(['Sơ kết'])
    expect((await findPlan(ctx, plan))?.revision).toBe(6)
    const events = await ctx.db.selectFrom('history').select('event').orderBy('number').execute()
    expect(events.map(({ event }) => event).slice(-6)).toEqual([
      'plan.item-added',
      'plan.item-changed',
      'plan.edit-undone',
      'plan.edit-undone',
      'plan.edit-redone',
      'plan.edit-redone',
    ])
  })

  it('of the header are what lists show', async () => {
    const ctx = await aContext()
    const plan = await aReadPlan(ctx)
    const header = [...(await listRows(ctx, plan)).values()].find(({ kind }) => kind === 'header')
    const changes = {
      title: { from: null, to: 'Nhân rộng điển hình' },
      period: { from: null, to: { from: '2026-01', to: '2026-06' } },
      date: { from: null, to: { year: 2026, month: 3, day: null } },
    }
    await edited(ctx, plan, { do: 'edit', id: header?.id ?? '', changes })
    const row = await ctx.db
      .selectFrom('planDocument')
      .select(['title', 'sortTitle', 'issued', 'periodFrom', 'periodTo'])
      .where('id', '=', plan)
      .executeTakeFirst()
    expect(row).toEqual({
      title: 'Nhân rộng điển hình',
      sortTitle: 'nhan rong dien hinh',
      issued: '2026-03',
      periodFrom: '2026-01-01',
      periodTo: '2026-06-30',
    })
  })

  it('that change nothing are rolled back as such', async () => {
    const ctx = await aContext()
    const plan = await aReadPlan(ctx)
    const { itemId } = await edited(ctx, plan, addMilestone('Tổng kết'))
    await expect(edited(ctx, plan, rewriteText(itemId, 'Tổng kết', 'Tổng kết'))).rejects.toBeInstanceOf(NothingToChange)
    expect((await findPlan(ctx, plan))?.revision).toBe(1)
  })

  it('of a plan in force are its tasks at once', async () => {
    const ctx = await aContext()
    const { id } = await aRunningPlan(ctx, [])
    await edited(ctx, id, addMilestone('Tổng kết'))
    const tasks = await ctx.db.selectFrom('task').select(['text', 'dueOn']).where('planId', '=', id).execute()
    expect(tasks).toEqual([{ text: 'Tổng kết', dueOn: '2026-06-30' }])
  })

  it('of a plan that is no longer made up are refused', async () => {
    const ctx = await aContext()
    const { id } = await aRunningPlan(ctx, [], { state: 'ended' })
    expect(codes(await edited(ctx, id, addMilestone('x')).catch((e) => e))).toEqual(['conflict', 'not-under-review'])
  })
})

it('a process that is killed in the middle of an edit leaves nothing of it', async () => {
  const ctx = await aContext()
  const plan = await aReadPlan(ctx)
  const { itemId } = await edited(ctx, plan, addMilestone('Tổng kết. Khen thưởng'))
  const state = async () => ({
    plan: await findPlan(ctx, plan),
    rows: await listRows(ctx, plan),
    edits: await ctx.db.selectFrom('planEdit').selectAll().execute(),
    entries: await ctx.db.selectFrom('history').select('hash').execute(),
  })
  const before = await state()
  const split: Edit = {
    do: 'split',
    id: itemId,
    from: 'Tổng kết. Khen thưởng',
    first: 'Tổng kết.',
    second: 'Khen thưởng',
  }
  ctx.pool.on('error', () => undefined)
  const killed = write(ctx, async (tx) => {
    await applyEdit(tx, plan, split)
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx.db)
  })
  await expect(killed).rejects.toThrow()
  expect(await state()).toEqual(before)
})

describe('questions of the reader', () => {
  const parsed = aParsedPlan()
  const asked = {
    ...parsed,
    plan: { ...parsed.plan, document: { ...parsed.plan.document, period: { from: '2025-01', to: '2025-12' } } },
    questions: [
      {
        path: '/document/period',
        passage: { start: 0, end: 8 },
        reason: 'Có hai thời gian.',
        candidates: ['2025-01 đến 2025-12', '2026-01 đến 2026-12'],
      },
      { path: '/document/number', passage: { start: 0, end: 8 }, reason: 'Không thấy số.', candidates: [] },
    ],
  }

  it('are answered by a candidate, which can be taken back, or left as they are; the list counts what is open', async () => {
    const ctx = await aContext()
    const plan = await aReadPlan(ctx, {}, asked)
    const questions = await listQuestions(ctx, plan)
    const period = questions.find(({ key }) => key === 'period')
    const number = questions.find(({ key }) => key === 'number')
    await write(ctx, (tx) => answerQuestion(tx, plan, period?.id ?? '', 1))
    const header = async () => [...(await listRows(ctx, plan)).values()].find(({ kind }) => kind === 'header')?.data
    expect(await header()).toMatchObject({ period: { from: '2026-01', to: '2026-12' } })
    expect((await findDocument(ctx, plan))?.questionCount).toBe(1)
    await write(ctx, (tx) => answerQuestion(tx, plan, number?.id ?? '', null))
    expect(await listQuestions(ctx, plan)).toEqual([])
    expect((await findDocument(ctx, plan))?.questionCount).toBe(0)
    await write(ctx, (tx) => undoEdit(tx, plan))
    expect(await header()).toMatchObject({ period: { from: '2025-01', to: '2025-12' } })
    const again = write(ctx, (tx) => answerQuestion(tx, plan, period?.id ?? '', 0))
    expect(codes(await again.catch((e) => e))).toEqual(['conflict', 'answered-since'])
  })
})

it('a plan is written from nothing but a name', async () => {
  const ctx = await aContext()
  const id = await write(ctx, (tx) => draftPlan(tx, 'Kế hoạch mới', 'Kế hoạch'))
  const document = await findDocument(ctx, id)
  expect([document?.state, document?.name, document?.reading]).toEqual(['drafted', 'Kế hoạch mới', null])
  await edited(ctx, id, addMilestone('Tổng kết'))
  expect(await milestoneTexts(ctx, id)).toEqual(['Tổng kết'])
})

it('a document that was read before readings had items gets them when it is opened', async () => {
  const ctx = await aContext()
  const plan = await aReadPlan(ctx, { title: 'Kế hoạch cũ' })
  await ctx.db.deleteFrom('planItem').execute()
  const document = await findDocument(ctx, plan)
  if (!document) throw new Error('no such document')
  const both = await Promise.all([getReviewed(ctx, document), getReviewed(ctx, document)])
  expect(both.map(({ items }) => items.length)).toEqual([1, 1])
  expect((await listRows(ctx, plan)).size).toBe(1)
  const onlooker: Context = {
    ...ctx,
    actor: {
      ...ctx.actor,
      grants: [{ permission: 'plan.read', unit: '1', reach: 'subtree', from: null, until: null }],
    },
  }
  await ctx.db.deleteFrom('planItem').execute()
  expect((await getReviewed(onlooker, document)).items).toHaveLength(1)
  expect((await listRows(ctx, plan)).size).toBe(0)
})
