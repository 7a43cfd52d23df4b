import { type WriteContext, write } from '../context.ts'
import { type Problem, Refusal } from '../core/problem.ts'
import { AmbiguousUnit, pickUnit } from '../organisation/pick-unit.ts'
import { unitProblemTexts } from '../organisation/texts/unit-problems.ts'
import { unitTexts } from '../organisation/texts/units.ts'
import { setFlash } from '../platform/http/flash.ts'
import { readForm } from '../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../platform/http/route.ts'
import { toHtml } from '../ui/html.ts'
import type { Lang } from '../ui/lang.ts'
import { addWebhook, checkWebhook, removeWebhook, resendDelivery, resumeWebhook } from './actions/change-webhooks.ts'
import { RemoveWebhookPage, WebhookPage } from './pages/webhook-page.tsx'
import { WebhooksPage } from './pages/webhooks-page.tsx'
import { webhookPaths } from './paths.ts'
import { changeWebhooks as permission } from './permissions.ts'
import { deliveryKey, findWebhook, listDeliveries, listWebhooks, type Webhook } from './queries/list-webhooks.ts'
import { NewWebhook } from './schema.ts'
import { webhookTexts } from './texts.ts'

const ID = ':id{[0-9a-f-]{36}}'
const DELIVERY = ':delivery{[0-9a-f-]{36}}'

export const webhookRoutes: readonly Route[] = [
  route({ method: 'GET', path: webhookPaths.list, permission, event: null, handler: (c) => showAll(c, {}) }),
  route({ method: 'POST', path: webhookPaths.list, permission, event: 'webhook.added', handler: add }),
  route({ method: 'GET', path: webhookPaths.webhook(ID), permission, event: null, handler: showOne }),
  route({ method: 'GET', path: webhookPaths.remove(ID), permission, event: null, handler: askRemove }),
  route({
    method: 'POST',
    path: webhookPaths.remove(ID),
    permission,
    event: 'webhook.removed',
    handler: (c) => change(c, removeWebhook, 'removed', () => webhookPaths.list),
  }),
  route({
    method: 'POST',
    path: webhookPaths.resume(ID),
    permission,
    event: 'webhook.resumed',
    handler: (c) => change(c, resumeWebhook, 'resumed', webhookPaths.webhook),
  }),
  route({
    method: 'POST',
    path: webhookPaths.resend(ID, DELIVERY),
    permission,
    event: 'webhook.resent',
    handler: (c) =>
      change(c, (tx, id) => resendDelivery(tx, id, c.req.param('delivery') ?? ''), 'resent', webhookPaths.webhook),
  }),
]

const PAGE = 50

interface Shown {
  readonly secret?: string
  readonly form?: URLSearchParams
  readonly errors?: Readonly<Record<string, string>>
}

async function showAll(c: HouseRequest, { secret, form, errors = {} }: Shown): Promise<Response> {
  const { ctx, view } = c.var
  const webhooks = await listWebhooks(ctx)
  const typed = Object.fromEntries(form ?? [])
  const chosen = form?.getAll('events') ?? []
  const page = <WebhooksPage {...{ view, webhooks, typed, chosen, errors }} secret={secret ?? null} />
  return c.html(toHtml(page), secret ? 201 : form ? 422 : 200)
}

/** The answer holds the secret: it is shown this once. */
async function add(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const form = await readForm(c)
  try {
    const unit = await pickUnit(ctx, form, 'unit')
    const given = NewWebhook.safeParse({ unitId: unit?.id, url: form.get('url'), events: form.getAll('events') })
    if (!given.success) {
      const fields = given.error.issues.map(({ path }) => String(path[0] === 'unitId' ? 'unit' : path[0]))
      const missing = unitProblemTexts[view.lang].missing()
      return await showAll(c, { form, errors: Object.fromEntries(fields.map((field) => [field, missing])) })
    }
    await checkWebhook(ctx, given.data)
    const { secret } = await write(ctx, (tx) => addWebhook(tx, given.data))
    c.header('Cache-Control', 'no-store')
    return await showAll(c, { secret })
  } catch (error) {
    const errors = sentencesFor(error, view.lang)
    if (errors === null) throw error
    return showAll(c, { form, errors })
  }
}

function sentencesFor(error: unknown, lang: Lang): Record<string, string> | null {
  if (error instanceof AmbiguousUnit) {
    const lines = error.candidates.map(({ id, name }) => `#${id} ${name}`).join('; ')
    return { unit: `${unitTexts[lang].form.choose(error.typed)} ${lines}` }
  }
  if (!(error instanceof Refusal) || error.problems.length === 0) return null
  const sentences: Readonly<Record<string, (problem: Problem) => string>> = {
    ...unitProblemTexts[lang],
    ...webhookTexts[lang].problems,
  }
  return Object.fromEntries(
    error.problems.map((problem) => [problem.field ?? 'url', sentences[problem.code]?.(problem) ?? problem.code]),
  )
}

async function webhookOf(c: HouseRequest): Promise<Webhook> {
  const webhook = await findWebhook(c.var.ctx, c.req.param('id') ?? '')
  if (!webhook) throw new Refusal('not-found')
  return webhook
}

async function showOne(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const webhook = await webhookOf(c)
  const after = c.req.query('sau') ?? null
  const found = await listDeliveries(ctx, webhook.id, { after, most: PAGE })
  const deliveries = found.slice(0, PAGE)
  const last = found.length > PAGE ? deliveries.at(-1) : undefined
  const next = last ? deliveryKey(last) : null
  return c.html(toHtml(<WebhookPage {...{ view, webhook, deliveries, next }} isFirstPage={after === null} />))
}

async function askRemove(c: HouseRequest): Promise<Response> {
  return c.html(toHtml(<RemoveWebhookPage view={c.var.view} webhook={await webhookOf(c)} />))
}

async function change(
  c: HouseRequest,
  act: (tx: WriteContext, id: string) => Promise<void>,
  done: 'removed' | 'resumed' | 'resent',
  next: (id: string) => string,
): Promise<Response> {
  await readForm(c)
  const { ctx, view } = c.var
  const id = c.req.param('id') ?? ''
  const words = webhookTexts[view.lang]
  try {
    await write(ctx, (tx) => act(tx, id))
    setFlash(c, { tone: 'leaf', text: words.done[done] })
  } catch (error) {
    const [problem] = error instanceof Refusal ? error.problems : []
    const sentence = problem && words.problems[problem.code]
    if (!sentence) throw error
    setFlash(c, { tone: 'danger', text: sentence(problem) })
    return c.redirect(webhookPaths.webhook(id), 303)
  }
  return c.redirect(next(id), 303)
}
