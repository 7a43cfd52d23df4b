import type { z } from 'zod'
import { type Problem, Refusal } from '../core/problem.ts'
import { checkToken } from '../platform/http/csrf.ts'
import { readForm, readText } from '../platform/http/form.ts'
import type { HouseRequest } from '../platform/http/route.ts'
import { apiLang } from './language.ts'
import { schemaProblemTexts, schemaSentence } from './texts/schema-problems.ts'

/** Where a browser that holds a session says the hidden field of our forms. */
const FORM_TOKEN = 'x-form-token'
/** The field of a form that holds JSON: the page of the API tries its endpoints so, without script. */
export const JSON_FIELD = 'json'

/** The query as the schema has it; what stands empty was not given. Throws `Refusal('invalid')`. */
export function checkedQuery<Q extends z.ZodType>(c: HouseRequest, schema: Q): z.output<Q> {
  const given = Object.entries(c.req.query()).filter(([, value]) => value !== '')
  return checked(c, schema, Object.fromEntries(given))
}

/** The JSON of the request as the schema has it. Throws `Refusal`: no JSON, too long, not ours, or `invalid` with every field. */
export async function checkedBody<B extends z.ZodType>(c: HouseRequest, schema: B): Promise<z.output<B>> {
  const type = c.req.header('content-type') ?? ''
  const isForm = type.startsWith('application/x-www-form-urlencoded')
  if (!isForm && !type.startsWith('application/json')) throw new Refusal('unsupported-type')
  if (isForm) return checked(c, schema, parsed((await readForm(c)).get(JSON_FIELD) ?? ''))
  checkToken(c, c.req.header(FORM_TOKEN) ?? null)
  return checked(c, schema, parsed(await readText(c)))
}

/** For a change that takes nothing: it must still come from a program with a token, or from our own pages. */
export async function proveOurs(c: HouseRequest): Promise<void> {
  const isForm = (c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
  if (isForm) await readForm(c)
  else checkToken(c, c.req.header(FORM_TOKEN) ?? null)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalid', [], [{ field: null, code: 'json-unreadable' }])
  }
}

function checked<S extends z.ZodType>(c: HouseRequest, schema: S, given: unknown): z.output<S> {
  const words = schemaProblemTexts[apiLang(c)]
  const result = schema.safeParse(given, { error: (issue) => schemaSentence(issue, words) })
  if (result.success) return result.data
  throw new Refusal('invalid', [], result.error.issues.map(problemOf))
}

function problemOf({ path, code, message }: z.core.$ZodIssue): Problem {
  return { field: path.length > 0 ? path.join('.') : null, code: code.replaceAll('_', '-'), message }
}
