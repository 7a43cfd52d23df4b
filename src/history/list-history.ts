import { type SqlBool, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Json } from '../platform/canonical-json.ts'
import { withinReach } from '../platform/db/within-reach.ts'
import type { JournalFilter } from './paths.ts'
import { readHistory } from './permissions.ts'
import { unsealAll } from './personal-values.ts'

export interface JournalLine {
  readonly unitId: number
  readonly unitName: string
  readonly number: number
  readonly at: Date
  readonly event: string
  readonly actorKind: string
  readonly actorId: string | null
  /** Null for the operator, the product itself, and people whom the journal has forgotten. */
  readonly actorName: string | null
  readonly subjectId: string
  /** Sealed values are opened; `ERASED` stands for what has been erased. */
  readonly change: Json
}

/** `2026-03-10T02:00:00.000Z~12~5`: instant, unit and number of the last entry shown. */
export function keyOf(line: JournalLine): string {
  return `${line.at.toISOString()}~${line.unitId}~${line.number}`
}

/**
 * Entries of the units within reach, the newest first; two statements. A chain's own order is that of its numbers; between chains it is time.
 */
export async function listHistory(
  ctx: Context,
  filter: JournalFilter,
  page: { readonly before: string | null; readonly most: number },
): Promise<JournalLine[]> {
  const { rows } = await sql<JournalLine>`
    select h.unit_id, unit.name as unit_name, h.number, h.at, h.event, h.actor_kind, h.actor_id,
      person.full_name as actor_name, h.subject_id, h.change
    from history h
    join unit on unit.id = h.unit_id
    left join person on person.id = h.actor_id
    where ${withinReach(ctx.actor, readHistory, 'unit.path')}
      and ${conditions(filter)}
      and ${before(page.before)}
    order by h.at desc, h.unit_id desc, h.number desc
    limit ${page.most + 1}`.execute(ctx.db)
  const changes = await unsealAll(
    ctx,
    rows.map(({ change }) => change),
  )
  return rows.map((row, index) => ({ ...row, change: changes[index] ?? null }))
}

function conditions(filter: JournalFilter) {
  const parts = [
    filter.unit !== null && sql<SqlBool>`unit.path <@ (select path from unit where id = ${filter.unit})`,
    filter.actor !== null && sql<SqlBool>`h.actor_id = ${filter.actor}::uuid`,
    filter.subject !== null && sql<SqlBool>`h.subject_id = ${filter.subject}::uuid`,
    filter.event !== null && sql<SqlBool>`h.event = ${filter.event}`,
    filter.from !== null && sql<SqlBool>`h.at >= ${filter.from}::date`,
    filter.until !== null && sql<SqlBool>`h.at < ${filter.until}::date + 1`,
  ].filter((part) => part !== false)
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

const KEY = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~(\d{1,10})~(\d{1,15})$/

function before(key: string | null) {
  const [, at, unit, number] = (key && KEY.exec(key)) || []
  if (!at) return sql`true`
  return sql`(h.at, h.unit_id, h.number) < (${at}::timestamptz, ${Number(unit)}::integer, ${Number(number)}::bigint)`
}
