import { notedOrigin } from './behind-proxy.ts'
import type { HouseRequest } from './route.ts'

/** The network address that the request came from, as far as it can be known. */
export function addressOf(c: HouseRequest): string {
  return originOf(c).address
}

/** Does the request come from a program on this computer, and not through one that passes on what others ask? */
export function isFromThisComputer(c: HouseRequest): boolean {
  const { address, isPassedOn } = originOf(c)
  return !isPassedOn && /^(127\.|::1$)/.test(address)
}

function originOf(c: HouseRequest) {
  return notedOrigin((c.env as { incoming?: unknown } | undefined)?.incoming)
}
