import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { Permission } from '../core/reach.ts'
import type { HouseRequest, Route } from '../platform/http/route.ts'
import { checkedBody, checkedQuery, proveOurs } from './read-request.ts'

export type Tag = 'me' | 'plans' | 'tasks' | 'units' | 'clusters' | 'people' | 'journal' | 'search' | 'webhooks'

/** What the OpenAPI document and the page for people say of an endpoint, beside its route. */
export interface Operation {
  /** Its name for programs; texts.ts has its words. */
  readonly id: string
  readonly tag: Tag
  readonly query: z.ZodType | null
  /** JSON, or a form with files. */
  readonly body: z.ZodType | 'upload' | null
  /** JSON of this shape, the bytes of a file, or nothing. */
  readonly answer: z.ZodType | 'file' | null
  readonly status: 200 | 201 | 204
}

/** One address for programs: a route, and what it takes and gives. */
export interface Endpoint extends Route {
  readonly operation: Operation
}

interface Given<R, Q, B> {
  readonly c: HouseRequest
  readonly ctx: Context
  readonly record: R
  readonly query: Q
  readonly body: B
}

interface Declared<R, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> {
  readonly method: Route['method']
  readonly path: string
  readonly permission: Permission | 'signed-in' | 'somebody'
  /** The journal event that a change writes. */
  readonly event?: string
  readonly id: string
  readonly tag: Tag
  /** The record that the path names. Throws `Refusal('not-found')`, before anything of the request is read. */
  readonly record?: (c: HouseRequest) => Promise<R>
  readonly query?: Q
  readonly body?: B
  /** What the answer holds: whatever this does not name is left out. */
  readonly answer?: A
  readonly status?: 201
  readonly handle: (given: Given<R, z.output<Q>, z.output<B>>) => Promise<Unchanging<z.input<A>>>
}

/** What is read and never written, all the way down. */
type Unchanging<T> = T extends Date
  ? T
  : T extends readonly (infer I)[]
    ? readonly Unchanging<I>[]
    : T extends object
      ? { readonly [K in keyof T]: Unchanging<T[K]> }
      : T

/** An endpoint that takes and gives JSON: finds the record, checks query and body, calls, answers. */
export function endpoint<
  R = undefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType = z.ZodVoid,
>(declared: Declared<R, Q, B, A>): Endpoint {
  const { method, path, permission, event, id, tag, record, query, body, answer, handle } = declared
  const status = answer ? (declared.status ?? 200) : 204
  const operation = { id, tag, query: query ?? null, body: body ?? null, answer: answer ?? null, status } as const
  const handler = async (c: HouseRequest) => {
    const given = {
      c,
      ctx: c.var.ctx,
      record: (await record?.(c)) as R,
      query: (query && checkedQuery(c, query)) as z.output<Q>,
      body: (body ? await checkedBody(c, body) : method === 'POST' && (await proveOurs(c))) as z.output<B>,
    }
    const result = await handle(given)
    return answer ? c.json(answer.parse(result), status === 201 ? 201 : 200) : c.body(null, 204)
  }
  return { method, path, permission, event: event ?? null, handler, operation }
}

type Raw = Pick<Declared<undefined, never, never, never>, 'method' | 'path' | 'permission' | 'event' | 'id' | 'tag'> & {
  readonly body?: 'upload'
  readonly answer: z.ZodType | 'file'
  readonly status?: 201
  readonly handle: Route['handler']
}

/** An endpoint that takes or gives files; it reads and answers for itself. */
export function fileEndpoint({
  method,
  path,
  permission,
  event,
  id,
  tag,
  body,
  answer,
  status,
  handle,
}: Raw): Endpoint {
  const operation = { id, tag, query: null, body: body ?? null, answer, status: status ?? 200 } as const
  return { method, path, permission, event: event ?? null, handler: handle, operation }
}
