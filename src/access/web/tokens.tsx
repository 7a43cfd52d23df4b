import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { canSomewhere } from '../../core/reach.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { makeToken, revokeToken } from '../actions/personal-tokens.ts'
import { TokensPage } from '../pages/tokens-page.tsx'
import { accessPaths } from '../paths.ts'
import { listOwnTokens } from '../queries/find-token.ts'
import { tokenTexts } from '../texts/tokens.ts'
import { NewToken, tokenScopes } from '../tokens.ts'

/** Personal tokens: made and revoked by their owner, signed in in a browser; a token opens none of this. */
export const tokenRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: accessPaths.tokens,
    permission: 'signed-in',
    event: null,
    handler: (c) => show(c, { made: null, problems: {}, status: 200 }),
  }),
  route({ method: 'POST', path: accessPaths.tokens, permission: 'signed-in', event: 'token.made', handler: make }),
  route({
    method: 'POST',
    path: accessPaths.revokeToken(':id{[0-9a-f-]{36}}'),
    permission: 'signed-in',
    event: 'token.revoked',
    handler: revoke,
  }),
]

interface Shown {
  readonly made: string | null
  readonly problems: Readonly<Record<string, string>>
  readonly status: 200 | 201 | 422
}

async function show(c: HouseRequest, { made, problems, status }: Shown, typed?: URLSearchParams): Promise<Response> {
  const { ctx, view } = c.var
  const tokens = await listOwnTokens(ctx)
  const held = tokenScopes.filter((scope) => canSomewhere(ctx.actor, scope))
  return c.html(toHtml(<TokensPage view={view} {...{ tokens, held, made, problems, typed }} />), status)
}

/** The answer holds the token: it is kept nowhere, and shown this once. */
async function make(c: HouseRequest): Promise<Response> {
  const form = await readForm(c)
  const { problems: sentences } = tokenTexts[c.var.view.lang]
  const given = NewToken.safeParse({ ...Object.fromEntries(form), scopes: form.getAll('scopes') })
  const refused = (fields: readonly { field: string; sentence: string | undefined }[]) => {
    const problems = Object.fromEntries(fields.map(({ field, sentence }) => [field, sentence ?? '']))
    return show(c, { made: null, problems, status: 422 }, form)
  }
  if (!given.success) {
    const fields = new Set(given.error.issues.map(({ path }) => String(path[0])))
    return refused([...fields].map((field) => ({ field, sentence: sentences[field]?.({ field, code: field }) })))
  }
  try {
    const made = await write(c.var.ctx, (tx) => makeToken(tx, given.data))
    c.header('Cache-Control', 'no-store')
    return await show(c, { made, problems: {}, status: 201 })
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems.length === 0) throw error
    return refused(error.problems.map((one) => ({ field: 'name', sentence: sentences[one.code]?.(one) })))
  }
}

async function revoke(c: HouseRequest): Promise<Response> {
  await readForm(c)
  await write(c.var.ctx, (tx) => revokeToken(tx, c.req.param('id') ?? ''))
  setFlash(c, { tone: 'leaf', text: tokenTexts[c.var.view.lang].revoked })
  return c.redirect(accessPaths.tokens, 303)
}
