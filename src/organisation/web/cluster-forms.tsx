import { ZodError } from 'zod'
import { type WriteContext, write } from '../../context.ts'
import { type Problem, Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readForm } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import type { Lang } from '../../ui/lang.ts'
import {
  addMembers,
  createCluster,
  endCluster,
  endMember,
  renameCluster,
  replaceMember,
  setLeader,
} from '../actions/change-clusters.ts'
import { errorsOf, missingOf } from '../form-errors.ts'
import { EndClusterPage, EndMemberPage, NewClusterPage } from '../pages/cluster-forms.tsx'
import { clusterPaths } from '../paths.ts'
import { organisationPermissions } from '../permissions.ts'
import { AmbiguousUnit, pickLines, pickUnit } from '../pick-unit.ts'
import type { ClusterDetail } from '../queries/find-cluster.ts'
import { findUnit } from '../queries/find-unit.ts'
import { ClusterNaming, Day, MemberDeparture, NewCluster, NewMembers, UnitId, YearLeader } from '../schema.ts'
import { clusterTexts } from '../texts/clusters.ts'
import { unitProblemTexts } from '../texts/unit-problems.ts'

const ID = ':id{[0-9a-f-]{36}}'
const UNIT = ':unit{\\d{1,10}}'
const permission = organisationPermissions.changeClusters

type Words = Readonly<Record<string, string>>
type Done = keyof (typeof clusterTexts)['vi']['done']

interface ClusterPages {
  readonly clusterOf: (c: HouseRequest) => Promise<ClusterDetail>
  readonly showCluster: (c: HouseRequest, cluster: ClusterDetail, typed: Words, errors: Words) => Promise<Response>
}

/** What changes clusters and blocks. The forms on the page of one come back on that page. */
export function clusterFormRoutes({ clusterOf, showCluster }: ClusterPages): readonly Route[] {
  const change =
    (run: (tx: WriteContext, id: string, form: URLSearchParams) => Promise<unknown>, done: Done, first: string) =>
    async (c: HouseRequest) => {
      const cluster = await changeable(c)
      const form = await readForm(c)
      const save = () => write(c.var.ctx, (tx) => run(tx, cluster.id, form))
      return attempt(
        c,
        { save, first, done },
        () => clusterPaths.cluster(cluster.id),
        (errors) => showCluster(c, cluster, Object.fromEntries(form), errors),
      )
    }
  const changeable = async (c: HouseRequest) => {
    const cluster = await clusterOf(c)
    if (!can(c.var.ctx.actor, permission, cluster.unitPath)) throw new Refusal('forbidden')
    return cluster
  }
  const declared = (path: string, event: string, handler: Route['handler']) =>
    route({ method: 'POST', path, permission, event, handler })
  const shown = (path: string, handler: Route['handler']) =>
    route({ method: 'GET', path, permission, event: null, handler })
  return [
    shown(clusterPaths.add, askNew),
    declared(clusterPaths.add, 'cluster.created', create),
    declared(clusterPaths.rename(ID), 'cluster.renamed', change(rename, 'renamed', 'name')),
    declared(clusterPaths.addMembers(ID), 'cluster.members-added', change(join, 'added', 'partners')),
    declared(clusterPaths.lead(ID), 'cluster.leader-set', change(lead, 'led', 'unit')),
    shown(clusterPaths.endMember(ID, UNIT), async (c) => askLeave(c, await changeable(c), {})),
    declared(clusterPaths.endMember(ID, UNIT), 'cluster.member-left', async (c) => leave(c, await changeable(c))),
    declared(clusterPaths.replaceMember(ID, UNIT), 'cluster.member-replaced', (c) =>
      change((tx, id) => replaceMember(tx, id, unitOf(c)), 'replaced', 'partners')(c),
    ),
    shown(clusterPaths.end(ID), async (c) => askEnd(c, await changeable(c), { on: c.var.ctx.actor.on }, {})),
    declared(clusterPaths.end(ID), 'cluster.ended', async (c) => end(c, await changeable(c))),
  ]
}

interface Attempt<T> {
  readonly save: () => Promise<T>
  /** The field at which what names none is shown. */
  readonly first: string
  readonly done: Done
}

/** Saves and goes on; what is wrong brings the form back with everything that was typed. */
async function attempt<T>(
  c: HouseRequest,
  { save, first, done }: Attempt<T>,
  next: (saved: T) => string,
  again: (errors: Words) => Response | Promise<Response>,
): Promise<Response> {
  const { lang } = c.var.view
  try {
    const saved = await save()
    setFlash(c, { tone: 'leaf', text: clusterTexts[lang].done[done] })
    return c.redirect(next(saved), 303)
  } catch (error) {
    const errors = sentencesFor(error, lang, first)
    if (errors === null) throw error
    return again(errors)
  }
}

function sentencesFor(error: unknown, lang: Lang, first: string): Words | null {
  const sentences = { ...unitProblemTexts[lang], ...clusterTexts[lang].problems }
  const said = (problems: readonly Problem[]) => errorsOf(problems, sentences, first)
  if (error instanceof ZodError) return missingOf(error, sentences, first)
  if (error instanceof AmbiguousUnit) {
    const units = error.candidates.map(({ id, name }) => `#${id} ${name}`).join('; ')
    return said([{ field: error.field, code: 'unit-many', typed: error.typed, units }])
  }
  if ((error as { code?: string }).code === '23505') return said([{ field: first, code: 'cluster-name-taken' }])
  return error instanceof Refusal && error.problems.length > 0 ? said(error.problems) : null
}

async function askNew(c: HouseRequest): Promise<Response> {
  const asked = UnitId.safeParse(c.req.query('unit'))
  const unit = asked.success ? await findUnit(c.var.ctx, asked.data) : undefined
  const typed = unit ? { unit: `#${unit.id} ${unit.name}` } : {}
  return c.html(toHtml(<NewClusterPage view={c.var.view} typed={typed} errors={{}} />))
}

async function create(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const form = await readForm(c)
  const typed = Object.fromEntries(form)
  const save = async () => {
    const naming = ClusterNaming.parse(typed)
    const unit = await pickUnit(ctx, form, 'unit')
    return write(ctx, (tx) => createCluster(tx, NewCluster.parse({ ...naming, unitId: unit?.id })))
  }
  return attempt(c, { save, first: 'name', done: 'created' }, clusterPaths.cluster, (errors) =>
    c.html(toHtml(<NewClusterPage {...{ view, typed, errors }} />), 422),
  )
}

const rename = (tx: WriteContext, id: string, form: URLSearchParams) =>
  renameCluster(tx, id, ClusterNaming.parse(Object.fromEntries(form)))

async function join(tx: WriteContext, id: string, form: URLSearchParams): Promise<void> {
  const units = await pickLines(tx, form, 'partners')
  if (units.length === 0) throw new Refusal('invalid', [], [{ field: 'unitIds', code: 'missing' }])
  await addMembers(tx, id, NewMembers.parse({ unitIds: units.map((unit) => unit.id), from: form.get('from') }))
}

const lead = (tx: WriteContext, id: string, form: URLSearchParams) =>
  setLeader(tx, id, YearLeader.parse({ year: form.get('year'), unitId: form.get('unit') || null }))

function unitOf(c: HouseRequest): number {
  const id = UnitId.safeParse(c.req.param('unit'))
  if (!id.success) throw new Refusal('not-found')
  return id.data
}

function askLeave(
  c: HouseRequest,
  cluster: ClusterDetail,
  errors: Words,
  typed: Words = { until: c.var.ctx.actor.on },
) {
  const unitId = unitOf(c)
  const member = cluster.members.find((one) => one.unitId === unitId && one.untilDate === null)
  if (!member) throw new Refusal('not-found')
  const props = { view: c.var.view, cluster, unitId, unitName: member.name, typed, errors }
  return c.html(toHtml(<EndMemberPage {...props} />), Object.keys(errors).length > 0 ? 422 : 200)
}

async function leave(c: HouseRequest, cluster: ClusterDetail): Promise<Response> {
  const unitId = unitOf(c)
  const typed = Object.fromEntries(await readForm(c))
  const save = () =>
    write(c.var.ctx, (tx) => endMember(tx, cluster.id, MemberDeparture.parse({ unitId, lastDay: typed['until'] })))
  return attempt(
    c,
    { save, first: 'until', done: 'left' },
    () => clusterPaths.cluster(cluster.id),
    (errors) => askLeave(c, cluster, errors, typed),
  )
}

function askEnd(c: HouseRequest, cluster: ClusterDetail, typed: Words, errors: Words) {
  const page = <EndClusterPage {...{ view: c.var.view, cluster, typed, errors }} />
  return c.html(toHtml(page), Object.keys(errors).length > 0 ? 422 : 200)
}

async function end(c: HouseRequest, cluster: ClusterDetail): Promise<Response> {
  const typed = Object.fromEntries(await readForm(c))
  const save = () => write(c.var.ctx, (tx) => endCluster(tx, cluster.id, Day.parse(typed['on'])))
  return attempt(
    c,
    { save, first: 'on', done: 'ended' },
    () => clusterPaths.cluster(cluster.id),
    (errors) => askEnd(c, cluster, typed, errors),
  )
}
