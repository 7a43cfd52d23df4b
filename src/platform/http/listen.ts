import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { CannotListen } from './cannot-listen.ts'

export interface Listening {
  readonly port: number
  /** Lets running requests end, at most for `grace` milliseconds. */
  close(grace: number): Promise<void>
}

/** Slow uploads over village lines may take an hour; a request's head may not. */
const TIMEOUTS = { requestTimeout: 3_600_000, headersTimeout: 30_000, keepAliveTimeout: 10_000 }

export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Listening> {
  const server = createServer(TIMEOUTS, getRequestListener(fetch))
  await listening(server, host, port)
  return {
    port: (server.address() as AddressInfo).port,
    async close(grace) {
      const { promise, resolve } = Promise.withResolvers<void>()
      server.close(() => resolve())
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), grace)
      await promise
      clearTimeout(timer)
    },
  }
}

function listening(server: Server, host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', (error: NodeJS.ErrnoException) => reject(new CannotListen(error.code ?? 'unknown', error)))
  server.listen(port, host, () => {
    server.removeAllListeners('error')
    resolve()
  })
  return promise
}
