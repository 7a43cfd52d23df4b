import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { aBrowser, anApp } from '../../test/builders/browser.ts'
import { aContext, type TestContext } from '../../test/builders/database.ts'
import { sourceFiles } from '../../test/code/source-files.ts'
import { write } from '../context.ts'
import { ERASED, erasePersonalValues, seal, unsealAll } from './personal-values.ts'
import { recordHistory } from './record-history.ts'
import { historyTexts } from './texts/journal.ts'
import { verifyJournal } from './verify-journal.ts'

const subject = { id: '019cd578-f500-7c38-ad01-a7fcc18628e6', unitId: 1 }

async function entries(ctx: TestContext, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await write(ctx, (tx) =>
      recordHistory(tx, 'plan.read', subject, { number, note: 'Lần đọc', size: 1.5, deep: { b: 2, a: [1, null] } }),
    )
  }
}

/** As somebody with the database's own password would, past every trigger. */
async function tamper(ctx: TestContext, statement: string): Promise<void> {
  await sql.raw('alter table history disable trigger all').execute(ctx.db)
  await sql.raw(statement).execute(ctx.db)
  await sql.raw('alter table history enable trigger all').execute(ctx.db)
}

describe('the journal', () => {
  it('holds when nobody has touched it', async () => {
    const ctx = await aContext()
    await entries(ctx, 5)
    expect(await verifyJournal(ctx.db)).toEqual({ chains: 1, entries: 5, broken: [] })
  })

  it.each([
    ['an entry that was changed', "update history set change = '{}' where number = 3", { number: 3, fault: 'content' }],
    ['an entry that is missing', 'delete from history where number = 3', { number: 3, fault: 'gap' }],
    ['a last entry that is missing', 'delete from history where number = 5', { number: 5, fault: 'end' }],
    [
      'an instant that was moved',
      "update history set at = at + interval '1 millisecond' where number = 2",
      { number: 2, fault: 'content' },
    ],
    ['another actor', "update history set actor_kind = 'system' where number = 1", { number: 1, fault: 'content' }],
    ['a whole chain that is gone', 'delete from history_head', { number: 1, fault: 'end' }],
  ])('notices %s', async (_, statement, broken) => {
    const ctx = await aContext()
    await entries(ctx, 5)
    await tamper(ctx, statement)
    expect((await verifyJournal(ctx.db)).broken).toEqual([{ unitId: 1, ...broken }])
  })

  it('refuses changes and removals that come through the product', async () => {
    const ctx = await aContext()
    await entries(ctx, 1)
    await expect(sql`update history set event = 'x'`.execute(ctx.db)).rejects.toThrow('final')
    await expect(sql`delete from history`.execute(ctx.db)).rejects.toThrow('final')
  })

  it('forgets a person without breaking its chain', async () => {
    const ctx = await aContext()
    const person = ctx.chance.id()
    await sql`insert into person (id, full_name, sort_name, created_at) values (${person}, 'Lê Thị Hà', 'Hà Lê Thị', now())`.execute(
      ctx.db,
    )
    await write(ctx, async (tx) =>
      recordHistory(tx, 'person.added', subject, { name: await seal(tx, person, 'Lê Thị Hà') }),
    )
    const kept = await ctx.db.selectFrom('history').select('change').executeTakeFirstOrThrow()
    expect(JSON.stringify(kept.change)).not.toContain('Hà')
    expect(await unsealAll(ctx, [kept.change as never])).toEqual([{ name: 'Lê Thị Hà' }])
    await write(ctx, (tx) => erasePersonalValues(tx, person))
    expect(await unsealAll(ctx, [kept.change as never])).toEqual([{ name: ERASED }])
    expect((await verifyJournal(ctx.db)).broken).toEqual([])
  })

  it('shows who did what, narrowed by day and by deed', async () => {
    const ctx = await aContext()
    const browser = aBrowser(await anApp(ctx))
    await browser.post('/don-vi/1/them', {
      name: 'Xã Mây Hạ',
      kind: 'commune',
      on: '2026-03-01',
      shortName: '',
      code: '',
      decision: '',
    })
    const html = await (await browser.get('/nhat-ky')).text()
    expect(html).toContain('Thêm đơn vị')
    expect(html).toContain('Người ngồi tại máy')
    expect(await (await browser.get('/nhat-ky?event=unit.merged')).text()).toContain('Chưa có dòng nào')
    expect(await (await browser.get('/nhat-ky?from=2026-03-11')).text()).toContain('Chưa có dòng nào')
  })

  it('has words for every event that the product writes', () => {
    const product = sourceFiles().filter(({ path }) => /^src\/.*(?<!\.test)\.tsx?$/.test(path))
    const written = product.flatMap(({ text }) =>
      [...text.matchAll(/(?:recordHistory|journal)\(\s*\w+,\s*'([a-z]+\.[a-z-]+)'/g)].map(([, event]) => event ?? ''),
    )
    expect(written.length).toBeGreaterThan(20)
    expect(written.filter((event) => !(event in historyTexts.vi.events))).toEqual([])
    expect(Object.keys(historyTexts.en.events)).toEqual(Object.keys(historyTexts.vi.events))
  })
})
