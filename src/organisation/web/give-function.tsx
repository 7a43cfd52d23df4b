import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { ownPath } from '../../platform/http/own-path.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { GiveFunctionPage } from '../pages/give-function-page.tsx'
import { peoplePaths } from '../paths.ts'
import { organisationPermissions } from '../permissions.ts'
import { listPeople } from '../queries/list-people.ts'
import { listPositions, pickUnits } from '../queries/unit-past.ts'
import { type FunctionToGive, GivenFunction } from '../schema.ts'

const { changePeople } = organisationPermissions

/** Choosing whom a function is given to. */
export const giveFunctionRoutes: readonly Route[] = [
  route({ method: 'GET', path: peoplePaths.giveFunction, permission: changePeople, event: null, handler: show }),
]

/** People found by a search; more than these want more letters. */
const MOST_FOUND = 20

async function show(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const given = await functionOf(c)
  if (!given) return c.redirect(peoplePaths.list, 303)
  const q = (c.req.query('q') ?? '').trim().slice(0, 100)
  const found = q === '' ? [] : await listPeople(ctx, { q, after: null, most: MOST_FOUND })
  const here = await listPositions(ctx, given.unit.id)
  const page = (
    <GiveFunctionPage
      view={view}
      given={given}
      q={q}
      here={[...Map.groupBy(here, ({ personId }) => personId).values()]}
      found={found.slice(0, MOST_FOUND)}
      isCut={found.length > MOST_FOUND}
    />
  )
  return c.html(toHtml(page))
}

/**
 * What the address says of a function to give; null where it says nothing of the kind. Throws `Refusal`: `not-found` for a unit that the actor does not see, `forbidden` where they do not
 * change people.
 */
export async function functionOf(c: HouseRequest): Promise<FunctionToGive | null> {
  const asked = GivenFunction.safeParse(c.req.query())
  if (!asked.success) return null
  const [unit] = await pickUnits(c.var.ctx, `#${asked.data.unit}`)
  if (!unit) throw new Refusal('not-found')
  if (!can(c.var.ctx.actor, changePeople, unit.path)) throw new Refusal('forbidden')
  const { title, back } = asked.data
  return { unit, title, back: back && ownPath(back) }
}
