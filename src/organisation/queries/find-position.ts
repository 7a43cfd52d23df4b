import type { Context } from '../../context.ts'
import { can } from '../../core/reach.ts'
import { organisationPermissions } from '../permissions.ts'

export interface FoundPosition {
  readonly id: string
  readonly personId: string
  readonly fullName: string
  readonly title: string
  readonly unitName: string
}

/** A position, for its holder and for whoever changes people in its unit; to others it does not exist. */
export async function findPosition(ctx: Context, id: string): Promise<FoundPosition | undefined> {
  const row = await ctx.db
    .selectFrom('position')
    .innerJoin('person', 'person.id', 'position.personId')
    .innerJoin('unit', 'unit.id', 'position.unitId')
    .select([
      'position.id',
      'person.id as personId',
      'person.fullName',
      'position.title',
      'unit.name as unitName',
      'unit.path',
    ])
    .where('position.id', '=', id)
    .executeTakeFirst()
  const may = row && (row.personId === ctx.actor.id || can(ctx.actor, organisationPermissions.changePeople, row.path))
  return may ? row : undefined
}
