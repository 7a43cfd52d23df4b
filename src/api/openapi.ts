import { z } from 'zod'
import type { Permission } from '../core/reach.ts'
import type { Lang } from '../ui/lang.ts'
import { ProblemAnswer } from './answers.ts'
import type { Endpoint, Operation, Tag } from './endpoint.ts'
import { apiTexts } from './texts.ts'

interface JsonSchema {
  readonly [keyword: string]: unknown
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: JsonSchema
}

export interface OperationObject {
  readonly operationId: string
  readonly tags: readonly Tag[]
  readonly summary: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: true; readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
  /** The right that the endpoint asks for, and the journal event that it writes. */
  readonly 'x-permission': Permission | string
  readonly 'x-event': string | null
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>

export interface OpenApiDocument {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly tags: readonly { readonly name: Tag; readonly description: string }[]
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: Readonly<Record<string, unknown>>
  }
}

/** The OpenAPI 3.1 document of these endpoints, derived from the very schemas that check requests and shape answers. */
export function openApiDocument(endpoints: readonly Endpoint[], lang: Lang, version: string): OpenApiDocument {
  const words = apiTexts[lang]
  const schemas: Record<string, JsonSchema> = {}
  const paths: Record<string, Record<string, OperationObject>> = {}
  for (const endpoint of endpoints) {
    const path = templateOf(endpoint.path)
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describe(endpoint, lang, schemas) }
  }
  const tags = [...new Set(endpoints.map(({ operation }) => operation.tag))]
  return {
    openapi: '3.1.0',
    info: { title: words.title, version, description: words.lead },
    tags: tags.map((name) => ({ name, description: words.tags[name] })),
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'lantoa_session' },
      },
    },
  }
}

/** `/api/units/:id{\d{1,10}}` as OpenAPI writes it: `/api/units/{id}`. */
export function templateOf(path: string): string {
  return path.replace(PARAMETER, '{$1}')
}

const PARAMETER = /:([a-z]\w*)(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/gi

function describe({ method, path, permission, event, operation }: Endpoint, lang: Lang, schemas: Schemas) {
  const body = requestBodyOf(operation, schemas)
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: apiTexts[lang].operations[operation.id] ?? operation.id,
    parameters: [...pathParameters(path), ...queryParameters(operation, schemas)],
    ...(body && { requestBody: { required: true as const, content: body } }),
    responses: { ...answerOf(operation, lang, schemas), ...problemsOf(method, path, operation, lang, schemas) },
    'x-permission': permission,
    'x-event': event,
  }
}

type Schemas = Record<string, JsonSchema>

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(PARAMETER)].map(([, name = '', pattern = '.+']) => {
    const isNumber = pattern.startsWith('\\d')
    const schema = isNumber ? { type: 'integer', minimum: 0 } : { type: 'string', format: 'uuid' }
    return { name, in: 'path', required: true, schema }
  })
}

function queryParameters({ query }: Operation, schemas: Schemas): Parameter[] {
  if (!query) return []
  const { properties = {}, required = [] } = jsonSchema(query, 'input', schemas) as {
    readonly properties?: Readonly<Record<string, JsonSchema>>
    readonly required?: readonly string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

const UPLOAD = {
  type: 'object',
  properties: {
    grouping: { type: 'string', enum: ['separate', 'pages'], default: 'separate' },
    files: { type: 'array', items: { type: 'string', format: 'binary' }, minItems: 1 },
  },
  required: ['files'],
} as const

function requestBodyOf({ body }: Operation, schemas: Schemas): Content | null {
  if (body === null) return null
  if (body === 'upload') return { 'multipart/form-data': { schema: UPLOAD } }
  return { 'application/json': { schema: jsonSchema(body, 'input', schemas) } }
}

function answerOf({ answer, status }: Operation, lang: Lang, schemas: Schemas): OperationObject['responses'] {
  const description = apiTexts[lang].done[status]
  if (answer === null) return { [status]: { description } }
  if (answer === 'file') {
    return { [status]: { description, content: { 'application/octet-stream': { schema: {} } } } }
  }
  return {
    [status]: { description, content: { 'application/json': { schema: jsonSchema(answer, 'output', schemas) } } },
  }
}

/** What may go wrong, by what the endpoint takes. */
function problemsOf(method: string, path: string, { query, body }: Operation, lang: Lang, schemas: Schemas) {
  const content = { 'application/problem+json': { schema: jsonSchema(ProblemAnswer, 'output', schemas) } }
  const isChange = method === 'POST'
  const statuses = [
    401,
    ...(isChange ? [403] : []),
    404,
    ...(isChange && path.includes(':') ? [409] : []),
    ...(body ? [413, 415] : []),
    ...(body || query ? [422] : []),
    429,
  ]
  const titles = apiTexts[lang].titles
  return Object.fromEntries(statuses.map((status) => [status, { description: titles[status] ?? '', content }]))
}

/** The schema as JSON Schema 2020-12; those with a name of their own go to the document's components. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', schemas: Schemas): JsonSchema {
  const made = z.toJSONSchema(schema, { io, override: ({ jsonSchema: one }) => dropNoise(one) })
  const text = JSON.stringify(made).replaceAll('#/$defs/', '#/components/schemas/')
  const { $schema: _, $defs = {}, ...whole } = JSON.parse(text) as JsonSchema
  Object.assign(schemas, $defs)
  return whole
}

/** Bounds that every whole number of JSON has, and patterns that say again what the format says. */
function dropNoise(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.format !== undefined) delete schema.pattern
}
