import Excel from 'exceljs'
import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { canSomewhere } from '../../core/reach.ts'
import { journalPath } from '../../history/paths.ts'
import { readHistory } from '../../history/permissions.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { shownDay } from '../../ui/dates.ts'
import { toHtml } from '../../ui/html.ts'
import { urgeUnits } from '../actions/urge-units.ts'
import { UrgingLetter } from '../letters/urging-letter.tsx'
import { OverviewPage } from '../pages/overview-page.tsx'
import { UrgePage } from '../pages/urge-page.tsx'
import { dutyPaths } from '../paths.ts'
import { readTasks, urgeTasks } from '../permissions.ts'
import { countByMonth, listLate, listPlansWithTasks, listStandings } from '../queries/list-laggards.ts'
import { OverviewQuery, Urging } from '../schema.ts'
import { overviewTexts } from '../texts/overview.ts'

/** Rows of one workbook: more than a country has units. */
const MOST_ROWS = 60_000

/** Who lags, and urging them. */
export const overviewRoutes: readonly Route[] = [
  route({ method: 'GET', path: dutyPaths.overview, permission: readTasks, event: null, handler: show }),
  route({ method: 'GET', path: dutyPaths.overviewSheet, permission: readTasks, event: null, handler: sendSheet }),
  route({ method: 'GET', path: dutyPaths.urge, permission: urgeTasks, event: null, handler: preview }),
  route({ method: 'GET', path: dutyPaths.urgingLetter, permission: urgeTasks, event: null, handler: showLetter }),
  route({ method: 'POST', path: dutyPaths.urge, permission: urgeTasks, event: 'task.urged', handler: urge }),
]

function queryOf(c: HouseRequest): OverviewQuery {
  const asked = (name: string) => c.req.query(name) || undefined
  return OverviewQuery.parse({
    q: asked('q') ?? '',
    show: asked('hien') ?? 'late',
    plan: asked('ke-hoach') ?? null,
    page: asked('trang') ?? 0,
  })
}

async function show(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const query = queryOf(c)
  const [{ rows, more }, months, plans] = await Promise.all([
    listStandings(ctx, query),
    countByMonth(ctx, query.plan),
    listPlansWithTasks(ctx),
  ])
  const mayUrge = canSomewhere(ctx.actor, urgeTasks)
  const urged = mayUrge && canSomewhere(ctx.actor, readHistory) ? journalPath({ event: 'task.urged' }) : null
  return c.html(toHtml(<OverviewPage view={view} {...{ query, rows, more, months, plans, mayUrge, urged }} />))
}

/** The list as a workbook. Names are written as text, so that one that begins with «=» stays a name. */
async function sendSheet(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const { sheet: title, columns } = overviewTexts[view.lang]
  const { rows } = await listStandings(ctx, { ...queryOf(c), page: 0 }, MOST_ROWS)
  const book = new Excel.Workbook()
  const sheet = book.addWorksheet(title)
  sheet.columns = [
    { header: columns.unit, width: 50 },
    { header: columns.late, width: 12 },
    { header: columns.since, width: 14 },
    { header: columns.soon, width: 22 },
    { header: columns.open, width: 12 },
    { header: columns.done, width: 12 },
  ]
  for (const row of rows)
    sheet.addRow([row.unitName, row.late, row.lateSince ? shownDay(row.lateSince) : '', row.soon, row.open, row.done])
  sheet.getRow(1).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  c.header('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  c.header('Content-Disposition', 'attachment; filename="theo-doi.xlsx"')
  return c.body(new Uint8Array(await book.xlsx.writeBuffer()))
}

/** What the form has picked: units, or all that lag. Nothing picked is nothing to do. */
function pickedFrom(fields: URLSearchParams): Urging {
  const picked = Urging.safeParse({
    units: fields.getAll('unit'),
    plan: fields.get('plan'),
    words: fields.get('words') ?? '',
  })
  if (!picked.success) throw new Refusal('invalid')
  return picked.data
}

async function preview(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const { searchParams } = new URL(c.req.url)
  const { units, plan } = pickedFrom(searchParams)
  if (units.length === 0 && !searchParams.has('all')) return c.redirect(dutyPaths.overview, 303)
  const chosen = searchParams.has('all') ? [] : units
  const late = await listLate(ctx, chosen, plan)
  const page = (
    <UrgePage view={view} late={late} units={chosen} plan={plan} letter={`${dutyPaths.urgingLetter}?${searchParams}`} />
  )
  return c.html(toHtml(page))
}

async function showLetter(c: HouseRequest): Promise<Response> {
  const { ctx, view, unitName } = c.var
  const { searchParams } = new URL(c.req.url)
  const { units, plan } = pickedFrom(searchParams)
  const late = await listLate(ctx, searchParams.has('all') ? [] : units, plan)
  return c.html(toHtml(<UrgingLetter view={view} issuer={unitName ?? ''} today={ctx.actor.on} late={late} />))
}

async function urge(c: HouseRequest): Promise<Response> {
  const { units, plan, words } = pickedFrom(await readForm(c))
  const urged = await write(c.var.ctx, (tx) => urgeUnits(tx, units, plan, words))
  const text = overviewTexts[c.var.view.lang].urging.done(urged.units, urged.tasks, urged.people)
  setFlash(c, { tone: urged.people > 0 ? 'leaf' : 'plain', text })
  return c.redirect(dutyPaths.overview, 303)
}
