import { type SqlBool, sql } from 'kysely'
import type { Context } from '../../context.ts'
import { fold } from '../../core/text/fold.ts'
import { withinReach } from '../../platform/db/within-reach.ts'
import { organisationPermissions } from '../permissions.ts'

export interface ListedPerson {
  readonly id: string
  readonly fullName: string
  readonly sortName: string
  /** Where and as what, a line each, those within the actor's reach. */
  readonly positions: readonly { readonly unitName: string; readonly title: string; readonly role: string }[]
}

export interface PeopleQuery {
  readonly q: string
  /** Key of the last person of the page before: sort name and id. */
  readonly after: { readonly sortName: string; readonly id: string } | null
  readonly most: number
}

/** People with a position within reach today, sorted by given name; one statement, one more row than a page says there is more. */
export async function listPeople(ctx: Context, { q, after, most }: PeopleQuery): Promise<ListedPerson[]> {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<ListedPerson>`
    select person.id, person.full_name, person.sort_name,
      json_agg(json_build_object('unitName', unit.name, 'title', p.title, 'role', p.role) order by p.from_date, p.id) as positions
    from person
    join position p on p.person_id = person.id
      and p.from_date <= ${ctx.actor.on} and (p.until_date is null or p.until_date > ${ctx.actor.on})
    join unit on unit.id = p.unit_id
    where ${withinReach(ctx.actor, organisationPermissions.readPeople, 'unit.path')}
      and (${q} = '' or person.folded like fold(${like}))
      and ${after === null ? sql<SqlBool>`true` : sql<SqlBool>`(person.sort_name, person.id) > (${after.sortName}, ${after.id}::uuid)`}
    group by person.id
    order by person.sort_name, person.id
    limit ${most + 1}`.execute(ctx.db)
  return rows
}

export interface PersonPosition {
  readonly id: string
  readonly unitId: number
  readonly unitName: string
  readonly unitPath: string
  readonly role: string
  readonly title: string
  readonly fromDate: string
  /** The first day without it. */
  readonly untilDate: string | null
}

export interface PersonDelegation {
  readonly id: string
  readonly positionId: string
  readonly holderName: string
  readonly delegateName: string
  readonly delegateId: string
  readonly title: string
  readonly fromDate: string
  /** The last day. */
  readonly lastDay: string
}

export interface PersonDetail {
  readonly id: string
  readonly fullName: string
  readonly userName: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly hasPassword: boolean
  readonly hasTotp: boolean
  readonly isErased: boolean
  readonly positions: readonly PersonPosition[]
  readonly delegations: readonly PersonDelegation[]
}

/**
 * A person as far as the actor reaches: one of their positions, also a former one, must lie within reach, or they are the actor themselves. How somebody is reached who has gone on to an office
 * elsewhere is the affair of that office. Three statements.
 */
export async function findPerson(ctx: Context, id: string): Promise<PersonDetail | undefined> {
  const person = await ctx.db
    .selectFrom('person')
    .leftJoin('credential', 'credential.personId', 'person.id')
    .select(['person.id', 'fullName', 'userName', 'phone', 'email', 'passwordHash', 'totpConfirmedAt', 'erasedAt'])
    .select((eb) => eb.exists(eb.selectFrom('position').where('personId', '=', id).where(isHeld(ctx))).as('isInOffice'))
    .where('person.id', '=', id)
    .executeTakeFirst()
  if (!person) return undefined
  const positions = await listPositionsOf(ctx, id)
  if (positions.length === 0 && id !== ctx.actor.id) return undefined
  const { passwordHash, totpConfirmedAt, erasedAt, isInOffice, ...rest } = person
  const isHere = id === ctx.actor.id || positions.some(({ untilDate }) => (untilDate ?? '9999') > ctx.actor.on)
  const contact = isInOffice && !isHere ? { userName: null, phone: null, email: null } : {}
  const has = { hasPassword: passwordHash !== null, hasTotp: totpConfirmedAt !== null, isErased: erasedAt !== null }
  const delegations = await listDelegations(
    ctx,
    id,
    positions.map((position) => position.id),
  )
  return { ...rest, ...contact, ...has, positions, delegations }
}

/** Those within reach, also former ones; all of one's own. */
async function listPositionsOf(ctx: Context, id: string): Promise<PersonPosition[]> {
  return ctx.db
    .selectFrom('position')
    .innerJoin('unit', 'unit.id', 'position.unitId')
    .select([
      'position.id',
      'unitId',
      'unit.name as unitName',
      'unit.path as unitPath',
      'role',
      'title',
      'fromDate',
      'untilDate',
    ])
    .where('personId', '=', id)
    .where(
      id === ctx.actor.id
        ? sql<SqlBool>`true`
        : withinReach(ctx.actor, organisationPermissions.readPeople, 'unit.path'),
    )
    .orderBy(sql`until_date is not null`)
    .orderBy('fromDate', 'desc')
    .execute()
}

/** Held today or later. */
function isHeld({ actor }: Pick<Context, 'actor'>) {
  return sql<boolean>`(position.until_date is null or position.until_date > ${actor.on}::date)`
}

/** Delegations that still run: of these positions, or to this person. */
async function listDelegations(
  ctx: Context,
  personId: string,
  positionIds: readonly string[],
): Promise<PersonDelegation[]> {
  const { rows } = await sql<PersonDelegation>`
    select d.id, d.position_id, holder.full_name as holder_name, delegate.full_name as delegate_name, delegate.id as delegate_id,
      p.title, d.from_date, d.until_date - 1 as last_day
    from delegation d
    join position p on p.id = d.position_id
    join person holder on holder.id = p.person_id
    join person delegate on delegate.id = d.person_id
    where (d.position_id = any(${[...positionIds]}::uuid[]) or d.person_id = ${personId})
      and d.ended_at is null and d.until_date > ${ctx.actor.on}
    order by d.from_date`.execute(ctx.db)
  return rows
}

/** The person who signs in by this user name, phone number or mail address. */
export async function findByAccount(
  ctx: Context,
  account: { readonly kind: 'userName' | 'phone' | 'email'; readonly value: string },
): Promise<{ id: string; fullName: string } | undefined> {
  return ctx.db
    .selectFrom('person')
    .select(['id', 'fullName'])
    .where(account.kind, '=', account.value)
    .executeTakeFirst()
}

/** The one person within reach who is called so, with or without marks; undefined where nobody is, or several are. */
export async function findByName(ctx: Context, name: string): Promise<ListedPerson | undefined> {
  const q = name.trim()
  const found = q === '' ? [] : await listPeople(ctx, { q, after: null, most: 20 })
  const [one, ...others] = found.filter(({ fullName }) => fold(fullName) === fold(q))
  return others.length === 0 ? one : undefined
}
