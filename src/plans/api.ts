import { z } from 'zod'
import { listOf, NewId, pageOf } from '../api/answers.ts'
import { type Endpoint, endpoint, fileEndpoint } from '../api/endpoint.ts'
import { apiLang } from '../api/language.ts'
import { write } from '../context.ts'
import { Refusal } from '../core/problem.ts'
import { download } from '../platform/http/download.ts'
import type { HouseRequest } from '../platform/http/route.ts'
import { cancelReading, removeDocument, retryReading } from './actions.ts'
import { PlanAnswer, PlanDetail } from './api-schema.ts'
import { documentOf } from './document-of.ts'
import { problemSentence } from './pages/problem-sentence.ts'
import { apiPlan } from './paths.ts'
import { importPlans, readPlans } from './permissions.ts'
import { listDocuments } from './queries.ts'
import { MOST_FILES, takeIn } from './reading/take-in.ts'
import { type ImportProblem, ListQuery, planStates } from './schema.ts'

const tag = 'plans' as const

const Filter = z.object({
  q: z.string().trim().max(200).default(''),
  state: z.enum(planStates).optional(),
  sort: z.enum(['newest', 'title', 'issued']).default('newest'),
  after: z
    .string()
    .max(600)
    .regex(/^.*~[0-9a-f-]{36}$/)
    .optional(),
})

/** Plans: handed in, read, removed; the reading with its sources. */
export const planEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/plans',
    permission: readPlans,
    id: 'listPlans',
    tag,
    query: Filter,
    answer: pageOf(PlanAnswer),
    handle: async ({ c, ctx, query }) => {
      const { rows, next } = await listDocuments(ctx, ListQuery.parse({ state: null, after: null, ...query }))
      return { items: rows.map((row) => ({ ...row, problem: saying(c, row.problem) })), next }
    },
  }),
  endpoint({
    method: 'GET',
    path: apiPlan,
    permission: readPlans,
    id: 'getPlan',
    tag,
    record: documentOf,
    answer: PlanDetail,
    handle: async ({ c, record }) => ({ ...record, problem: saying(c, record.problem) }),
  }),
  fileEndpoint({
    method: 'POST',
    path: '/api/plans',
    permission: importPlans,
    event: 'plan.uploaded',
    id: 'uploadPlans',
    tag,
    body: 'upload',
    answer: listOf(NewId),
    status: 201,
    handle: upload,
  }),
  fileEndpoint({
    method: 'GET',
    path: `${apiPlan}/files/:position{\\d{1,4}}`,
    permission: readPlans,
    id: 'getPlanFile',
    tag,
    answer: 'file',
    handle: sendFile,
  }),
  ...(
    [
      ['cancellation', 'cancelReading', 'plan.reading-cancelled', cancelReading],
      ['rereading', 'readAgain', 'plan.reading-retried', retryReading],
      ['removal', 'removePlan', 'plan.removed', removeDocument],
    ] as const
  ).map(([verb, id, event, action]) =>
    endpoint({
      method: 'POST',
      path: `${apiPlan}/${verb}`,
      permission: importPlans,
      event,
      id,
      tag,
      record: documentOf,
      handle: ({ ctx, record }) => write(ctx, (tx) => action(tx, record.id)),
    }),
  ),
]

function saying(c: HouseRequest, problem: ImportProblem | null) {
  return problem && { code: problem.code, message: problemSentence(apiLang(c), problem) }
}

async function upload(c: HouseRequest): Promise<Response> {
  const result = await takeIn(c)
  if ('ids' in result) return c.json({ items: result.ids.map((id) => ({ id })) }, 201)
  if (result.problem === 'too-large') throw new Refusal('too-large')
  throw new Refusal('invalid', [], [{ field: 'files', code: result.problem, most: MOST_FILES }])
}

async function sendFile(c: HouseRequest): Promise<Response> {
  const { files } = await documentOf(c)
  const file = files.find(({ position }) => String(position) === c.req.param('position'))
  if (!file) throw new Refusal('not-found')
  return download(c, file.key, file.name, file.size)
}
