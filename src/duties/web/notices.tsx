import { z } from 'zod'
import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { linkForOthers } from '../../platform/http/link-for-others.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { markSeen, saveReminderSetting } from '../actions/change-notices.ts'
import { calendarOf } from '../feed/calendar.ts'
import { findFeed, makeFeed, readerOf, revokeFeed } from '../feed/feeds.ts'
import { NoticesPage } from '../pages/notices-page.tsx'
import { dutyPaths } from '../paths.ts'
import { findReminderSetting, listNotices } from '../queries/list-notices.ts'
import { listTasks, mine } from '../queries/list-tasks.ts'
import { TaskQuery, type TaskRow } from '../schema.ts'
import { noticeTexts } from '../texts/notices.ts'

/** What a person was told, how they are told, and their calendar: each only for the person themself. */
export const noticeRoutes: readonly Route[] = [
  route({ method: 'GET', path: dutyPaths.notices, permission: 'signed-in', event: null, handler: (c) => show(c) }),
  // Having seen a notice and wishing to be told later are nobody else's affair: they leave no trace in the journal.
  route({ method: 'POST', path: dutyPaths.noticesSeen, permission: 'signed-in', event: null, handler: seen }),
  route({ method: 'POST', path: dutyPaths.noticeSetting, permission: 'signed-in', event: null, handler: save }),
  route({ method: 'POST', path: dutyPaths.feed, permission: 'signed-in', event: 'calendar-feed.made', handler: make }),
  route({
    method: 'POST',
    path: dutyPaths.feedRevoke,
    permission: 'signed-in',
    event: 'calendar-feed.revoked',
    handler: revoke,
  }),
  route({
    method: 'GET',
    path: dutyPaths.calendarOf(':secret{[\\w-]{20,100}\\.ics}'),
    permission: 'public',
    event: null,
    handler: sendCalendar,
  }),
]

const After = z.object({ at: z.coerce.date(), id: z.uuid() })

async function show(
  c: HouseRequest,
  address: string | null = null,
  errors: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { ctx, view } = c.var
  const after = After.safeParse({ at: c.req.query('truoc'), id: c.req.query('ma') }).data ?? null
  const [{ rows, next }, setting, feed] = await Promise.all([
    listNotices(ctx, after),
    findReminderSetting(ctx),
    findFeed(ctx),
  ])
  const nextPage =
    next && `${dutyPaths.notices}?${new URLSearchParams({ truoc: next.madeAt.toISOString(), ma: next.id })}`
  const page = (
    <NoticesPage view={view} {...{ rows, setting, feed, address, errors }} next={nextPage} isFirstPage={!after} />
  )
  return c.html(toHtml(page) as string, Object.keys(errors).length > 0 ? 422 : 200)
}

async function seen(c: HouseRequest): Promise<Response> {
  await readForm(c)
  await write(c.var.ctx, markSeen)
  setFlash(c, { tone: 'leaf', text: noticeTexts[c.var.view.lang].seen })
  return c.redirect(dutyPaths.notices, 303)
}

const Days = z.coerce.number().int().min(0).max(30)

async function save(c: HouseRequest): Promise<Response> {
  const form = await readForm(c)
  const days = Days.safeParse(form.get('daysBefore') || Number.NaN)
  const words = noticeTexts[c.var.view.lang]
  if (!days.success) return show(c, null, { daysBefore: words.wrongDays })
  await write(c.var.ctx, (tx) => saveReminderSetting(tx, form.get('byMail') === '1', days.data))
  setFlash(c, { tone: 'leaf', text: words.saved })
  return c.redirect(dutyPaths.notices, 303)
}

async function make(c: HouseRequest): Promise<Response> {
  await readForm(c)
  const secret = await write(c.var.ctx, makeFeed)
  c.header('Cache-Control', 'no-store')
  return show(c, linkForOthers(c, dutyPaths.calendarOf(`${secret}.ics`)))
}

async function revoke(c: HouseRequest): Promise<Response> {
  await readForm(c)
  await write(c.var.ctx, revokeFeed)
  setFlash(c, { tone: 'leaf', text: noticeTexts[c.var.view.lang].revoked })
  return c.redirect(dutyPaths.notices, 303)
}

/** Whoever has the address reads the calendar of the person who made it, with what that person may see today. */
async function sendCalendar(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const secret = (c.req.param('secret') ?? '').slice(0, -'.ics'.length)
  const actor = await readerOf(ctx, secret)
  if (!actor) throw new Refusal('not-found')
  const reading = { ...ctx, actor, db: c.var.wall?.dbFor(actor) ?? ctx.db }
  const { rows } = await listTasks(reading, await mine(reading), TaskQuery.parse({}), 1_000)
  const words = noticeTexts[view.lang]
  const description = (task: TaskRow) => [task.unitName, task.planTitle].join('\n')
  const text = calendarOf(rows, { name: words.calendarName, description }, ctx.config.address, ctx.clock.now())
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  c.header('Cache-Control', 'private, max-age=900')
  return c.body(text)
}
