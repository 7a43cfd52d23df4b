import { Refusal } from '../../core/problem.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { claimSystem, isClaimed } from '../actions/claim.ts'
import { findCode, setPasswordByCode } from '../actions/one-time-codes.ts'
import { originOf, setSession } from '../cookies.ts'
import { ClaimPage, CodePage } from '../pages/first-visit-page.tsx'
import { accessPaths } from '../paths.ts'
import { Claim, PasswordByCode, type SignInResult } from '../schema.ts'
import { accessTexts } from '../texts.ts'
import { fieldErrors, missingErrors } from './form-errors.ts'

/** The first visit, and one-time codes: doors for people who have no password yet. */
export const doorRoutes: readonly Route[] = [
  route({ method: 'GET', path: accessPaths.claim, permission: 'public', event: null, handler: showClaim }),
  route({ method: 'POST', path: accessPaths.claim, permission: 'public', event: 'system.claimed', handler: claim }),
  route({ method: 'GET', path: accessPaths.code, permission: 'public', event: null, handler: showCode }),
  route({ method: 'POST', path: accessPaths.code, permission: 'public', event: 'password.set', handler: useCode }),
]

type Errors = Record<string, string>

async function showClaim(c: HouseRequest): Promise<Response> {
  if (await isClaimed(c.var.ctx.db)) throw new Refusal('not-found')
  return c.html(toHtml(<ClaimPage view={c.var.view} typed={{}} errors={{}} />))
}

async function claim(c: HouseRequest): Promise<Response> {
  const { view, ctx } = c.var
  const typed = Object.fromEntries(await readForm(c))
  const again = (errors: Errors, status: 422 | 429) =>
    c.html(toHtml(<ClaimPage view={view} typed={{ ...typed, password: '' }} errors={errors} />), status)
  const given = Claim.safeParse(typed)
  if (!given.success) return again(missingErrors(view.lang, given.error), 422)
  const words = accessTexts[view.lang].claim
  const attempt = async () => {
    const result = await claimSystem(ctx, given.data, originOf(c))
    if (result.kind === 'signed-in') setFlash(c, { tone: 'leaf', text: words.done })
    return result
  }
  return enter(c, attempt, again, words.wrong)
}

async function showCode(c: HouseRequest): Promise<Response> {
  const code = c.req.query('ma') ?? ''
  // The name is shown only to whoever holds the code: it is 60 bits, and each wrong one slows the address down when it is used.
  const found = code ? await findCode(c.var.ctx, code) : undefined
  return c.html(toHtml(<CodePage view={c.var.view} typed={{ code }} errors={{}} fullName={found?.fullName ?? null} />))
}

async function useCode(c: HouseRequest): Promise<Response> {
  const { view, ctx } = c.var
  const typed = Object.fromEntries(await readForm(c))
  const again = (errors: Errors, status: 422 | 429) =>
    c.html(toHtml(<CodePage view={view} typed={{ ...typed, password: '' }} errors={errors} fullName={null} />), status)
  const given = PasswordByCode.safeParse(typed)
  if (!given.success) return again(missingErrors(view.lang, given.error), 422)
  return enter(c, () => setPasswordByCode(ctx, given.data, originOf(c)), again, accessTexts[view.lang].code.wrong)
}

/** Through the door with a session, or back to the form with what was typed and what is wrong. */
async function enter(
  c: HouseRequest,
  attempt: () => Promise<SignInResult>,
  again: (errors: Errors, status: 422 | 429) => Response | Promise<Response>,
  wrong: string,
): Promise<Response> {
  const { lang } = c.var.view
  try {
    const result = await attempt()
    if (result.kind === 'wrong') return again({ code: wrong }, 422)
    if (result.kind === 'wait') return again({ code: accessTexts[lang].signIn.wait(result.seconds) }, 429)
    setSession(c, result.token, result.device)
    return c.redirect(result.waitsForTotp ? accessPaths.secondStep : '/', 303)
  } catch (error) {
    if (error instanceof Refusal && error.problems.length > 0)
      return again(fieldErrors(lang, error.problems, 'code'), 422)
    throw error
  }
}
