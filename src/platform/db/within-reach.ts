import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, type Permission, reachedUnits } from '../../core/reach.ts'

/**
 * The SQL twin of `can(actor, permission, path)`: true for rows whose column `path` lies where the actor holds the permission.
 * Whoever holds it over a whole tree from its root pays nothing for the check.
 */
export function withinReach(actor: Actor, permission: Permission, path = 'unit_path'): RawBuilder<SqlBool> {
  const reached = reachedUnits(actor, permission)
  const trees = reached.filter(({ reach }) => reach === 'subtree').map(({ unit }) => unit)
  const alone = reached.filter(({ reach }) => reach === 'unit').map(({ unit }) => unit)
  const column = sql.ref(path)
  return sql<SqlBool>`(${column} <@ any(${trees}::ltree[]) or ${column} = any(${alone}::ltree[]))`
}
