import { expect, it } from 'vitest'
import { aContext } from '../../test/builders/database.ts'
import { anUploadedPlan, aReadPlan } from '../../test/builders/plans.ts'
import { findDocument, listDocuments, listRows } from './queries.ts'
import { ListQuery } from './schema.ts'

const ask = (wishes: Partial<ListQuery>) => ({
  ...ListQuery.parse({ q: '', state: null, sort: null, after: null }),
  ...wishes,
})

it('every order visits every plan once, page by page, also where many share a key', async () => {
  const ctx = await aContext()
  const ids: string[] = []
  for (let count = 0; count < 60; count += 1) {
    const date = count % 3 === 0 ? null : { year: 2026, month: (count % 2) + 1, day: null }
    ids.push(await aReadPlan(ctx, { title: `Kế hoạch ${count % 4}`, date }))
  }
  for (const sort of ['newest', 'title', 'issued'] as const) {
    const seen: string[] = []
    let after: string | null = null
    do {
      const { rows, next } = await listDocuments(ctx, ask({ sort, after }))
      seen.push(...rows.map(({ id }) => id))
      after = next
    } while (after)
    expect([...seen].sort()).toEqual([...ids].sort())
  }
  const { rows } = await listDocuments(ctx, ask({ sort: 'issued' }))
  expect(rows.slice(0, 2).map(({ issued }) => issued)).toEqual(['2026-02', '2026-02'])
})

it('a plan is found by its number, title, issuer or file, with or without diacritics, and by all words asked for', async () => {
  const ctx = await aContext()
  const id = await aReadPlan(ctx, {
    title: 'Nhân rộng điển hình tiên tiến',
    number: '38/KH-UBND',
    issuer: 'Ủy ban nhân dân xã Đồng Rạng',
  })
  await aReadPlan(ctx, { title: 'Bồi dưỡng điển hình' })
  const found = async (q: string) => (await listDocuments(ctx, ask({ q }))).rows.map((row) => row.id)
  for (const q of ['nhan rong', 'Nhân Rộng', '38/kh', 'dong rang dien hinh', 'ĐỒNG RẠNG'])
    expect(await found(q)).toEqual([id])
  expect(await found('nhan rong boi duong')).toEqual([])
  expect(await found('100%_')).toEqual([])
})

it('what lies out of reach is in no list and cannot be opened', async () => {
  const ctx = await aContext()
  const id = await anUploadedPlan(ctx)
  for (const actor of [
    { ...ctx.actor, kind: 'visitor' as const, grants: [] },
    {
      ...ctx.actor,
      grants: [{ permission: 'plan.read' as const, unit: '1.7', reach: 'subtree' as const, from: null, until: null }],
    },
  ]) {
    const outside = { ...ctx, actor }
    expect(await listDocuments(outside, ask({}))).toEqual({ rows: [], next: null })
    expect(await listRows(outside, [id])).toEqual([])
    expect(await findDocument(outside, id)).toBeUndefined()
  }
})
