import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../../core/problem.ts'
import type { HouseEnv } from './route.ts'

const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/**
 * While whoever sits at this computer may do everything, only names of this computer are answered: a foreign page could
 * otherwise point a name of its own at 127.0.0.1 and speak to us through the officer's browser (DNS rebinding).
 */
export function localHostsOnly(): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    const everything = c.var.ctx.actor.kind === 'operator'
    if (everything && !isLocalHost(c.req.header('host') ?? new URL(c.req.url).host)) throw new Refusal('foreign-site')
    await next()
  }
}

/** Is this value of the Host header a name of this computer alone? */
export function isLocalHost(host: string): boolean {
  return LOCAL.test(host)
}
