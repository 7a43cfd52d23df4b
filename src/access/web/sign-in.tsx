import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { takeSecondStep } from '../actions/second-step.ts'
import { endSession, signIn } from '../actions/sign-in.ts'
import { afterwards } from '../afterwards.ts'
import { clearSession, originOf, setSession } from '../cookies.ts'
import { oidcButton, SecondStepPage, SignInPage } from '../pages/sign-in-page.tsx'
import { accessPaths } from '../paths.ts'
import { SignIn } from '../schema.ts'
import { accessTexts } from '../texts.ts'
import { accountRoutes } from './account.tsx'
import { doorRoutes } from './door.tsx'
import { oidcRoutes } from './oidc.tsx'

/** Every address of signing in and of one's own account. */
export const accessRoutes: readonly Route[] = [
  route({ method: 'GET', path: accessPaths.signIn, permission: 'public', event: null, handler: showSignIn }),
  route({
    method: 'POST',
    path: accessPaths.signIn,
    permission: 'public',
    event: 'session.started',
    handler: tryPassword,
  }),
  route({ method: 'GET', path: accessPaths.secondStep, permission: 'signed-in', event: null, handler: showSecondStep }),
  // A step of signing in: the session has been journalled when it was opened.
  route({ method: 'POST', path: accessPaths.secondStep, permission: 'signed-in', event: null, handler: trySecondStep }),
  route({
    method: 'POST',
    path: accessPaths.signOut,
    permission: 'signed-in',
    event: 'session.ended',
    handler: signOut,
  }),
  ...oidcRoutes,
  ...doorRoutes,
  ...accountRoutes,
]

function showSignIn(c: HouseRequest): Response | Promise<Response> {
  const to = afterwards(c.req.query('to'))
  if (c.var.session) return c.redirect(to, 303)
  const { view, ctx } = c.var
  const oidc = oidcButton(view, ctx.config.oidc, to)
  return c.html(toHtml(<SignInPage {...{ view, to, oidc }} account="" error={null} />))
}

async function tryPassword(c: HouseRequest): Promise<Response> {
  const { view, ctx } = c.var
  const words = accessTexts[view.lang].signIn
  const form = await readForm(c)
  const typed = { account: form.get('account') ?? '', password: form.get('password') ?? '' }
  const to = afterwards(form.get('to'))
  const given = SignIn.safeParse(typed)
  const result = given.success ? await signIn(ctx, given.data, originOf(c)) : ({ kind: 'wrong' } as const)
  if (result.kind !== 'signed-in') {
    const error = result.kind === 'wait' ? words.wait(result.seconds) : words.wrong
    const oidc = oidcButton(view, ctx.config.oidc, to)
    const page = <SignInPage {...{ view, to, error, oidc }} account={typed.account} />
    return c.html(toHtml(page), result.kind === 'wait' ? 429 : 422)
  }
  setSession(c, result.token, result.device)
  return c.redirect(result.waitsForTotp ? `${accessPaths.secondStep}?to=${encodeURIComponent(to)}` : to, 303)
}

function showSecondStep(c: HouseRequest): Response | Promise<Response> {
  const to = afterwards(c.req.query('to'))
  if (!c.var.session?.waitsForTotp) return c.redirect(to, 303)
  return c.html(toHtml(<SecondStepPage view={c.var.view} to={to} error={null} />))
}

async function trySecondStep(c: HouseRequest): Promise<Response> {
  const { view, ctx, session } = c.var
  const words = accessTexts[view.lang].signIn
  const form = await readForm(c)
  const to = afterwards(form.get('to'))
  if (!session) throw new Refusal('sign-in')
  const result = await takeSecondStep(ctx, session.id, form.get('code') ?? '', originOf(c))
  if (result.kind === 'passed') return c.redirect(to, 303)
  const error = result.kind === 'wait' ? words.wait(result.seconds) : words.secondWrong
  const page = <SecondStepPage view={view} to={to} error={error} />
  return c.html(toHtml(page), result.kind === 'wait' ? 429 : 422)
}

async function signOut(c: HouseRequest): Promise<Response> {
  await readForm(c)
  const id = c.var.session?.id
  if (id) await write(c.var.ctx, (tx) => endSession(tx, id))
  clearSession(c)
  setFlash(c, { tone: 'leaf', text: accessTexts[c.var.view.lang].account.ended })
  return c.redirect(accessPaths.signIn, 303)
}
