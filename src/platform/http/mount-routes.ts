import type { Hono } from 'hono'
import { Refusal } from '../../core/problem.ts'
import { type Actor, canSomewhere } from '../../core/reach.ts'
import type { HouseEnv, Route } from './route.ts'

/** Puts the routes up, each behind the permission that it declares; two for one address are a mistake of ours. */
export function mountRoutes(app: Hono<HouseEnv>, routes: readonly Route[]): void {
  const addresses = routes.map(({ method, path }) => `${method} ${path}`)
  const twice = addresses.filter((address, index) => addresses.indexOf(address) < index)
  if (twice.length > 0) throw new Error(`declared twice: ${twice.join(', ')}`)
  for (const { method, path, permission, event, handler } of routes) {
    app.on(method, path, (c) => {
      admit(c.var.ctx.actor, permission)
      c.set('ctx', { ...c.var.ctx, event })
      return handler(c)
    })
  }
}

/** Visitors are asked to sign in; whoever is signed in and may not learns nothing of the address. */
function admit(actor: Actor, permission: Route['permission']): void {
  if (permission === 'public') return
  if (actor.kind === 'visitor') throw new Refusal('sign-in')
  if (permission === 'somebody') return
  const admitted = permission === 'signed-in' ? actor.kind === 'person' : canSomewhere(actor, permission)
  if (!admitted) throw new Refusal('not-found')
}
