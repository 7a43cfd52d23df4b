import { accessPaths } from '../../access/paths.ts'
import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { errorsOf } from '../../organisation/form-errors.ts'
import { organisationPermissions } from '../../organisation/permissions.ts'
import { peopleTexts } from '../../organisation/texts/people.ts'
import { readForm } from '../../platform/http/form.ts'
import { linkForOthers } from '../../platform/http/link-for-others.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { ownDocumentOf } from '../document-of.ts'
import { HandOverPage, SlipsPage } from '../pages/hand-over-page.tsx'
import { planPaths } from '../paths.ts'
import { handOverTexts } from '../texts/hand-over.ts'
import { type Invitation, inviteForPlan } from './invite.ts'
import { listPartUnits, type PartUnit } from './units-of-plan.ts'

const ID = ':id{[0-9a-f-]{36}}'
const { changePeople } = organisationPermissions

/** Giving the units of a plan somebody who can sign in. */
export const planHandOverRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: planPaths.handOver(ID),
    permission: changePeople,
    event: null,
    handler: (c) => show(c),
  }),
  route({
    method: 'POST',
    path: planPaths.handOver(ID),
    permission: changePeople,
    event: 'person.added',
    handler: handOver,
  }),
]

type Typed = Readonly<Record<string, string>>

async function show(c: HouseRequest, typed: Typed = {}, errors: Typed = {}): Promise<Response> {
  const { ctx, view } = c.var
  const plan = await ownDocumentOf(c)
  const units = await listPartUnits(ctx, plan.id)
  const shown = { id: plan.id, title: plan.title ?? plan.name }
  const page = <HandOverPage view={view} plan={shown} {...{ units, typed, errors }} />
  return c.html(toHtml(page), Object.keys(errors).length > 0 ? 422 : 200)
}

/** The answer holds the codes: it is never kept, never in an address, and shown this once. */
async function handOver(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const plan = await ownDocumentOf(c)
  const typed = Object.fromEntries(await readForm(c))
  const units = await listPartUnits(ctx, plan.id)
  const invitations = invitationsIn(typed, units)
  const [first] = units
  if (invitations.length === 0)
    return show(c, typed, first ? { [`fullName${first.id}`]: handOverTexts[view.lang].nothingTyped } : {})
  try {
    const slips = await write(ctx, (tx) => inviteForPlan(tx, plan.id, invitations))
    c.header('Cache-Control', 'no-store')
    const names = new Map(units.map(({ id, name }) => [id, name]))
    const shown = slips.map((slip) => ({
      ...slip,
      unitName: names.get(slip.unitId) ?? '',
      link: linkForOthers(c, accessPaths.codeLink(slip.code)),
    }))
    const titled = { id: plan.id, title: plan.title ?? plan.name }
    return c.html(toHtml(<SlipsPage view={view} plan={titled} slips={shown} />), 201)
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'invalid') throw error
    return show(c, typed, errorsOf(error.problems, peopleTexts[view.lang].problems, 'fullName'))
  }
}

/** Rows in which something was typed, of units that the actor may give people. */
function invitationsIn(typed: Typed, units: readonly PartUnit[]): Invitation[] {
  const box = (name: string, id: number, most: number) =>
    (typed[`${name}${id}`] ?? '').trim().normalize('NFC').slice(0, most)
  return units
    .map(({ id }) => ({
      unitId: id,
      fullName: box('fullName', id, 120),
      account: box('account', id, 200),
      title: box('title', id, 200),
    }))
    .filter(({ fullName, account }) => fullName !== '' || account !== '')
}
