import { setCookie } from 'hono/cookie'
import type { Permission } from '../core/reach.ts'
import { readForm } from '../platform/http/form.ts'
import { ownPath } from '../platform/http/own-path.ts'
import { type HouseRequest, type Route, route } from '../platform/http/route.ts'
import { toHtml } from './html.ts'
import { chooseLang, LANG_COOKIE } from './lang.ts'
import { ComponentsPage } from './pages/components-page.tsx'
import { languagePath } from './shell.tsx'

const YEAR = 365 * 24 * 3600

/** No role has it by itself: administrators, and whoever sits at a computer that nobody has claimed. */
const inspectHouse = 'house.inspect' satisfies Permission

/** What belongs to no domain: the language of the screen and the page on which all components stand side by side. */
export const uiRoutes: readonly Route[] = [
  // A wish of one browser, kept in that browser: no trace in the journal.
  route({ method: 'POST', path: languagePath, permission: 'public', event: null, handler: changeLanguage }),
  route({ method: 'GET', path: '/kieu-dang', permission: inspectHouse, event: null, handler: showComponents }),
]

async function changeLanguage(c: HouseRequest): Promise<Response> {
  const fields = await readForm(c)
  setCookie(c, LANG_COOKIE, chooseLang(fields.get('lang') ?? ''), {
    path: '/',
    sameSite: 'Lax',
    maxAge: YEAR,
    httpOnly: true,
  })
  return c.redirect(ownPath(fields.get('return')), 303)
}

function showComponents(c: HouseRequest): Response | Promise<Response> {
  return c.html(toHtml(<ComponentsPage view={c.var.view} />))
}
