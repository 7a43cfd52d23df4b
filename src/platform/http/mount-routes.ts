import type { Hono } from 'hono'
import { Refusal } from '../../core/problem.ts'
import { canSomewhere } from '../../core/reach.ts'
import type { HouseEnv, Route } from './route.ts'

/** Puts the routes up, each behind the permission that it declares; two for one address are a mistake of ours. */
export function mountRoutes(app: Hono<HouseEnv>, routes: readonly Route[]): void {
  const addresses = routes.map(({ method, path }) => `${method} ${path}`)
  const twice = addresses.filter((address, index) => addresses.indexOf(address) < index)
  if (twice.length > 0) throw new Error(`declared twice: ${twice.join(', ')}`)
  for (const { method, path, permission, event, handler } of routes) {
    app.on(method, path, (c) => {
      if (permission !== 'public' && !canSomewhere(c.var.ctx.actor, permission)) throw new Refusal('not-found')
      c.set('ctx', { ...c.var.ctx, event })
      return handler(c)
    })
  }
}
