import type { Context } from '../../context.ts'

export interface OpenSession {
  readonly id: string
  readonly createdAt: Date
  readonly seenAt: Date
  readonly address: string
  readonly agent: string
}

/** The actor's own sessions that have not ended, the last used first. */
export async function listOwnSessions(ctx: Context): Promise<OpenSession[]> {
  return ctx.db
    .selectFrom('session')
    .select(['id', 'createdAt', 'seenAt', 'address', 'agent'])
    .where('personId', '=', ctx.actor.id ?? '')
    .where('endsAt', '>', ctx.clock.now())
    .orderBy('seenAt', 'desc')
    .limit(50)
    .execute()
}

export interface OwnAccount {
  readonly fullName: string
  /** What the authenticator shows beside the code. */
  readonly label: string
  readonly totp: 'off' | 'begun' | 'on'
  readonly totpSecret: string | null
  /** The office's account is tied. */
  readonly isTied: boolean
  readonly positions: readonly {
    readonly title: string
    readonly role: string
    readonly unitName: string
    readonly untilDate: string | null
  }[]
}

export async function getOwnAccount(ctx: Context): Promise<OwnAccount> {
  const personId = ctx.actor.id ?? ''
  const person = await ctx.db
    .selectFrom('person')
    .leftJoin('credential', 'credential.personId', 'person.id')
    .select(['fullName', 'userName', 'phone', 'email', 'totpSecret', 'totpConfirmedAt', 'oidcSubject'])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow()
  const positions = await ctx.db
    .selectFrom('position')
    .innerJoin('unit', 'unit.id', 'position.unitId')
    .select(['position.title', 'position.role', 'unit.name as unitName', 'position.untilDate'])
    .where('personId', '=', personId)
    .where((eb) => eb.or([eb('untilDate', 'is', null), eb('untilDate', '>', ctx.actor.on)]))
    .orderBy('fromDate')
    .execute()
  const begun = person.totpSecret ? 'begun' : 'off'
  return {
    fullName: person.fullName,
    label: person.userName ?? person.phone ?? person.email ?? person.fullName,
    totp: person.totpConfirmedAt ? 'on' : begun,
    totpSecret: person.totpConfirmedAt ? null : person.totpSecret,
    isTied: person.oidcSubject !== null,
    positions,
  }
}
