import { write } from '../context.ts'
import { Refusal } from '../core/problem.ts'
import { canSomewhere } from '../core/reach.ts'
import { download } from '../platform/http/download.ts'
import { eventStream } from '../platform/http/event-stream.ts'
import { setFlash } from '../platform/http/flash.ts'
import { readForm } from '../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../platform/http/route.ts'
import { listJobsOf } from '../platform/jobs/enqueue.ts'
import { toHtml } from '../ui/html.ts'
import { cancelReading, removeDocument, retryReading } from './actions.ts'
import { showRunning } from './force/web.tsx'
import { ListPage } from './pages/list-page.tsx'
import { ProgressPage } from './pages/progress-page.tsx'
import { RemovePage } from './pages/remove-page.tsx'
import { planPaths } from './paths.ts'
import { importPlans, readPlans } from './permissions.ts'
import { countDocuments, findDocument, listDocuments } from './queries.ts'
import { cardNews, cardsOf, topicsOf } from './reading/progress.tsx'
import { showImport, upload } from './reading/upload.tsx'
import { showReview } from './review/web.tsx'
import { DocumentId, ListQuery, type StoredDocument } from './schema.ts'
import { listingTexts } from './texts/listing.ts'
import { pendingStates, runningStates } from './workflow.ts'

const DOCUMENT = '/ke-hoach/:id{[0-9a-f-]{36}}'

/** Every address of the plan pages. */
export const planRoutes: readonly Route[] = [
  route({ method: 'GET', path: planPaths.list, permission: readPlans, event: null, handler: showList }),
  route({ method: 'GET', path: planPaths.import, permission: importPlans, event: null, handler: showImport }),
  route({ method: 'POST', path: planPaths.import, permission: importPlans, event: 'plan.uploaded', handler: upload }),
  route({ method: 'GET', path: planPaths.progress, permission: readPlans, event: null, handler: showProgress }),
  route({ method: 'GET', path: planPaths.events, permission: readPlans, event: null, handler: tellProgress }),
  route({ method: 'GET', path: DOCUMENT, permission: readPlans, event: null, handler: showDocument }),
  route({
    method: 'GET',
    path: `${DOCUMENT}/tep/:position{\\d{1,4}}`,
    permission: readPlans,
    event: null,
    handler: sendFile,
  }),
  route({
    method: 'POST',
    path: `${DOCUMENT}/huy-doc`,
    permission: importPlans,
    event: 'plan.reading-cancelled',
    handler: (c) => change(c, cancelReading, 'cancelled'),
  }),
  route({
    method: 'POST',
    path: `${DOCUMENT}/doc-lai`,
    permission: importPlans,
    event: 'plan.reading-retried',
    handler: (c) => change(c, retryReading, 'retried'),
  }),
  route({ method: 'GET', path: `${DOCUMENT}/xoa`, permission: importPlans, event: null, handler: askRemoval }),
  route({
    method: 'POST',
    path: `${DOCUMENT}/xoa`,
    permission: importPlans,
    event: 'plan.removed',
    handler: (c) => change(c, removeDocument, 'removed', () => planPaths.list),
  }),
]

function mayImport(c: HouseRequest): boolean {
  return canSomewhere(c.var.ctx.actor, importPlans)
}

async function showList(c: HouseRequest): Promise<Response> {
  const asked = (name: string) => c.req.query(name) || null
  const query = ListQuery.parse({
    q: asked('q') ?? '',
    state: asked('state'),
    sort: asked('sort'),
    after: asked('after'),
  })
  const [page, counts] = await Promise.all([listDocuments(c.var.ctx, query), countDocuments(c.var.ctx)])
  return c.html(toHtml(<ListPage view={c.var.view} query={query} {...page} counts={counts} mayImport={mayImport(c)} />))
}

function idOf(c: HouseRequest): string {
  const id = DocumentId.safeParse(c.req.param('id'))
  if (!id.success) throw new Refusal('not-found')
  return id.data
}

async function getDocument(c: HouseRequest): Promise<StoredDocument> {
  const document = await findDocument(c.var.ctx, idOf(c))
  if (!document) throw new Refusal('not-found')
  return document
}

async function showDocument(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const document = await getDocument(c)
  if (runningStates.includes(document.state)) return showRunning(c, document)
  if (document.reading || document.state === 'drafted') return showReview(c, document)
  const [job] = await listJobsOf(ctx, [document.id])
  return c.html(
    toHtml(
      <ProgressPage
        view={view}
        cards={[{ document, job }]}
        mayImport={mayImport(c)}
        events={planPaths.eventsOf([document.id])}
        single={document.name}
      />,
    ),
  )
}

function askedIds(c: HouseRequest): string[] {
  return (c.req.queries('vb') ?? []).filter((id) => DocumentId.safeParse(id).success).slice(0, 100)
}

async function showProgress(c: HouseRequest): Promise<Response> {
  const ids = askedIds(c)
  const cards = await cardsOf(c.var.ctx, ids)
  const events = planPaths.eventsOf(cards.map(({ document }) => document.id))
  return c.html(toHtml(<ProgressPage view={c.var.view} cards={cards} mayImport={mayImport(c)} events={events} />))
}

/** Tells the cards of the asked documents whenever one of them has moved, until none is on its way any more. */
async function tellProgress(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const ids = askedIds(c)
  const topics = topicsOf(await cardsOf(ctx, ids))
  let isOver = false
  return eventStream(c, topics, async () => {
    if (isOver) return null
    const cards = await cardsOf(ctx, ids)
    isOver = !cards.some(({ document }) => pendingStates.includes(document.state))
    return JSON.stringify(cardNews(view, cards, mayImport(c)))
  })
}

async function sendFile(c: HouseRequest): Promise<Response> {
  const document = await getDocument(c)
  const file = document.files.find(({ position }) => String(position) === c.req.param('position'))
  if (!file) throw new Refusal('not-found')
  return download(c, file.key, file.name, file.size)
}

async function askRemoval(c: HouseRequest): Promise<Response> {
  return c.html(toHtml(<RemovePage view={c.var.view} document={await getDocument(c)} />))
}

async function change(
  c: HouseRequest,
  action: typeof cancelReading,
  done: 'cancelled' | 'retried' | 'removed',
  to: (id: string) => string = planPaths.document,
): Promise<Response> {
  const id = idOf(c)
  await readForm(c)
  await write(c.var.ctx, (tx) => action(tx, id))
  setFlash(c, { tone: 'leaf', text: listingTexts[c.var.view.lang].done[done] })
  return c.redirect(to(id), 303)
}
