import { getConnInfo } from '@hono/node-server/conninfo'
import type { HouseRequest } from './route.ts'

/**
 * The network address that the request came from. Behind a proxy of our own (a setting) it is the last one that the proxy has written down;
 * what the browser itself claims before that is not believed. Requests without a connection (tests) come from this computer.
 */
export function addressOf(c: HouseRequest, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || connected(c) || '127.0.0.1'
}

function connected(c: HouseRequest): string | undefined {
  const env = c.env as { incoming?: unknown } | undefined
  return env?.incoming ? getConnInfo(c).remote.address : undefined
}
