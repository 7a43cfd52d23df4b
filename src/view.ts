import { getCookie } from 'hono/cookie'
import { accessPaths } from './access/paths.ts'
import { canSomewhere } from './core/reach.ts'
import { dutyPaths } from './duties/paths.ts'
import { takeFlash } from './platform/http/flash.ts'
import type { HouseRequest } from './platform/http/route.ts'
import { searchPaths } from './search/paths.ts'
import { navigation } from './texts.ts'
import type { Assets } from './ui/assets.ts'
import { chooseLang, LANG_COOKIE, type Lang } from './ui/lang.ts'
import type { View } from './ui/view.ts'

/** The main navigation: each place is shown to whoever may open it. */
const places = [
  { href: '/viec', key: 'tasks', permission: 'task.read' },
  { href: '/theo-doi', key: 'followUp', permission: 'task.urge' },
  { href: '/ke-hoach', key: 'plans', permission: 'plan.read' },
  { href: '/don-vi', key: 'units', permission: 'unit.read' },
  { href: '/can-bo', key: 'people', permission: 'person.read' },
  { href: '/nhat-ky', key: 'journal', permission: 'history.read' },
] as const

/** What the pages know about this request. */
export function viewOf(c: HouseRequest, assets: Assets): View {
  const lang = chooseLang(getCookie(c, LANG_COOKIE))
  const { pathname, search } = new URL(c.req.url)
  const showsPage = c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html')
  return {
    lang,
    path: pathname + search,
    assets,
    csrf: c.var.csrf,
    unit: c.var.unitName,
    account: accountOf(c, lang),
    notices: c.var.session && { count: c.var.session.unseen, href: dutyPaths.notices },
    nav: places
      .filter(({ permission }) => canSomewhere(c.var.ctx.actor, permission))
      .map(({ href, key }) => ({ href, label: navigation[lang][key] })),
    demo: c.var.ctx.config.isDemo,
    flash: showsPage ? takeFlash(c) : null,
    search: c.var.ctx.actor.kind === 'visitor' ? null : searchPaths.search,
  }
}

/** One's own account, the way in, or the way to make the first one. */
function accountOf(c: HouseRequest, lang: Lang): View['account'] {
  const { session, ctx } = c.var
  if (session) return { name: session.fullName, href: accessPaths.account }
  if (ctx.actor.kind === 'operator') return { name: navigation[lang].setUp, href: accessPaths.claim }
  return { name: navigation[lang].signIn, href: accessPaths.signIn }
}
