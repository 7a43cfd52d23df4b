import { ZodError } from 'zod'
import { accessPermissions } from '../../access/permissions.ts'
import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { changePerson } from '../actions/change-person.ts'
import { erasePerson } from '../actions/erase-person.ts'
import { errorsOf, missingOf } from '../form-errors.ts'
import { ErasePage } from '../pages/erase-page.tsx'
import { ChangePersonPage } from '../pages/person-forms-page.tsx'
import { peoplePaths } from '../paths.ts'
import { organisationPermissions } from '../permissions.ts'
import type { PersonDetail } from '../queries/list-people.ts'
import { NewPerson } from '../schema.ts'
import { erasureTexts } from '../texts/erasure.ts'
import { peopleTexts } from '../texts/people.ts'
import { mayEverywhere, personOf } from './people.tsx'

const ID = ':id{[0-9a-f-]{36}}'
const { giveAccess } = accessPermissions
const { erasePeople } = organisationPermissions

/** What the product knows of a person: corrected, and erased. Programs cannot erase: no token holds that right. */
export const personDataRoutes: readonly Route[] = [
  route({ method: 'GET', path: peoplePaths.change(ID), permission: giveAccess, event: null, handler: askChange }),
  route({
    method: 'POST',
    path: peoplePaths.change(ID),
    permission: giveAccess,
    event: 'person.changed',
    handler: change,
  }),
  route({ method: 'GET', path: peoplePaths.erase(ID), permission: erasePeople, event: null, handler: askErase }),
  route({
    method: 'POST',
    path: peoplePaths.erase(ID),
    permission: erasePeople,
    event: 'person.erased',
    handler: erase,
  }),
]

async function knownPerson(c: HouseRequest): Promise<PersonDetail> {
  const person = await personOf(c)
  if (person.isErased) throw new Refusal('not-found')
  return person
}

async function askChange(c: HouseRequest): Promise<Response> {
  const person = await knownPerson(c)
  if (!mayEverywhere(c, person, giveAccess)) throw new Refusal('forbidden')
  const { fullName, userName, phone, email } = person
  const typed = { fullName, userName: userName ?? '', phone: phone ?? '', email: email ?? '' }
  return c.html(toHtml(<ChangePersonPage view={c.var.view} {...{ person, typed }} errors={{}} choice={null} />))
}

async function change(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const person = await knownPerson(c)
  const typed: Record<string, string> = Object.fromEntries(await readForm(c))
  const { problems, done } = peopleTexts[view.lang]
  const again = (errors: Record<string, string>) =>
    c.html(toHtml(<ChangePersonPage view={view} {...{ person, typed, errors }} choice={null} />), 422)
  try {
    const given = NewPerson.parse(typed)
    await write(ctx, (tx) => changePerson(tx, person.id, given))
  } catch (error) {
    if (error instanceof ZodError) return again(missingOf(error, problems, 'fullName'))
    if (!(error instanceof Refusal) || error.problems.length === 0) throw error
    return again(errorsOf(error.problems, problems, 'fullName'))
  }
  setFlash(c, { tone: 'leaf', text: done.changed })
  return c.redirect(peoplePaths.person(person.id), 303)
}

async function askErase(c: HouseRequest): Promise<Response> {
  const { view, ctx } = c.var
  const person = await knownPerson(c)
  if (person.id === ctx.actor.id || !mayEverywhere(c, person, erasePeople)) throw new Refusal('forbidden')
  return c.html(toHtml(<ErasePage view={view} person={person} backupDays={ctx.config.backupDays} />))
}

async function erase(c: HouseRequest): Promise<Response> {
  const { view, ctx } = c.var
  const person = await knownPerson(c)
  await readForm(c)
  const words = peopleTexts[view.lang]
  try {
    await write(ctx, (tx) => erasePerson(tx, person.id))
    setFlash(c, { tone: 'leaf', text: erasureTexts[view.lang].done })
  } catch (error) {
    const [problem] = error instanceof Refusal ? error.problems : []
    if (problem?.code !== 'last-administrator') throw error
    setFlash(c, { tone: 'danger', text: words.problems['last-administrator']() })
  }
  return c.redirect(peoplePaths.person(person.id), 303)
}
