import { type Context, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { nextState } from '../../core/workflow.ts'
import { organisationPermissions } from '../../organisation/permissions.ts'
import { listHolders } from '../../plans/units/function-holders.ts'
import { download } from '../../platform/http/download.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm, readUpload } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { doTask, reopenTask, waiveTask } from '../actions/move-task.ts'
import { TaskPage } from '../pages/task-page.tsx'
import { TasksPage, type TasksPageProps } from '../pages/tasks-page.tsx'
import { dutyPaths } from '../paths.ts'
import { mayAct, readTasks, urgeTasks } from '../permissions.ts'
import { findOwner, findTask } from '../queries/find-task.ts'
import { countTasks, listPlansOf, listTasks, mine, type TaskScope } from '../queries/list-tasks.ts'
import { Doing, Reason, type TaskDetail, TaskId, TaskQuery, type TaskRow } from '../schema.ts'
import { overviewTexts } from '../texts/overview.ts'
import { taskTexts } from '../texts/tasks.ts'
import { taskWorkflow } from '../workflow.ts'

const ID = ':id{[0-9a-f-]{36}}'
const MOST_FILES = 20
const MEGABYTE = 1024 * 1024

/** Every address of «Việc của tôi» and of single tasks. */
export const taskRoutes: readonly Route[] = [
  route({ method: 'GET', path: dutyPaths.mine, permission: readTasks, event: null, handler: showMine }),
  route({
    method: 'GET',
    path: dutyPaths.ofUnit(':id{\\d{1,9}}'),
    permission: readTasks,
    event: null,
    handler: showUnit,
  }),
  route({ method: 'GET', path: dutyPaths.task(ID), permission: readTasks, event: null, handler: (c) => showTask(c) }),
  route({ method: 'POST', path: dutyPaths.do(ID), permission: readTasks, event: 'task.done', handler: report }),
  route({
    method: 'POST',
    path: dutyPaths.reopen(ID),
    permission: readTasks,
    event: 'task.reopened',
    handler: (c) => withReason(c, 'reopen'),
  }),
  route({
    method: 'POST',
    path: dutyPaths.waive(ID),
    permission: readTasks,
    event: 'task.waived',
    handler: (c) => withReason(c, 'waive'),
  }),
  route({
    method: 'GET',
    path: dutyPaths.file(ID, ':file{[0-9a-f-]{36}}'),
    permission: readTasks,
    event: null,
    handler: sendFile,
  }),
]

async function showMine(c: HouseRequest): Promise<Response> {
  const { title, lead } = taskTexts[c.var.view.lang]
  return showTasks(c, await mine(c.var.ctx), { base: dutyPaths.mine, title, lead })
}

/** What one unit owes, for whoever may see it. */
async function showUnit(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const unitId = Number(c.req.param('id'))
  const unit = await findOwner(ctx, unitId)
  if (!unit) throw new Refusal('not-found')
  const overview = overviewTexts[view.lang].title
  const crumbs = [{ label: overview, href: dutyPaths.overview }, { label: unit.name }]
  const lead = taskTexts[view.lang].ofUnit
  const urge = can(ctx.actor, urgeTasks, unit.path) ? `${dutyPaths.urge}?unit=${unitId}` : undefined
  return showTasks(c, { unitId }, { base: dutyPaths.ofUnit(unitId), title: unit.name, lead, crumbs, urge })
}

type Heading = Pick<TasksPageProps, 'base' | 'title' | 'lead' | 'crumbs' | 'urge'>

async function showTasks(c: HouseRequest, scope: TaskScope, heading: Heading): Promise<Response> {
  const { ctx, view } = c.var
  const asked = (name: string) => c.req.query(name) || null
  const query = TaskQuery.parse({
    q: asked('q') ?? '',
    state: asked('trang-thai') ?? 'open',
    kind: asked('loai'),
    plan: asked('ke-hoach'),
    after: asked('sau'),
  })
  const [page, counts, plans] = await Promise.all([
    listTasks(ctx, scope, query),
    countTasks(ctx, scope),
    listPlansOf(ctx, scope),
  ])
  const colleagues = page.next === null ? await ofColleagues(ctx, scope, query) : null
  const all = [...page.rows, ...(colleagues?.rows ?? [])]
  const mayDo = new Set(all.filter((task) => mayNow(c, task, 'do')).map(({ id }) => id))
  const shown = { ...heading, ...page, colleagues, query, counts, plans, mayDo }
  return c.html(toHtml(<TasksPage view={view} {...shown} today={ctx.actor.on} />))
}

/** Below the end of one's own list: what is the function of somebody else in the same units, found by the same wishes. */
async function ofColleagues(ctx: Context, scope: TaskScope, query: TaskQuery): Promise<TasksPageProps['colleagues']> {
  if ('unitId' in scope || scope.ofOthers.length === 0) return null
  const { rows, next } = await listTasks(ctx, { ...scope, whose: 'colleagues' }, { ...query, after: null })
  return { rows, isCut: next !== null }
}

/** May the actor do this, and does the state allow it? The page shows exactly what the server would accept. */
function mayNow(c: HouseRequest, task: TaskRow, action: 'do' | 'reopen' | 'waive'): boolean {
  return nextState(taskWorkflow, task.state, action) !== undefined && mayAct(c.var.ctx.actor, action, task)
}

async function taskOf(c: HouseRequest): Promise<TaskDetail> {
  const id = TaskId.safeParse(c.req.param('id'))
  const task = id.success ? await findTask(c.var.ctx, id.data) : undefined
  if (!task) throw new Refusal('not-found')
  return task
}

type Texts = Readonly<Record<string, string>>

async function showTask(c: HouseRequest, typed: Texts = {}, problems: Texts = {}): Promise<Response> {
  const { ctx, view } = c.var
  const task = await taskOf(c)
  const may = {
    do: mayNow(c, task, 'do'),
    reopen: task.goesOn && mayNow(c, task, 'reopen'),
    waive: mayNow(c, task, 'waive'),
  }
  const words = taskTexts[view.lang].errors
  const errors = Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, words[code] ?? code]))
  const megabytes = Math.round(ctx.config.uploadLimit / MEGABYTE)
  const holders = await holderNames(ctx, task)
  const page = <TaskPage view={view} today={ctx.actor.on} {...{ task, holders, may, megabytes, typed, errors }} />
  return c.html(toHtml(page) as string, Object.keys(errors).length > 0 ? 422 : 200)
}

/** Who holds the function that the task is given to; null where it is none, or the actor does not read people there. */
async function holderNames(ctx: Context, { unitId, title, unitPath }: TaskDetail): Promise<readonly string[] | null> {
  if (title === '' || !can(ctx.actor, organisationPermissions.readPeople, unitPath)) return null
  const [held] = await listHolders(ctx, [{ unitId, title }])
  return held?.holders.map(({ fullName }) => fullName) ?? []
}

async function report(c: HouseRequest): Promise<Response> {
  const { ctx } = c.var
  const task = await taskOf(c)
  // Before any file is taken in.
  if (!mayAct(ctx.actor, 'do', task)) throw new Refusal('forbidden')
  const form = await uploaded(c)
  if (form === 'too-large') return showTask(c, {}, { 'files-in': 'too-large' })
  const typed = Object.fromEntries(form.fields)
  const doing = Doing.safeParse({ note: '', ...typed })
  const problem = !doing.success ? 'no-day' : doing.data.on > ctx.actor.on ? 'day-to-come' : null
  try {
    if (problem === null && doing.success) {
      const files = form.files.map(({ name, kept }) => ({ ...kept, name }))
      await write(ctx, (tx) => doTask(tx, task.id, doing.data, files))
      return answer(c, task.id, 'do')
    }
  } catch (error) {
    for (const { kept } of form.files) await ctx.files.remove(kept.key)
    throw error
  }
  for (const { kept } of form.files) await ctx.files.remove(kept.key)
  return showTask(c, typed, { on: problem ?? 'no-day' })
}

/** The form of the task's page brings files; the one press of the list does not. */
async function uploaded(c: HouseRequest) {
  const { uploadLimit } = c.var.ctx.config
  const bringsFiles = c.req.header('content-type')?.startsWith('multipart/')
  if (!bringsFiles) return { fields: await readForm(c), files: [] }
  try {
    return await readUpload(c, { files: MOST_FILES, fileSize: uploadLimit, totalSize: 2 * uploadLimit })
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'too-large') return 'too-large' as const
    throw error
  }
}

async function withReason(c: HouseRequest, action: 'reopen' | 'waive'): Promise<Response> {
  const task = await taskOf(c)
  const given = (await readForm(c)).get('reason') ?? ''
  const reason = Reason.safeParse(given)
  const field = `reason-${action}`
  if (!reason.success) return showTask(c, { [field]: given }, { [field]: 'no-reason' })
  const move = action === 'reopen' ? reopenTask : waiveTask
  await write(c.var.ctx, (tx) => move(tx, task.id, reason.data))
  return answer(c, task.id, action)
}

/** Back to where it was pressed: the list keeps its filter, the task's page shows what it has become. */
function answer(c: HouseRequest, id: string, action: 'do' | 'reopen' | 'waive'): Response {
  setFlash(c, { tone: 'leaf', text: taskTexts[c.var.view.lang].changed[action] })
  const from = c.req.header('referer')
  const back = from && URL.canParse(from) ? new URL(from) : null
  const isList = back !== null && (back.pathname === dutyPaths.mine || back.pathname.startsWith(dutyPaths.ofUnit('')))
  return c.redirect(isList ? back.pathname + back.search : dutyPaths.task(id), 303)
}

async function sendFile(c: HouseRequest): Promise<Response> {
  const { files } = await taskOf(c)
  const file = files.find(({ id }) => id === c.req.param('file'))
  if (!file) throw new Refusal('not-found')
  return download(c, file.key, file.name, file.size)
}
