import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../core/problem.ts'
import type { HouseEnv, HouseRequest } from '../platform/http/route.ts'
import { isApiPath } from './paths.ts'

const MINUTE = 60_000

/**
 * So many requests of one token, person or address in a minute, counted in this process: a program that runs wild must not make everybody
 * wait. The next one is told how many seconds to wait.
 */
export function atMostPerMinute(most: number): MiddlewareHandler<HouseEnv> {
  let window = 0
  const counts = new Map<string, number>()
  return async (c, next) => {
    if (isApiPath(c.req.path)) {
      const now = c.var.ctx.clock.now().getTime()
      const current = Math.floor(now / MINUTE)
      if (current !== window) counts.clear()
      window = current
      const count = (counts.get(whose(c)) ?? 0) + 1
      counts.set(whose(c), count)
      if (count > most) {
        c.header('Retry-After', String(Math.ceil(((current + 1) * MINUTE - now) / 1000)))
        throw new Refusal('too-many')
      }
    }
    await next()
  }
}

function whose(c: HouseRequest): string {
  const { actor } = c.var.ctx
  return actor.tokenId ?? actor.id ?? c.var.address
}
