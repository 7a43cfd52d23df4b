import { sql } from 'kysely'
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
  /** For whom they act, as what, and until which day. */
  readonly acting: readonly {
    readonly title: string
    readonly role: string
    readonly unitName: string
    readonly holderName: string
    readonly lastDay: string
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
    acting: await listActing(ctx, personId),
  }
}

async function listActing(ctx: Context, personId: string): Promise<OwnAccount['acting']> {
  return ctx.db
    .selectFrom('delegation as d')
    .innerJoin('position as p', 'p.id', 'd.positionId')
    .innerJoin('unit', 'unit.id', 'p.unitId')
    .innerJoin('person as holder', 'holder.id', 'p.personId')
    .select(['p.title', 'p.role', 'unit.name as unitName', 'holder.fullName as holderName'])
    .select(sql<string>`d.until_date - 1`.as('lastDay'))
    .where('d.personId', '=', personId)
    .where('d.endedAt', 'is', null)
    .where('d.fromDate', '<=', ctx.actor.on)
    .where('d.untilDate', '>', ctx.actor.on)
    .orderBy('d.fromDate')
    .execute()
}
