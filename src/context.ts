import type { Config } from './config.ts'
import type { Actor } from './core/reach.ts'
import type { Database, OpenTransaction } from './platform/db/database.ts'
import type { Files } from './platform/files/files.ts'
import type { Log } from './platform/log.ts'
import type { Mail } from './platform/mail/mail.ts'

export interface Clock {
  now(): Date
}

export interface Chance {
  bytes(count: number): Uint8Array
  /** A UUID of version 7: sorts by time, hard to guess. */
  id(): string
}

/** Everything that code of the product may reach. Nothing else is ambient: no clock, no user, no connection. */
export interface Context {
  readonly db: Database
  readonly actor: Actor
  readonly clock: Clock
  readonly chance: Chance
  readonly files: Files
  readonly mail: Mail
  readonly log: Log
  readonly config: Config
  /** The journal event that the route has promised; `write` does not commit without it. Null outside requests. */
  readonly event: string | null
}

/** A context inside the one transaction of a change. */
export interface WriteContext extends Context {
  readonly db: OpenTransaction
  /** Events that `recordHistory` has written in this transaction. */
  readonly recorded: Set<string>
}

/**
 * Opens the one transaction of a request or a job: what `change` saves, journals and enqueues commits together, or not at
 * all when it throws. A route's change that forgot the journal event which its route declares is rolled back with an error.
 */
export async function write<T>(ctx: Context, change: (ctx: WriteContext) => Promise<T>): Promise<T> {
  return ctx.db.transaction().execute(async (db) => {
    const recorded = new Set<string>()
    const result = await change({ ...ctx, db, recorded })
    if (ctx.event !== null && !recorded.has(ctx.event)) throw new Error(`the change did not journal «${ctx.event}»`)
    return result
  })
}
