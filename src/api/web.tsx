import type { HouseRequest, Route } from '../platform/http/route.ts'
import { VERSION } from '../platform/version.ts'
import { toHtml } from '../ui/html.ts'
import type { Endpoint } from './endpoint.ts'
import { apiLang } from './language.ts'
import { openApiDocument } from './openapi.ts'
import { ApiPage } from './pages/api-page.tsx'
import { OperationPage } from './pages/operation-page.tsx'
import { apiPaths } from './paths.ts'

/** Every endpoint, with what describes them all: the document for programs and the page for people. They hold no data, so both are public. */
export function apiRoutes(endpoints: readonly Endpoint[]): readonly Route[] {
  return [
    {
      method: 'GET',
      path: apiPaths.document,
      permission: 'public',
      event: null,
      handler: (c) => c.json(openApiDocument(endpoints, apiLang(c), VERSION)),
    },
    { method: 'GET', path: apiPaths.page, permission: 'public', event: null, handler: (c) => show(c, endpoints) },
    ...endpoints,
  ]
}

function show(c: HouseRequest, endpoints: readonly Endpoint[]): Response | Promise<Response> {
  const { view } = c.var
  const document = openApiDocument(endpoints, view.lang, VERSION)
  const asked = c.req.query('operation')
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId !== asked) continue
      const origin = new URL(c.req.url).origin
      return c.html(
        toHtml(<OperationPage {...{ view, path, method, operation, document, origin }} given={c.req.query()} />),
      )
    }
  }
  return c.html(toHtml(<ApiPage view={view} document={document} />))
}
