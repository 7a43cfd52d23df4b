// cspell:ignore datname (PostgreSQL's own name)
import { expect, onTestFinished, test, vi } from 'vitest'
import { aContext, type TestContext } from '../../../test/builders/database.ts'
import { write } from '../../context.ts'
import { announce } from './announce.ts'
import { type News, openNews } from './news.ts'

async function aLine(ctx: TestContext): Promise<News> {
  const news = await openNews({ connection: ctx.connection, log: ctx.log })
  onTestFinished(() => news.close())
  return news
}

test('news of a change is heard once it has committed, by whoever listens for its topic', async () => {
  const ctx = await aContext()
  const [mine, other] = [vi.fn(), vi.fn()]
  const news = await aLine(ctx)
  news.hear('job:1', mine)
  news.hear('job:2', other)

  await write(ctx, async (tx) => {
    await announce(tx.db, 'job:1')
    expect(mine).not.toHaveBeenCalled()
  })

  await vi.waitFor(() => expect(mine.mock.calls).toEqual([['job:1']]))
  expect(other).not.toHaveBeenCalled()
})

test('news of a change that is rolled back is never told', async () => {
  const ctx = await aContext()
  const heard = vi.fn()
  const news = await aLine(ctx)
  news.hear('', heard)

  const change = write(ctx, async (tx) => {
    await announce(tx.db, 'lost')
    throw new Error('no')
  })
  await expect(change).rejects.toThrow('no')
  await announce(ctx.db, 'kept')

  await vi.waitFor(() => expect(heard.mock.calls).toEqual([['kept']]))
})

test('a name is held by one process, and free again when that process is gone', async () => {
  const ctx = await aContext()
  const [first, second] = [await aLine(ctx), await aLine(ctx)]
  expect([await first.hold('the house'), await second.hold('the house')]).toEqual([true, false])
  await first.close()
  await vi.waitFor(async () => expect(await second.hold('the house')).toBe(true))
})

test('a broken line is opened anew, keeps its names and tells that news may be missing', async () => {
  const ctx = await aContext()
  const news = await aLine(ctx)
  const heard = vi.fn()
  news.hear('job:', heard)
  await news.hold('the house')

  await ctx.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'select pg_try_advisory_lock%'`)

  await vi.waitFor(() => expect(heard.mock.calls).toEqual([['']]), { timeout: 10_000 })
  expect(await (await aLine(ctx)).hold('the house')).toBe(false)
  await announce(ctx.db, 'job:7')
  await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith('job:7'))
})
