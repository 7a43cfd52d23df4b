import { accessPermissions } from '../../access/permissions.ts'
import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { undoUnitChange } from '../actions/undo-unit-change.ts'
import { UnitPage } from '../pages/unit-page.tsx'
import { UndoPage } from '../pages/unit-review-page.tsx'
import { UnitsPage } from '../pages/units-page.tsx'
import { unitPaths } from '../paths.ts'
import { organisationPermissions } from '../permissions.ts'
import { listClusters } from '../queries/find-cluster.ts'
import { findUnit, listAncestors } from '../queries/find-unit.ts'
import { countInherited } from '../queries/inheritance.ts'
import { listChildren, listRoots, searchUnits } from '../queries/list-units.ts'
import { listKin, listPast, listPositions } from '../queries/unit-past.ts'
import { type Unit, UnitId } from '../schema.ts'
import { unitProblemTexts } from '../texts/unit-problems.ts'
import { unitTexts } from '../texts/units.ts'

const UNIT = ':id{\\d{1,10}}'
const CHANGE = ':id{[0-9a-f-]{36}}'
const { readUnits, changeUnits, readPeople } = organisationPermissions

export const unitRoutes: readonly Route[] = [
  route({ method: 'GET', path: unitPaths.list, permission: readUnits, event: null, handler: showUnits }),
  route({ method: 'GET', path: unitPaths.unit(UNIT), permission: readUnits, event: null, handler: showUnit }),
  route({ method: 'GET', path: unitPaths.undo(CHANGE), permission: changeUnits, event: null, handler: askUndo }),
  route({
    method: 'POST',
    path: unitPaths.undo(CHANGE),
    permission: changeUnits,
    event: 'unit.change-undone',
    handler: undo,
  }),
]

const MOST_FOUND = 50
const PAGE = 100

async function showUnits(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const q = (c.req.query('q') ?? '').trim().slice(0, 100)
  const found = q ? await searchUnits(ctx, q, MOST_FOUND + 1) : await listRoots(ctx)
  // Whoever reaches one tree starts in it.
  if (!q && found.length === 1 && found[0]) return c.redirect(unitPaths.unit(found[0].id), 303)
  const units = found.slice(0, MOST_FOUND)
  return c.html(toHtml(<UnitsPage view={view} q={q} units={units} isCut={found.length > MOST_FOUND} />))
}

/** The unit of the address; out of reach and unknown are the same. Throws `Refusal('not-found')`. */
export async function unitOf(c: HouseRequest): Promise<Unit> {
  const id = UnitId.safeParse(c.req.param('id'))
  const unit = id.success ? await findUnit(c.var.ctx, id.data) : undefined
  if (!unit) throw new Refusal('not-found')
  return unit
}

async function showUnit(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const unit = await unitOf(c)
  const after = UnitId.safeParse(c.req.query('sau')).data ?? 0
  const showsPast = c.req.query('cu') === '1'
  const [ancestors, listed, past, kin, clusters, inherited] = await Promise.all([
    listAncestors(ctx, unit),
    listChildren(ctx, unit.id, { after, most: PAGE, past: showsPast }),
    listPast(ctx, unit.id),
    listKin(ctx, unit.id),
    listClusters(ctx, { past: false, memberId: unit.id, after: null, most: 50 }),
    countInherited(ctx, unit.id),
  ])
  const positions = can(ctx.actor, readPeople, unit.path) ? await listPositions(ctx, unit.id) : null
  const below = listed.slice(0, PAGE)
  const next = listed.length > PAGE ? (below.at(-1)?.id ?? null) : null
  const mayChange = can(ctx.actor, changeUnits, unit.path)
  const maySeeAccess = can(ctx.actor, accessPermissions.readAccess, unit.path)
  const props = {
    view,
    unit,
    ancestors,
    below,
    next,
    showsPast,
    past,
    kin,
    positions,
    clusters,
    inherited,
    mayChange,
    maySeeAccess,
  }
  return c.html(toHtml(<UnitPage {...props} isFirstPage={after === 0} />))
}

async function askUndo(c: HouseRequest): Promise<Response> {
  const changeId = c.req.param('id') ?? ''
  const row = await c.var.ctx.db
    .selectFrom('unitVersion')
    .select('unitId')
    .where((eb) => eb.or([eb('changeId', '=', changeId), eb('endedBy', '=', changeId)]))
    .limit(1)
    .executeTakeFirst()
  const unit = row && (await findUnit(c.var.ctx, row.unitId))
  if (!unit) throw new Refusal('not-found')
  return c.html(toHtml(<UndoPage view={c.var.view} changeId={changeId} unit={unit} />))
}

async function undo(c: HouseRequest): Promise<Response> {
  const { view, ctx } = c.var
  await readForm(c)
  try {
    await write(ctx, (tx) => undoUnitChange(tx, c.req.param('id') ?? ''))
    setFlash(c, { tone: 'leaf', text: unitTexts[view.lang].done.undone })
  } catch (error) {
    const [problem] = error instanceof Refusal ? error.problems : []
    const sentences: Readonly<Record<string, (given: NonNullable<typeof problem>) => string>> =
      unitProblemTexts[view.lang]
    const sentence = problem && sentences[problem.code]
    if (!sentence) throw error
    setFlash(c, { tone: 'danger', text: sentence(problem) })
  }
  return c.redirect(unitPaths.list, 303)
}
