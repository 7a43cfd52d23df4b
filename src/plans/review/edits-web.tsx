import { z } from 'zod'
import { Refusal } from '../../core/problem.ts'
import { readForm } from '../../platform/http/form.ts'
import type { HouseRequest } from '../../platform/http/route.ts'
import type { Item } from '../items/item-schema.ts'
import type { Edit } from '../items/ops.ts'
import { textKeys } from '../items/split-and-merge.ts'
import { listOf, type Review } from '../pages/review/review-data.ts'
import { reviewTexts } from '../texts/review.ts'
import { reviewProblem } from '../texts/review-answers.ts'
import { answerQuestion, applyEdit, redoEdit, undoEdit } from './actions.ts'
import { readTyped } from './controls.ts'
import { answerDone, changesTyped, make, perform, refusalCode, wantsPatch } from './deeds.ts'
import { addPage, clashForm, firstData, halves, itemOf, type Refused, refuseEdit, spanOf, underOf } from './forms.tsx'
import { passageFor } from './from-passage.ts'
import { loadReview, planToReview } from './load-review.ts'
import type { ItemDeed } from './paths.ts'
import type { PlanUnderReview } from './queries.ts'
import { AddQuery, Revision } from './schema.ts'

/** Saves the form of an item: only what the person has changed, and only where nobody else has changed it since they saw it. */
export async function saveItem(c: HouseRequest): Promise<Response> {
  const plan = await planToReview(c)
  const form = await readForm(c)
  const review = await loadReview(c, plan)
  const item = [...review.items, ...review.removed].find(({ id }) => id === c.req.param('item'))
  if (!item) throw new Refusal('not-found')
  const { changes } = changesTyped(item, form)
  const wanted = Object.fromEntries(Object.entries(changes).map(([key, { to }]) => [key, to]))
  try {
    await make(c.var.ctx, (tx) => applyEdit(tx, plan.id, { do: 'edit', id: item.id, changes }))
  } catch (error) {
    if (refusalCode(error) === undefined) throw error
    return refuse(c, plan, item, wanted, error as Refusal)
  }
  return answerDone(c, plan, form, 'sua', item.id, wanted)
}

/** The form once more: what was typed stands in it, beside what others have meanwhile made of the item. */
async function refuse(
  c: HouseRequest,
  plan: PlanUnderReview,
  seen: Item,
  wanted: Readonly<Record<string, unknown>>,
  error: Refusal,
): Promise<Response> {
  const { lang } = c.var.view
  const review = await loadReview(c, plan)
  const now = review.items.find(({ id }) => id === seen.id) ?? seen
  const keyOf = (field: string | null) => field ?? ''
  const clashes = error.problems
    .filter(({ code }) => code === 'changed-since')
    .map(({ field }) => ({ key: keyOf(field), now: (now.data as Record<string, unknown>)[keyOf(field)] }))
  const others = error.problems.filter(({ code }) => code !== 'changed-since')
  const errors = Object.fromEntries(others.map(({ field, code }) => [keyOf(field), code]))
  // What stands beside its control is not said once more above.
  const whole = others.find(({ field }) => field === null)
  const message = whole ? (reviewProblem(lang, whole.code) ?? '') : ''
  const refused: Refused = { data: { ...now.data, ...wanted }, errors, clashes }
  if (!wantsPatch(c)) return refuseEdit(c, now, review, refused)
  if (clashes.length > 0) return c.json({ message, form: await clashForm(c, now, review, refused) }, 409)
  const said = Object.fromEntries(others.map(({ field, code }) => [keyOf(field), reviewProblem(lang, code) ?? code]))
  return c.json({ message, errors: said }, error.reason === 'conflict' ? 409 : 422)
}

/** Move, split, merge, place, remove, restore: one press each. */
export function deed(word: Exclude<ItemDeed, 'sua'>): (c: HouseRequest) => Promise<Response> {
  return async (c) => {
    const plan = await planToReview(c)
    const form = await readForm(c)
    const review = await loadReview(c, plan)
    const edit = word === 'khoi-phuc' ? restoreEdit(c, review) : editFor(word, itemOf(c, review), review, form)
    const seen = form.has('revision') ? Revision.catch(plan.revision).parse(form.get('revision')) : undefined
    return perform(c, plan, form, word, (tx) => applyEdit(tx, plan.id, edit, seen))
  }
}

function restoreEdit(c: HouseRequest, review: Review): Edit {
  const id = c.req.param('item') ?? ''
  if (![...review.removed, ...review.items].some((item) => item.id === id)) throw new Refusal('not-found')
  return { do: 'restore', ids: [id] }
}

function editFor(
  word: Exclude<ItemDeed, 'sua' | 'khoi-phuc'>,
  item: Item,
  review: Review,
  form: URLSearchParams,
): Edit {
  const { id, kind, parentId } = item
  if (word === 'len' || word === 'xuong') return { do: 'move', id, to: word === 'len' ? 'up' : 'down' }
  if (word === 'xoa') return { do: 'remove', id }
  if (word === 'chuyen') return { do: 'place', id, parentId: z.uuid().nullable().catch(null).parse(form.get('under')) }
  if (word === 'gop') {
    const siblings = listOf(review, kind, parentId)
    return { do: 'merge', id, next: siblings[siblings.findIndex((one) => one.id === id) + 1]?.id ?? '' }
  }
  const { seen } = changesTyped(item, form)
  const from = String(seen[textKeys[kind] ?? ''] ?? '')
  return { do: 'split', id, from, ...halves(kind, form) }
}

/** Adds an item: from its form, or at once from a passage (`quick`), to be corrected in place. */
export async function addItem(c: HouseRequest): Promise<Response> {
  const plan = await planToReview(c)
  const form = await readForm(c)
  const review = await loadReview(c, plan)
  const query = AddQuery.parse({
    kind: form.get('kind'),
    under: form.get('under') || null,
    start: form.get('start'),
    end: form.get('end'),
  })
  const { kind } = query
  if (kind === null) throw new Refusal('invalid', [], [{ field: 'kind', code: 'invalid-value' }])
  const isQuick = form.has('quick')
  const data = isQuick ? firstData(review, query) : readTyped(kind, form)
  const span = spanOf(review, query)
  const edit: Edit = {
    do: 'add',
    kind,
    parentId: isQuick ? underOf(review, query) : query.under,
    after: z.uuid().nullable().catch(null).parse(form.get('after')),
    data,
    passages: span ? [passageFor(kind, span)] : [],
    sourceId: span ? plan.id : null,
  }
  try {
    const edited = await make(c.var.ctx, (tx) => applyEdit(tx, plan.id, edit))
    return await answerDone(c, plan, form, 'them', edited?.itemId ?? null)
  } catch (error) {
    const code = refusalCode(error)
    if (code === undefined) throw error
    return refuseNew(c, review, { ...query, under: edit.parentId }, data, error as Refusal)
  }
}

function refuseNew(
  c: HouseRequest,
  review: Review,
  query: AddQuery,
  data: Readonly<Record<string, unknown>>,
  { problems }: Refusal,
): Response {
  const errors = Object.fromEntries(problems.map(({ field, code }) => [field ?? '', code]))
  if (!wantsPatch(c)) return addPage(c, review, query, { data, errors, clashes: [] })
  const { lang } = review.view
  const said = Object.fromEntries(Object.entries(errors).map(([key, code]) => [key, reviewProblem(lang, code) ?? code]))
  return c.json({ message: reviewTexts[lang].cannotAdd, errors: said }, 422)
}

/** Takes the last change of the plan back. */
export async function undo(c: HouseRequest): Promise<Response> {
  const plan = await planToReview(c)
  return perform(c, plan, await readForm(c), 'hoan-tac', (tx) => undoEdit(tx, plan.id))
}

/** Does again what was taken back. */
export async function redo(c: HouseRequest): Promise<Response> {
  const plan = await planToReview(c)
  return perform(c, plan, await readForm(c), 'lam-lai', (tx) => redoEdit(tx, plan.id))
}

/** Answers a question of the reader: by one of its candidates, by its number, or by «it is right as it stands». */
export async function answerAsked(c: HouseRequest): Promise<Response> {
  const plan = await planToReview(c)
  const form = await readForm(c)
  const candidate = z.coerce
    .number()
    .int()
    .min(0)
    .nullable()
    .catch(null)
    .parse(form.get('candidate') || null)
  const question = c.req.param('question') ?? ''
  return perform(c, plan, form, 'tra-loi', (tx) => answerQuestion(tx, plan.id, question, candidate))
}
