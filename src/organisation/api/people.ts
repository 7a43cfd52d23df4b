import { z } from 'zod'
import { cutPage, Day, Most, NewId, pageOf } from '../../api/answers.ts'
import { type Endpoint, endpoint } from '../../api/endpoint.ts'
import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import type { HouseRequest } from '../../platform/http/route.ts'
import { addPerson, delegate, endDelegation, endPosition, givePosition } from '../actions/change-people.ts'
import { changePerson } from '../actions/change-person.ts'
import { organisationPermissions } from '../permissions.ts'
import { findPosition } from '../queries/find-position.ts'
import { findPerson, listPeople } from '../queries/list-people.ts'
import { NewDelegation, NewPerson, NewPosition } from '../schema.ts'

const { readPeople, changePeople } = organisationPermissions
const ID = ':id{[0-9a-f-]{36}}'
const tag = 'people' as const

const PersonAnswer = z
  .object({
    id: z.uuid(),
    fullName: z.string(),
    positions: z.array(z.object({ unitName: z.string(), title: z.string(), role: z.string() })),
  })
  .meta({ id: 'Person' })

const PersonDetail = z
  .object({
    id: z.uuid(),
    fullName: z.string(),
    userName: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    hasPassword: z.boolean(),
    hasTotp: z.boolean(),
    isErased: z.boolean(),
    positions: z.array(
      z.object({
        id: z.uuid(),
        unitId: z.int(),
        unitName: z.string(),
        role: z.string(),
        title: z.string(),
        fromDate: Day,
        untilDate: Day.nullable(),
      }),
    ),
    delegations: z.array(
      z.object({
        id: z.uuid(),
        positionId: z.uuid(),
        holderName: z.string(),
        delegateId: z.uuid(),
        delegateName: z.string(),
        title: z.string(),
        fromDate: Day,
        lastDay: Day,
      }),
    ),
  })
  .meta({ id: 'PersonDetail' })

/** `sortName~id` of the last person of the page before. */
const After = z
  .string()
  .max(300)
  .regex(/^.*~[0-9a-f-]{36}$/)
  .transform((key) => ({ sortName: key.slice(0, -37), id: key.slice(-36) }))

/**
 * People, their positions and who stands in for them. Sign-in codes are handed out on the pages only: no program lets anybody in. By token,
 * holding a position oneself gives no right to delegate it; only `person.change` does.
 */
export const peopleEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/people',
    permission: readPeople,
    id: 'listPeople',
    tag,
    query: z.object({ q: z.string().trim().max(100).default(''), after: After.optional(), most: Most }),
    answer: pageOf(PersonAnswer),
    handle: async ({ ctx, query: { q, after = null, most } }) =>
      cutPage(await listPeople(ctx, { q, after, most }), most, ({ sortName, id }) => `${sortName}~${id}`),
  }),
  endpoint({
    method: 'GET',
    path: `/api/people/${ID}`,
    permission: readPeople,
    id: 'getPerson',
    tag,
    record: personOf,
    answer: PersonDetail,
    handle: async ({ record }) => record,
  }),
  endpoint({
    method: 'POST',
    path: '/api/people',
    permission: changePeople,
    event: 'person.added',
    id: 'addPerson',
    tag,
    body: NewPerson.extend({ position: NewPosition }),
    answer: NewId,
    status: 201,
    handle: async ({ ctx, body: { position, ...person } }) => ({
      id: await write(ctx, (tx) => addPerson(tx, person, position)),
    }),
  }),
  endpoint({
    method: 'POST',
    path: `/api/people/${ID}/correction`,
    permission: changePeople,
    event: 'person.changed',
    id: 'changePerson',
    tag,
    record: personOf,
    body: NewPerson,
    handle: ({ ctx, record, body }) => write(ctx, (tx) => changePerson(tx, record.id, body)),
  }),
  endpoint({
    method: 'POST',
    path: `/api/people/${ID}/positions`,
    permission: changePeople,
    event: 'position.given',
    id: 'givePosition',
    tag,
    record: personOf,
    body: NewPosition,
    answer: NewId,
    status: 201,
    handle: async ({ ctx, record, body }) => ({ id: await write(ctx, (tx) => givePosition(tx, record.id, body)) }),
  }),
  endpoint({
    method: 'POST',
    path: `/api/positions/${ID}/end`,
    permission: changePeople,
    event: 'position.ended',
    id: 'endPosition',
    tag,
    record: positionOf,
    body: z.object({ lastDay: Day }),
    handle: ({ ctx, record, body }) => write(ctx, (tx) => endPosition(tx, record.id, body.lastDay)),
  }),
  endpoint({
    method: 'POST',
    path: `/api/positions/${ID}/delegations`,
    permission: 'signed-in',
    event: 'delegation.made',
    id: 'makeDelegation',
    tag,
    record: positionOf,
    body: NewDelegation.omit({ positionId: true }),
    answer: NewId,
    status: 201,
    handle: async ({ ctx, record, body }) => ({
      id: await write(ctx, (tx) => delegate(tx, { ...body, positionId: record.id })),
    }),
  }),
  endpoint({
    method: 'POST',
    path: `/api/delegations/${ID}/end`,
    permission: 'signed-in',
    event: 'delegation.ended',
    id: 'endDelegation',
    tag,
    handle: ({ c, ctx }) => write(ctx, (tx) => endDelegation(tx, c.req.param('id') ?? '')),
  }),
]

async function personOf(c: HouseRequest) {
  const person = await findPerson(c.var.ctx, c.req.param('id') ?? '')
  if (!person) throw new Refusal('not-found')
  return person
}

async function positionOf(c: HouseRequest) {
  const position = await findPosition(c.var.ctx, c.req.param('id') ?? '')
  if (!position) throw new Refusal('not-found')
  return position
}
