import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, type Permission, reachedUnits } from '../../core/reach.ts'

/**
 * The SQL twin of `can(actor, permission, path)`: true for rows whose column `path` lies where the actor holds the permission.
 * For rows of units themselves; records ask `ofUnitsWithinReach`.
 */
export function withinReach(actor: Actor, permission: Permission, path = 'unit_path'): RawBuilder<SqlBool> {
  const reached = reachedUnits(actor, permission)
  const trees = reached.filter(({ reach }) => reach === 'subtree').map(({ unit }) => unit)
  const alone = reached.filter(({ reach }) => reach === 'unit').map(({ unit }) => unit)
  const column = sql.ref(path)
  return sql<SqlBool>`(${column} <@ any(${trees}::ltree[]) or ${column} = any(${alone}::ltree[]))`
}

/** The root of every tree. */
const ROOT = '1'

/**
 * The same for records that carry their unit's number: the units are looked up once a query, and comparing numbers is what PostgreSQL lets an index
 * do under a policy (docs/decisions/0006). Whoever holds the permission over the whole tree pays nothing.
 */
export function ofUnitsWithinReach(actor: Actor, permission: Permission, unitId = 'unit_id'): RawBuilder<SqlBool> {
  const whole = reachedUnits(actor, permission).some(({ unit, reach }) => unit === ROOT && reach === 'subtree')
  if (whole) return sql<SqlBool>`true`
  const units = sql`select id from unit where ${withinReach(actor, permission, 'unit.path')}`
  return sql<SqlBool>`${sql.ref(unitId)} = any(array(${units}))`
}
