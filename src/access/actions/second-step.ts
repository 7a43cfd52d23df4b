import { ScureBase32Plugin, verify } from 'otplib'
import { type Context, type WriteContext, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { recordHistory } from '../../history/record-history.ts'
import { isPassword } from '../passwords.ts'
import type { Origin } from '../schema.ts'
import { homeUnit, rememberDevice } from './sign-in.ts'
import { attemptOf, forgetFailures, takeTurn } from './throttle.ts'

/** Telephones keep bad time: a code counts from 30 seconds before to 30 seconds after its own half minute. */
const TOLERANCE = 30

export type SecondStepResult =
  | { readonly kind: 'passed' | 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number }

/** A new secret for the person's authenticator; it counts once a code made with it has been confirmed. */
export async function beginTotp(ctx: WriteContext): Promise<void> {
  const secret = new ScureBase32Plugin().encode(ctx.chance.bytes(20))
  const saved = await ctx.db
    .updateTable('credential')
    .set({ totpSecret: secret })
    .where('personId', '=', ctx.actor.id ?? '')
    .where('totpConfirmedAt', 'is', null)
    .returning('personId')
    .executeTakeFirst()
  if (!saved) throw new Refusal('conflict', [], [{ field: null, code: 'totp-already-on' }])
}

/** The first code from the authenticator: from now on signing in takes two steps. */
export async function confirmTotp(ctx: WriteContext, code: string): Promise<void> {
  const personId = ctx.actor.id ?? ''
  const credential = await lockCredential(ctx, personId)
  if (!credential?.totpSecret || credential.totpConfirmedAt)
    throw new Refusal('conflict', [], [{ field: null, code: 'totp-not-begun' }])
  const step = await acceptedStep(ctx, credential.totpSecret, code, 0)
  if (step === null) throw new Refusal('invalid', [], [{ field: 'code', code: 'totp-wrong' }])
  const on = { totpConfirmedAt: ctx.clock.now(), totpStep: step }
  await ctx.db.updateTable('credential').set(on).where('personId', '=', personId).execute()
  await recordHistory(ctx, 'totp.confirmed', { id: personId, unitId: await homeUnit(ctx, personId) }, {})
}

/** Switches the second step off again; the password is asked for once more. */
export async function dropTotp(ctx: WriteContext, password: string): Promise<void> {
  const personId = ctx.actor.id ?? ''
  const credential = await lockCredential(ctx, personId)
  if (!(await isPassword(password, credential?.passwordHash ?? null))) {
    throw new Refusal('invalid', [], [{ field: 'password', code: 'password-wrong' }])
  }
  const off = { totpSecret: null, totpConfirmedAt: null, totpStep: 0 }
  await ctx.db.updateTable('credential').set(off).where('personId', '=', personId).execute()
  await recordHistory(ctx, 'totp.dropped', { id: personId, unitId: await homeUnit(ctx, personId) }, {})
}

/** The second step of signing in: gives the waiting session its rights. Wrong codes are counted like wrong passwords. */
export async function takeSecondStep(
  ctx: Context,
  sessionId: string,
  code: string,
  origin: Origin,
): Promise<SecondStepResult> {
  const personId = ctx.actor.id ?? ''
  const attempt = await attemptOf(ctx, `totp:${personId}`, personId, origin)
  const seconds = await takeTurn(ctx, attempt)
  if (seconds > 0) return { kind: 'wait', seconds }
  const passed = await write(ctx, async (tx) => {
    const credential = await lockCredential(tx, personId)
    if (!credential?.totpSecret || !credential.totpConfirmedAt) return false
    const step = await acceptedStep(tx, credential.totpSecret, code, credential.totpStep)
    if (step === null) return false
    await tx.db.updateTable('credential').set({ totpStep: step }).where('personId', '=', personId).execute()
    const waiting = tx.db.updateTable('session').set({ waitsForTotp: false }).where('id', '=', sessionId)
    await waiting.where('personId', '=', personId).execute()
    if (origin.device) await rememberDevice(tx, personId, origin.device)
    await forgetFailures(tx, attempt)
    return true
  })
  return { kind: passed ? 'passed' : 'wrong' }
}

/** The time step of a right code that is newer than the last one used, else null: a code counts once (RFC 6238, 5.2). */
async function acceptedStep(ctx: Context, secret: string, code: string, after: number): Promise<number | null> {
  const token = code.replace(/\D/g, '')
  if (token.length !== 6) return null
  const epoch = Math.floor(ctx.clock.now().getTime() / 1000)
  const result = await verify({ secret, token, epoch, epochTolerance: TOLERANCE, afterTimeStep: after })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}

async function lockCredential(ctx: WriteContext, personId: string) {
  const columns = ['passwordHash', 'totpSecret', 'totpConfirmedAt', 'totpStep'] as const
  return ctx.db.selectFrom('credential').select(columns).where('personId', '=', personId).forUpdate().executeTakeFirst()
}
