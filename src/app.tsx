import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { builtinVisitor } from './access/builtin-actors.ts'
import { accessPaths } from './access/paths.ts'
import { onlookerRoutes } from './access/web/onlookers.tsx'
import { accessRoutes } from './access/web/sign-in.tsx'
import { secondStepFirst, whoActs } from './access/who-acts.ts'
import type { Endpoint } from './api/endpoint.ts'
import { atMostPerMinute } from './api/limit.ts'
import { meEndpoints } from './api/me.ts'
import { apiRoutes } from './api/web.tsx'
import { type Actor, canSomewhere } from './core/reach.ts'
import { taskEndpoints } from './duties/api.ts'
import { dutyPaths } from './duties/paths.ts'
import { doTasks } from './duties/permissions.ts'
import { calendarRoutes } from './duties/web/calendar.tsx'
import { noticeRoutes } from './duties/web/notices.tsx'
import { overviewRoutes } from './duties/web/overview.tsx'
import { taskRoutes } from './duties/web/tasks.tsx'
import { journalEndpoints } from './history/api.ts'
import { historyRoutes } from './history/web.tsx'
import { contextOf, type HouseContext } from './house.ts'
import { clusterEndpoints } from './organisation/api/clusters.ts'
import { peopleEndpoints } from './organisation/api/people.ts'
import { unitEndpoints } from './organisation/api/units.ts'
import { clusterRoutes } from './organisation/web/clusters.tsx'
import { peopleRoutes } from './organisation/web/people.tsx'
import { peopleFormRoutes } from './organisation/web/people-forms.tsx'
import { personDataRoutes } from './organisation/web/person-data.tsx'
import { unitFormRoutes } from './organisation/web/unit-forms.tsx'
import { unitListRoutes } from './organisation/web/unit-list.tsx'
import { unitRoutes } from './organisation/web/units.tsx'
import { planEndpoints } from './plans/api.ts'
import { planCorrectionEndpoints } from './plans/correction/api.ts'
import { planCorrectionRoutes } from './plans/correction/web.tsx'
import { planForceEndpoints } from './plans/force/api.ts'
import { planForceRoutes } from './plans/force/web.tsx'
import { planHandOverRoutes } from './plans/hand-over/web.tsx'
import { planPaths } from './plans/paths.ts'
import { importPlans } from './plans/permissions.ts'
import { itemEndpoints } from './plans/review/api.ts'
import { reviewRoutes } from './plans/review/web.tsx'
import { planUnitEndpoints } from './plans/units/api.ts'
import { planUnitRoutes } from './plans/units/web.tsx'
import { planRoutes } from './plans/web.tsx'
import type { News } from './platform/db/news.ts'
import type { Wall } from './platform/db/wall.ts'
import { addressOf } from './platform/http/address-of.ts'
import { formToken, ownFormsOnly } from './platform/http/csrf.ts'
import { securityHeaders } from './platform/http/headers.ts'
import { health } from './platform/http/health.ts'
import { localHostsOnly } from './platform/http/local-hosts.ts'
import { mountRoutes } from './platform/http/mount-routes.ts'
import type { HouseEnv, Route } from './platform/http/route.ts'
import { readManifest, staticFiles } from './platform/http/static-files.ts'
import { type MetricsOptions, metricsRoute } from './platform/watch/metrics-route.ts'
import { type SeenRequest, watchRequests } from './platform/watch/watch-requests.ts'
import { answerError, answerNotFound } from './problem-page.tsx'
import { searchEndpoints } from './search/api.ts'
import { searchRoutes } from './search/web.tsx'
import { type Assets, assetsFrom } from './ui/assets.ts'
import { uiRoutes } from './ui/web.tsx'
import { viewOf } from './view.ts'
import { webhookEndpoints } from './webhooks/api.ts'
import { webhookRoutes } from './webhooks/web.tsx'

/** Every address for programs. */
export const endpoints: readonly Endpoint[] = [
  ...meEndpoints,
  ...planEndpoints,
  ...itemEndpoints,
  ...planUnitEndpoints,
  ...planForceEndpoints,
  ...planCorrectionEndpoints,
  ...taskEndpoints,
  ...unitEndpoints,
  ...clusterEndpoints,
  ...peopleEndpoints,
  ...journalEndpoints,
  ...searchEndpoints,
  ...webhookEndpoints,
]

/** Every address of the product, as data. */
export const routes: readonly Route[] = [
  ...accessRoutes,
  ...planRoutes,
  ...reviewRoutes,
  ...planUnitRoutes,
  ...planHandOverRoutes,
  ...planForceRoutes,
  ...planCorrectionRoutes,
  ...taskRoutes,
  ...noticeRoutes,
  ...overviewRoutes,
  ...calendarRoutes,
  ...unitListRoutes,
  ...unitFormRoutes,
  ...unitRoutes,
  ...clusterRoutes,
  ...peopleFormRoutes,
  ...personDataRoutes,
  ...peopleRoutes,
  ...onlookerRoutes,
  ...historyRoutes,
  ...searchRoutes,
  ...webhookRoutes,
  ...apiRoutes(endpoints),
  ...uiRoutes,
  {
    method: 'GET',
    path: '/',
    permission: 'public',
    event: null,
    // Who comes first is asked for the code before anything else; the other addresses stay open on this computer.
    handler: (c) => c.redirect(c.var.unitName === null ? accessPaths.claim : homeOf(c.var.ctx.actor), 303),
  },
  { method: 'GET', path: '/healthz', permission: 'public', event: null, handler: health },
]

/** Whoever only does tasks begins with theirs; whoever hands plans in, with the plans. */
function homeOf(actor: Actor): string {
  return canSomewhere(actor, doTasks) && !canSomewhere(actor, importPlans) ? dutyPaths.mine : planPaths.list
}

/** Of one program in a minute. */
const REQUESTS = 600

export interface AppParts {
  readonly context: HouseContext
  readonly news: News
  /** Null: people's requests run on the house's own connections, behind the first wall only. */
  readonly wall: Wall | null
  /** Aborts when the server stops. */
  readonly stopping: AbortSignal
  /** The built style sheets, scripts and fonts; a folder that does not exist gives pages without them. */
  readonly clientFolder: string
  /** Hears of every request that was answered. */
  readonly watch?: (seen: SeenRequest) => void
  /** Absent: there are no figures for monitors. */
  readonly metrics?: MetricsOptions
}

/** The web app from its parts. Tests call it too, with `app.request()`. */
export function createApp({ context, news, wall, stopping, clientFolder, watch, metrics }: AppParts): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const assets = assetsFrom(readManifest(clientFolder))
  app.use(async (c, next) => {
    c.set('requestId', context.chance.id())
    c.set('ctx', contextOf(context, builtinVisitor))
    c.set('session', null)
    c.set('unitName', null)
    c.set('address', addressOf(c))
    c.set('news', news)
    c.set('wall', wall)
    c.set('stopping', stopping)
    await next()
  })
  if (watch) app.use(watchRequests(watch))
  app.use(securityHeaders())
  app.use(staticFiles(clientFolder))
  app.use(compress({ threshold: 1_000 }))
  app.use(formToken())
  app.use(viewing(assets))
  app.use(whoActs())
  app.use(viewing(assets))
  app.use(localHostsOnly())
  app.use(atMostPerMinute(REQUESTS))
  app.use(ownFormsOnly())
  app.use(secondStepFirst())
  mountRoutes(app, metrics ? [...routes, metricsRoute(metrics)] : routes)
  app.notFound(answerNotFound)
  app.onError(answerError)
  return app
}

/** Once for the pages that say that nothing works, once more when it is known who looks. */
function viewing(assets: Assets): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    c.set('view', viewOf(c, assets))
    await next()
  }
}
