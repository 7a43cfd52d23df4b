import { Worker } from 'node:worker_threads'
import type { SourceText } from '../../core/text/source.ts'
import type { ParsedPlan } from '../../parser/contract.ts'
import { programFile } from '../../platform/program-file.ts'
import { Unreadable } from '../../platform/readers/unreadable.ts'

export interface ParsingBounds {
  readonly signal?: AbortSignal
  readonly milliseconds?: number
}

/** Two hundred pages take seconds on an old machine. */
const LONGEST = 120_000
const HEAP_MEGABYTES = 768

/**
 * `parsePlan` in a thread of its own: pages are served meanwhile, and a text that would take too long or too much is stopped. Throws
 * `Unreadable`: `too-slow`, `too-much-memory`, `cancelled`; any other error is a fault of the parser.
 */
export async function parseAside(source: SourceText, bounds: ParsingBounds = {}): Promise<ParsedPlan> {
  const { signal, milliseconds = LONGEST } = bounds
  if (signal?.aborted) throw new Unreadable('cancelled')
  const { promise, resolve, reject } = Promise.withResolvers<ParsedPlan>()
  const thread = new Worker(programFile(import.meta.url, './parsing-thread.ts'), {
    workerData: source,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
  const timer = setTimeout(() => reject(new Unreadable('too-slow')), milliseconds)
  const cancel = () => reject(new Unreadable('cancelled'))
  signal?.addEventListener('abort', cancel, { once: true })
  thread.on('message', resolve)
  thread.on('error', (error) => reject(asUnreadable(error)))
  thread.on('exit', (code) => reject(new Error(`the parsing thread ended with ${code}`)))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
    await thread.terminate()
  }
}

function asUnreadable(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable('too-much-memory', {}, error) : error
}
