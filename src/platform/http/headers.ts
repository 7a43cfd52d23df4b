import type { MiddlewareHandler } from 'hono'
import { isSecure } from './is-secure.ts'
import { isLocalHost } from './local-hosts.ts'
import type { HouseEnv } from './route.ts'

/** Scripts, styles, pictures and fonts from ourselves only; nothing inline, nobody frames us. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), geolocation=(), microphone=()',
}

const DAY = 86_400

/**
 * On every answer; a page is private to who asked for it unless its handler says otherwise. Over HTTPS browsers are told to stay there; with no days
 * they are told to forget it, which is the way back to plain http.
 */
export function securityHeaders(): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.header(name, value)
    if (isSecure(c) && !isLocalHost(c.req.header('host') ?? ''))
      c.header('Strict-Transport-Security', `max-age=${c.var.ctx.config.hstsDays * DAY}`)
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache')
  }
}
