import { z } from 'zod'
import { cutPage, Day, Most, NewId, pageOf } from '../../api/answers.ts'
import { type Endpoint, endpoint } from '../../api/endpoint.ts'
import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import type { HouseRequest } from '../../platform/http/route.ts'
import {
  addMembers,
  createCluster,
  endCluster,
  endMember,
  renameCluster,
  replaceMember,
  setLeader,
} from '../actions/change-clusters.ts'
import { organisationPermissions } from '../permissions.ts'
import { type ClusterDetail, findCluster, listClusters } from '../queries/find-cluster.ts'
import { ClusterKind, ClusterNaming, MemberDeparture, NewCluster, NewMembers, UnitId, YearLeader } from '../schema.ts'

const { readUnits, changeClusters } = organisationPermissions
const CLUSTER = '/api/clusters/:id{[0-9a-f-]{36}}'
const tag = 'clusters' as const

const ClusterAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: ClusterKind,
    unitId: z.int(),
    unitName: z.string(),
    endedOn: Day.nullable(),
    memberCount: z.int(),
    leaderName: z.string().nullable(),
  })
  .meta({ id: 'Cluster' })

const Named = z.object({ id: z.int(), name: z.string() })

const ClusterAnswerDetail = ClusterAnswer.omit({ memberCount: true, leaderName: true })
  .extend({
    members: z.array(
      z.object({
        unitId: z.int(),
        name: z.string(),
        fromDate: Day,
        /** The first day without it. */
        untilDate: Day.nullable(),
        abolishedOn: Day.nullable(),
        heirs: z.array(Named),
      }),
    ),
    leaders: z.array(z.object({ year: z.int(), unitId: z.int(), unitName: z.string() })),
  })
  .meta({ id: 'ClusterDetail' })

/** `name~id` of the last cluster of the page before. */
const After = z
  .string()
  .max(300)
  .regex(/^.*~[0-9a-f-]{36}$/)
  .transform((key) => ({ name: key.slice(0, -37), id: key.slice(-36) }))

const changes = [
  change('renaming', 'renameCluster', 'cluster.renamed', ClusterNaming, renameCluster),
  change('members', 'addClusterMembers', 'cluster.members-added', NewMembers, addMembers),
  change('departures', 'endClusterMember', 'cluster.member-left', MemberDeparture, endMember),
  change(
    'successions',
    'replaceClusterMember',
    'cluster.member-replaced',
    z.object({ unitId: UnitId }),
    (tx, id, given) => replaceMember(tx, id, given.unitId),
  ),
  change('leader', 'setClusterLeader', 'cluster.leader-set', YearLeader, setLeader),
  change('closure', 'endCluster', 'cluster.ended', z.object({ on: Day }), (tx, id, { on }) => endCluster(tx, id, on)),
]

/** Clusters and blocks: units that compete with one another. */
export const clusterEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/clusters',
    permission: readUnits,
    id: 'listClusters',
    tag,
    query: z.object({
      past: z.enum(['0', '1']).default('0'),
      member: UnitId.optional(),
      after: After.optional(),
      most: Most,
    }),
    answer: pageOf(ClusterAnswer),
    handle: async ({ ctx, query: { past, member = null, after = null, most } }) => {
      const rows = await listClusters(ctx, { past: past === '1', memberId: member, after, most })
      return cutPage(rows, most, ({ name, id }) => `${name}~${id}`)
    },
  }),
  endpoint({
    method: 'GET',
    path: CLUSTER,
    permission: readUnits,
    id: 'getCluster',
    tag,
    record: clusterOf,
    answer: ClusterAnswerDetail,
    handle: async ({ record }) => record,
  }),
  endpoint({
    method: 'POST',
    path: '/api/clusters',
    permission: changeClusters,
    event: 'cluster.created',
    id: 'createCluster',
    tag,
    body: NewCluster,
    answer: NewId,
    status: 201,
    handle: async ({ ctx, body }) => ({ id: await write(ctx, (tx) => createCluster(tx, body)) }),
  }),
  ...changes,
]

function change<B extends z.ZodType>(
  noun: string,
  id: string,
  event: string,
  body: B,
  action: (tx: Parameters<typeof endCluster>[0], cluster: string, given: z.output<B>) => Promise<void>,
): Endpoint {
  return endpoint({
    method: 'POST',
    path: `${CLUSTER}/${noun}`,
    permission: changeClusters,
    event,
    id,
    tag,
    record: clusterOf,
    body,
    handle: ({ ctx, record, body: given }) => write(ctx, (tx) => action(tx, record.id, given as z.output<B>)),
  })
}

async function clusterOf(c: HouseRequest): Promise<ClusterDetail> {
  const cluster = await findCluster(c.var.ctx, c.req.param('id') ?? '')
  if (!cluster) throw new Refusal('not-found')
  return cluster
}
