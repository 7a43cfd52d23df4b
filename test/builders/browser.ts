import { onTestFinished } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { openNews } from '../../src/platform/db/news.ts'
import { openWall } from '../../src/platform/db/wall.ts'
import type { TestContext } from './database.ts'

export interface TestBrowser {
  get(path: string): Promise<Response>
  /** Sends the form that the address's page would send, from our own site. */
  post(path: string, fields?: Readonly<Record<string, string>> | FormData): Promise<Response>
  /** Value of a cookie, by the end of its name. */
  cookie(name: string): string | undefined
  /** All of them, as they are sent. */
  cookies(): string
}

/** The whole web app on the context's database; `walled`: with the second wall, as it runs unless the database's account may not have one. */
export async function anApp(ctx: TestContext, walled = true) {
  const news = await openNews({ connection: ctx.connection, log: ctx.log })
  const wall = walled ? await openWall(ctx.connection, ctx.log) : null
  const stopping = new AbortController()
  onTestFinished(async () => {
    stopping.abort()
    await news.close()
    await wall?.close()
  })
  return createApp({ context: ctx, news, wall, stopping: stopping.signal, clientFolder: 'no such folder' })
}

/** A browser without script: keeps cookies, follows nothing by itself. */
export function aBrowser(app: Awaited<ReturnType<typeof anApp>>): TestBrowser {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const send = async (path: string, init: RequestInit) => {
    const cookie = cookies()
    const headers = { ...init.headers, host: 'localhost', accept: 'text/html', ...(cookie && { cookie }) }
    const response = await app.request(path, { ...init, headers })
    for (const set of response.headers.getSetCookie()) keep(jar, set)
    return response
  }
  return {
    get: (path) => send(path, {}),
    post: (path, fields = {}) =>
      send(path, {
        method: 'POST',
        body: fields instanceof FormData ? fields : new URLSearchParams(fields),
        headers: { origin: 'http://localhost' },
      }),
    cookie: (name) => [...jar].find(([key]) => key.endsWith(name))?.[1],
    cookies,
  }
}

function keep(jar: Map<string, string>, set: string): void {
  const [pair = '', ...attributes] = set.split(';')
  const [name = '', value = ''] = pair.split(/=(.*)/s)
  const ends = attributes.some((attribute) => attribute.trim().toLowerCase() === 'max-age=0')
  if (ends || value === '') jar.delete(name)
  else jar.set(name, value)
}
