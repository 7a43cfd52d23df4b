import type { ChildProcess } from 'node:child_process'
import type { SourceText } from '../../core/text/source.ts'
import { defaultLimits, type ReadingLimits } from './limits.ts'
import type { FileToRead, ReadProgress, ReadReply } from './process/messages.ts'
import { startChild } from './process/start-child.ts'
import { memoryMarks } from './process/watch-memory.ts'
import { Unreadable } from './unreadable.ts'

export type { FileToRead, ReadProgress } from './process/messages.ts'

/** One document: usually one file; several photographs of pages, in order, are one document. */
export interface ReadRequest {
  readonly files: readonly FileToRead[]
  readonly limits?: ReadingLimits
  /** How many scanned pages are recognised at the same time; 2 where nothing is said, since each takes a core and 150 MB. */
  readonly recognisers?: number
}

export interface ReadOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ReadProgress) => void
}

const KEPT_ERROR_OUTPUT = 4_000
const RECOGNISERS = 2

/**
 * Reads a document in a process of its own, which is stopped when `signal` says so or a limit of time or memory is reached.
 * The same files give the same text. Throws `Unreadable` for whatever is the matter with the file; any other error is a fault
 * of a reader.
 */
export async function readDocument(request: ReadRequest, options: ReadOptions = {}): Promise<SourceText> {
  if (options.signal?.aborted) throw new Unreadable('cancelled')
  const limits = request.limits ?? defaultLimits
  const child = startChild(limits.maxMemoryBytes)
  try {
    const ending = waitForEnding(child, limits, options)
    child.send({ files: request.files, limits, recognisers: request.recognisers ?? RECOGNISERS }, () => undefined)
    return await ending
  } finally {
    child.removeAllListeners('message')
    child.kill('SIGKILL')
  }
}

/** The text, or the first of: cancelled, too slow, the child's own complaint, its death. */
function waitForEnding(
  child: ChildProcess,
  limits: ReadingLimits,
  { signal, onProgress }: ReadOptions,
): Promise<SourceText> {
  const { promise, resolve, reject } = Promise.withResolvers<SourceText>()
  const tooSlow = () => reject(new Unreadable('too-slow'))
  const inAll = setTimeout(tooSlow, limits.maxMilliseconds)
  const perPage = setTimeout(tooSlow, limits.maxPageMilliseconds)
  const cancel = () => reject(new Unreadable('cancelled'))
  signal?.addEventListener('abort', cancel, { once: true })

  const errorOutput = keepErrorOutput(child)
  child.on('message', (reply: ReadReply) => {
    if (reply.kind === 'progress') {
      perPage.refresh()
      onProgress?.(reply.progress)
    } else if (reply.kind === 'read') resolve(reply.text)
    else if (reply.kind === 'unreadable') reject(new Unreadable(reply.code, reply.facts))
    else reject(new Error(`A reader failed: ${reply.message}`))
  })
  child.on('error', reject)
  child.on('close', (code, killedBy) => reject(causeOfDeath(code, killedBy, errorOutput())))

  return promise.finally(() => {
    clearTimeout(inAll)
    clearTimeout(perPage)
    signal?.removeEventListener('abort', cancel)
  })
}

function keepErrorOutput(child: ChildProcess): () => string {
  let kept = ''
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    kept = (kept + piece).slice(-KEPT_ERROR_OUTPUT)
  })
  return () => kept
}

/** A process that died on a file without a word died of the file: a decoder that crashes does so on damaged bytes. */
function causeOfDeath(code: number | null, killedBy: NodeJS.Signals | null, errorOutput: string): Unreadable {
  const cause = new Error(`the reading process ended with ${killedBy ?? code}: ${errorOutput}`)
  const outOfMemory = killedBy === 'SIGKILL' || memoryMarks.some((mark) => errorOutput.includes(mark))
  return new Unreadable(outOfMemory ? 'too-much-memory' : 'damaged', {}, cause)
}
