import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface ReceivedPost {
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** A web server that takes messages: answers with `statuses` in turn, the last one again and again; a redirect leads to `/elsewhere`. */
export async function aReceiver(statuses: readonly number[] = [204]) {
  const received: ReceivedPost[] = []
  const server = createServer(async (request, answer) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const status = statuses[Math.min(received.length, statuses.length - 1)] ?? 204
    received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces).toString('utf8') })
    answer.writeHead(status, status >= 300 && status < 400 ? { Location: '/elsewhere' } : {}).end('thank you')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/hook`, port, received }
}
