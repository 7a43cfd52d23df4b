import type { WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { recordHistory } from '../../history/record-history.ts'
import { hashPassword, isPassword } from '../passwords.ts'
import { passwordProblems } from '../rules.ts'
import { endCodes } from './end-codes.ts'
import { homeUnit } from './sign-in.ts'

/** A new password for oneself; every other session of the person ends, and so does every code that somebody still has for them. */
export async function changePassword(
  ctx: WriteContext,
  sessionId: string,
  { oldPassword, password }: { oldPassword: string; password: string },
): Promise<void> {
  const personId = ctx.actor.id ?? ''
  const person = await ctx.db
    .selectFrom('person')
    .innerJoin('credential', 'credential.personId', 'person.id')
    .select(['fullName', 'userName', 'phone', 'email', 'passwordHash'])
    .where('person.id', '=', personId)
    .forUpdate('credential')
    .executeTakeFirst()
  if (!person || !(await isPassword(oldPassword, person.passwordHash))) {
    throw new Refusal('invalid', [], [{ field: 'oldPassword', code: 'password-wrong' }])
  }
  const problems = passwordProblems(password, [person.userName, person.phone, person.email, person.fullName])
  if (problems.length > 0) throw new Refusal('invalid', [], problems)
  const changed = { passwordHash: await hashPassword(password), passwordSetAt: ctx.clock.now() }
  await ctx.db.updateTable('credential').set(changed).where('personId', '=', personId).execute()
  await endOtherSessions(ctx, sessionId)
  await endCodes(ctx, personId)
  await recordHistory(ctx, 'password.changed', { id: personId, unitId: await homeUnit(ctx, personId) }, {})
}

/** Ends every session of the actor but this one. Returns how many ended. */
export async function endOtherSessions(ctx: WriteContext, sessionId: string): Promise<number> {
  const others = ctx.db.deleteFrom('session').where('personId', '=', ctx.actor.id ?? '')
  return (await others.where('id', '<>', sessionId).returning('id').execute()).length
}
