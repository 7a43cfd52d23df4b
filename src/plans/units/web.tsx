import { type Context, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { organisationPermissions } from '../../organisation/permissions.ts'
import { pickUnits } from '../../organisation/queries/unit-past.ts'
import { UnitKind } from '../../organisation/schema.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { ownPath } from '../../platform/http/own-path.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { documentOf, ownDocumentOf } from '../document-of.ts'
import { listItems } from '../items/list-items.ts'
import type { ShownFunction } from '../pages/functions-of-name.tsx'
import { UnitsPage } from '../pages/units-page.tsx'
import { planPaths } from '../paths.ts'
import { readPlans } from '../permissions.ts'
import { mayReview } from '../review/actions.ts'
import { unitTexts } from '../texts/units.ts'
import { decideNames, type NameDecision } from './actions.ts'
import { functionId, functionsOf, listHolders } from './function-holders.ts'
import { functionIn } from './functions.ts'
import { nameToCreate } from './new-unit.ts'
import { type PlanName, readPlanNames } from './plan-names.ts'

/** More names than any plan has. */
const MOST_NAMES = 1_000
/** More units than anybody types by hand at once; each is looked up. */
const MOST_TYPED = 300
const ID = ':id{[0-9a-f-]{36}}'

/** Which units the names of a plan stand for. */
export const planUnitRoutes: readonly Route[] = [
  route({ method: 'GET', path: planPaths.units(ID), permission: readPlans, event: null, handler: (c) => show(c) }),
  route({
    method: 'POST',
    path: planPaths.units(ID),
    permission: readPlans,
    event: 'plan.units-matched',
    handler: save,
  }),
]

async function show(
  c: HouseRequest,
  typed: URLSearchParams | null = null,
  errors: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { ctx, view } = c.var
  const plan = await documentOf(c)
  const names = await readPlanNames(ctx, plan, await listItems(ctx, plan.id))
  const mayChange = mayReview(ctx.actor, plan)
  const mayCreate = mayChange && can(ctx.actor, organisationPermissions.changeUnits, plan.unitPath)
  const shown = { id: plan.id, title: plan.title ?? plan.name, unitId: plan.unitId }
  const functions = await functionsShown(ctx, names.names)
  const page = <UnitsPage view={view} plan={shown} {...{ names, functions, mayChange, mayCreate, typed, errors }} />
  return c.html(toHtml(page) as string, Object.keys(errors).length > 0 ? 422 : 200)
}

/** The functions that names stand for; names of their holders only where the actor reads people, the way to give one only where they change them. */
async function functionsShown(ctx: Context, names: readonly PlanName[]): Promise<Map<string, ShownFunction>> {
  const { readPeople, changePeople } = organisationPermissions
  const found = await listHolders(ctx, functionsOf(names))
  return new Map(
    found.map((one) => {
      const mayRead = can(ctx.actor, readPeople, one.unitPath)
      const shown = { ...one, isHeld: one.holders.length > 0, holders: mayRead ? one.holders : [] }
      return [functionId(one), { ...shown, mayGive: can(ctx.actor, changePeople, one.unitPath) }]
    }),
  )
}

async function save(c: HouseRequest): Promise<Response> {
  const plan = await ownDocumentOf(c)
  if (!mayReview(c.var.ctx.actor, plan)) throw new Refusal('forbidden')
  const form = await readForm(c)
  refuseFloods(form)
  const { decisions, errors } = await decisionsIn(c, form, plan.unitId)
  if (Object.keys(errors).length > 0) return show(c, form, errors)
  await write(c.var.ctx, (tx) => decideNames(tx, plan.id, decisions))
  setFlash(c, { tone: 'leaf', text: unitTexts[c.var.view.lang].saved })
  const then = form.get('then')
  return c.redirect(then ? ownPath(then) : planPaths.units(plan.id), 303)
}

/** What the form says of each name; what was typed and is no unit comes back with its field. */
async function decisionsIn(c: HouseRequest, form: URLSearchParams, parentId: number) {
  const decisions: NameDecision[] = []
  const errors: Record<string, string> = {}
  for (let index = 0; index < MOST_NAMES; index += 1) {
    const name = form.get(`name${index}`)
    if (name === null) continue
    const chosen = form.getAll(`unit${index}`).map((key) => {
      const [id = '', ...title] = key.split(':')
      return { unitId: Number(id) || 0, title: title.join(':').slice(0, 300) }
    })
    const other = await unitsTyped(c, name, form.get(`other${index}`) ?? '')
    if ('problem' in other) errors[`other${index}`] = other.problem
    const kind = UnitKind.safeParse(form.get(`kind${index}`))
    const called = nameToCreate(form.get(`new${index}`) || name)
    const create = form.has(`create${index}`) && kind.success ? { name: called, kind: kind.data, parentId } : null
    const units = [...chosen, ...('units' in other ? other.units : [])]
    decisions.push({ name, ignored: form.has(`ignore${index}`), units, create })
  }
  return { decisions, errors }
}

/** Every unit that is typed costs a search. */
function refuseFloods(form: URLSearchParams): void {
  const typed = [...form].filter(([key]) => /^other\d/.test(key)).flatMap(([, units]) => units.split(';'))
  if (typed.filter((unit) => unit.trim() !== '').length > MOST_TYPED) throw new Refusal('too-large')
}

/** What is typed for the name of a function is the unit in which its officer works. */
async function unitsTyped(
  c: HouseRequest,
  name: string,
  typed: string,
): Promise<{ units: { unitId: number; title: string }[] } | { problem: string }> {
  const words = unitTexts[c.var.view.lang]
  const units: { unitId: number; title: string }[] = []
  for (const one of typed
    .split(';')
    .map((piece) => piece.trim())
    .filter(Boolean)) {
    const [first, ...more] = await pickUnits(c.var.ctx, one)
    if (!first) return { problem: words.unknown(one) }
    if (more.length > 0) return { problem: words.several(one) }
    units.push({ unitId: first.id, title: functionIn(name)?.title ?? '' })
  }
  return { units }
}
