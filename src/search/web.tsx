import { z } from 'zod'
import { type HouseRequest, type Route, route } from '../platform/http/route.ts'
import { toHtml } from '../ui/html.ts'
import { SearchPage } from './pages/search-page.tsx'
import { foundPath, searchPaths } from './paths.ts'
import { foundKinds, search } from './queries.ts'
import { searchTexts } from './texts.ts'

/** Open to everybody who is somebody; what is found is checked row by row. */
export const searchRoutes: readonly Route[] = [
  route({ method: 'GET', path: searchPaths.search, permission: 'somebody', event: null, handler: show }),
  route({ method: 'GET', path: searchPaths.suggestions, permission: 'somebody', event: null, handler: suggest }),
]

const Kind = z.enum(foundKinds)
const MOST = 50
const SUGGESTED = 8

function asked(c: HouseRequest): { q: string; kind: z.infer<typeof Kind> | null } {
  const q = (c.req.query('q') ?? '').trim().slice(0, 100)
  return { q, kind: Kind.safeParse(c.req.query('loai')).data ?? null }
}

async function show(c: HouseRequest): Promise<Response> {
  const query = asked(c)
  const found = await search(c.var.ctx, { ...query, most: MOST })
  return c.html(toHtml(<SearchPage view={c.var.view} {...query} found={found} />))
}

/** The first hits for the box on every page, while one types. */
async function suggest(c: HouseRequest): Promise<Response> {
  const found = await search(c.var.ctx, { ...asked(c), most: SUGGESTED })
  const { kinds } = searchTexts[c.var.view.lang]
  const shown = found.map((one) => ({
    title: one.title,
    kind: kinds[one.kind],
    note: one.unitName,
    href: foundPath(one),
  }))
  return c.json(shown)
}
