import { z } from 'zod'
import { listOf, Most } from '../api/answers.ts'
import { type Endpoint, endpoint } from '../api/endpoint.ts'
import { foundKinds, search } from './queries.ts'

const Kind = z.enum(foundKinds)

const Found = z
  .object({ kind: Kind, ref: z.string(), title: z.string(), note: z.string(), unitName: z.string() })
  .meta({ id: 'Found' })

/** Open to everybody who is somebody; what is found is checked row by row. */
export const searchEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/search',
    permission: 'somebody',
    id: 'search',
    tag: 'search',
    query: z.object({ q: z.string().trim().min(1).max(100), kind: Kind.optional(), most: Most }),
    answer: listOf(Found),
    handle: async ({ ctx, query: { q, kind = null, most } }) => ({ items: await search(ctx, { q, kind, most }) }),
  }),
]
