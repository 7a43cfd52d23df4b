import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { cookieName, isSecure } from '../platform/http/is-secure.ts'
import type { HouseRequest } from '../platform/http/route.ts'
import type { Origin } from './schema.ts'

const SESSION = 'lantoa_session'
const DEVICE = 'lantoa_device'
const YEAR = 365 * 24 * 3600

/**
 * Over plain http in the office network there is no `Secure`, hence no `__Host-` name; over https both. The cookie ends with the browser's
 * session: the officer's machine is often shared.
 */
const attributes = (c: HouseRequest) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'Lax' as const,
  secure: isSecure(c),
})

const sessionName = (c: HouseRequest) => cookieName(c, SESSION)
const deviceName = (c: HouseRequest) => cookieName(c, DEVICE)

export function sessionToken(c: HouseRequest): string | null {
  return getCookie(c, sessionName(c)) ?? null
}

export function setSession(c: HouseRequest, token: string, device: string): void {
  setCookie(c, sessionName(c), token, attributes(c))
  setCookie(c, deviceName(c), device, { ...attributes(c), maxAge: YEAR })
}

export function clearSession(c: HouseRequest): void {
  deleteCookie(c, sessionName(c), { path: '/', secure: isSecure(c) })
}

/** Where the request comes from, for counting attempts and for the list of sessions. */
export function originOf(c: HouseRequest): Origin {
  return {
    address: c.var.address,
    agent: c.req.header('user-agent') ?? '',
    device: getCookie(c, deviceName(c)) ?? null,
  }
}
