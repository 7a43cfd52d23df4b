import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { Refusal } from '../../core/problem.ts'
import { cookieName, isSecure } from './is-secure.ts'
import type { HouseEnv, HouseRequest } from './route.ts'

/** The hidden field of every form; in forms with files it stands before them. */
export const CSRF_FIELD = 'form-token'
const COOKIE = 'lantoa_form'
const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Gives every browser its token for the hidden field. */
export function formToken(): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    c.set('csrf', { name: CSRF_FIELD, value: getCookie(c, cookieName(c, COOKIE)) ?? newToken(c) })
    await next()
  }
}

/**
 * Changes come from our own pages only. Every browser of the last years says where a form came from (`Sec-Fetch-Site` where
 * the connection is secure, else `Origin`); for one that says nothing, the hidden field must equal our cookie.
 */
export function ownFormsOnly(): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    if (!HARMLESS.has(c.req.method)) {
      const origin = formOrigin(c.req.header('sec-fetch-site'), c.req.header('origin'), c.req.header('host'))
      // No browser sends a token by itself: whoever sends one means it.
      const byToken = c.var.ctx.actor.tokenId !== undefined
      if (origin === 'foreign' && !byToken) throw new Refusal('foreign-site')
      c.set('formIsOurs', byToken || origin === 'ours')
    }
    await next()
  }
}

/** Where a form says that it came from. */
export function formOrigin(
  fetchSite: string | undefined,
  origin: string | undefined,
  host: string | undefined,
): 'ours' | 'foreign' | 'unknown' {
  if (fetchSite === 'same-origin') return 'ours'
  if (fetchSite === 'cross-site' || fetchSite === 'same-site') return 'foreign'
  if (origin === undefined || origin === 'null') return 'unknown'
  return URL.canParse(origin) && new URL(origin).host === host ? 'ours' : 'foreign'
}

/** Throws `Refusal` when neither the browser nor the hidden field proves that the form is ours. */
export function checkToken(c: HouseRequest, given: string | null): void {
  if (c.var.formIsOurs) return
  const expected = Buffer.from(getCookie(c, cookieName(c, COOKIE)) ?? '')
  const proof = Buffer.from(given ?? '')
  const same = expected.length > 0 && proof.length === expected.length && timingSafeEqual(expected, proof)
  if (!same) throw new Refusal('foreign-site')
}

function newToken(c: HouseRequest): string {
  const token = Buffer.from(c.var.ctx.chance.bytes(16)).toString('base64url')
  const attributes = { path: '/', httpOnly: true, sameSite: 'Strict', secure: isSecure(c) } as const
  setCookie(c, cookieName(c, COOKIE), token, attributes)
  return token
}
