import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { accessPaths } from './access/paths.ts'
import { isApiPath } from './api/paths.ts'
import { answerProblem } from './api/problem.ts'
import { Refusal, type RefusalReason } from './core/problem.ts'
import type { HouseRequest } from './platform/http/route.ts'
import { toHtml } from './ui/html.ts'
import { ProblemPage } from './ui/pages/problem-page.tsx'

const STATUS = {
  'sign-in': 401,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  'too-large': 413,
  'unsupported-type': 415,
  'foreign-site': 403,
  'too-many': 429,
} as const satisfies Record<RefusalReason, ContentfulStatusCode>

/** SQLSTATE classes and system codes that are no fault of the program: no connection, no room. */
const AWAY = /^(08...|57P0.|ECONNRESET|EPIPE)$/
const LOST = /Connection terminated|timeout exceeded when trying to connect/
/** A value that no column or index can hold: NUL, a day of the year 0, a number beyond all numbers, a name of a page. Nobody types it into our forms. */
const UNHOLDABLE = /^(22|54)...$/
/** Two changes that each waited for the other: the database has undone this one whole, and it may be made again. */
const CROSSED = /^40(001|P01)$/
const FULL = /^(53100|ENOSPC|EDQUOT)$/

/** The one error handler: a page that says what happened; what is a fault of ours goes to the log with the request's number. */
export function answerError(error: Error, c: HouseRequest): Response | Promise<Response> {
  // Whoever broke off an upload is gone: nobody reads the answer, and nothing is wrong with us.
  if (c.req.raw.signal.aborted) return c.body(null, 400)
  const status = statusOf(error, c.req.method)
  if (status >= 500) {
    c.var.ctx.log.error('request failed', { request: c.var.requestId, method: c.req.method, path: c.req.path, error })
  }
  if (isApiPath(c.req.path)) return answerProblem(c, status, error)
  if (error instanceof Refusal && error.reason === 'sign-in') return askToSignIn(c)
  return problemPage(c, status)
}

/** A page leads to the door and back; a form that was sent too late says so and keeps the browser's copy. */
function askToSignIn(c: HouseRequest): Response | Promise<Response> {
  if (c.req.method !== 'GET') return problemPage(c, 401)
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(`${accessPaths.signIn}?to=${encodeURIComponent(pathname + search)}`, 303)
}

export function answerNotFound(c: HouseRequest): Response | Promise<Response> {
  return isApiPath(c.req.path) ? answerProblem(c, 404, null) : problemPage(c, 404)
}

type SomeError = Error & { readonly code?: unknown; readonly syscall?: unknown }

export function statusOf(error: SomeError, method = 'GET'): ContentfulStatusCode {
  if (error instanceof Refusal) return STATUS[error.reason]
  const code = String(error.code ?? '')
  if (UNHOLDABLE.test(code)) return method === 'GET' || method === 'HEAD' ? 404 : 422
  if (CROSSED.test(code)) return 409
  if (FULL.test(code)) return 507
  return AWAY.test(code) || error.syscall === 'connect' || LOST.test(error.message) ? 503 : 500
}

function problemPage(c: HouseRequest, status: ContentfulStatusCode): Response | Promise<Response> {
  return c.html(toHtml(<ProblemPage view={c.var.view} status={status} requestId={c.var.requestId} />), status)
}
