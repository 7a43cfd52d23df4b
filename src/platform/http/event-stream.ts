import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { HouseRequest } from './route.ts'

/** What a page that watches shall be told now; null: nothing more will come. */
export type Watch = () => Promise<string | null>

const AT_MOST_EVERY = 200
const HEARTBEAT_EVERY = 20_000
/** A stream ends by itself after so long, and the browser asks for it anew: whoever has signed out or lost a right meanwhile is not told on. */
const LONGEST = 300_000

/**
 * Server-sent events: tells the page `update` with the result of `watch` at once, and again whenever a topic beginning with
 * one of `topics` is announced and the result has changed; `end` when it is null. `watch` reads with the rights that the
 * caller had when they asked.
 */
export function eventStream(c: HouseRequest, topics: readonly string[], watch: Watch, longest = LONGEST): Response {
  const { news, stopping } = c.var
  // nginx would hold small pieces back.
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    const bell = new Bell()
    const hushed = topics.map((topic) => news.hear(topic, () => bell.ring()))
    const leave = () => bell.close()
    const timer = setTimeout(leave, longest)
    stream.onAbort(leave)
    if (stopping.aborted) leave()
    stopping.addEventListener('abort', leave, { once: true })
    try {
      await tell(stream, watch, bell)
    } finally {
      clearTimeout(timer)
      for (const hush of hushed) hush()
      stopping.removeEventListener('abort', leave)
    }
  })
}

async function tell(stream: SSEStreamingApi, watch: Watch, bell: Bell): Promise<void> {
  let told: string | undefined
  while (!bell.closed) {
    const now = await watch()
    if (now === null) return stream.writeSSE({ event: 'end', data: '' })
    if (now !== told) await stream.writeSSE({ event: 'update', data: now })
    else await stream.write(': \n\n')
    told = now
    await bell.wait(HEARTBEAT_EVERY)
    if (!bell.closed) await stream.sleep(AT_MOST_EVERY)
  }
}

/** Rung while nobody listens, it is heard at the next wait. */
class Bell {
  #rung = false
  #wake: (() => void) | undefined
  closed = false

  ring(): void {
    this.#rung = true
    this.#wake?.()
  }

  close(): void {
    this.closed = true
    this.ring()
  }

  async wait(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#wake = resolve
    const timer = setTimeout(resolve, milliseconds)
    if (!this.#rung) await promise
    clearTimeout(timer)
    this.#rung = false
  }
}
