import type { OpenApiDocument } from './openapi.ts'

type Schema = Readonly<Record<string, unknown>>

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-03-10',
  'date-time': '2026-03-10T02:00:00.000Z',
  uuid: '00000000-0000-7000-8000-000000000000',
}

/** A value of the shape that a schema of the document describes, with every key, for people to look at and change. */
export function exampleOf(schema: Schema, document: Pick<OpenApiDocument, 'components'>): unknown {
  const { $ref, anyOf, items, properties } = schema
  if (typeof $ref === 'string') {
    const named = document.components.schemas[$ref.split('/').at(-1) ?? '']
    return named ? exampleOf(named, document) : null
  }
  if ('default' in schema) return schema['default']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  if (Array.isArray(anyOf)) return exampleOf(anyOf[0], document)
  if (typeof properties === 'object' && properties !== null) {
    const members = Object.entries(properties as Record<string, Schema>)
    return Object.fromEntries(members.map(([name, one]) => [name, exampleOf(one, document)]))
  }
  if (typeof items === 'object' && items !== null) return [exampleOf(items as Schema, document)]
  return plainExample(schema)
}

function plainExample({ type, format, minimum }: Schema): unknown {
  const [kind] = Array.isArray(type) ? type : [type]
  if (kind === 'integer' || kind === 'number') return typeof minimum === 'number' && minimum > 0 ? minimum : 1
  if (kind === 'boolean') return false
  return kind === 'string' ? (FORMATS[String(format)] ?? '…') : null
}
