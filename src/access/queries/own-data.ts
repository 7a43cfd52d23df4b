import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { unsealOwn } from '../../history/personal-values.ts'
import type { Json } from '../../platform/canonical-json.ts'

/** Everything that is kept about the actor, secrets apart: as rows, keys as the API has them. */
export async function getOwnData(ctx: Context) {
  const id = ctx.actor.id ?? ''
  const person = await ctx.db
    .selectFrom('person')
    .leftJoin('credential', 'credential.personId', 'person.id')
    .select(['person.id', 'fullName', 'userName', 'phone', 'email', 'createdAt', 'leftOn'])
    .select(['passwordSetAt', 'totpConfirmedAt', 'oidcSubject'])
    .where('person.id', '=', id)
    .executeTakeFirstOrThrow()
  const positions = await ctx.db
    .selectFrom('position')
    .innerJoin('unit', 'unit.id', 'position.unitId')
    .select(['position.id', 'unitId', 'unit.name as unitName', 'role', 'title', 'fromDate', 'untilDate'])
    .where('personId', '=', id)
    .orderBy('fromDate')
    .execute()
  const delegations = await ctx.db
    .selectFrom('delegation')
    .innerJoin('position', 'position.id', 'delegation.positionId')
    .select(['delegation.id', 'positionId', 'delegation.personId as delegateId', 'delegation.fromDate'])
    .select(['delegation.untilDate', 'reason', 'endedAt'])
    .where((eb) => eb.or([eb('delegation.personId', '=', id), eb('position.personId', '=', id)]))
    .orderBy('delegation.fromDate')
    .execute()
  return { person, positions, delegations, ...(await signInData(ctx, id)), journal: await ownHistory(ctx, id) }
}

async function signInData(ctx: Context, id: string) {
  const sessions = await ctx.db
    .selectFrom('session')
    .select(['id', 'createdAt', 'seenAt', 'endsAt', 'address', 'agent'])
    .where('personId', '=', id)
    .orderBy('createdAt')
    .execute()
  const tokens = await ctx.db
    .selectFrom('personalToken')
    .select(['id', 'name', 'scopes', 'createdAt', 'endsAt', 'seenAt', 'revokedAt'])
    .where('personId', '=', id)
    .orderBy('createdAt')
    .execute()
  const browsers = await ctx.db.selectFrom('knownDevice').select('seenAt').where('personId', '=', id).execute()
  return { sessions, tokens, browsers }
}

interface Entry {
  readonly at: Date
  readonly event: string
  readonly unitName: string
  readonly actorId: string | null
  readonly subjectId: string
  readonly change: Json
}

/** What the actor did, and what was done to their own record; values of other people stay sealed. */
async function ownHistory(ctx: Context, id: string): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select h.at, h.event, unit.name as unit_name, h.actor_id, h.subject_id, h.change
    from history_of_person(${id}::uuid) h join unit on unit.id = h.unit_id
    order by h.at, h.unit_id, h.number`.execute(ctx.db)
  const changes = await unsealOwn(
    ctx,
    id,
    rows.map(({ change }) => change),
  )
  return rows.map((row, index) => ({ ...row, change: changes[index] ?? null }))
}
