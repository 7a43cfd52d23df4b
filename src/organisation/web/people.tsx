import { z } from 'zod'
import { issueCode } from '../../access/actions/one-time-codes.ts'
import { accessPaths } from '../../access/paths.ts'
import { accessPermissions } from '../../access/permissions.ts'
import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can, canSomewhere } from '../../core/reach.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { linkForOthers } from '../../platform/http/link-for-others.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { endDelegation } from '../actions/change-people.ts'
import { PeoplePage } from '../pages/people-page.tsx'
import { type IssuedCode, PersonPage } from '../pages/person-page.tsx'
import { peoplePaths } from '../paths.ts'
import { organisationPermissions } from '../permissions.ts'
import { findPerson, listPeople, type PersonDetail } from '../queries/list-people.ts'
import { peopleTexts } from '../texts/people.ts'

const ID = ':id{[0-9a-f-]{36}}'
const { readPeople, changePeople } = organisationPermissions

export const peopleRoutes: readonly Route[] = [
  route({ method: 'GET', path: peoplePaths.list, permission: readPeople, event: null, handler: showPeople }),
  route({
    method: 'GET',
    path: peoplePaths.person(ID),
    permission: 'signed-in',
    event: null,
    handler: (c) => showPerson(c, null),
  }),
  route({
    method: 'POST',
    path: peoplePaths.issueCode(ID),
    permission: accessPermissions.giveAccess,
    event: 'code.issued',
    handler: issue,
  }),
  route({
    method: 'POST',
    path: peoplePaths.endDelegation(ID),
    permission: 'signed-in',
    event: 'delegation.ended',
    handler: stopDelegation,
  }),
]

const PAGE = 50
const After = z.object({ sortName: z.string().max(200), id: z.uuid() })

async function showPeople(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const q = (c.req.query('q') ?? '').trim().slice(0, 100)
  const after = After.safeParse({ sortName: c.req.query('sau'), id: c.req.query('ma') }).data ?? null
  const found = await listPeople(ctx, { q, after, most: PAGE })
  const people = found.slice(0, PAGE)
  const last = found.length > PAGE ? people.at(-1) : undefined
  const next = last
    ? `${peoplePaths.list}?${new URLSearchParams({ ...(q && { q }), sau: last.sortName, ma: last.id })}`
    : null
  const mayChange = canSomewhere(ctx.actor, changePeople)
  return c.html(toHtml(<PeoplePage view={view} {...{ q, people, next, mayChange }} isFirstPage={after === null} />))
}

export async function personOf(c: HouseRequest): Promise<PersonDetail> {
  const person = await findPerson(c.var.ctx, c.req.param('id') ?? '')
  if (!person) throw new Refusal('not-found')
  return person
}

/** May the actor do this in every unit where the person has a position that they see? */
export function mayEverywhere(c: HouseRequest, person: PersonDetail, permission: `${string}.${string}`): boolean {
  const { positions } = person
  return positions.length > 0 && positions.every(({ unitPath }) => can(c.var.ctx.actor, permission, unitPath))
}

export async function showPerson(c: HouseRequest, issued: IssuedCode | null): Promise<Response> {
  const { ctx, view } = c.var
  const person = await personOf(c)
  const isSelf = person.id === ctx.actor.id
  const mayChange = person.positions.some(({ unitPath }) => can(ctx.actor, changePeople, unitPath))
  const mayGive = mayEverywhere(c, person, accessPermissions.giveAccess)
  const may = {
    mayChange,
    mayIssue: !isSelf && mayGive,
    mayCorrect: mayGive,
    mayErase: !isSelf && mayEverywhere(c, person, organisationPermissions.erasePeople),
  }
  const page = <PersonPage view={view} {...{ person, ...may, isSelf, issued }} today={ctx.actor.on} />
  return c.html(toHtml(page))
}

const Purpose = z.enum(['invitation', 'password', 'totp'])

/** The answer holds the code: it is never kept, never in an address, and shown this once. */
async function issue(c: HouseRequest): Promise<Response> {
  const form = await readForm(c)
  const purpose = Purpose.safeParse(form.get('purpose'))
  if (!purpose.success) throw new Refusal('invalid')
  const person = await personOf(c)
  const code = await write(c.var.ctx, (tx) => issueCode(tx, person.id, purpose.data))
  const link = linkForOthers(c, accessPaths.codeLink(code))
  c.header('Cache-Control', 'no-store')
  return showPerson(c, { code, link, purpose: purpose.data })
}

async function stopDelegation(c: HouseRequest): Promise<Response> {
  const form = await readForm(c)
  await write(c.var.ctx, (tx) => endDelegation(tx, c.req.param('id') ?? ''))
  setFlash(c, { tone: 'leaf', text: peopleTexts[c.var.view.lang].done.delegationEnded })
  const person = z.uuid().safeParse(form.get('person'))
  return c.redirect(person.success ? peoplePaths.person(person.data) : peoplePaths.list, 303)
}
