import type { MiddlewareHandler } from 'hono'
import { dayInVietNam } from '../core/dates/day-in-viet-nam.ts'
import { Refusal } from '../core/problem.ts'
import type { Actor } from '../core/reach.ts'
import type { HouseEnv } from '../platform/http/route.ts'
import { claimedUnitName } from './actions/claim.ts'
import { localOperator } from './builtin-actors.ts'
import { sessionToken } from './cookies.ts'
import { accessPaths } from './paths.ts'
import { findSignedIn } from './queries/find-actor.ts'

/** A session that nobody uses for so long ends by itself. */
const IDLE_HOURS = 12

/** What somebody between the two steps of signing in may still open. */
const BETWEEN = new Set<string>([accessPaths.secondStep, accessPaths.signOut])

/**
 * Who acts: the person of the session cookie; else a visitor. As long as there is no administrator, whoever sits at the computer itself is
 * the operator (the server listens nowhere else).
 */
export function whoActs(): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    const { ctx } = c.var
    const now = ctx.clock.now()
    const day = dayInVietNam(now)
    const token = sessionToken(c)
    const signedIn = token ? await findSignedIn(ctx.db, token, { now, day, idleHours: IDLE_HOURS }) : null
    const unitName = signedIn?.unitName ?? (await claimedUnitName(ctx.db))
    const visitor: Actor = { kind: 'visitor', id: null, on: day, grants: [] }
    const actor = signedIn?.actor ?? (unitName === null ? localOperator(day) : visitor)
    c.set('ctx', { ...ctx, actor })
    c.set('session', signedIn && { ...signedIn, id: signedIn.sessionId })
    c.set('unitName', unitName)
    await next()
  }
}

/** Between the two steps of signing in nothing opens but the second step and the way out. */
export function secondStepFirst(): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    if (c.var.session?.waitsForTotp && !BETWEEN.has(c.req.path)) {
      if (c.req.method === 'GET') return c.redirect(accessPaths.secondStep, 303)
      throw new Refusal('sign-in')
    }
    return next()
  }
}
