import { sql } from 'kysely'
import { endCodesFromBelow } from '../../access/actions/end-codes.ts'
import type { WriteContext } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can, type Grant, holdsAll } from '../../core/reach.ts'
import { sortName } from '../../core/text/sort-name.ts'
import { seal } from '../../history/personal-values.ts'
import { recordHistory } from '../../history/record-history.ts'
import { organisationPermissions } from '../permissions.ts'
import { unitColumns } from '../queries/find-unit.ts'
import { abolishedProblems, dayAfter, delegationProblems, personProblems, plainPerson } from '../rules.ts'
import type { NewDelegation, NewPerson, NewPosition, Unit } from '../schema.ts'
import { namesOf, refuseTaken } from './change-person.ts'
import { refuseIf } from './unit-changes.ts'

/** A person and their first position; an account without secrets until they use the code that invites them. */
export async function addPerson(ctx: WriteContext, given: NewPerson, position: NewPosition): Promise<string> {
  const unit = await unitToFill(ctx, position)
  refuseIf(personProblems(given))
  const person = plainPerson(given)
  await refuseTaken(ctx, person, null)
  const id = ctx.chance.id()
  await ctx.db
    .insertInto('person')
    .values({ id, ...person, sortName: sortName(person.fullName), createdAt: ctx.clock.now() })
    .execute()
  const facts = { unit: unit.name, role: position.role, after: await seal(ctx, id, namesOf(person)) }
  await recordHistory(ctx, 'person.added', { id, unitId: unit.id }, facts)
  await openPosition(ctx, id, unit, position)
  return id
}

/** Another position for somebody; several at once are usual in a commune. */
export async function givePosition(ctx: WriteContext, personId: string, position: NewPosition): Promise<string> {
  const unit = await unitToFill(ctx, position)
  const person = ctx.db.selectFrom('person').select('id').where('id', '=', personId)
  if (!(await person.executeTakeFirst())) throw new Refusal('not-found')
  await endCodesFromBelow(ctx, personId, await rightsOf(ctx, position.role, unit.path))
  return openPosition(ctx, personId, unit, position)
}

async function openPosition(ctx: WriteContext, personId: string, unit: Unit, given: NewPosition): Promise<string> {
  const id = ctx.chance.id()
  const { role, title } = given
  await ctx.db
    .insertInto('position')
    .values({ id, personId, unitId: unit.id, role, title, fromDate: given.from })
    .execute()
  await recordHistory(
    ctx,
    'position.given',
    { id: personId, unitId: unit.id },
    { position: id, role, title, from: given.from },
  )
  return id
}

/** `lastDay` is the last day on which the position is held; its rights and its delegations end with it. What has an end is only shortened. */
export async function endPosition(ctx: WriteContext, positionId: string, lastDay: string): Promise<void> {
  const position = await lockPosition(ctx, positionId)
  if (lastDay < position.fromDate)
    refuseIf([{ field: 'until', code: 'ends-before-it-begins', from: position.fromDate }])
  const { untilDate } = position
  if (untilDate !== null && dayAfter(lastDay) > untilDate)
    refuseIf([{ field: 'until', code: 'day-after-position', until: untilDate }])
  if (position.role === 'administrator') await refuseLastAdministrator(ctx, positionId, position.path)
  const ended = ctx.db.updateTable('position').set({ untilDate: dayAfter(lastDay) })
  await ended.where('id', '=', positionId).execute()
  await recordHistory(
    ctx,
    'position.ended',
    { id: position.personId, unitId: position.unitId },
    { position: positionId, lastDay },
  )
}

/** Any number of ours: two administrators who end each other take turns. */
const ADMINISTRATORS_LOCK = 5_177_003

/** Somebody else must be able to sign in and be administrator there, with no end in sight: of the unit itself or of one above. */
export async function refuseLastAdministrator(ctx: WriteContext, positionId: string, path: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${ADMINISTRATORS_LOCK})`.execute(ctx.db)
  const other = await ctx.db
    .selectFrom('position')
    .innerJoin('unit', 'unit.id', 'position.unitId')
    .innerJoin('person', 'person.id', 'position.personId')
    .innerJoin('credential', 'credential.personId', 'position.personId')
    .select('position.id')
    .where('role', '=', 'administrator')
    .where('position.id', '<>', positionId)
    .where('fromDate', '<=', ctx.actor.on)
    .where('untilDate', 'is', null)
    .where('leftOn', 'is', null)
    .where(sql<boolean>`unit.path @> ${path}::ltree`)
    .limit(1)
    .executeTakeFirst()
  if (!other) throw new Refusal('conflict', [], [{ field: null, code: 'last-administrator' }])
}

/** One acts for another until a day: by whoever holds the position, or whoever may change people in its unit. */
export async function delegate(ctx: WriteContext, given: NewDelegation): Promise<string> {
  const position = await lockPosition(ctx, given.positionId)
  refuseIf(delegationProblems(given, position, ctx.actor.on))
  const to = await ctx.db.selectFrom('person').select('id').where('id', '=', given.personId).executeTakeFirst()
  if (!to) throw new Refusal('not-found')
  const id = ctx.chance.id()
  const { positionId, personId, reason } = given
  await endCodesFromBelow(ctx, personId, await rightsOf(ctx, position.role, position.path))
  const days = { fromDate: given.from, untilDate: dayAfter(given.until) }
  await ctx.db
    .insertInto('delegation')
    .values({ id, positionId, personId, reason, ...days, madeBy: ctx.actor.id })
    .execute()
  const facts = { delegation: id, to: personId, from: given.from, until: given.until }
  await recordHistory(ctx, 'delegation.made', { id: position.personId, unitId: position.unitId }, facts)
  return id
}

export async function endDelegation(ctx: WriteContext, delegationId: string): Promise<void> {
  const found = await ctx.db
    .selectFrom('delegation')
    .select(['positionId', 'personId', 'endedAt'])
    .where('id', '=', delegationId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  const position = await lockPosition(ctx, found.positionId)
  if (found.endedAt) throw new Refusal('conflict', [], [{ field: null, code: 'delegation-ended' }])
  await ctx.db.updateTable('delegation').set({ endedAt: ctx.clock.now() }).where('id', '=', delegationId).execute()
  const subject = { id: position.personId, unitId: position.unitId }
  await recordHistory(ctx, 'delegation.ended', subject, { delegation: delegationId, to: found.personId })
}

/** The unit of a new position: in reach, not abolished, and the role no higher than what the actor may give. */
async function unitToFill(ctx: WriteContext, { unitId, role }: Pick<NewPosition, 'unitId' | 'role'>): Promise<Unit> {
  const row = await ctx.db.selectFrom('unit').select(unitColumns).where('id', '=', unitId).executeTakeFirst()
  const unit = row as Unit | undefined
  if (!unit || !can(ctx.actor, organisationPermissions.readUnits, unit.path)) throw new Refusal('not-found')
  if (!can(ctx.actor, organisationPermissions.changePeople, unit.path)) throw new Refusal('forbidden')
  refuseIf(abolishedProblems('unitId', unit))
  await refuseRoleAbove(ctx, role, unit.path)
  return unit
}

/** Nobody gives, ends or delegates what they do not hold themselves: a new round never widens old rights. */
async function refuseRoleAbove(ctx: WriteContext, role: string, path: string): Promise<void> {
  if (!holdsAll(ctx.actor, await rightsOf(ctx, role, path))) throw new Refusal('forbidden')
}

/** What the role may do in a unit. */
async function rightsOf(ctx: WriteContext, role: string, path: string): Promise<Grant[]> {
  const given = ctx.db.selectFrom('rolePermission').select(['permission', 'reach']).where('role', '=', role)
  return (await given.execute()).map((one) => ({ ...one, unit: path })) as Grant[]
}

interface LockedPosition {
  readonly path: string
  readonly personId: string
  readonly unitId: number
  readonly role: string
  readonly fromDate: string
  readonly untilDate: string | null
}

/** Whoever holds the position, or changes people in its unit and may do all that it may, ends and delegates it; to others it does not exist. */
async function lockPosition(ctx: WriteContext, id: string): Promise<LockedPosition> {
  const row = await ctx.db
    .selectFrom('position')
    .innerJoin('unit', 'unit.id', 'position.unitId')
    .select(['personId', 'unitId', 'role', 'fromDate', 'untilDate', 'unit.path'])
    .where('position.id', '=', id)
    .forUpdate('position')
    .executeTakeFirst()
  const mine = row?.personId === ctx.actor.id && ctx.actor.id !== null && ctx.actor.tokenId === undefined
  if (!row || !(mine || can(ctx.actor, organisationPermissions.changePeople, row.path))) throw new Refusal('not-found')
  if (!mine) await refuseRoleAbove(ctx, row.role, row.path)
  return row
}
