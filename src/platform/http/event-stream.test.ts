import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { aContext, type TestContext } from '../../../test/builders/database.ts'
import { announce } from '../db/announce.ts'
import { openNews } from '../db/news.ts'
import { eventStream, type Watch } from './event-stream.ts'
import type { HouseEnv } from './route.ts'

async function aStream(ctx: TestContext, watch: Watch, stopping = new AbortController(), longest?: number) {
  const news = await openNews({ connection: ctx.connection, log: ctx.log })
  onTestFinished(() => news.close())
  const app = new Hono<HouseEnv>()
  app.get('/', (c) => {
    c.set('news', news)
    c.set('stopping', stopping.signal)
    return eventStream(c, ['job:'], watch, longest)
  })
  const answer = await app.request('/')
  const reader = (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader()
  return async () => (await reader.read()).value
}

test('a page that watches is told the state at once, again when it changes, and when nothing more will come', async () => {
  const ctx = await aContext()
  const states = ['1/3', '1/3', '2/3', null]
  const next = await aStream(ctx, async () => states.shift() ?? null)

  expect(await next()).toBe('event: update\ndata: 1/3\n\n')
  await announce(ctx.db, 'job:1')
  expect(await next(), 'unchanged: a sign of life only').toBe(': \n\n')
  await announce(ctx.db, 'job:1')
  expect(await next()).toBe('event: update\ndata: 2/3\n\n')
  await announce(ctx.db, 'job:1')
  expect(await next()).toBe('event: end\ndata: \n\n')
  expect(await next()).toBe(undefined)
})

test('news of other topics is not told', async () => {
  const ctx = await aContext()
  let looked = 0
  const next = await aStream(ctx, async () => {
    looked += 1
    return String(looked)
  })
  await next()
  await announce(ctx.db, 'unit:1')
  await announce(ctx.db, 'job:1')
  await next()
  expect(looked).toBe(2)
})

test('when the server stops every stream ends', async () => {
  const stopping = new AbortController()
  const next = await aStream(await aContext(), async () => 'waiting', stopping)
  await next()
  stopping.abort()
  expect(await next()).toBe(undefined)
})

test('a stream that is asked for while the server stops ends at once, and holds up nothing', async () => {
  const stopping = new AbortController()
  stopping.abort()
  const next = await aStream(await aContext(), async () => 'waiting', stopping)
  expect(await next()).toBe(undefined)
})

test('a stream ends by itself in time, without saying that nothing more will come: the browser asks again, with the rights of then', async () => {
  const next = await aStream(await aContext(), async () => 'waiting', new AbortController(), 50)
  expect(await next()).toBe('event: update\ndata: waiting\n\n')
  expect(await next()).toBe(undefined)
})
