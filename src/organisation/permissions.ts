import type { Permission } from '../core/reach.ts'

export const organisationPermissions = {
  readUnits: 'unit.read',
  changeUnits: 'unit.change',
  readPeople: 'person.read',
  changePeople: 'person.change',
  /** No role has it by itself: administrators only. */
  erasePeople: 'person.erase',
  changeClusters: 'cluster.change',
} as const satisfies Record<string, Permission>
