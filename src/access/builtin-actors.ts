import type { Actor } from '../core/reach.ts'

/** The path of the own unit, the root of this installation's tree. */
export const ROOT_UNIT = '1'

const EVERYTHING = [{ permission: '*', unit: ROOT_UNIT, reach: 'subtree', from: null, until: null }] as const

/** Whoever sits at the computer itself, as long as there is no administrator and the server listens on this computer only. */
export function localOperator(on: string): Actor {
  return { kind: 'operator', id: null, on, grants: EVERYTHING }
}

/** The product itself, in jobs. */
export function theSystem(on: string): Actor {
  return { kind: 'system', id: null, on, grants: EVERYTHING }
}

/** Somebody who has not been recognised yet, on no day: holds nothing. */
export const builtinVisitor: Actor = { kind: 'visitor', id: null, on: '0001-01-01', grants: [] }
