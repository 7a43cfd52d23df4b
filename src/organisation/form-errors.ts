import type { ZodError } from 'zod'
import type { Problem } from '../core/problem.ts'

/** Where the form's field is called otherwise than the record's. */
const formNames: Readonly<Record<string, string>> = {
  parentId: 'parent',
  intoId: 'heir',
  heirId: 'heir',
  unitIds: 'partners',
  heirNumber: 'parts',
  unitId: 'unit',
  personId: 'to',
  lastDay: 'until',
}

type Sentences = Readonly<Record<string, (problem: Problem) => string>>

/** Problems as sentences by the form's field; what names no field stands at `first`. */
export function errorsOf(problems: readonly Problem[], sentences: Sentences, first: string): Record<string, string> {
  const missing = sentences['missing'] ?? (() => '')
  return Object.fromEntries(
    problems.map((problem) => [nameOf(problem.field ?? first), (sentences[problem.code] ?? missing)(problem)]),
  )
}

/** What a schema refused, as «fill this in» at each field. */
export function missingOf(error: ZodError, sentences: Sentences, first: string): Record<string, string> {
  const fields = error.issues.map(({ path }) => path.findLast((part) => typeof part === 'string') ?? first)
  return errorsOf(
    fields.map((field) => ({ field: String(field), code: 'missing' })),
    sentences,
    first,
  )
}

function nameOf(field: string): string {
  return formNames[field] ?? field
}
