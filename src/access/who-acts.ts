import type { MiddlewareHandler } from 'hono'
import { isApiPath } from '../api/paths.ts'
import { dayInVietNam } from '../core/dates/day-in-viet-nam.ts'
import { Refusal } from '../core/problem.ts'
import type { Actor } from '../core/reach.ts'
import type { HouseEnv, HouseRequest } from '../platform/http/route.ts'
import { claimedUnitName } from './actions/claim.ts'
import { localOperator } from './builtin-actors.ts'
import { sessionToken } from './cookies.ts'
import { accessPaths } from './paths.ts'
import { findSignedIn } from './queries/find-actor.ts'
import { findTokenHolder } from './queries/find-token.ts'

/** A session that nobody uses for so long ends by itself. */
const IDLE_HOURS = 12

/** What somebody between the two steps of signing in may still open. */
const BETWEEN = new Set<string>([accessPaths.secondStep, accessPaths.signOut])

/**
 * Who acts: the person of the session cookie; else a visitor. As long as there is no administrator, whoever sits at the computer itself is
 * the operator (the server listens nowhere else). What a person asks of the database is asked behind the second wall.
 */
export function whoActs(): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    const { ctx } = c.var
    const now = ctx.clock.now()
    const day = dayInVietNam(now)
    const bearer = bearerOf(c)
    const token = bearer === null ? sessionToken(c) : null
    const signedIn = token ? await findSignedIn(ctx.db, token, { now, day, idleHours: IDLE_HOURS }) : null
    const unitName = signedIn?.unitName ?? (await claimedUnitName(ctx.db))
    const visitor: Actor = { kind: 'visitor', id: null, on: day, grants: [] }
    const holder = bearer === null ? null : await findTokenHolder(ctx.db, bearer, { now, day })
    if (bearer !== null && holder === null) throw new Refusal('sign-in')
    const actor = holder ?? signedIn?.actor ?? (unitName === null ? localOperator(day) : visitor)
    const walled = actor.kind === 'person' ? c.var.wall?.dbFor(actor) : undefined
    c.set('ctx', { ...ctx, actor, db: walled ?? ctx.db })
    c.set('session', signedIn && { ...signedIn, id: signedIn.sessionId })
    c.set('unitName', unitName)
    await next()
  }
}

/** The token of a program; only addresses of the API look at it. */
function bearerOf(c: HouseRequest): string | null {
  const given = isApiPath(c.req.path) ? c.req.header('authorization') : undefined
  return given === undefined ? null : (/^Bearer +([\w-]{1,200})$/i.exec(given)?.[1] ?? '')
}

/** Between the two steps of signing in nothing opens but the second step and the way out. */
export function secondStepFirst(): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    if (c.var.session?.waitsForTotp && !BETWEEN.has(c.req.path)) {
      if (c.req.method === 'GET' && !isApiPath(c.req.path)) return c.redirect(accessPaths.secondStep, 303)
      throw new Refusal('sign-in')
    }
    return next()
  }
}
