import { sql } from 'kysely'
import type { Database } from './database.ts'

/** The one channel of NOTIFY; topics tell the news apart. */
export const NEWS_CHANNEL = 'lantoa_news'

/**
 * Tells every process that something happened; in a transaction it is told when the change commits, and not at all when it
 * does not. News carries a topic and says «look again»: whoever hears it reads the record with their own rights.
 */
export async function announce(db: Database, topic: string): Promise<void> {
  await announceAll(db, [topic])
}

/** The same of many topics at once, in one statement. */
export async function announceAll(db: Database, topics: Iterable<string>): Promise<void> {
  await sql`select pg_notify(${NEWS_CHANNEL}, topic) from unnest(${[...topics]}::text[]) as topic`.execute(db)
}
