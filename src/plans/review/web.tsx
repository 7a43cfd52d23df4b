import { z } from 'zod'
import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { eventStream } from '../../platform/http/event-stream.ts'
import { readForm } from '../../platform/http/form.ts'
import { packedHtml } from '../../platform/http/packed-html.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { shownDay } from '../../ui/dates.ts'
import { toHtml } from '../../ui/html.ts'
import { reviewOf } from '../pages/review/review-data.ts'
import { ReviewPage } from '../pages/review/review-page.tsx'
import { planPaths } from '../paths.ts'
import { confirmPlans, importPlans, readPlans } from '../permissions.ts'
import { findDocument } from '../queries.ts'
import type { StoredDocument } from '../schema.ts'
import { reviewTexts } from '../texts/review.ts'
import { mayReview } from './actions.ts'
import { patchSince } from './deeds.ts'
import { addItem, answerAsked, deed, redo, saveItem, undo } from './edits-web.tsx'
import { showAdd, showEdit } from './forms.tsx'
import { planOf, planToReview } from './load-review.ts'
import { type ItemDeed, reviewPaths } from './paths.ts'
import { findNextSteps, findPlan, listQuestions } from './queries.ts'
import { planTopic } from './save-changes.ts'
import { Revision, ShowQuery } from './schema.ts'
import { draftPlan, getReviewed } from './start-plan.ts'
import { meetVisitors } from './visitors.ts'

const PLAN = '/ke-hoach/:id{[0-9a-f-]{36}}'
const ITEM = `${PLAN}/muc/:item{[0-9a-f-]{36}}`

/** What can be done to an item with one press, and its journal event. */
const deeds: readonly (readonly [word: Exclude<ItemDeed, 'sua'>, event: string])[] = [
  ['len', 'plan.item-moved'],
  ['xuong', 'plan.item-moved'],
  ['tach', 'plan.item-split'],
  ['gop', 'plan.items-merged'],
  ['chuyen', 'plan.item-moved'],
  ['xoa', 'plan.item-removed'],
  ['khoi-phuc', 'plan.item-restored'],
]

/** Whoever may change plans before or after they are in force holds this; the plan's state decides which of the two counts. */
const changing = readPlans

const post = (path: string, event: string, handler: Route['handler']) =>
  route({ method: 'POST', path, permission: changing, event, handler })
const get = (path: string, handler: Route['handler']) =>
  route({ method: 'GET', path, permission: readPlans, event: null, handler })

/** Every address of the review of a plan; the page itself stands at the plan's address until the plan is in force. */
export const reviewRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: reviewPaths.draft,
    permission: importPlans,
    event: 'plan.drafted',
    handler: startDraft,
  }),
  get(`${PLAN}/xem-lai`, showReviewed),
  get(`${ITEM}/sua`, showEdit),
  get(`${PLAN}/them`, showAdd),
  get(`${PLAN}/thay-doi`, sendChanges),
  get(`${PLAN}/su-kien`, tellChanges),
  post(`${ITEM}/sua`, 'plan.item-changed', saveItem),
  ...deeds.map(([word, event]) => post(`${ITEM}/${word}`, event, deed(word))),
  post(`${PLAN}/them`, 'plan.item-added', addItem),
  post(`${PLAN}/hoan-tac`, 'plan.edit-undone', undo),
  post(`${PLAN}/lam-lai`, 'plan.edit-redone', redo),
  post(`${PLAN}/cau-hoi/:question{[0-9a-f-]{36}}`, 'plan.question-answered', answerAsked),
]

async function startDraft(c: HouseRequest): Promise<Response> {
  await readForm(c)
  const { ctx, view } = c.var
  const words = reviewTexts[view.lang]
  const id = await write(ctx, (tx) => draftPlan(tx, words.draftName(shownDay(ctx.actor.on)), words.draftType))
  return c.redirect(planPaths.document(id), 303)
}

/** The review of a plan in force; before that it stands at the plan's own address. */
async function showReviewed(c: HouseRequest): Promise<Response> {
  const plan = await planOf(c)
  const document = await findDocument(c.var.ctx, plan.id)
  if (!document) throw new Refusal('not-found')
  if (plan.state !== 'in-force') return c.redirect(planPaths.document(plan.id), 303)
  return showReview(c, document)
}

/** The page of a plan whose items are being made up. */
export async function showReview(c: HouseRequest, document: StoredDocument): Promise<Response> {
  const { ctx, view } = c.var
  const show = ShowQuery.parse({ words: c.req.query('tim') ?? '', only: c.req.query('chi') ?? null })
  const mayEdit = mayReview(ctx.actor, document)
  const [reviewed, steps] = await Promise.all([getReviewed(ctx, document), findNextSteps(ctx, document.id)])
  const review = reviewOf({
    view,
    plan: document,
    text: document.reading?.text ?? null,
    unused: document.reading?.unused ?? [],
    mayEdit,
    ...reviewed,
  })
  const mayConfirm = document.state !== 'in-force' && can(ctx.actor, confirmPlans, document.unitPath)
  const confirm = mayConfirm ? planPaths.confirm(document.id) : null
  return packedHtml(c, toHtml(<ReviewPage {...{ review, document, show, steps, confirm }} />))
}

/** For a page that stands at an earlier revision. */
async function sendChanges(c: HouseRequest): Promise<Response> {
  await planToReview(c)
  return c.json(await patchSince(c, Revision.catch(0).parse(c.req.query('tu') ?? 0)))
}

/** Tells an open page when the plan has changed, and who else has it open. */
async function tellChanges(c: HouseRequest): Promise<Response> {
  const { ctx } = c.var
  const { id } = await planToReview(c)
  const page = z.uuid().safeParse(c.req.query('trang'))
  if (!page.success) throw new Refusal('not-found')
  return eventStream(c, [planTopic(id)], async () => {
    const people = await meetVisitors(ctx, id, page.data)
    const plan = await findPlan(ctx, id)
    if (!plan || !mayReview(ctx.actor, plan)) return null
    const questions = await listQuestions(ctx, id)
    return JSON.stringify({ revision: plan.revision, questions: questions.length, people })
  })
}
