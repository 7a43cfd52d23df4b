import { isDeepStrictEqual } from 'node:util'
import { type Context, type WriteContext, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { setFlash } from '../../platform/http/flash.ts'
import type { HouseRequest } from '../../platform/http/route.ts'
import type { Item } from '../items/item-schema.ts'
import { reviewAnswerTexts, reviewProblem } from '../texts/review-answers.ts'
import { type Edited, NothingToChange } from './actions.ts'
import { readTyped } from './controls.ts'
import { loadReview, planOf } from './load-review.ts'
import { patchOf } from './patch.tsx'
import { reviewPath } from './paths.ts'
import { findNextSteps, listChangesSince, type PlanUnderReview } from './queries.ts'
import { Revision } from './schema.ts'

type Deed = keyof (typeof reviewAnswerTexts)['vi']['changed']

/** The script asks for what to redraw instead of a page. */
export function wantsPatch(c: HouseRequest): boolean {
  return c.req.header('accept') === 'application/json'
}

/** Makes a change in its one transaction; undefined where everything is so already. */
export async function make(ctx: Context, change: (tx: WriteContext) => Promise<Edited>): Promise<Edited | undefined> {
  try {
    return await write(ctx, change)
  } catch (error) {
    if (error instanceof NothingToChange) return undefined
    throw error
  }
}

/** Makes a change and answers: the script with a patch, everybody else with the page at the item. What is refused is said in a sentence. */
export async function perform(
  c: HouseRequest,
  plan: PlanUnderReview,
  form: URLSearchParams,
  deed: Deed,
  change: (tx: WriteContext) => Promise<Edited>,
): Promise<Response> {
  try {
    const edited = await make(c.var.ctx, change)
    return await answerDone(c, plan, form, deed, edited?.itemId ?? c.req.param('item') ?? null)
  } catch (error) {
    const code = refusalCode(error)
    if (code === undefined) throw error
    const { lang } = c.var.view
    return answerRefused(c, plan, error as Refusal, reviewProblem(lang, code) ?? reviewAnswerTexts[lang].broken)
  }
}

/** The first problem of a refusal that the page can say; undefined for everything that is not the reader's matter. */
export function refusalCode(error: unknown): string | undefined {
  if (!(error instanceof Refusal) || !['conflict', 'invalid'].includes(error.reason)) return undefined
  return error.problems[0]?.code ?? ''
}

/** Answers a deed that was done: the script's patch with what it said and what is saved now, or a redirect to the item with a message. */
export async function answerDone(
  c: HouseRequest,
  plan: PlanUnderReview,
  form: URLSearchParams,
  deed: Deed,
  itemId: string | null,
  /** The keys that were saved, as they are now: what the form has seen from here on. */
  saved: Readonly<Record<string, unknown>> = {},
): Promise<Response> {
  const message = reviewAnswerTexts[c.var.view.lang].changed[deed]
  if (wantsPatch(c)) {
    const patch = await patchSince(c, Revision.catch(plan.revision).parse(form.get('revision')))
    return c.json({ ...patch, itemId, message, saved })
  }
  setFlash(c, { tone: 'leaf', text: message })
  return c.redirect(reviewPath(plan, itemId), 303)
}

function answerRefused(c: HouseRequest, plan: PlanUnderReview, error: Refusal, message: string): Response {
  if (wantsPatch(c)) return c.json({ message }, error.reason === 'conflict' ? 409 : 422)
  setFlash(c, { tone: 'danger', text: message })
  return c.redirect(reviewPath(plan, c.req.param('item') ?? null), 303)
}

/** What a page at this revision has to redraw. The plan is read first: what comes after is in the next patch. */
export async function patchSince(c: HouseRequest, revision: number) {
  const plan = await planOf(c)
  const [changes, steps, review] = await Promise.all([
    listChangesSince(c.var.ctx, plan.id, revision),
    findNextSteps(c.var.ctx, plan.id),
    loadReview(c, plan),
  ])
  return patchOf(review, changes, steps)
}

/** The keys of a form that say something else than the person saw, each with what they saw. */
export function changesTyped(item: Item, form: URLSearchParams) {
  const seen = seenData(form.get('seen')) ?? (item.data as Readonly<Record<string, unknown>>)
  const typed = readTyped(item.kind, form)
  const changed = Object.entries(typed).filter(([key, to]) => !isDeepStrictEqual(seen[key] ?? null, to))
  const changes = Object.fromEntries(changed.map(([key, to]) => [key, { from: seen[key] ?? null, to }]))
  return { seen, typed, changes }
}

function seenData(given: string | null): Readonly<Record<string, unknown>> | undefined {
  try {
    const seen: unknown = JSON.parse(given ?? '')
    return seen !== null && typeof seen === 'object' && !Array.isArray(seen)
      ? (seen as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}
