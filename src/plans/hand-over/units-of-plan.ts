import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { can } from '../../core/reach.ts'
import { organisationPermissions } from '../../organisation/permissions.ts'

/** Somebody who works in a unit today. */
export interface UnitPerson {
  readonly id: string
  readonly fullName: string
  readonly title: string
  /** Has set a password, or signs in by the office's own accounts. */
  readonly canSignIn: boolean
}

/** A unit that has a part in a plan, the functions of officers that the plan names in it, and who works there. */
export interface PartUnit {
  readonly id: number
  readonly name: string
  readonly path: string
  readonly functions: readonly string[]
  readonly people: readonly UnitPerson[]
}

/** The units with a part in the plan whose people the actor may change, units without anybody who can sign in first. One statement. */
export async function listPartUnits(ctx: Context, planId: string): Promise<PartUnit[]> {
  const { rows } = await sql<PartUnit>`
    select unit.id, unit.name, unit.path,
      (select coalesce(json_agg(distinct title), '[]') from plan_part named
        where named.plan_id = ${planId}::uuid and named.unit_id = unit.id and named.title <> '') as functions,
      coalesce(json_agg(json_build_object('id', person.id, 'fullName', person.full_name, 'title', held.title,
        'canSignIn', exists (select from credential where credential.person_id = person.id
          and (password_hash is not null or oidc_subject is not null)))
        order by person.sort_name) filter (where person.id is not null), '[]') as people
    from unit
    left join position held on held.unit_id = unit.id
      and held.from_date <= ${ctx.actor.on} and (held.until_date is null or held.until_date > ${ctx.actor.on})
    left join person on person.id = held.person_id and person.erased_at is null
    where unit.abolished_on is null and unit.id in (select unit_id from plan_part where plan_id = ${planId}::uuid)
    group by unit.id
    order by unit.name`.execute(ctx.db)
  const reached = rows.filter(({ path }) => can(ctx.actor, organisationPermissions.changePeople, path))
  return reached.toSorted((a, b) => Number(isServed(a)) - Number(isServed(b)))
}

/** Can somebody of the unit see what it owes? */
export function isServed({ people }: PartUnit): boolean {
  return people.some(({ canSignIn }) => canSignIn)
}
