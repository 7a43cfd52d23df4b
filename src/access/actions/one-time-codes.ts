import { type Context, type WriteContext, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can, type Grant, holdsAll } from '../../core/reach.ts'
import { recordHistory } from '../../history/record-history.ts'
import { hashPassword } from '../passwords.ts'
import { accessPermissions } from '../permissions.ts'
import { passwordProblems } from '../rules.ts'
import type { Origin, PasswordByCode, SignInResult } from '../schema.ts'
import { hashSecret, newSpokenCode, plainCode } from '../secrets.ts'
import { type CodePurpose, endCodes, LIFETIME } from './end-codes.ts'
import { homeUnit, openSession } from './sign-in.ts'
import { forgetFailures, takeTurn } from './throttle.ts'

/**
 * A code that the officer hands over on paper or by telephone: no mail is needed. A new one ends the older ones of the same purpose.
 * Only for people all of whose positions lie where the actor gives access, and who may do nothing that the actor may not: nobody takes
 * over the account of somebody above them.
 */
export async function issueCode(ctx: WriteContext, personId: string, purpose: CodePurpose): Promise<string> {
  await mustGiveAccess(ctx, personId)
  const now = ctx.clock.now()
  const code = newSpokenCode(ctx.chance)
  await endCodes(ctx, personId, [purpose])
  await ctx.db
    .insertInto('oneTimeCode')
    .values({
      id: ctx.chance.id(),
      codeHash: hashSecret(plainCode(code)),
      personId,
      purpose,
      madeBy: ctx.actor.id,
      madeAt: now,
      endsAt: new Date(now.getTime() + LIFETIME[purpose]),
    })
    .execute()
  await recordHistory(ctx, 'code.issued', { id: personId, unitId: await homeUnit(ctx, personId) }, { purpose })
  return code
}

/**
 * Throws `Refusal`: the person is not seen, holds something that the actor does not, or is the actor. Whoever holds nothing any more, between two offices, is judged by all that they ever held.
 */
export async function mustGiveAccess(ctx: WriteContext, personId: string, { alsoOneself = false } = {}): Promise<void> {
  const ever = await ctx.db
    .selectFrom('heldGrant')
    .select(['permission', 'path', 'reach', 'untilDate'])
    .where('personId', '=', personId)
    .distinct()
    .execute()
  const still = ever.filter(({ untilDate }) => untilDate === null || untilDate > ctx.actor.on)
  const held = still.length > 0 ? still : ever
  const person = await ctx.db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
  const sees = held.some(({ path }) => can(ctx.actor, accessPermissions.giveAccess, path ?? ''))
  if (!person || (held.length > 0 && !sees)) throw new Refusal('not-found')
  const reachesAll = held.every(({ path }) => can(ctx.actor, accessPermissions.giveAccess, path ?? ''))
  const rights = held.map(({ permission, path, reach }) => ({ permission, unit: path ?? '', reach })) as Grant[]
  const isOneself = ctx.actor.id === personId && !alsoOneself
  if (!reachesAll || !holdsAll(ctx.actor, rights) || isOneself) throw new Refusal('forbidden')
}

/**
 * Uses up a code: sets the new password, ends every other session and code of the person, signs them in. Wrong codes make the address wait, a right one never does: it cannot be guessed, and
 * nobody shall keep a whole office outside by typing nonsense.
 */
export async function setPasswordByCode(ctx: Context, given: PasswordByCode, origin: Origin): Promise<SignInResult> {
  const attempt = { account: '(code)', address: origin.address }
  const found = await findCode(ctx, given.code)
  if (!found) {
    const seconds = await takeTurn(ctx, attempt)
    return seconds > 0 ? { kind: 'wait', seconds } : { kind: 'wrong' }
  }
  await forgetFailures(ctx, attempt)
  const problems = passwordProblems(given.password, [found.userName, found.phone, found.email, found.fullName])
  if (problems.length > 0) throw new Refusal('invalid', [], problems)
  const passwordHash = await hashPassword(given.password)
  return write(ctx, async (tx) => {
    await useCode(tx, found.id)
    // Whoever has lost both calls for two codes: the one for the second step stays for the moment when it is missed.
    await endCodes(tx, found.personId, found.purpose === 'totp' ? undefined : ['invitation', 'password'])
    const now = tx.clock.now()
    const credential = { passwordHash, passwordSetAt: now }
    const second = found.purpose === 'totp' ? { totpSecret: null, totpConfirmedAt: null } : {}
    await tx.db
      .insertInto('credential')
      .values({ personId: found.personId, ...credential })
      .onConflict((conflict) => conflict.column('personId').doUpdateSet({ ...credential, ...second }))
      .execute()
    await tx.db.deleteFrom('session').where('personId', '=', found.personId).execute()
    await recordHistory(
      tx,
      'password.set',
      { id: found.personId, unitId: await homeUnit(tx, found.personId) },
      {
        by: found.purpose,
      },
    )
    return openSession(tx, { ...found, hasTotp: found.totpConfirmedAt !== null && found.purpose !== 'totp' }, origin)
  })
}

interface FoundCode {
  readonly id: string
  readonly purpose: string
  readonly personId: string
  readonly fullName: string
  readonly userName: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly totpConfirmedAt: Date | null
}

/** The person behind a code that may still be used; the page greets them by name. */
export async function findCode(ctx: Context, typed: string): Promise<FoundCode | undefined> {
  const row = await ctx.db
    .selectFrom('oneTimeCode')
    .innerJoin('person', 'person.id', 'oneTimeCode.personId')
    .leftJoin('credential', 'credential.personId', 'person.id')
    .select(['oneTimeCode.id', 'oneTimeCode.purpose', 'person.id as personId', 'person.fullName', 'person.userName'])
    .select(['person.phone', 'person.email', 'credential.totpConfirmedAt'])
    .where('codeHash', '=', hashSecret(plainCode(typed)))
    .where('usedAt', 'is', null)
    .where('endsAt', '>', ctx.clock.now())
    .where((eb) => eb.or([eb('person.leftOn', 'is', null), eb('person.leftOn', '>', ctx.actor.on)]))
    .executeTakeFirst()
  return row
}

/** Twice at the same time: only one of the two gets through. */
async function useCode(ctx: WriteContext, id: string): Promise<void> {
  const used = ctx.db.updateTable('oneTimeCode').set({ usedAt: ctx.clock.now() })
  const row = await used.where('id', '=', id).where('usedAt', 'is', null).returning('id').executeTakeFirst()
  if (!row) throw new Refusal('conflict', [], [{ field: 'code', code: 'code-used' }])
}
