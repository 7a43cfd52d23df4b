import { z } from 'zod'

/** An instant as ISO 8601 in UTC. */
export const Instant = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime())

export const Day = z.iso.date()
export const NewId = z.object({ id: z.uuid() }).meta({ id: 'NewId' })

/** One page of a list: `next` is what `after` takes for the page behind it; null on the last. */
export function pageOf<I extends z.ZodType>(item: I) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

/** A list that is never longer than this. */
export function listOf<I extends z.ZodType>(item: I) {
  return z.object({ items: z.array(item) })
}

/** Of `most + 1` rows asked for: the page, and the key of its last row where there are more. */
export function cutPage<I>(rows: readonly I[], most: number, keyOf: (row: I) => string) {
  const items = rows.slice(0, most)
  const last = items.at(-1)
  return { items, next: rows.length > most && last !== undefined ? keyOf(last) : null }
}

/** How many rows a page has. */
export const Most = z.coerce.number().int().min(1).max(200).default(50)

/** What went wrong (RFC 9457), as every endpoint answers it. */
export const ProblemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    instance: z.string(),
    allowed: z.array(z.string()).optional(),
    errors: z.array(z.looseObject({ field: z.string().nullable(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
