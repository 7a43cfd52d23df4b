import type { ReadOrder, ReadReply } from './process/messages.ts'
import { readFiles } from './process/read-files.ts'
import { watchMemory } from './process/watch-memory.ts'
import { Unreadable } from './unreadable.ts'

const GRACE_MILLISECONDS = 10_000

/**
 * The program that reads one document and ends. `read-document.ts` starts it, tells it once what to read and kills it when it
 * takes too long, too much, or is no longer wanted.
 */
function reply(message: ReadReply): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()) ?? resolve())
}

async function answer(order: ReadOrder): Promise<ReadReply> {
  try {
    const text = await readFiles(order, (progress) => void reply({ kind: 'progress', progress }))
    return { kind: 'read', text }
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'unreadable', code: error.code, facts: error.facts }
    return { kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

process.once('message', async (order: ReadOrder) => {
  watchMemory(order.limits.maxMemoryBytes, order.limits.maxMilliseconds + GRACE_MILLISECONDS)
  await reply(await answer(order))
  process.exit(0)
})
process.once('disconnect', () => process.exit(0))
