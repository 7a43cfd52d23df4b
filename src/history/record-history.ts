import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { WriteContext } from '../context.ts'
import { canonicalJson, type Json } from '../platform/canonical-json.ts'
import { tellWebhooks } from './tell-webhooks.ts'

/** The record that changed and the unit in whose chain the entry stands. */
export interface HistorySubject {
  readonly id: string
  readonly unitId: number
}

export interface HistoryEntry {
  readonly unitId: number
  readonly number: number
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string
  readonly event: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly subjectId: string
  readonly change: Json
}

/** What stands before the first entry of a chain. */
const NOTHING = Buffer.alloc(32)

/**
 * Adds an entry to the journal, in the transaction of the change. `change` says what a reader of the journal needs: values
 * before and after, or facts; never more personal data than the record itself holds.
 */
export async function recordHistory(
  ctx: WriteContext,
  event: string,
  subject: HistorySubject,
  change: { readonly [key: string]: Json },
): Promise<void> {
  const head = await lockHead(ctx, subject.unitId)
  const entry: HistoryEntry = {
    unitId: subject.unitId,
    number: head.number + 1,
    at: ctx.clock.now().toISOString(),
    event,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    subjectId: subject.id,
    change: ctx.actor.tokenId === undefined ? change : { ...change, token: ctx.actor.tokenId },
  }
  const hash = entryHash(head.hash, entry)
  const row = { ...entry, change: JSON.stringify(entry.change), previousHash: head.hash, hash }
  await ctx.db.insertInto('history').values(row).execute()
  await ctx.db
    .updateTable('historyHead')
    .set({ number: entry.number, hash })
    .where('unitId', '=', subject.unitId)
    .execute()
  await tellWebhooks(ctx, entry)
  ctx.recorded.add(event)
}

/** SHA-256 over the hash before and the entry as canonical JSON. */
export function entryHash(previous: Uint8Array, entry: HistoryEntry): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(canonicalJson({ ...entry }))
    .digest()
}

async function lockHead(ctx: WriteContext, unitId: number): Promise<{ number: number; hash: Buffer }> {
  return ctx.db
    .insertInto('historyHead')
    .values({ unitId, number: 0, hash: NOTHING })
    .onConflict((conflict) => conflict.column('unitId').doUpdateSet({ number: sql`history_head.number` }))
    .returning(['number', 'hash'])
    .executeTakeFirstOrThrow()
}
