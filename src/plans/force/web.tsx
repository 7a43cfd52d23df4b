import { z } from 'zod'
import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can, canSomewhere } from '../../core/reach.ts'
import { nextState } from '../../core/workflow.ts'
import { dayKinds } from '../../duties/derive-tasks.ts'
import { desiredTasks, horizonFrom } from '../../duties/desired-tasks.ts'
import { urgeTasks } from '../../duties/permissions.ts'
import { organisationPermissions } from '../../organisation/permissions.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Confirm } from '../../ui/states.tsx'
import { ownDocumentOf } from '../document-of.ts'
import { isServed, listPartUnits } from '../hand-over/units-of-plan.ts'
import { type Item, isKind } from '../items/item-schema.ts'
import { listItems } from '../items/list-items.ts'
import { ConfirmPage } from '../pages/confirm-page.tsx'
import { RunningPage } from '../pages/running/running-page.tsx'
import { planPaths } from '../paths.ts'
import { confirmPlans } from '../permissions.ts'
import { mayReview } from '../review/actions.ts'
import { reviewPaths } from '../review/paths.ts'
import type { StoredDocument } from '../schema.ts'
import { headerColumns } from '../summary.ts'
import { forceTexts } from '../texts/force.ts'
import { partsOf } from '../units/derive-parts.ts'
import { readPlanNames } from '../units/plan-names.ts'
import { planWorkflow } from '../workflow.ts'
import { confirmPlan, endPlan, isWithinAYear, reopenPlan, resumePlan } from './actions.ts'
import { readChecks } from './read-checks.ts'
import { readRunningPlan } from './running-plan.ts'

const ID = ':id{[0-9a-f-]{36}}'

/** Putting a plan in force, ending it, taking it back. */
export const planForceRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: planPaths.confirm(ID),
    permission: confirmPlans,
    event: null,
    handler: (c) => showConfirm(c),
  }),
  route({
    method: 'POST',
    path: planPaths.confirm(ID),
    permission: confirmPlans,
    event: 'plan.confirmed',
    handler: confirm,
  }),
  route({ method: 'GET', path: planPaths.end(ID), permission: confirmPlans, event: null, handler: showEnd }),
  route({ method: 'POST', path: planPaths.end(ID), permission: confirmPlans, event: 'plan.ended', handler: end }),
  route({
    method: 'POST',
    path: planPaths.resume(ID),
    permission: confirmPlans,
    event: 'plan.resumed',
    handler: resume,
  }),
  route({ method: 'GET', path: planPaths.reopen(ID), permission: confirmPlans, event: null, handler: showReopen }),
  route({
    method: 'POST',
    path: planPaths.reopen(ID),
    permission: confirmPlans,
    event: 'plan.reopened',
    handler: reopen,
  }),
]

/** The page of a plan in force, or one that has ended. */
export async function showRunning(c: HouseRequest, document: StoredDocument): Promise<Response> {
  const { ctx, view } = c.var
  const plan = await readRunningPlan(ctx, document.id)
  const invite =
    document.state === 'in-force' && can(ctx.actor, organisationPermissions.changePeople, document.unitPath)
  const unserved = invite ? (await listPartUnits(ctx, document.id)).filter((unit) => !isServed(unit)).length : 0
  const may = {
    review: mayReview(ctx.actor, document),
    end: can(ctx.actor, confirmPlans, document.unitPath),
    invite,
    urge: canSomewhere(ctx.actor, urgeTasks),
  }
  const page = (
    <RunningPage
      view={view}
      {...{ document, plan, may, unserved }}
      today={ctx.actor.on}
      review={reviewPaths.review(document.id)}
    />
  )
  return c.html(toHtml(page))
}

async function showConfirm(
  c: HouseRequest,
  given?: { from: string; reason: string },
  problems: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { ctx, view } = c.var
  const plan = await ownDocumentOf(c)
  if (!nextState(planWorkflow, plan.state, 'confirm')) return c.redirect(planPaths.document(plan.id), 303)
  const items = await listItems(ctx, plan.id)
  const { names } = await readPlanNames(ctx, plan, items)
  const checks = await readChecks(ctx, plan.id, items, names)
  const typed = given ?? { from: issuedOn(plan, ctx.actor.on), reason: '' }
  const parts = partsOf(names).map((part) => ({ ...part, unitPath: '', role: part.role as never }))
  const frame = await frameOf(c, items, isWithinAYear(typed.from, ctx.actor.on) ? typed.from : ctx.actor.on)
  const tasks = desiredTasks({ unitId: plan.unitId, unitPath: plan.unitPath, items, parts, ...frame })
  const units = new Set(tasks.map(({ unitId }) => unitId)).size
  const words = forceTexts[view.lang].problems
  const errors = Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, words[code] ?? code]))
  const shown = { id: plan.id, title: plan.title ?? plan.name }
  const page = <ConfirmPage view={view} plan={shown} {...{ checks, units, typed, errors }} tasks={tasks.length} />
  return c.html(toHtml(page) as string, Object.keys(errors).length > 0 ? 422 : 200)
}

async function frameOf(c: HouseRequest, items: readonly Item[], notBefore: string) {
  const { ctx } = c.var
  const header = items.find((item) => isKind(item, 'header'))
  const columns = header && headerColumns('', header.data)
  const year = notBefore.slice(0, 4)
  const [from, to] = [columns?.periodFrom ?? `${year}-01-01`, columns?.periodTo ?? `${year}-12-31`]
  return { frame: { from, to, notBefore, horizon: horizonFrom(ctx.actor.on) }, kinds: await dayKinds(ctx, from, to) }
}

/** The day of issue where the document names one and it is not long past, else today. */
function issuedOn({ issued }: StoredDocument, today: string): string {
  return issued && /^\d{4}-\d{2}-\d{2}$/.test(issued) && issued <= today && issued.slice(0, 4) === today.slice(0, 4)
    ? issued
    : today
}

const Confirmation = z.object({ from: z.iso.date(), reason: z.string().trim().max(1_000).default('') })

async function confirm(c: HouseRequest): Promise<Response> {
  const plan = await ownDocumentOf(c)
  const form = Object.fromEntries(await readForm(c))
  const given = Confirmation.safeParse(form)
  if (!given.success)
    return showConfirm(c, { from: c.var.ctx.actor.on, reason: form['reason'] ?? '' }, { from: 'no-day' })
  try {
    const { made } = await write(c.var.ctx, (tx) => confirmPlan(tx, plan.id, given.data))
    setFlash(c, { tone: 'leaf', text: forceTexts[c.var.view.lang].confirmed(made) })
    return c.redirect(planPaths.document(plan.id), 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'invalid') throw error
    return showConfirm(
      c,
      given.data,
      Object.fromEntries(error.problems.map(({ field, code }) => [field ?? 'checks', code])),
    )
  }
}

async function showEnd(c: HouseRequest): Promise<Response> {
  const words = forceTexts[c.var.view.lang]
  const plan = await ownDocumentOf(c)
  if (plan.state === 'ended') return ask(c, plan, words.resume, words.endText, planPaths.resume(plan.id), words.resume)
  return ask(c, plan, words.endTitle, words.endText, planPaths.end(plan.id), words.end)
}

async function showReopen(c: HouseRequest): Promise<Response> {
  const words = forceTexts[c.var.view.lang]
  const plan = await ownDocumentOf(c)
  return ask(c, plan, words.reopenTitle, words.reopenText, planPaths.reopen(plan.id), words.reopen)
}

function ask(
  c: HouseRequest,
  plan: StoredDocument,
  title: string,
  text: string,
  action: string,
  button: string,
): Response {
  const { view } = c.var
  const page = (
    <Shell view={view} title={title}>
      <PageHeader view={view} title={title} lead={plan.title ?? plan.name} />
      <Confirm view={view} action={action} cancel={planPaths.document(plan.id)} button={button}>
        <p>{text}</p>
      </Confirm>
    </Shell>
  )
  return c.html(toHtml(page) as string) as Response
}

async function end(c: HouseRequest): Promise<Response> {
  return moved(c, 'ended', (tx, id) => endPlan(tx, id, tx.actor.on))
}

async function resume(c: HouseRequest): Promise<Response> {
  return moved(c, 'resumed', resumePlan)
}

async function reopen(c: HouseRequest): Promise<Response> {
  return moved(c, 'reopened', reopenPlan)
}

async function moved(
  c: HouseRequest,
  done: 'ended' | 'resumed' | 'reopened',
  move: typeof resumePlan,
): Promise<Response> {
  const plan = await ownDocumentOf(c)
  await readForm(c)
  const words = forceTexts[c.var.view.lang]
  try {
    await write(c.var.ctx, (tx) => move(tx, plan.id))
    setFlash(c, { tone: 'leaf', text: words[done] })
  } catch (error) {
    const code = error instanceof Refusal ? error.problems[0]?.code : undefined
    if (code === undefined) throw error
    setFlash(c, { tone: 'danger', text: words.problems[code] ?? code })
  }
  return c.redirect(planPaths.document(plan.id), 303)
}
