import { generateURI } from 'otplib'
import QRCode from 'qrcode'
import { type WriteContext, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { texts as uiTexts } from '../../ui/texts.ts'
import { changePassword, endOtherSessions } from '../actions/change-password.ts'
import { countingGuesses } from '../actions/counting-guesses.ts'
import { beginTotp, confirmTotp, dropTotp } from '../actions/second-step.ts'
import { endSession } from '../actions/sign-in.ts'
import { originOf } from '../cookies.ts'
import { AccountPage } from '../pages/account-page.tsx'
import { accessPaths } from '../paths.ts'
import { getOwnAccount, listOwnSessions } from '../queries/list-sessions.ts'
import { getOwnData } from '../queries/own-data.ts'
import { accessTexts } from '../texts.ts'
import { fieldErrors } from './form-errors.ts'
import { tokenRoutes } from './tokens.tsx'

const picture = `${accessPaths.totp}/hinh.svg`

/** One's own account: sessions, password, second step. */
export const accountRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: accessPaths.account,
    permission: 'signed-in',
    event: null,
    handler: (c) => show(c, {}),
  }),
  route({ method: 'GET', path: picture, permission: 'signed-in', event: null, handler: sendPicture }),
  route({
    method: 'POST',
    path: accessPaths.endSession(':id{[0-9a-f-]{36}}'),
    permission: 'signed-in',
    event: 'session.ended',
    handler: (c) => change(c, (tx) => endSession(tx, c.req.param('id') ?? ''), 'ended'),
  }),
  // The sessions that end are counted by the list itself; each was journalled when it began.
  route({
    method: 'POST',
    path: accessPaths.endOthers,
    permission: 'signed-in',
    event: null,
    handler: (c) => change(c, (tx) => endOtherSessions(tx, sessionOf(c)), 'ended'),
  }),
  route({
    method: 'POST',
    path: accessPaths.password,
    permission: 'signed-in',
    event: 'password.changed',
    handler: (c) => changeByPassword(c, (tx, form) => changePassword(tx, sessionOf(c), passwords(form)), 'changed'),
  }),
  // Begun is not yet on: the journal says when it is confirmed.
  route({
    method: 'POST',
    path: accessPaths.totp,
    permission: 'signed-in',
    event: null,
    handler: (c) => change(c, (tx) => beginTotp(tx), null),
  }),
  route({
    method: 'POST',
    path: accessPaths.confirmTotp,
    permission: 'signed-in',
    event: 'totp.confirmed',
    handler: (c) => change(c, (tx, form) => confirmTotp(tx, form.get('code') ?? ''), 'confirmed'),
  }),
  route({
    method: 'POST',
    path: accessPaths.dropTotp,
    permission: 'signed-in',
    event: 'totp.dropped',
    handler: (c) => changeByPassword(c, (tx, form) => dropTotp(tx, form.get('password') ?? ''), 'dropped'),
  }),
  route({ method: 'GET', path: accessPaths.ownData, permission: 'signed-in', event: null, handler: sendOwnData }),
  ...tokenRoutes,
]

/** Everything that is kept about whoever asks, to be taken along (Luật Bảo vệ dữ liệu cá nhân, the right to a copy). */
async function sendOwnData(c: HouseRequest): Promise<Response> {
  sessionOf(c)
  const data = await getOwnData(c.var.ctx)
  return c.body(JSON.stringify(data, null, 2), 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="lan-toa-${c.var.ctx.actor.on}.json"`,
    'Cache-Control': 'no-store',
  })
}

function sessionOf(c: HouseRequest): string {
  if (!c.var.session) throw new Refusal('sign-in')
  return c.var.session.id
}

function passwords(form: URLSearchParams): { oldPassword: string; password: string } {
  return { oldPassword: form.get('oldPassword') ?? '', password: form.get('password') ?? '' }
}

async function show(c: HouseRequest, errors: Record<string, string>): Promise<Response> {
  const { ctx, view } = c.var
  const [account, sessions] = await Promise.all([getOwnAccount(ctx), listOwnSessions(ctx)])
  const qr = account.totp === 'begun' ? picture : null
  const { oidc } = ctx.config
  const oidcName = oidc && (oidc.name ?? '')
  const page = <AccountPage {...{ view, account, sessions, errors, qr, oidcName }} sessionId={sessionOf(c)} />
  return c.html(toHtml(page), Object.keys(errors).length > 0 ? 422 : 200)
}

/** The secret that has been begun, as a picture for the authenticator's camera; only for its owner, never kept. */
async function sendPicture(c: HouseRequest): Promise<Response> {
  const account = await getOwnAccount(c.var.ctx)
  if (!account.totpSecret) throw new Refusal('not-found')
  const issuer = uiTexts[c.var.view.lang].product
  const uri = generateURI({ issuer, label: account.label, secret: account.totpSecret })
  const svg = await QRCode.toString(uri, { type: 'svg', margin: 2 })
  return c.body(svg, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-store' })
}

type Act = (tx: WriteContext, form: URLSearchParams) => Promise<unknown>
type Done = 'ended' | 'changed' | 'confirmed' | 'dropped'

/** A change that takes the password once more. Whoever finds an open browser does not find the password out there by trying. */
function changeByPassword(c: HouseRequest, act: Act, done: Done): Promise<Response> {
  const field = done === 'changed' ? 'oldPassword' : 'password'
  return change(c, act, done, (changing) => countingGuesses(c.var.ctx, originOf(c), field, changing))
}

async function change(
  c: HouseRequest,
  act: Act,
  done: Done | null,
  run = (changing: () => Promise<unknown>) => changing(),
): Promise<Response> {
  const form = await readForm(c)
  const { lang } = c.var.view
  try {
    await run(() => write(c.var.ctx, (tx) => act(tx, form)))
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems.length === 0) throw error
    return show(c, fieldErrors(lang, error.problems, 'code'))
  }
  if (done) setFlash(c, { tone: 'leaf', text: accessTexts[lang].account[done] })
  return c.redirect(accessPaths.account, 303)
}
