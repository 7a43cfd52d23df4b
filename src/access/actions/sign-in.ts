import { type Context, type WriteContext, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { seal } from '../../history/personal-values.ts'
import { recordHistory } from '../../history/record-history.ts'
import { isPassword } from '../passwords.ts'
import { accountName } from '../rules.ts'
import type { Origin, SignIn, SignInResult } from '../schema.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import { attemptOf, forgetFailures, takeTurn } from './throttle.ts'

const DAY = 86_400_000
/** A session ends after so long, however much it is used. */
const LONGEST_SESSION = 14 * DAY

interface Account {
  readonly personId: string
  readonly fullName: string
  readonly passwordHash: string | null
  readonly hasTotp: boolean
}

/**
 * Checks account and password and opens a session. Unknown account and wrong password are one answer, after the same time. The session of
 * an account with a second step has no rights until that step is taken.
 */
export async function signIn(ctx: Context, { account, password }: SignIn, origin: Origin): Promise<SignInResult> {
  const name = accountName(account)
  const found = await findAccount(ctx, name)
  const attempt = await attemptOf(ctx, name.value, found?.personId ?? null, origin)
  const seconds = await takeTurn(ctx, attempt)
  if (seconds > 0) return { kind: 'wait', seconds }

  const right = await isPassword(password, found?.passwordHash ?? null)
  if (!right || !found) return { kind: 'wrong' }
  return write(ctx, async (tx) => {
    await forgetFailures(tx, attempt)
    return openSession(tx, found, origin)
  })
}

async function findAccount(ctx: Context, name: ReturnType<typeof accountName>): Promise<Account | undefined> {
  const row = await ctx.db
    .selectFrom('person')
    .innerJoin('credential', 'credential.personId', 'person.id')
    .select(['person.id as personId', 'person.fullName', 'credential.passwordHash', 'credential.totpConfirmedAt'])
    .where(name.kind, '=', name.value)
    .where((eb) => eb.or([eb('leftOn', 'is', null), eb('leftOn', '>', ctx.actor.on)]))
    .executeTakeFirst()
  return row && { ...row, hasTotp: row.totpConfirmedAt !== null }
}

/** A new session for somebody who has just proved who they are. The token is given out once and kept as its hash. */
export async function openSession(
  ctx: WriteContext,
  person: Pick<Account, 'personId' | 'fullName' | 'hasTotp'>,
  origin: Origin,
  by?: 'oidc',
): Promise<Extract<SignInResult, { kind: 'signed-in' }>> {
  const now = ctx.clock.now()
  const [token, device, id] = [newSecret(ctx.chance), origin.device ?? newSecret(ctx.chance), ctx.chance.id()]
  await ctx.db
    .insertInto('session')
    .values({
      id,
      tokenHash: hashSecret(token),
      personId: person.personId,
      createdAt: now,
      seenAt: now,
      endsAt: new Date(now.getTime() + LONGEST_SESSION),
      address: origin.address,
      agent: origin.agent.slice(0, 300),
      waitsForTotp: person.hasTotp,
    })
    .execute()
  if (!person.hasTotp) await rememberDevice(ctx, person.personId, device)
  await recordHistory(
    ctx,
    'session.started',
    { id: person.personId, unitId: await homeUnit(ctx, person.personId) },
    { session: id, ...(by && { by }), address: await seal(ctx, person.personId, origin.address) },
  )
  return { kind: 'signed-in', token, device, waitsForTotp: person.hasTotp }
}

export async function rememberDevice(ctx: WriteContext, personId: string, device: string): Promise<void> {
  const seenAt = ctx.clock.now()
  await ctx.db
    .insertInto('knownDevice')
    .values({ tokenHash: hashSecret(device), personId, seenAt })
    .onConflict((conflict) => conflict.column('tokenHash').doUpdateSet({ personId, seenAt }))
    .execute()
}

/** The unit in whose journal a person's own acts stand: that of their first position that holds, else the installation's own. */
export async function homeUnit(ctx: Context, personId: string): Promise<number> {
  const held = ctx.db.selectFrom('position').select('unitId').where('personId', '=', personId)
  const first = await held
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>', ctx.actor.on)]))
    .orderBy('fromDate')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return first?.unitId ?? 1
}

/** Ends a session at once: one's own, or one that somebody else forgot to end. */
export async function endSession(ctx: WriteContext, sessionId: string): Promise<void> {
  const ended = await ctx.db
    .deleteFrom('session')
    .where('id', '=', sessionId)
    .where('personId', '=', ctx.actor.id ?? '')
    .returning('personId')
    .executeTakeFirst()
  if (!ended) throw new Refusal('not-found')
  await recordHistory(
    ctx,
    'session.ended',
    { id: ended.personId, unitId: await homeUnit(ctx, ended.personId) },
    {
      session: sessionId,
    },
  )
}
