import { z } from 'zod'
import { type HouseRequest, type Route, route } from '../platform/http/route.ts'
import { toHtml } from '../ui/html.ts'
import { keyOf, listHistory } from './list-history.ts'
import { JournalPage } from './pages/journal-page.tsx'
import { historyPaths } from './paths.ts'
import { readHistory } from './permissions.ts'
import { listSubjectNames } from './subject-names.ts'

export const historyRoutes: readonly Route[] = [
  route({ method: 'GET', path: historyPaths.journal, permission: readHistory, event: null, handler: showJournal }),
]

const PAGE = 50

/** What an address asks for; what makes no sense in it is left out. */
const Filter = z.object({
  unit: z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null),
  actor: z.uuid().nullable().catch(null),
  subject: z.uuid().nullable().catch(null),
  event: z
    .string()
    .regex(/^[a-z]+\.[a-z-]+$/)
    .nullable()
    .catch(null),
  from: z.iso.date().nullable().catch(null),
  until: z.iso.date().nullable().catch(null),
})

async function showJournal(c: HouseRequest): Promise<Response> {
  const asked = (name: string) => c.req.query(name) || null
  const filter = Filter.parse({
    unit: asked('unit'),
    actor: asked('actor'),
    subject: asked('subject'),
    event: asked('event'),
    from: asked('from'),
    until: asked('until'),
  })
  const before = asked('before')
  const found = await listHistory(c.var.ctx, filter, { before, most: PAGE })
  const lines = found.slice(0, PAGE)
  const last = found.length > PAGE ? lines.at(-1) : undefined
  const next = last ? keyOf(last) : null
  const names = await listSubjectNames(c.var.ctx, lines)
  const page = <JournalPage view={c.var.view} {...{ filter, lines, names, next }} isFirstPage={before === null} />
  return c.html(toHtml(page))
}
