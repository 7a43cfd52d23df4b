import { z } from 'zod'
import { Refusal } from '../../core/problem.ts'
import { can, canSomewhere } from '../../core/reach.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { ClusterPage } from '../pages/cluster-page.tsx'
import { ClustersPage } from '../pages/clusters-page.tsx'
import { clusterPaths, clustersPath } from '../paths.ts'
import { organisationPermissions } from '../permissions.ts'
import { type ClusterDetail, findCluster, listClusters } from '../queries/find-cluster.ts'
import { clusterFormRoutes } from './cluster-forms.tsx'

const { readUnits, changeClusters } = organisationPermissions

/** Clusters and blocks: the list, the page of one, and what changes them. */
export const clusterRoutes: readonly Route[] = [
  route({ method: 'GET', path: clusterPaths.list, permission: readUnits, event: null, handler: showClusters }),
  ...clusterFormRoutes({ clusterOf, showCluster }),
  route({
    method: 'GET',
    path: clusterPaths.cluster(':id{[0-9a-f-]{36}}'),
    permission: readUnits,
    event: null,
    handler: async (c) => showCluster(c, await clusterOf(c), {}, {}),
  }),
]

const PAGE = 50
const After = z.object({ name: z.string().max(200), id: z.uuid() })

async function showClusters(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const past = c.req.query('cu') === '1'
  const after = After.safeParse({ name: c.req.query('sau'), id: c.req.query('ma') }).data ?? null
  const found = await listClusters(ctx, { past, memberId: null, after, most: PAGE })
  const clusters = found.slice(0, PAGE)
  const last = found.length > PAGE ? clusters.at(-1) : undefined
  const next = last ? clustersPath({ past, after: last }) : null
  const mayChange = canSomewhere(ctx.actor, changeClusters)
  const props = { view, clusters, past, next, mayChange, isFirstPage: after === null }
  return c.html(toHtml(<ClustersPage {...props} />))
}

/** The cluster of the address; out of reach and unknown are the same. Throws `Refusal('not-found')`. */
async function clusterOf(c: HouseRequest): Promise<ClusterDetail> {
  const cluster = await findCluster(c.var.ctx, c.req.param('id') ?? '')
  if (!cluster) throw new Refusal('not-found')
  return cluster
}

async function showCluster(
  c: HouseRequest,
  cluster: ClusterDetail,
  given: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, string>>,
): Promise<Response> {
  const { ctx, view } = c.var
  const typed = { from: ctx.actor.on, year: ctx.actor.on.slice(0, 4), ...given }
  const mayChange = can(ctx.actor, changeClusters, cluster.unitPath)
  const page = <ClusterPage {...{ view, cluster, mayChange, typed, errors }} />
  return c.html(toHtml(page), Object.keys(errors).length > 0 ? 422 : 200)
}
