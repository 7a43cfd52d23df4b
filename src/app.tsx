import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { localOperator } from './access/builtin-actors.ts'
import { dayInVietNam } from './core/dates/day-in-viet-nam.ts'
import { contextOf, type HouseContext } from './house.ts'
import { planRoutes } from './plans/web.tsx'
import type { News } from './platform/db/news.ts'
import { formToken, ownFormsOnly } from './platform/http/csrf.ts'
import { securityHeaders } from './platform/http/headers.ts'
import { health } from './platform/http/health.ts'
import { localHostsOnly } from './platform/http/local-hosts.ts'
import { mountRoutes } from './platform/http/mount-routes.ts'
import type { HouseEnv, Route } from './platform/http/route.ts'
import { readManifest, staticFiles } from './platform/http/static-files.ts'
import { answerError, answerNotFound } from './problem-page.tsx'
import { assetsFrom } from './ui/assets.ts'
import { uiRoutes } from './ui/web.tsx'
import { viewOf } from './view.ts'

/** Every address of the product, as data. */
export const routes: readonly Route[] = [
  ...planRoutes,
  ...uiRoutes,
  { method: 'GET', path: '/', permission: 'public', event: null, handler: (c) => c.redirect('/ke-hoach', 303) },
  { method: 'GET', path: '/healthz', permission: 'public', event: null, handler: health },
]

export interface AppParts {
  readonly context: HouseContext
  readonly news: News
  /** Aborts when the server stops. */
  readonly stopping: AbortSignal
  /** The built style sheets, scripts and fonts; a folder that does not exist gives pages without them. */
  readonly clientFolder: string
}

/** The web app from its parts. Tests call it too, with `app.request()`. */
export function createApp({ context, news, stopping, clientFolder }: AppParts): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const assets = assetsFrom(readManifest(clientFolder))
  app.use(async (c, next) => {
    c.set('requestId', context.chance.id())
    c.set('ctx', contextOf(context, localOperator(dayInVietNam(context.clock.now()))))
    c.set('news', news)
    c.set('stopping', stopping)
    await next()
  })
  app.use(securityHeaders())
  app.use(staticFiles(clientFolder))
  app.use(compress({ threshold: 1_000 }))
  app.use(formToken())
  app.use(async (c, next) => {
    c.set('view', viewOf(c, assets))
    await next()
  })
  app.use(localHostsOnly())
  app.use(ownFormsOnly())
  mountRoutes(app, routes)
  app.notFound(answerNotFound)
  app.onError(answerError)
  return app
}
