import { sql } from 'kysely'
import { mustGiveAccess } from '../../access/actions/one-time-codes.ts'
import { homeUnit } from '../../access/actions/sign-in.ts'
import type { WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { sortName } from '../../core/text/sort-name.ts'
import { seal } from '../../history/personal-values.ts'
import { recordHistory } from '../../history/record-history.ts'
import { personProblems, plainPerson } from '../rules.ts'
import type { NewPerson } from '../schema.ts'
import { refuseIf } from './unit-changes.ts'

/**
 * Corrects how somebody is called and by what they sign in. Whoever could take over the account by that must hold all its rights, as for handing out a
 * code; one's own name is corrected by whoever gives access there.
 */
export async function changePerson(ctx: WriteContext, id: string, given: NewPerson): Promise<void> {
  const row = await ctx.db
    .selectFrom('person')
    .select(['fullName', 'userName', 'phone', 'email', 'erasedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.erasedAt !== null) throw new Refusal('not-found')
  await mustGiveAccess(ctx, id, { alsoOneself: true })
  refuseIf(personProblems(given))
  const person = plainPerson(given)
  await refuseTaken(ctx, person, id)
  await ctx.db
    .updateTable('person')
    .set({ ...person, sortName: sortName(person.fullName) })
    .where('id', '=', id)
    .execute()
  const facts = { before: await seal(ctx, id, namesOf(row)), after: await seal(ctx, id, namesOf(person)) }
  await recordHistory(ctx, 'person.changed', { id, unitId: await homeUnit(ctx, id) }, facts)
}

/** As the journal calls them; sealed before they go there. */
export function namesOf({ fullName, userName, phone, email }: NewPerson) {
  return { fullName, ...(userName && { userName }), ...(phone && { phone }), ...(email && { email }) }
}

/** Names by which people sign in belong to one person each. `but`: the person who has them already. */
export async function refuseTaken(ctx: WriteContext, person: NewPerson, but: string | null): Promise<void> {
  const row = await ctx.db
    .selectFrom('person')
    .select(['userName', 'phone', 'email'])
    .where((eb) =>
      eb.or([
        eb('userName', '=', person.userName),
        eb('phone', '=', person.phone),
        eb(eb.fn<string>('lower', ['email']), '=', person.email),
      ]),
    )
    .where(sql<boolean>`id is distinct from ${but}::uuid`)
    .limit(1)
    .executeTakeFirst()
  if (!row) return
  const field =
    row.userName === person.userName && person.userName
      ? 'userName'
      : row.phone === person.phone && person.phone
        ? 'phone'
        : 'email'
  throw new Refusal('invalid', [], [{ field, code: 'account-taken' }])
}
