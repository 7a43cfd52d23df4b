import { getCookie } from 'hono/cookie'
import { takeFlash } from './platform/http/flash.ts'
import type { HouseRequest } from './platform/http/route.ts'
import { navigation } from './texts.ts'
import type { Assets } from './ui/assets.ts'
import { chooseLang } from './ui/lang.ts'
import type { View } from './ui/view.ts'

/** What the pages know about this request. */
export function viewOf(c: HouseRequest, assets: Assets): View {
  const lang = chooseLang(getCookie(c, 'lantoa_lang'), c.req.header('accept-language'))
  const { pathname, search } = new URL(c.req.url)
  const showsPage = c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html')
  return {
    lang,
    path: pathname + search,
    assets,
    csrf: c.var.csrf,
    unit: null,
    account: null,
    nav: [{ href: '/ke-hoach', label: navigation[lang].plans }],
    demo: false,
    flash: showsPage ? takeFlash(c) : null,
    search: null,
  }
}
