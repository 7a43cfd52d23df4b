import { renderToString } from 'preact-render-to-string'
import { Refusal } from '../../core/problem.ts'
import type { HouseRequest } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import type { Item, ItemKind } from '../items/item-schema.ts'
import { parentKinds } from '../items/item-schema.ts'
import { textKeys } from '../items/split-and-merge.ts'
import { AddForm, EditForm, type Home } from '../pages/review/edit-form.tsx'
import type { Clash, FormFacts } from '../pages/review/form-controls.tsx'
import { FormPage } from '../pages/review/form-page.tsx'
import { KindsPage } from '../pages/review/kinds-page.tsx'
import { headerOf, listOf, type Review } from '../pages/review/review-data.ts'
import { itemFormTexts } from '../texts/item-forms.ts'
import { reviewTexts } from '../texts/review.ts'
import { dataFromWords, homeFor, trimmed } from './from-passage.ts'
import { loadReview, planToReview } from './load-review.ts'
import { lineEnd } from './passages.ts'
import { reviewPath } from './paths.ts'
import { findLastEditor } from './queries.ts'
import { AddQuery } from './schema.ts'

/** The script asks for the form alone, to set it into the page. */
const FRAGMENT = 'x-fragment'

/** What was typed and refused, to be shown again. */
export interface Refused {
  readonly data: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, string>>
  readonly clashes: readonly Clash[]
}

/** Address and name of everything below which an item of this kind may stand; one entry means that there is nothing to choose. */
export function homesOf(review: Review, kind: ItemKind): Home[] {
  const words = reviewTexts[review.view.lang]
  const parent = parentKinds[kind]
  if (parent === undefined) return []
  const homes = listOf(review, parent).map(({ id, data }) => ({ id, label: nameOf(data).slice(0, 90) }))
  return kind === 'work' ? homes : [{ id: '', label: words.underNothing }, ...homes]
}

function nameOf(data: Item['data']): string {
  const { ordinal, title, unit } = data as { ordinal?: string | null; title?: string; unit?: string }
  return [ordinal, title ?? unit].filter(Boolean).join('. ')
}

/** The form of one item: a page of its own, or the form alone for the script. */
export async function showEdit(c: HouseRequest): Promise<Response> {
  const review = await loadReview(c, await planToReview(c))
  return editPage(c, review, itemOf(c, review), null)
}

/** The item of the address. Throws `Refusal('not-found')`. */
export function itemOf(c: HouseRequest, { items }: Pick<Review, 'items'>): Item {
  const item = items.find(({ id }) => id === c.req.param('item'))
  if (!item) throw new Refusal('not-found')
  return item
}

async function editPage(c: HouseRequest, review: Review, item: Item, refused: Refused | null): Promise<Response> {
  const form = await editForm(c, review, item, refused)
  if (c.req.header(FRAGMENT)) return c.html(renderToString(form))
  const title = itemFormTexts[review.view.lang].kinds[item.kind]
  const page = (
    <FormPage review={review} title={title}>
      {form}
    </FormPage>
  )
  const status = refused === null ? 200 : refused.clashes.length > 0 ? 409 : 422
  return c.html(toHtml(page) as string, status)
}

async function editForm(c: HouseRequest, review: Review, item: Item, refused: Refused | null) {
  const clashes = refused?.clashes ?? []
  const facts: FormFacts = {
    view: review.view,
    plan: review.plan,
    kind: item.kind,
    data: refused?.data ?? item.data,
    errors: refused?.errors ?? {},
    clashes,
    by: clashes.length > 0 ? await findLastEditor(c.var.ctx, review.plan.id, item.id) : undefined,
  }
  return (
    <EditForm facts={facts} item={item} back={reviewPath(review.plan, item.id)} homes={homesOf(review, item.kind)} />
  )
}

/** The form once more, with what was typed and why it was not saved. */
export async function refuseEdit(c: HouseRequest, item: Item, review: Review, refused: Refused): Promise<Response> {
  return editPage(c, review, item, refused)
}

/** The form with both values, as the script sets it into the page. */
export async function clashForm(c: HouseRequest, item: Item, review: Review, refused: Refused): Promise<string> {
  return renderToString(await editForm(c, review, item, refused))
}

/** The form of a new item; without a kind in the address, the choice of kinds. */
export async function showAdd(c: HouseRequest): Promise<Response> {
  const review = await loadReview(c, await planToReview(c))
  const query = AddQuery.parse({
    kind: c.req.query('loai') ?? null,
    under: c.req.query('trong') ?? null,
    start: c.req.query('tu') ?? null,
    end: c.req.query('den') ?? null,
  })
  return addPage(c, review, query, null)
}

/** What the form of a new item begins with: what the passage says, or nothing. */
export function firstData(review: Review, { kind, start, end }: AddQuery): Record<string, unknown> {
  const span = kind && spanOf(review, { start, end })
  const header = headerOf(review).data
  if (kind && span) return dataFromWords(kind, (review.text ?? '').slice(span.start, span.end), header)
  const months = kind === 'milestone' ? { ...header.period } : {}
  return { subject: 'any', cadence: 'yearly', ...months }
}

/** The passage of the text that a new item is made of; undefined where there is none. */
export function spanOf({ text }: Pick<Review, 'text'>, { start, end }: Pick<AddQuery, 'start' | 'end'>) {
  if (text === null || start === null) return undefined
  const ending = end ?? lineEnd(text, start)
  if (start >= ending || ending > text.length) return undefined
  const span = trimmed(text, { start, end: ending })
  return span.start < span.end ? span : undefined
}

/** Where a new item stands: where it was asked for, else where its passage suggests. */
export function underOf(review: Review, { kind, under, start }: AddQuery): string | null {
  if (!kind || !parentKinds[kind]) return null
  if (under !== null || start === null) return under
  return homeFor(kind, start, review.items, review.plan.id)
}

/** The same page after a refusal: with what was typed and what is wrong with it. */
export function addPage(c: HouseRequest, review: Review, query: AddQuery, refused: Refused | null): Response {
  const { view, plan } = review
  const { kind } = query
  if (kind === null || kind === 'header') {
    return c.html(toHtml(<KindsPage review={review} passage={spanOf(review, query)} />) as string)
  }
  const span = spanOf(review, query)
  const data = refused?.data ?? firstData(review, query)
  const facts: FormFacts = { view, plan, kind, data, errors: refused?.errors ?? {}, clashes: [], by: undefined }
  const form = (
    <AddForm
      facts={facts}
      back={reviewPath(plan)}
      homes={homesOf(review, kind)}
      under={underOf(review, query)}
      passage={span ? { ...span, quote: (review.text ?? '').slice(span.start, span.end) } : null}
    />
  )
  if (c.req.header(FRAGMENT)) return c.html(renderToString(form)) as Response
  const page = (
    <FormPage review={review} title={itemFormTexts[view.lang].addKind[kind]}>
      {form}
    </FormPage>
  )
  return c.html(toHtml(page) as string, refused ? 422 : 200) as Response
}

/** The words of an item that can be split, as they were typed: the part before the first line break, and the rest. */
export function halves(kind: ItemKind, form: URLSearchParams): { first: string; second: string } {
  const typed = (form.get(textKeys[kind] ?? '') ?? '').replaceAll('\r\n', '\n')
  const at = Number(form.get('at') ?? '')
  const cut = form.has('at') && at > 0 && at < typed.length ? at : typed.trimEnd().indexOf('\n')
  return cut < 0 ? { first: typed, second: '' } : { first: typed.slice(0, cut), second: typed.slice(cut) }
}
