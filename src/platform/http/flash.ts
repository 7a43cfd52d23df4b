import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { isSecure } from './is-secure.ts'

const COOKIE = 'lantoa_flash'

const Flash = z.object({
  tone: z.enum(['plain', 'river', 'leaf', 'amber', 'danger']),
  text: z.string().max(500),
})
type Flash = z.infer<typeof Flash>

/** Leaves one message for the next page: what was just done. Kept by the browser, so that it needs no session. */
export function setFlash(c: Context, flash: Flash): void {
  const value = Buffer.from(JSON.stringify(flash)).toString('base64url')
  setCookie(c, COOKIE, value, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60, secure: isSecure(c) })
}

/** The message that the last action left, once; null when there is none or somebody made it up. */
export function takeFlash(c: Context): Flash | null {
  const value = getCookie(c, COOKIE)
  if (!value) return null
  deleteCookie(c, COOKIE, { path: '/', secure: isSecure(c) })
  return parseFlash(Buffer.from(value, 'base64url').toString('utf8'))
}

function parseFlash(text: string): Flash | null {
  try {
    return Flash.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
