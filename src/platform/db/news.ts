import pg from 'pg'
import type { Log } from '../log.ts'
import { NEWS_CHANNEL } from './announce.ts'
import type { Connection } from './database.ts'

export interface News {
  /** Calls back with every announced topic that begins so. Returns how to stop. */
  hear(topicStart: string, listener: (topic: string) => void): () => void
  /**
   * Holds a name for as long as this process lives and its connection stands; false while another process holds it. A name
   * that nobody holds any more belonged to a process that is gone.
   */
  hold(name: string): Promise<boolean>
  close(): Promise<void>
}

export interface NewsOptions {
  readonly connection: Connection
  readonly log: Log
  /** Called when the connection is lost, before it is opened anew: our own server may have died. */
  readonly onLost?: () => Promise<void>
}

const RETRY_AFTER = 1_000
const RETRY_AT_LEAST_EVERY = 10_000

/** The SQL that tries to take a held name for the time of a transaction: true when nobody holds `$1`. */
export const NOBODY_HOLDS = 'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free'

/**
 * The one connection of this process that listens. When it breaks it is opened anew; listeners then hear `''`, the topic of
 * everything, because news may have been missed.
 */
export async function openNews(options: NewsOptions): Promise<News> {
  const line = new ListeningLine(options)
  await line.open()
  return line
}

class ListeningLine implements News {
  readonly #options: NewsOptions
  readonly #listeners = new Map<symbol, { start: string; listener: (topic: string) => void }>()
  readonly #held = new Set<string>()
  #client: pg.Client | undefined
  #closed = false

  constructor(options: NewsOptions) {
    this.#options = options
  }

  hear(start: string, listener: (topic: string) => void): () => void {
    const key = Symbol(start)
    this.#listeners.set(key, { start, listener })
    return () => void this.#listeners.delete(key)
  }

  async hold(name: string): Promise<boolean> {
    const taken = this.#client !== undefined && (await lock(this.#client, name))
    if (taken) this.#held.add(name)
    return taken
  }

  async open(): Promise<void> {
    const client = new pg.Client({ ...this.#options.connection, keepAlive: true })
    client.on('notification', ({ payload }) => this.#tell(payload ?? ''))
    client.on('error', (error) => this.#options.log.warn('the listening connection broke', { error }))
    await client.connect()
    for (const name of this.#held) await lock(client, name)
    await client.query(`listen ${NEWS_CHANNEL}`)
    client.once('end', () => this.#again())
    this.#client = client
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#client?.end()
  }

  #tell(topic: string): void {
    for (const { start, listener } of [...this.#listeners.values()]) {
      if (topic === '' || topic.startsWith(start)) listener(topic)
    }
  }

  #again(attempt = 1): void {
    if (this.#closed) return
    const timer = setTimeout(
      () => {
        const reopened = (this.#options.onLost?.() ?? Promise.resolve()).then(() => this.open())
        reopened.then(
          () => this.#tell(''),
          (error) => {
            this.#options.log.warn('the database does not answer', { error })
            this.#again(attempt + 1)
          },
        )
      },
      Math.min(RETRY_AFTER * attempt, RETRY_AT_LEAST_EVERY),
    )
    timer.unref()
  }
}

async function lock(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
    [name],
  )
  return rows[0]?.taken === true
}
