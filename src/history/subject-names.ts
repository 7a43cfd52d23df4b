import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Json } from '../platform/canonical-json.ts'
import type { JournalLine } from './list-history.ts'

/** Who or what entries concern: people, plans and tasks by the ids that stand in them, as they are called today; one statement. */
export async function listSubjectNames(
  ctx: Context,
  lines: readonly Pick<JournalLine, 'subjectId' | 'change'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(lines.flatMap(({ subjectId, change }) => [subjectId, otherOf(change) ?? subjectId]))]
  if (ids.length === 0) return new Map()
  const asked = sql`any(${ids}::uuid[])`
  const { rows } = await sql<{ id: string; name: string }>`
    select id, full_name as name from person where id = ${asked} and erased_at is null
    union all select id, coalesce(nullif(title, ''), name) from plan_document where id = ${asked}
    union all select id, text from task where id = ${asked}`.execute(ctx.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The person to whom a right was handed on. */
export function otherOf(change: Json): string | null {
  const to = factOf(change, 'to')
  return typeof to === 'string' && UUID.test(to) ? to : null
}

/** What the facts call by name. */
export function namesIn(change: Json): string[] {
  const named = [factOf(change, 'name'), factOf(change, 'names')].flat()
  return named.filter((name) => typeof name === 'string')
}

function factOf(change: Json, name: string): Json {
  const facts = change !== null && typeof change === 'object' ? Object.entries(change) : []
  return facts.find(([key]) => key === name)?.[1] ?? null
}
