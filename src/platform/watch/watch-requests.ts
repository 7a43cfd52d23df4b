import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { HouseEnv } from '../http/route.ts'

/** What is known of an answered request, and nothing about the person: no address, no name, no number of a record, nothing typed. */
export interface SeenRequest {
  readonly id: string
  readonly method: string
  /** The pattern of the address (`/don-vi/:id`), `files` for style sheets and the like, `unknown` where there is nothing. */
  readonly route: string
  readonly status: number
  /** Until the answer begins. */
  readonly seconds: number
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Tells of every request once it is answered. Stands before all others. */
export function watchRequests(tell: (seen: SeenRequest) => void): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    const begun = performance.now()
    await next()
    const { status } = c.res
    const own = matchedRoutes(c).findLast(({ path }) => path !== '/*')
    const route = own?.path ?? (status < 400 ? 'files' : 'unknown')
    const method = METHODS.has(c.req.method) ? c.req.method : 'other'
    tell({ id: c.var.requestId, method, route, status, seconds: (performance.now() - begun) / 1_000 })
  }
}
