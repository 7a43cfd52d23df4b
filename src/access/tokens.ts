import { z } from 'zod'
import type { Grant, Permission } from '../core/reach.ts'

/**
 * What a token may be given: a scope is a permission. Handing out sign-in codes is none, so that no token lets anybody in or changes a
 * password.
 */
export const tokenScopes = [
  'plan.read',
  'plan.import',
  'plan.confirm',
  'task.read',
  'task.do',
  'task.urge',
  'calendar.change',
  'unit.read',
  'unit.change',
  'cluster.change',
  'person.read',
  'person.change',
  'history.read',
  'webhook.change',
] as const satisfies readonly Permission[]

export const TokenScope = z.enum(tokenScopes)
export type TokenScope = z.infer<typeof TokenScope>

/** For how many days a token may live. */
export const tokenDays = [30, 90, 365] as const

export const NewToken = z.object({
  name: z.string().trim().normalize('NFC').min(1).max(100),
  scopes: z.array(TokenScope).min(1),
  days: z.coerce.number().refine((days) => tokenDays.some((one) => one === days)),
})
export type NewToken = z.infer<typeof NewToken>

/** What a token may do now: what its owner may do now, as far as its scopes go. */
export function narrowedGrants(grants: readonly Grant[], scopes: readonly string[]): Grant[] {
  return grants.flatMap((grant) => {
    if (grant.permission !== '*') return scopes.includes(grant.permission) ? [grant] : []
    return tokenScopes.filter((scope) => scopes.includes(scope)).map((permission) => ({ ...grant, permission }))
  })
}
