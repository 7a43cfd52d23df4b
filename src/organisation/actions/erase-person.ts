import { sql } from 'kysely'
import { homeUnit } from '../../access/actions/sign-in.ts'
import type { WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can, type Grant, holdsAll } from '../../core/reach.ts'
import { erasePersonalValues } from '../../history/personal-values.ts'
import { recordHistory } from '../../history/record-history.ts'
import { organisationPermissions } from '../permissions.ts'
import { erasureTexts } from '../texts/erasure.ts'
import { refuseLastAdministrator } from './change-people.ts'

const ROOT = '1'

/**
 * Erases what says who somebody is: names, numbers, addresses, everything to sign in with, and the key under which the journal kept them. Their
 * positions end today; what they did stays, under nobody's name. By whoever may do so in every unit where they ever had a position, never by
 * themselves, never for the last administrator. Cannot be taken back.
 */
export async function erasePerson(ctx: WriteContext, id: string): Promise<void> {
  const person = await lockPerson(ctx, id)
  const unitId = await homeUnit(ctx, id)
  await endEverything(ctx, id)
  await forgetSignIn(ctx, id, [person.userName, person.phone, person.email])
  const nameless = erasureTexts.vi.name
  const nothing = { userName: null, phone: null, email: null, fullName: nameless, sortName: nameless }
  const erased = { ...nothing, leftOn: ctx.actor.on, erasedAt: ctx.clock.now() }
  await ctx.db.updateTable('person').set(erased).where('id', '=', id).execute()
  await erasePersonalValues(ctx, id)
  await recordHistory(ctx, 'person.erased', { id, unitId }, {})
}

async function lockPerson(ctx: WriteContext, id: string) {
  const person = await ctx.db
    .selectFrom('person')
    .select(['userName', 'phone', 'email', 'erasedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!person || person.erasedAt !== null) throw new Refusal('not-found')
  const positions = await ctx.db
    .selectFrom('position')
    .innerJoin('unit', 'unit.id', 'position.unitId')
    .innerJoin('rolePermission', 'rolePermission.role', 'position.role')
    .select(['position.id', 'position.role', 'position.untilDate', 'unit.path', 'permission', 'reach'])
    .where('personId', '=', id)
    .execute()
  const { erasePeople, readPeople } = organisationPermissions
  const places = positions.length > 0 ? positions.map(({ path }) => path) : [ROOT]
  if (!places.some((path) => can(ctx.actor, readPeople, path))) throw new Refusal('not-found')
  const rights = positions.map(({ permission, path, reach }) => ({ permission, unit: path, reach })) as Grant[]
  const mayEverywhere = places.every((path) => can(ctx.actor, erasePeople, path)) && holdsAll(ctx.actor, rights)
  if (!mayEverywhere || ctx.actor.id === id) throw new Refusal('forbidden')
  const ruling = positions.filter(({ role, untilDate }) => role === 'administrator' && untilDate === null)
  for (const position of ruling) await refuseLastAdministrator(ctx, position.id, position.path)
  return person
}

async function endEverything(ctx: WriteContext, id: string): Promise<void> {
  const { on } = ctx.actor
  const now = ctx.clock.now()
  await sql`update position set until_date = greatest(${on}::date, from_date + 1)
    where person_id = ${id}::uuid and (until_date is null or until_date > ${on}::date)`.execute(ctx.db)
  await sql`update direct_grant set until_date = greatest(${on}::date, from_date + 1)
    where person_id = ${id}::uuid and (until_date is null or until_date > ${on}::date)`.execute(ctx.db)
  // The reason is free text about them: «nghỉ ốm».
  await sql`update delegation set ended_at = coalesce(ended_at, ${now}::timestamptz), reason = ''
    where person_id = ${id}::uuid or position_id in (select p.id from position p where p.person_id = ${id}::uuid)`.execute(
    ctx.db,
  )
  await ctx.db.updateTable('webhook').set({ disabledAt: now }).where('madeBy', '=', id).execute()
}

/** What they were told and how goes with `erased_at`, by a trigger: nobody else may touch it. */
async function forgetSignIn(ctx: WriteContext, id: string, names: readonly (string | null)[]): Promise<void> {
  const tables = ['session', 'knownDevice', 'oneTimeCode', 'personalToken', 'credential'] as const
  for (const table of tables) await ctx.db.deleteFrom(table).where('personId', '=', id).execute()
  const accounts = [...names.filter((name) => name !== null), `totp:${id}`, `password:${id}`]
  await ctx.db.deleteFrom('failedSignIn').where('account', '=', sql<string>`any(${accounts}::text[])`).execute()
}
