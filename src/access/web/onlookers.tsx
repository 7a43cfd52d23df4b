import { z } from 'zod'
import { Refusal } from '../../core/problem.ts'
import { can, type Permission } from '../../core/reach.ts'
import { historyPaths } from '../../history/paths.ts'
import { historyTexts } from '../../history/texts/journal.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { OnlookersPage } from '../pages/onlookers-page.tsx'
import { accessPermissions } from '../permissions.ts'
import { listOnlookers } from '../queries/who-can-see.ts'

export const onlookerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: historyPaths.onlookers,
    permission: accessPermissions.readAccess,
    event: null,
    handler: show,
  }),
]

const Asked = z.object({
  unit: z.coerce.number().int().positive().max(2_147_483_647),
  permission: z.string().regex(/^[a-z]+\.[a-z-]+$/),
})

/** Everybody who holds a right over a unit, with every reason. Only where the asker may ask: elsewhere the unit does not exist. */
async function show(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const asked = Asked.safeParse({ unit: c.req.query('unit'), permission: c.req.query('quyen') ?? 'plan.read' })
  if (!asked.success || !(asked.data.permission in historyTexts.vi.permissions)) throw new Refusal('not-found')
  const unit = await ctx.db
    .selectFrom('unit')
    .select(['id', 'name', 'path'])
    .where('id', '=', asked.data.unit)
    .executeTakeFirst()
  if (!unit || !can(ctx.actor, accessPermissions.readAccess, unit.path)) throw new Refusal('not-found')
  const permission = asked.data.permission as Permission
  const onlookers = await listOnlookers(ctx, permission, unit.path)
  return c.html(toHtml(<OnlookersPage view={view} {...{ unit, permission, onlookers }} />))
}
