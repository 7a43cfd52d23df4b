import type { Context } from 'hono'

/** Did the browser speak HTTPS, to us or to a proxy of ours? */
export function isSecure(c: Context): boolean {
  return new URL(c.req.url).protocol === 'https:'
}

/** A browser takes a `__Host-` cookie from this host alone, over HTTPS alone; over plain http there is no such thing. */
export function cookieName(c: Context, name: string): string {
  return isSecure(c) ? `__Host-${name}` : name
}
