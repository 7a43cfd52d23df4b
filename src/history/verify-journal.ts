import type { Json } from '../platform/canonical-json.ts'
import type { Database } from '../platform/db/database.ts'
import { entryHash, type HistoryEntry } from './record-history.ts'

/** Where a chain does not hold: the unit, the number of the first entry that is wrong, and what is wrong with it. */
export interface BrokenChain {
  readonly unitId: number
  readonly number: number
  readonly fault: 'gap' | 'link' | 'content' | 'end'
}

export interface JournalCheck {
  readonly chains: number
  readonly entries: number
  readonly broken: readonly BrokenChain[]
}

const BATCH = 1_000

/**
 * Walks every chain from its first entry: numbers without a gap, each hash over the one before and the entry, and the end where the unit's
 * head says. Reads in batches; a chain is left at its first fault. Whoever can rewrite the database can rewrite a whole chain with
 * its head: print the heads and keep them elsewhere against that.
 */
export async function verifyJournal(db: Database): Promise<JournalCheck> {
  const heads = await db.selectFrom('historyHead').select(['unitId', 'number', 'hash']).orderBy('unitId').execute()
  const orphans = await db
    .selectFrom('history')
    .select('unitId')
    .distinct()
    .where('unitId', 'not in', (eb) => eb.selectFrom('historyHead').select('unitId'))
    .execute()
  const broken: BrokenChain[] = orphans.map(({ unitId }) => ({ unitId, number: 1, fault: 'end' }))
  let entries = 0
  for (const head of heads) {
    const walked = await walkChain(db, head)
    entries += walked.entries
    if (walked.broken) broken.push(walked.broken)
  }
  return { chains: heads.length, entries, broken }
}

interface Head {
  readonly unitId: number
  readonly number: number
  readonly hash: Buffer
}

async function walkChain(db: Database, head: Head): Promise<{ entries: number; broken: BrokenChain | null }> {
  const { unitId } = head
  let number = 0
  let hash: Buffer = Buffer.alloc(32)
  const fault = (fault: BrokenChain['fault']) => ({ entries: number, broken: { unitId, number: number + 1, fault } })
  for (;;) {
    const rows = await readBatch(db, unitId, number)
    for (const { entry, previousHash, hash: stated } of rows) {
      if (entry.number !== number + 1) return fault('gap')
      if (!previousHash.equals(hash)) return fault('link')
      if (!entryHash(hash, entry).equals(stated)) return fault('content')
      number = entry.number
      hash = stated
    }
    if (rows.length < BATCH) break
  }
  return number === head.number && hash.equals(head.hash) ? { entries: number, broken: null } : fault('end')
}

async function readBatch(db: Database, unitId: number, after: number) {
  const rows = await db
    .selectFrom('history')
    .selectAll()
    .where('unitId', '=', unitId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(BATCH)
    .execute()
  return rows.map(({ previousHash, hash, at, change, ...row }) => {
    const entry: HistoryEntry = { ...row, at: at.toISOString(), change: change as Json }
    return { entry, previousHash, hash }
  })
}
