import type { Permission } from '../core/reach.ts'

export const accessPermissions = {
  /** Inviting people, handing out one-time codes, giving and ending rights in one's reach. */
  giveAccess: 'access.give',
  /** Asking «who can see this and why». */
  readAccess: 'access.read',
} as const satisfies Record<string, Permission>
