import { ZodError } from 'zod'
import { issueCode } from '../../access/actions/one-time-codes.ts'
import { accessPaths } from '../../access/paths.ts'
import { accountName } from '../../access/rules.ts'
import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { linkForOthers } from '../../platform/http/link-for-others.ts'
import { ownPath } from '../../platform/http/own-path.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { addPerson, delegate, endPosition, givePosition } from '../actions/change-people.ts'
import { errorsOf, missingOf } from '../form-errors.ts'
import { AddPersonPage, DelegatePage, EndPositionPage, GivePositionPage } from '../pages/person-forms-page.tsx'
import { PersonPage } from '../pages/person-page.tsx'
import type { Choice } from '../pages/unit-form-page.tsx'
import { peoplePaths } from '../paths.ts'
import { organisationPermissions } from '../permissions.ts'
import { AmbiguousUnit, pickUnit } from '../pick-unit.ts'
import { findPosition } from '../queries/find-position.ts'
import { findByAccount, findByName, findPerson } from '../queries/list-people.ts'
import { Day, NewDelegation, NewPerson, NewPosition } from '../schema.ts'
import { peopleTexts } from '../texts/people.ts'
import { unitTexts } from '../texts/units.ts'
import { functionOf, giveFunctionRoutes } from './give-function.tsx'
import { personOf } from './people.tsx'

const ID = ':id{[0-9a-f-]{36}}'
const { changePeople } = organisationPermissions

/** Inviting people, giving and ending positions, delegating. */
export const peopleFormRoutes: readonly Route[] = [
  ...giveFunctionRoutes,
  route({ method: 'GET', path: peoplePaths.add, permission: changePeople, event: null, handler: askAdd }),
  route({ method: 'POST', path: peoplePaths.add, permission: changePeople, event: 'person.added', handler: add }),
  route({ method: 'GET', path: peoplePaths.givePosition(ID), permission: changePeople, event: null, handler: askGive }),
  route({
    method: 'POST',
    path: peoplePaths.givePosition(ID),
    permission: changePeople,
    event: 'position.given',
    handler: give,
  }),
  route({ method: 'GET', path: peoplePaths.endPosition(ID), permission: changePeople, event: null, handler: askEnd }),
  route({
    method: 'POST',
    path: peoplePaths.endPosition(ID),
    permission: changePeople,
    event: 'position.ended',
    handler: end,
  }),
  route({ method: 'GET', path: peoplePaths.delegate(ID), permission: 'signed-in', event: null, handler: askDelegate }),
  route({
    method: 'POST',
    path: peoplePaths.delegate(ID),
    permission: 'signed-in',
    event: 'delegation.made',
    handler: makeDelegation,
  }),
]

type Typed = Record<string, string>
type Again = (errors: Record<string, string>, choice: Choice | null) => Response | Promise<Response>

/** Runs the change of a form; what is wrong with it brings the form back with everything that was typed. */
async function attempt(
  c: HouseRequest,
  change: () => Promise<Response>,
  again: Again,
  first: string,
): Promise<Response> {
  const sentences = peopleTexts[c.var.view.lang].problems
  try {
    return await change()
  } catch (error) {
    if (error instanceof ZodError) return again(missingOf(error, sentences, first), null)
    if (error instanceof AmbiguousUnit) {
      const question = unitTexts[c.var.view.lang].form.choose(error.typed)
      return again({ unit: question }, { field: 'unit', typed: question, units: error.candidates })
    }
    if (!(error instanceof Refusal) || error.problems.length === 0) throw error
    return again(errorsOf(error.problems, sentences, first), null)
  }
}

async function askAdd(c: HouseRequest): Promise<Response> {
  const typed = await typedBefore(c)
  return c.html(toHtml(<AddPersonPage view={c.var.view} typed={typed} errors={{}} choice={null} />))
}

async function add(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const form = await readForm(c)
  const typed: Typed = Object.fromEntries(form)
  const again: Again = (errors, choice) =>
    c.html(toHtml(<AddPersonPage view={view} {...{ typed, errors, choice }} />), 422)
  const change = async () => {
    const person = NewPerson.parse(typed)
    const unit = await pickUnit(ctx, form, 'unit')
    const position = NewPosition.parse({ ...typed, unitId: unit?.id })
    const { id, code } = await write(ctx, async (tx) => {
      const added = await addPerson(tx, person, position)
      return { id: added, code: await issueCode(tx, added, 'invitation') }
    })
    const found = await findPerson(ctx, id)
    if (!found) throw new Refusal('not-found')
    c.header('Cache-Control', 'no-store')
    const link = linkForOthers(c, accessPaths.codeLink(code))
    const issued = { code, link, purpose: 'invitation' as const }
    return c.html(
      toHtml(
        <PersonPage
          view={view}
          person={found}
          mayChange
          mayIssue
          mayCorrect
          mayErase={false}
          isSelf={false}
          today={ctx.actor.on}
          issued={issued}
          back={typed['back'] ? ownPath(typed['back']) : null}
        />,
      ),
      201,
    )
  }
  return attempt(c, change, again, 'fullName')
}

async function askGive(c: HouseRequest): Promise<Response> {
  const person = await personOf(c)
  const typed = await typedBefore(c)
  return c.html(toHtml(<GivePositionPage view={c.var.view} {...{ person, typed }} errors={{}} choice={null} />))
}

async function give(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const person = await personOf(c)
  const form = await readForm(c)
  const typed: Typed = Object.fromEntries(form)
  const again: Again = (errors, choice) =>
    c.html(toHtml(<GivePositionPage view={view} {...{ person, typed, errors, choice }} />), 422)
  const change = async () => {
    const unit = await pickUnit(ctx, form, 'unit')
    const position = NewPosition.parse({ ...typed, unitId: unit?.id })
    await write(ctx, (tx) => givePosition(tx, person.id, position))
    return back(c, person.id, 'given', typed['back'])
  }
  return attempt(c, change, again, 'unit')
}

async function positionOf(c: HouseRequest) {
  const found = await findPosition(c.var.ctx, c.req.param('id') ?? '')
  if (!found) throw new Refusal('not-found')
  return { position: found, person: { id: found.personId, fullName: found.fullName } }
}

async function askEnd(c: HouseRequest): Promise<Response> {
  const typed = { until: c.var.ctx.actor.on }
  return c.html(
    toHtml(<EndPositionPage view={c.var.view} {...(await positionOf(c))} typed={typed} errors={{}} choice={null} />),
  )
}

async function end(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const of = await positionOf(c)
  const typed: Typed = Object.fromEntries(await readForm(c))
  const again: Again = (errors) =>
    c.html(toHtml(<EndPositionPage view={view} {...of} {...{ typed, errors }} choice={null} />), 422)
  const change = async () => {
    const lastDay = Day.safeParse(typed['until'])
    if (!lastDay.success) return again({ until: peopleTexts[view.lang].problems.missing() }, null)
    await write(ctx, (tx) => endPosition(tx, of.position.id, lastDay.data))
    return back(c, of.person.id, 'ended')
  }
  return attempt(c, change, again, 'until')
}

async function askDelegate(c: HouseRequest): Promise<Response> {
  const typed = { from: c.var.ctx.actor.on }
  return c.html(
    toHtml(<DelegatePage view={c.var.view} {...(await positionOf(c))} typed={typed} errors={{}} choice={null} />),
  )
}

async function makeDelegation(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const of = await positionOf(c)
  const typed: Typed = Object.fromEntries(await readForm(c))
  const again: Again = (errors) =>
    c.html(toHtml(<DelegatePage view={view} {...of} {...{ typed, errors }} choice={null} />), 422)
  const change = async () => {
    const to = (await findByAccount(ctx, accountName(typed['to'] ?? ''))) ?? (await findByName(ctx, typed['to'] ?? ''))
    if (!to) return again({ to: peopleTexts[view.lang].problems['person-unknown']() }, null)
    const delegation = NewDelegation.parse({ ...typed, positionId: of.position.id, personId: to.id })
    await write(ctx, (tx) => delegate(tx, delegation))
    return back(c, of.person.id, 'delegated')
  }
  return attempt(c, change, again, 'to')
}

/** What stands in a form that is opened: today, and the function of the address. */
async function typedBefore(c: HouseRequest): Promise<Typed> {
  const given = await functionOf(c)
  const from = c.var.ctx.actor.on
  return given ? { from, unit: `#${given.unit.id} ${given.unit.name}`, title: given.title, back: given.back } : { from }
}

function back(c: HouseRequest, personId: string, done: 'given' | 'ended' | 'delegated', to?: string): Response {
  setFlash(c, { tone: 'leaf', text: peopleTexts[c.var.view.lang].done[done] })
  return c.redirect(to ? ownPath(to) : peoplePaths.person(personId), 303)
}
