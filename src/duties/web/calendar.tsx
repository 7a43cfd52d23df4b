import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { shownDay } from '../../ui/dates.ts'
import { toHtml } from '../../ui/html.ts'
import { acceptYear, findYear, removeDay, setDay } from '../actions/change-calendar.ts'
import { CalendarPage } from '../pages/calendar-page.tsx'
import { dutyPaths } from '../paths.ts'
import { changeCalendar } from '../permissions.ts'
import { CalendarYear, NewCalendarDay } from '../schema.ts'
import { calendarTexts } from '../texts/calendar.ts'

/** Everybody who is signed in may look at the days off; whoever may change them everywhere does. */
export const calendarRoutes: readonly Route[] = [
  route({ method: 'GET', path: dutyPaths.calendar, permission: 'somebody', event: null, handler: (c) => show(c) }),
  route({
    method: 'POST',
    path: dutyPaths.calendar,
    permission: changeCalendar,
    event: 'calendar.changed',
    handler: add,
  }),
  route({
    method: 'POST',
    path: dutyPaths.calendarAccept,
    permission: changeCalendar,
    event: 'calendar.changed',
    handler: accept,
  }),
  route({
    method: 'POST',
    path: dutyPaths.calendarRemove,
    permission: changeCalendar,
    event: 'calendar.changed',
    handler: remove,
  }),
]

type Texts = Readonly<Record<string, string>>

async function show(
  c: HouseRequest,
  asked?: string | null,
  typed: Texts = wished(c),
  fields: readonly string[] = [],
): Promise<Response> {
  const { ctx, view } = c.var
  const thisYear = Number(ctx.actor.on.slice(0, 4))
  const year = CalendarYear.catch(thisYear).parse(asked ?? c.req.query('nam') ?? thisYear)
  const words = calendarTexts[view.lang].errors
  const errors = Object.fromEntries(fields.map((field) => [field, words[field] ?? field]))
  const mayChange = can(ctx.actor, changeCalendar, '1')
  const known = await findYear(ctx, year)
  const page = <CalendarPage view={view} {...{ year, thisYear, mayChange, typed, errors }} {...known} />
  return c.html(toHtml(page) as string, fields.length > 0 ? 422 : 200)
}

/** A day that the address brings along. */
function wished(c: HouseRequest): Texts {
  const names = ['on', 'kind', 'name', 'source']
  return Object.fromEntries(names.map((name) => [name, c.req.query(name) ?? '']).filter(([, value]) => value !== ''))
}

async function add(c: HouseRequest): Promise<Response> {
  const form = await readForm(c)
  const typed = Object.fromEntries(form)
  const day = NewCalendarDay.safeParse(typed)
  const isOfYear = day.success && day.data.on.startsWith(form.get('year') ?? '')
  if (!day.success || !isOfYear) {
    const fields = day.success ? ['on'] : [...new Set(day.error.issues.map(({ path }) => String(path[0])))]
    return show(c, form.get('year'), typed, fields)
  }
  await write(c.var.ctx, (tx) => setDay(tx, day.data))
  return back(c, Number(day.data.on.slice(0, 4)))
}

async function accept(c: HouseRequest): Promise<Response> {
  const year = CalendarYear.safeParse((await readForm(c)).get('year'))
  if (!year.success) throw new Refusal('invalid')
  await write(c.var.ctx, (tx) => acceptYear(tx, year.data))
  return back(c, year.data)
}

async function remove(c: HouseRequest): Promise<Response> {
  const on = NewCalendarDay.shape.on.safeParse((await readForm(c)).get('on'))
  if (!on.success) throw new Refusal('invalid')
  const { kind, name, source } = await write(c.var.ctx, (tx) => removeDay(tx, on.data))
  setFlash(c, { tone: 'leaf', text: calendarTexts[c.var.view.lang].removed(shownDay(on.data), name) })
  // The form below holds the day, so that one press puts it back.
  const day = new URLSearchParams({ on: on.data, kind, name, source: source ?? '' })
  return c.redirect(`${dutyPaths.calendarYear(Number(on.data.slice(0, 4)))}&${day}#on`, 303)
}

function back(c: HouseRequest, year: number): Response {
  setFlash(c, { tone: 'leaf', text: calendarTexts[c.var.view.lang].changed })
  return c.redirect(dutyPaths.calendarYear(year), 303)
}
