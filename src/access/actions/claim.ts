import { sql } from 'kysely'
import { type Context, type WriteContext, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { sortName } from '../../core/text/sort-name.ts'
import { seal } from '../../history/personal-values.ts'
import { recordHistory } from '../../history/record-history.ts'
import { likelyKind } from '../../organisation/likely-kind.ts'
import { announce } from '../../platform/db/announce.ts'
import type { Database } from '../../platform/db/database.ts'
import { hashPassword } from '../passwords.ts'
import { accountName, isAccountName, passwordProblems } from '../rules.ts'
import type { Claim, Origin, SignInResult } from '../schema.ts'
import { hashSecret, newSpokenCode, plainCode } from '../secrets.ts'
import { openSession } from './sign-in.ts'
import { forgetFailures, takeTurn } from './throttle.ts'

const ROOT = 1
/** Any number of ours: two first visits at once, and two starting processes, take turns. */
const CLAIM_LOCK = 5_177_002

/** Announced when the system has been claimed: the server then opens to the office network. */
export const CLAIMED_TOPIC = 'system.claimed'

/** Whether somebody has made themselves the administrator; until then the server listens on this computer only. */
export async function isClaimed(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('position')
    .select('id')
    .where('role', '=', 'administrator')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The own unit's name once somebody has claimed the system, else null. */
export async function claimedUnitName(db: Database): Promise<string | null> {
  const claimed = db.selectFrom('position').select('position.id').where('role', '=', 'administrator')
  const unit = db.selectFrom('unit').select('name').where('id', '=', ROOT)
  return (await unit.where((eb) => eb.exists(claimed)).executeTakeFirst())?.name ?? null
}

/** The code for the first visit, to be printed in the terminal; a new one at every start, the old ones end. Null when claimed. */
export async function issueClaimCode(ctx: Context): Promise<string | null> {
  return write(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(${CLAIM_LOCK})`.execute(tx.db)
    if (await isClaimed(tx.db)) return null
    const now = tx.clock.now()
    const code = newSpokenCode(tx.chance)
    await tx.db.deleteFrom('oneTimeCode').where('purpose', '=', 'claim').execute()
    const endsAt = new Date(now.getTime() + 365 * 86_400_000)
    const row = {
      id: tx.chance.id(),
      codeHash: hashSecret(plainCode(code)),
      purpose: 'claim' as const,
      madeAt: now,
      endsAt,
    }
    await tx.db.insertInto('oneTimeCode').values(row).execute()
    return code
  })
}

/** The first visit: names the own unit, makes the administrator, signs them in. Only once, only with the code from the terminal. */
export async function claimSystem(ctx: Context, claim: Claim, origin: Origin): Promise<SignInResult> {
  if (await isClaimed(ctx.db)) throw new Refusal('not-found')
  const account = accountName(claim.account)
  const problems = [
    ...passwordProblems(claim.password, [account.value, claim.fullName]),
    ...(account.kind !== 'userName' || isAccountName(account.value)
      ? []
      : [{ field: 'account', code: 'account-unreadable' }]),
  ]
  if (problems.length > 0) throw new Refusal('invalid', [], problems)
  const attempt = { account: '(claim)', address: origin.address }
  const seconds = await takeTurn(ctx, attempt)
  if (seconds > 0) return { kind: 'wait', seconds }
  if (!(await isClaimCode(ctx, claim.code))) return { kind: 'wrong' }
  await forgetFailures(ctx, attempt)
  const passwordHash = await hashPassword(claim.password)
  return write(ctx, async (tx): Promise<SignInResult> => {
    await sql`select pg_advisory_xact_lock(${CLAIM_LOCK})`.execute(tx.db)
    // Twice at the same time: the code of the first visit goes with it.
    if (await isClaimed(tx.db)) throw new Refusal('not-found')
    await tx.db.deleteFrom('oneTimeCode').where('purpose', '=', 'claim').execute()
    const personId = await makeAdministrator(tx, claim, account, passwordHash)
    await announce(tx.db, CLAIMED_TOPIC)
    return openSession(tx, { personId, fullName: claim.fullName, hasTotp: false }, origin)
  })
}

async function isClaimCode(ctx: Context, typed: string): Promise<boolean> {
  const code = ctx.db.selectFrom('oneTimeCode').select('id').where('purpose', '=', 'claim')
  return (await code.where('codeHash', '=', hashSecret(plainCode(typed))).executeTakeFirst()) !== undefined
}

async function makeAdministrator(
  tx: WriteContext,
  claim: Claim,
  account: ReturnType<typeof accountName>,
  passwordHash: string,
): Promise<string> {
  const now = tx.clock.now()
  const id = tx.chance.id()
  const names = { fullName: claim.fullName, sortName: sortName(claim.fullName), [account.kind]: account.value }
  await tx.db
    .insertInto('person')
    .values({ id, ...names, createdAt: now })
    .execute()
  await tx.db.insertInto('credential').values({ personId: id, passwordHash, passwordSetAt: now }).execute()
  const position = { id: tx.chance.id(), personId: id, unitId: ROOT, role: 'administrator', fromDate: tx.actor.on }
  await tx.db.insertInto('position').values(position).execute()
  const called = { name: claim.unitName, kind: likelyKind(claim.unitName) }
  await tx.db.updateTable('unit').set(called).where('id', '=', ROOT).execute()
  await tx.db.updateTable('unitVersion').set(called).where('unitId', '=', ROOT).execute()
  const after = await seal(tx, id, { fullName: claim.fullName, [account.kind]: account.value })
  await recordHistory(tx, 'system.claimed', { id, unitId: ROOT }, { unit: claim.unitName, after })
  return id
}
