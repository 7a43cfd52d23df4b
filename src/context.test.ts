import { expect, test } from 'vitest'
import { aContext, type TestContext } from '../test/builders/database.ts'
import { type WriteContext, write } from './context.ts'
import { recordHistory } from './history/record-history.ts'

const PLAN = { id: '01900000-0000-7000-8000-000000000001', unitId: 1 }

async function rename(ctx: WriteContext): Promise<void> {
  await ctx.db.updateTable('unit').set({ name: 'Xã Hòa Bình' }).where('id', '=', 1).execute()
}

async function nameOf(ctx: TestContext): Promise<string | undefined> {
  return (await ctx.db.selectFrom('unit').select('name').where('id', '=', 1).executeTakeFirst())?.name
}

function journalOf(ctx: TestContext) {
  return ctx.db.selectFrom('history').select(['number', 'event']).orderBy('number').execute()
}

test('a change commits together with its journal entry', async () => {
  const ctx = { ...(await aContext()), event: 'unit.renamed' }
  await write(ctx, async (tx) => {
    await rename(tx)
    await recordHistory(tx, 'unit.renamed', PLAN, { after: 'Xã Hòa Bình' })
  })
  expect([await nameOf(ctx), await journalOf(ctx)]).toEqual(['Xã Hòa Bình', [{ number: 1, event: 'unit.renamed' }]])
})

test('a change that throws leaves neither itself nor its journal entry', async () => {
  const ctx = await aContext()
  const change = write(ctx, async (tx) => {
    await rename(tx)
    await recordHistory(tx, 'unit.renamed', PLAN, {})
    throw new Error('no')
  })
  await expect(change).rejects.toThrow('no')
  expect([await nameOf(ctx), await journalOf(ctx)]).toEqual(['', []])
})

test('a change without the journal event that its route has promised is rolled back', async () => {
  const ctx = { ...(await aContext()), event: 'unit.renamed' }
  await expect(write(ctx, rename)).rejects.toThrow('the change did not journal «unit.renamed»')
  expect(await nameOf(ctx)).toBe('')
})

test('many writers of one unit make one unbroken chain', async () => {
  const ctx = await aContext()
  const writers = Array.from({ length: 20 }, (_, number) =>
    write(ctx, (tx) => recordHistory(tx, 'plan.read', PLAN, { number })),
  )
  await Promise.all(writers)

  const rows = await ctx.db.selectFrom('history').select(['number', 'hash', 'previousHash']).orderBy('number').execute()
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  expect(rows.slice(1).map(({ previousHash }) => previousHash)).toEqual(rows.slice(0, -1).map(({ hash }) => hash))
})

test('journal entries cannot be changed or removed', async () => {
  const ctx = await aContext()
  await write(ctx, (tx) => recordHistory(tx, 'plan.read', PLAN, {}))
  await expect(ctx.db.updateTable('history').set({ event: 'x' }).execute()).rejects.toThrow('journal entries are final')
  await expect(ctx.db.deleteFrom('history').execute()).rejects.toThrow('journal entries are final')
})
