import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { OidcSetting } from '../../config.ts'
import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { cookieName, isSecure } from '../../platform/http/is-secure.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { signInByOidc, tieAccount, untieAccount } from '../actions/sign-in-by-oidc.ts'
import { afterwards } from '../afterwards.ts'
import { OidcFailure, type OidcIdentity, provenIdentity, providerPage } from '../ask-provider.ts'
import { originOf, setSession } from '../cookies.ts'
import { GoToProviderPage, oidcButton, SignInPage } from '../pages/sign-in-page.tsx'
import { accessPaths } from '../paths.ts'
import { oidcTexts } from '../texts/oidc.ts'

/** The office's single sign-on: there, back, and tying an account by hand. Without the setting none of it exists. */
export const oidcRoutes: readonly Route[] = [
  route({ method: 'GET', path: accessPaths.oidc, permission: 'public', event: null, handler: setOut }),
  // Whoever comes back is signed in by that: the session is journalled when it is opened.
  route({ method: 'GET', path: accessPaths.oidcAnswer, permission: 'public', event: null, handler: comeBack }),
  // The way there leaves no trace; what comes back does.
  route({ method: 'POST', path: accessPaths.tieOidc, permission: 'signed-in', event: null, handler: setOutToTie }),
  route({ method: 'POST', path: accessPaths.untieOidc, permission: 'signed-in', event: 'oidc.untied', handler: untie }),
]

const COOKIE = 'lantoa_oidc'
const MINUTES = 10

/** Kept by the browser that set out, for ten minutes: the answer counts there only. */
const Errand = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  /** The session that ties an account to its person; null for signing in. */
  session: z.string().nullable(),
  until: z.number(),
})
type Errand = z.infer<typeof Errand>

function settingOf(c: HouseRequest): OidcSetting {
  const { oidc } = c.var.ctx.config
  if (oidc === null) throw new Refusal('not-found')
  return oidc
}

/** The address that the provider knows us by. */
function answerAddress(c: HouseRequest): string {
  return new URL(accessPaths.oidcAnswer, c.var.ctx.config.address ?? c.req.url).href
}

async function prepare(c: HouseRequest, to: string, session: string | null): Promise<URL> {
  const { ctx } = c.var
  const { page, errand } = await providerPage(settingOf(c), answerAddress(c), ctx.chance)
  const until = ctx.clock.now().getTime() + MINUTES * 60_000
  const kept = Buffer.from(JSON.stringify({ ...errand, to, session, until } satisfies Errand)).toString('base64url')
  setCookie(c, cookieName(c, COOKIE), kept, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: MINUTES * 60,
  })
  return page
}

async function setOut(c: HouseRequest): Promise<Response> {
  const to = afterwards(c.req.query('to'))
  const { address } = c.var.ctx.config
  // The answer comes to the address that the provider knows; what the browser keeps meanwhile must be kept there.
  if (address !== null && new URL(c.req.url).origin !== address)
    return c.redirect(`${address}${accessPaths.oidc}?${new URLSearchParams({ to })}`, 303)
  try {
    return c.redirect((await prepare(c, to, null)).href, 303)
  } catch (error) {
    return turnedAway(c, to, reasonOf(c, error))
  }
}

/** A form cannot lead to another site (our policy of `form-action`), so the way there is a link on a page of its own. */
async function setOutToTie(c: HouseRequest): Promise<Response> {
  settingOf(c)
  await readForm(c)
  try {
    const page = await prepare(c, accessPaths.account, sessionId(c))
    return c.html(toHtml(<GoToProviderPage view={c.var.view} page={page} />))
  } catch (error) {
    return backToAccount(c, 'danger', oidcTexts[c.var.view.lang].problems[reasonOf(c, error)] ?? '')
  }
}

async function comeBack(c: HouseRequest): Promise<Response> {
  const setting = settingOf(c)
  const errand = takeErrand(c)
  const to = afterwards(errand?.to)
  try {
    if (errand === null) throw new OidcFailure('expired')
    const answer = new URL(answerAddress(c))
    answer.search = new URL(c.req.url).search
    const identity = await provenIdentity(setting, answer, errand)
    if (errand.session !== null) return await tie(c, identity, errand.session)
    const result = await signInByOidc(c.var.ctx, identity, setting, originOf(c))
    if (result.kind !== 'signed-in') return turnedAway(c, to, result.kind)
    setSession(c, result.token, result.device)
    return c.redirect(result.waitsForTotp ? `${accessPaths.secondStep}?to=${encodeURIComponent(to)}` : to, 303)
  } catch (error) {
    const reason = reasonOf(c, error)
    if (errand?.session) return backToAccount(c, 'danger', oidcTexts[c.var.view.lang].problems[reason] ?? '')
    return turnedAway(c, to, reason)
  }
}

/** The browser's errand, once. */
function takeErrand(c: HouseRequest): Errand | null {
  const name = cookieName(c, COOKIE)
  const kept = getCookie(c, name)
  if (kept === undefined) return null
  deleteCookie(c, name, { path: '/', secure: isSecure(c) })
  try {
    const errand = Errand.parse(JSON.parse(Buffer.from(kept, 'base64url').toString('utf8')))
    return errand.until > c.var.ctx.clock.now().getTime() ? errand : null
  } catch {
    return null
  }
}

async function tie(c: HouseRequest, identity: OidcIdentity, session: string): Promise<Response> {
  if (c.var.session?.id !== session || c.var.session.waitsForTotp) throw new OidcFailure('expired')
  await write(c.var.ctx, (tx) => tieAccount(tx, identity))
  return backToAccount(c, 'leaf', oidcTexts[c.var.view.lang].done.tied)
}

async function untie(c: HouseRequest): Promise<Response> {
  settingOf(c)
  await readForm(c)
  const words = oidcTexts[c.var.view.lang]
  try {
    await write(c.var.ctx, untieAccount)
  } catch (error) {
    return backToAccount(c, 'danger', words.problems[reasonOf(c, error)] ?? '')
  }
  return backToAccount(c, 'leaf', words.done.untied)
}

/** Throws on what is no trouble of single sign-on. */
function reasonOf(c: HouseRequest, error: unknown): string {
  if (error instanceof OidcFailure) {
    c.var.ctx.log.warn('single sign-on failed', { trouble: error.trouble, error: error.cause })
    return error.trouble
  }
  const [problem] = error instanceof Refusal ? error.problems : []
  if (!problem) throw error
  return problem.code
}

function sessionId(c: HouseRequest): string {
  if (!c.var.session) throw new Refusal('sign-in')
  return c.var.session.id
}

function turnedAway(c: HouseRequest, to: string, reason: string): Response | Promise<Response> {
  const { view, ctx } = c.var
  const error = oidcTexts[view.lang].problems[reason] ?? null
  const page = <SignInPage {...{ view, to, error }} account="" oidc={oidcButton(view, ctx.config.oidc, to)} />
  return c.html(toHtml(page), reason === 'unreachable' ? 503 : 422)
}

function backToAccount(c: HouseRequest, tone: 'leaf' | 'danger', text: string): Response {
  setFlash(c, { tone, text })
  return c.redirect(accessPaths.account, 303)
}
