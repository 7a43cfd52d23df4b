import { type Context, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { ownDocumentOf } from '../document-of.ts'
import { listItems } from '../items/list-items.ts'
import { ChooseVersionPage } from '../pages/choose-version-page.tsx'
import { ComparePage } from '../pages/compare-page.tsx'
import { planPaths } from '../paths.ts'
import { importPlans } from '../permissions.ts'
import { mayReview } from '../review/actions.ts'
import { findPlan } from '../review/queries.ts'
import { Revision } from '../review/schema.ts'
import { getReviewed } from '../review/start-plan.ts'
import type { StoredDocument } from '../schema.ts'
import { correctionTexts } from '../texts/correction.ts'
import { readPlanNames } from '../units/plan-names.ts'
import { applyCorrection, compareWith, listNewerVersions } from './actions.ts'

const ID = ':id{[0-9a-f-]{36}}'
const NEWER = ':newer{[0-9a-f-]{36}}'

/** A corrected version of a plan: compared, then taken over item by item. */
export const planCorrectionRoutes: readonly Route[] = [
  route({ method: 'GET', path: planPaths.correction(ID), permission: importPlans, event: null, handler: choose }),
  route({ method: 'GET', path: planPaths.compare(ID, NEWER), permission: importPlans, event: null, handler: compare }),
  route({
    method: 'POST',
    path: planPaths.compare(ID, NEWER),
    permission: importPlans,
    event: 'plan.corrected',
    handler: apply,
  }),
]

const shown = ({ id, title, name, number }: StoredDocument) => ({ id, title: title ?? name, number })

async function choose(c: HouseRequest): Promise<Response> {
  const plan = await ownDocumentOf(c)
  if (!mayReview(c.var.ctx.actor, plan)) throw new Refusal('forbidden')
  const versions = await listNewerVersions(c.var.ctx, plan)
  return c.html(toHtml(<ChooseVersionPage view={c.var.view} plan={shown(plan)} versions={versions} />))
}

async function compare(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const [plan, newer] = [await ownDocumentOf(c), await ownDocumentOf(c, 'newer')]
  if (!mayReview(ctx.actor, plan)) throw new Refusal('forbidden')
  // A document that was read before readings had items gets them here.
  await getReviewed(ctx, newer)
  const revision = (await findPlan(ctx, plan.id))?.revision ?? 0
  const comparison = await compareWith(ctx, plan.id, newer.id)
  return c.html(
    toHtml(
      <ComparePage view={view} plan={{ ...shown(plan), revision }} newer={shown(newer)} comparison={comparison} />,
    ),
  )
}

async function apply(c: HouseRequest): Promise<Response> {
  const [plan, newer] = [await ownDocumentOf(c), await ownDocumentOf(c, 'newer')]
  const form = await readForm(c)
  const words = correctionTexts[c.var.view.lang]
  const seen = Revision.safeParse(form.get('revision'))
  if (!seen.success) throw new Refusal('invalid')
  const chosen = new Set(form.getAll('take'))
  const before = await listUnclear(c.var.ctx, plan)
  try {
    await write(c.var.ctx, (tx) => applyCorrection(tx, plan.id, newer.id, chosen, seen.data))
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems[0]?.code !== 'gone-on-since') throw error
    setFlash(c, { tone: 'amber', text: words.gone })
    return c.redirect(planPaths.compare(plan.id, newer.id), 303)
  }
  const unclear = [...(await listUnclear(c.var.ctx, plan))].filter((name) => !before.has(name)).length
  const text = unclear > 0 ? words.appliedWithNames(chosen.size, unclear) : words.applied(chosen.size)
  setFlash(c, { tone: unclear > 0 ? 'amber' : 'leaf', text })
  return c.redirect(unclear > 0 ? planPaths.units(plan.id) : planPaths.document(plan.id), 303)
}

/** Names of which nobody has said the unit: what they owe is nobody's until then. */
async function listUnclear(ctx: Context, plan: StoredDocument): Promise<Set<string>> {
  const { names } = await readPlanNames(ctx, plan, await listItems(ctx, plan.id))
  return new Set(names.filter(({ state }) => state === 'open').map(({ name }) => name))
}
