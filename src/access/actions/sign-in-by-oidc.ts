import { sql } from 'kysely'
import type { OidcSetting } from '../../config.ts'
import { type Context, type WriteContext, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { recordHistory } from '../../history/record-history.ts'
import type { OidcIdentity } from '../ask-provider.ts'
import type { Origin, SignInResult } from '../schema.ts'
import { homeUnit, openSession } from './sign-in.ts'

/** Why a proven account opens nothing: nobody here has it, somebody else's has been tied, or an administrator has to tie it themselves. */
export type OidcRefusal = 'nobody' | 'tied-otherwise' | 'administrator'

export type OidcResult = Extract<SignInResult, { kind: 'signed-in' }> | { readonly kind: OidcRefusal }

interface Account {
  readonly personId: string
  readonly fullName: string
  readonly oidcSubject: string | null
  readonly totpConfirmedAt: Date | null
}

/**
 * Signs in whoever the account is tied to. An account that comes for the first time is tied to the person who is here already under the same verified mail
 * address or the same user name, as the setting says; it makes no person and gives no right, and administrators tie theirs by hand
 * (`tieAccount`), so that a name at the provider never makes anybody an administrator here.
 */
export async function signInByOidc(
  ctx: Context,
  identity: OidcIdentity,
  { linkBy }: Pick<OidcSetting, 'linkBy'>,
  origin: Origin,
): Promise<OidcResult> {
  return write(ctx, async (tx): Promise<OidcResult> => {
    const tied = await findAccount(tx, sql<boolean>`credential.oidc_subject = ${identity.subject}`)
    if (tied) return enter(tx, tied, origin)
    const name = linkBy === 'email' ? identity.email : linkBy === 'user-name' ? identity.userName : null
    if (name === null) return { kind: 'nobody' }
    const found = await findAccount(
      tx,
      linkBy === 'email' ? sql<boolean>`lower(person.email) = ${name}` : sql<boolean>`person.user_name = ${name}`,
    )
    if (!found) return { kind: 'nobody' }
    if (found.oidcSubject !== null) return { kind: 'tied-otherwise' }
    if (await rulesAnywhere(tx, found.personId)) return { kind: 'administrator' }
    await tie(tx, found.personId, identity.subject, linkBy)
    return enter(tx, found, origin)
  })
}

/** Ties the account to the actor, who has just proved to hold it. Throws `Refusal('conflict')` when it is somebody else's. */
export async function tieAccount(ctx: WriteContext, identity: OidcIdentity): Promise<void> {
  const personId = ctx.actor.id ?? ''
  const tied = await findAccount(ctx, sql<boolean>`credential.oidc_subject = ${identity.subject}`)
  if (tied && tied.personId !== personId)
    throw new Refusal('conflict', [], [{ field: null, code: 'oidc-tied-otherwise' }])
  await tie(ctx, personId, identity.subject, 'oneself')
}

/** From now on the account opens nothing here; whoever has no password would stand outside. */
export async function untieAccount(ctx: WriteContext): Promise<void> {
  const personId = ctx.actor.id ?? ''
  const untied = await ctx.db
    .updateTable('credential')
    .set({ oidcSubject: null })
    .where('personId', '=', personId)
    .where('oidcSubject', 'is not', null)
    .where('passwordHash', 'is not', null)
    .returning('personId')
    .executeTakeFirst()
  if (!untied) throw new Refusal('conflict', [], [{ field: null, code: 'oidc-only-way' }])
  await recordHistory(ctx, 'oidc.untied', { id: personId, unitId: await homeUnit(ctx, personId) }, {})
}

async function findAccount(ctx: Context, condition: ReturnType<typeof sql<boolean>>): Promise<Account | undefined> {
  return ctx.db
    .selectFrom('person')
    .leftJoin('credential', 'credential.personId', 'person.id')
    .select(['person.id as personId', 'person.fullName', 'oidcSubject', 'totpConfirmedAt'])
    .where(condition)
    .where('erasedAt', 'is', null)
    .where((eb) => eb.or([eb('leftOn', 'is', null), eb('leftOn', '>', ctx.actor.on)]))
    .executeTakeFirst()
}

function enter(ctx: WriteContext, { personId, fullName, totpConfirmedAt }: Account, origin: Origin) {
  return openSession(ctx, { personId, fullName, hasTotp: totpConfirmedAt !== null }, origin, 'oidc')
}

/** Holds every right somewhere, now or later. */
async function rulesAnywhere(ctx: Context, personId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('heldGrant')
    .select('personId')
    .where('personId', '=', personId)
    .where('permission', '=', '*')
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>', ctx.actor.on)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function tie(ctx: WriteContext, personId: string, oidcSubject: string, by: string): Promise<void> {
  await ctx.db
    .insertInto('credential')
    .values({ personId, oidcSubject })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ oidcSubject }))
    .execute()
  await recordHistory(ctx, 'oidc.tied', { id: personId, unitId: await homeUnit(ctx, personId) }, { by })
}
