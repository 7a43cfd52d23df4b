import pg from 'pg'
import type { Log } from '../log.ts'
import { NEWS_CHANNEL } from './announce.ts'
import type { Connection } from './database.ts'

export interface News {
  /** Calls back with every announced topic that begins so. Returns how to stop. */
  hear(topicStart: string, listener: (topic: string) => void): () => void
  close(): Promise<void>
}

export interface NewsOptions {
  readonly connection: Connection
  readonly log: Log
  /** Runs on every new connection, before anyone is told; what it locks lasts as long as the connection. */
  readonly onConnect?: (client: pg.Client) => Promise<void>
}

const RETRY_AFTER = 1_000

/**
 * The one connection of this process that listens. When it breaks it is opened anew; listeners then hear `''`, the topic of
 * everything, because news may have been missed.
 */
export async function openNews(options: NewsOptions): Promise<News> {
  const listeners = new Map<symbol, { start: string; listener: (topic: string) => void }>()
  const tell = (topic: string) => {
    for (const { start, listener } of [...listeners.values()])
      if (topic === '' || topic.startsWith(start)) listener(topic)
  }
  const line = new ListeningLine(options, tell)
  await line.open()
  return {
    hear(start, listener) {
      const key = Symbol(start)
      listeners.set(key, { start, listener })
      return () => void listeners.delete(key)
    },
    close: () => line.close(),
  }
}

class ListeningLine {
  readonly #options: NewsOptions
  readonly #tell: (topic: string) => void
  #client: pg.Client | undefined
  #closed = false

  constructor(options: NewsOptions, tell: (topic: string) => void) {
    this.#options = options
    this.#tell = tell
  }

  async open(): Promise<void> {
    const client = new pg.Client({ ...this.#options.connection, keepAlive: true })
    client.on('notification', ({ payload }) => this.#tell(payload ?? ''))
    client.on('error', (error) => this.#options.log.warn('the listening connection broke', { error }))
    await client.connect()
    await this.#options.onConnect?.(client)
    await client.query(`listen ${NEWS_CHANNEL}`)
    client.once('end', () => this.#again())
    this.#client = client
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#client?.end()
  }

  #again(): void {
    if (this.#closed) return
    const timer = setTimeout(() => {
      this.open().then(
        () => this.#tell(''),
        () => this.#again(),
      )
    }, RETRY_AFTER)
    timer.unref()
  }
}
