import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { can } from '../../core/reach.ts'
import { organisationPermissions } from '../permissions.ts'
import type { Unit } from '../schema.ts'

export const unitColumns = [
  'id',
  'path',
  'parentId',
  'name',
  'shortName',
  'kind',
  'code',
  'foundedOn',
  'abolishedOn',
] as const

/** The unit, as long as the actor may read it; out of reach it looks as if it did not exist. */
export async function findUnit(ctx: Context, id: number): Promise<Unit | undefined> {
  const row = await ctx.db.selectFrom('unit').select(unitColumns).where('id', '=', id).executeTakeFirst()
  return row && can(ctx.actor, organisationPermissions.readUnits, row.path) ? (row as Unit) : undefined
}

/** From the root to the unit itself, whoever may read it: a path is no secret to those who see its end. */
export async function listAncestors(ctx: Context, unit: Pick<Unit, 'path'>): Promise<Unit[]> {
  const rows = await ctx.db
    .selectFrom('unit')
    .select(unitColumns)
    .where(sql<boolean>`path @> ${unit.path}::ltree`)
    .orderBy(sql`nlevel(path)`)
    .execute()
  return rows as Unit[]
}
