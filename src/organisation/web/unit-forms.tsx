import { ZodError } from 'zod'
import { type Context, write } from '../../context.ts'
import { dayInVietNam } from '../../core/dates/day-in-viet-nam.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { shownDay } from '../../ui/dates.ts'
import { toHtml } from '../../ui/html.ts'
import type { Lang } from '../../ui/lang.ts'
import { errorsOf, missingOf } from '../form-errors.ts'
import { type Choice, type UnitAct, UnitFormPage } from '../pages/unit-form-page.tsx'
import { UnitReviewPage } from '../pages/unit-review-page.tsx'
import { unitPaths } from '../paths.ts'
import { organisationPermissions } from '../permissions.ts'
import { AmbiguousUnit } from '../pick-unit.ts'
import { type PlannedChange, planUnitChange } from '../plan-unit-change.ts'
import { countOpen } from '../queries/inheritance.ts'
import type { Unit } from '../schema.ts'
import { unitProblemTexts } from '../texts/unit-problems.ts'
import { unitTexts } from '../texts/units.ts'
import { unitOf } from './units.tsx'

const events = {
  create: 'unit.created',
  rename: 'unit.renamed',
  move: 'unit.moved',
  merge: 'unit.merged',
  split: 'unit.split',
  abolish: 'unit.abolished',
} as const satisfies Record<UnitAct, string>

const done = {
  create: 'created',
  rename: 'renamed',
  move: 'moved',
  merge: 'merged',
  split: 'split',
  abolish: 'abolished',
} as const

/** The form and the deed of every change to the tree. */
export const unitFormRoutes: readonly Route[] = (Object.keys(events) as UnitAct[]).flatMap((act) => {
  const path = unitPaths[act](':id{\\d{1,10}}')
  const permission = organisationPermissions.changeUnits
  return [
    route({ method: 'GET', path, permission, event: null, handler: (c) => ask(c, act) }),
    route({ method: 'POST', path, permission, event: events[act], handler: (c) => change(c, act) }),
  ]
})

async function changeable(c: HouseRequest): Promise<Unit> {
  const unit = await unitOf(c)
  if (!can(c.var.ctx.actor, organisationPermissions.changeUnits, unit.path)) throw new Refusal('forbidden')
  return unit
}

async function ask(c: HouseRequest, act: UnitAct): Promise<Response> {
  const unit = await changeable(c)
  const on = c.req.query('on') || dayInVietNam(c.var.ctx.clock.now())
  const typed = { ...knownOf(act, unit), on, decision: c.req.query('decision') ?? '' }
  return c.html(toHtml(<UnitFormPage view={c.var.view} {...{ act, unit, typed }} errors={{}} choice={null} />))
}

/** What the form of an act says of the unit beforehand. */
function knownOf(act: UnitAct, { name, shortName, kind, code }: Unit): Record<string, string> {
  if (act === 'rename') return { name, shortName: shortName ?? '', kind, code: code ?? '' }
  return act === 'merge' ? { kind } : {}
}

async function change(c: HouseRequest, act: UnitAct): Promise<Response> {
  const { ctx, view } = c.var
  const unit = await changeable(c)
  const form = await readForm(c)
  const { agreed, ...typed } = Object.fromEntries(form)
  const again = (errors: Record<string, string>, choice: Choice | null) =>
    c.html(toHtml(<UnitFormPage view={view} {...{ act, unit, typed, errors, choice }} />), 422)
  try {
    const planned = await planUnitChange(ctx, act, unit, form)
    const isPlain = act === 'create' || act === 'rename'
    if (agreed === 'no') return again({}, null)
    if (!isPlain && agreed !== 'yes') return await review(c, act, unit, typed, planned)
    await write(ctx, planned.run)
  } catch (error) {
    return explain(error, view.lang, again)
  }
  if (act === 'create' && typed['another']) return addAnother(c, unit, typed)
  setFlash(c, { tone: 'leaf', text: unitTexts[view.lang].done[done[act]] })
  return c.redirect(unitPaths.unit(unit.id), 303)
}

/** The empty form again, with the day and what it rests on: units are often entered in a row. */
function addAnother(c: HouseRequest, unit: Unit, { name = '', on = '', decision = '' }: Record<string, string>) {
  setFlash(c, { tone: 'leaf', text: unitTexts[c.var.view.lang].done.createdOne(name) })
  return c.redirect(`${unitPaths.create(unit.id)}?${new URLSearchParams({ on, decision })}`, 303)
}

function explain(
  error: unknown,
  lang: Lang,
  again: (errors: Record<string, string>, choice: Choice | null) => Response | Promise<Response>,
): Response | Promise<Response> {
  const sentences = unitProblemTexts[lang]
  if (error instanceof ZodError) return again(missingOf(error, sentences, 'on'), null)
  if (error instanceof AmbiguousUnit) {
    const { field, typed, candidates } = error
    const lines = candidates.map(({ id, name }) => `#${id} ${name}`).join('; ')
    const question = unitTexts[lang].form.choose(typed)
    return again(
      { [field]: field === 'partners' ? `${question} ${lines}` : question },
      { field, typed, units: candidates },
    )
  }
  if ((error as { code?: string }).code === '23505')
    return again(errorsOf([{ field: 'code', code: 'code-taken' }], sentences, 'code'), null)
  if (!(error instanceof Refusal) || error.problems.length === 0) throw error
  return again(errorsOf(error.problems, sentences, 'on'), null)
}

async function review(
  c: HouseRequest,
  act: UnitAct,
  unit: Unit,
  typed: Record<string, string>,
  planned: PlannedChange,
): Promise<Response> {
  const { ctx, view } = c.var
  const consequences = await consequencesOf(ctx, view.lang, planned, typed['on'] ?? '')
  const { [`parent-pick`]: parent, [`heir-pick`]: heir, ...rest } = typed
  const settled = { ...rest, ...(parent && { parent }), ...(heir && { heir }) }
  return c.html(toHtml(<UnitReviewPage view={view} {...{ act, unit, consequences }} typed={settled} />))
}

/** What ends, what moves and who has to be placed anew, in sentences. */
async function consequencesOf(
  ctx: Context,
  lang: Lang,
  { ending, heirName }: PlannedChange,
  on: string,
): Promise<string[]> {
  const words = unitTexts[lang].form
  const open = await countOpen(
    ctx,
    ending.map(({ id }) => id),
  )
  const ends = ending.map(({ name }) => words.willEnd(name, shownDay(on)))
  const moves = open.units > 0 && heirName ? [words.willMove(open.units, heirName)] : []
  const owed = open.tasks + open.plans > 0
  const inherits = owed ? [heirName ? words.willInherit(open, heirName) : words.willStayUndone(open)] : []
  const holds = open.positions > 0 ? [words.willHold(open.positions)] : []
  const joins = open.clusters > 0 ? [words.willJoin(open.clusters)] : []
  if (ending.length > 0) return [...ends, ...moves, ...inherits, ...holds, ...joins]
  return heirName ? [words.willMove(1, heirName)] : []
}
