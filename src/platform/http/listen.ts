import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, BlockList } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { noteOrigin } from './behind-proxy.ts'
import { CannotListen } from './cannot-listen.ts'
import type { KeptCertificate } from './tls/kept-certificate.ts'

export interface Listening {
  readonly port: number
  /** Lets running requests end, at most for `grace` milliseconds. */
  close(grace: number): Promise<void>
}

export interface ListenOptions {
  readonly host: string
  readonly port: number
  /** Null: plain http. */
  readonly certificate: KeptCertificate | null
  /** Whose word about the origin of a request counts. */
  readonly proxies: BlockList
}

/** Slow uploads over village lines may take an hour; a request's head may not. */
const TIMEOUTS = { requestTimeout: 3_600_000, headersTimeout: 30_000, keepAliveTimeout: 10_000 }

export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  options: ListenOptions,
): Promise<Listening> {
  const { certificate, proxies } = options
  const answer = getRequestListener(fetch)
  const listener: RequestListener = (incoming, outgoing) => {
    noteOrigin(incoming, proxies)
    return answer(incoming, outgoing)
  }
  if (!certificate) return open(createServer(TIMEOUTS, listener), options)
  const { cert, key } = certificate.present
  const server = createSecureServer({ ...TIMEOUTS, cert, key }, listener)
  const deafen = certificate.hear((renewed) => server.setSecureContext({ cert: renewed.cert, key: renewed.key }))
  server.once('close', deafen)
  return open(server, options)
}

const HOST = /^(?:[\w.-]+|\[[0-9a-f:.]+\])(?=:\d+$|$)/i

/** Answers plain http with the way to the secure port. */
export async function listenToRedirect(host: string, port: number, securePort: number): Promise<Listening> {
  const server = createServer(TIMEOUTS, ({ headers, url = '/' }, answer) => {
    const name = HOST.exec(headers.host ?? '')?.[0]
    if (!name || !url.startsWith('/')) return void answer.writeHead(400).end()
    const place = securePort === 443 ? name : `${name}:${securePort}`
    answer.writeHead(308, { location: `https://${place}${url}`, 'content-length': 0 }).end()
  })
  return open(server, { host, port })
}

async function open(server: Server, { host, port }: Pick<ListenOptions, 'host' | 'port'>): Promise<Listening> {
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
  server.once('error', (error: NodeJS.ErrnoException) => reject(new CannotListen(error.code ?? 'unknown', error, port)))
  server.listen(port, host, () => {
    server.removeAllListeners('error')
    resolve()
  })
  return promise
}
