import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import type { Permission, UnitPath } from '../../core/reach.ts'

/** Somebody who may see a record, and what gives them the right. */
export interface Onlooker {
  readonly personId: string
  readonly fullName: string
  /** The unit that the right is tied to, and whether it came from there or from above. */
  readonly unitName: string
  readonly reach: 'unit' | 'subtree'
  readonly because: 'position' | 'delegation' | 'grant'
  /** The title of the position, the reason of the delegation or the grant. */
  readonly words: string
  /** The role of the position; null for other reasons. */
  readonly role: string | null
  /** The last day of the right; null: no end is known. */
  readonly lastDay: string | null
}

/** Everybody who holds the permission over this unit on a day, each with every reason; `most` rows, by name. */
export async function listOnlookers(
  ctx: Context,
  permission: Permission,
  path: UnitPath,
  most = 500,
): Promise<Onlooker[]> {
  const { rows } = await sql<Onlooker>`
    select g.person_id as "personId", person.full_name as "fullName", unit.name as "unitName", g.reach, g.because,
      coalesce(nullif(p.title, ''), d.reason, dg.reason, '') as words, p.role,
      g.until_date - 1 as "lastDay"
    from held_grant g
    join person on person.id = g.person_id
    join unit on unit.id = g.unit_id
    left join position p on g.because = 'position' and p.id = g.because_id
    left join delegation d on g.because = 'delegation' and d.id = g.because_id
    left join direct_grant dg on g.because = 'grant' and dg.id = g.because_id
    where g.permission in (${permission}, '*')
      and (g.path = ${path}::ltree or (g.reach = 'subtree' and g.path @> ${path}::ltree))
      and g.from_date <= ${ctx.actor.on}::date and (g.until_date is null or g.until_date > ${ctx.actor.on}::date)
      and (person.left_on is null or person.left_on > ${ctx.actor.on}::date)
    order by person.sort_name, person.id, g.path
    limit ${most}`.execute(ctx.db)
  return rows
}
