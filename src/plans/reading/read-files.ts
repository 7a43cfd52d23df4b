import type { Context } from '../../context.ts'
import { write } from '../../context.ts'
import type { SourceText } from '../../core/text/source.ts'
import type { ParsedPlan } from '../../parser/contract.ts'
import type { Run } from '../../platform/jobs/job.ts'
import { defaultLimits } from '../../platform/readers/limits.ts'
import { type FileToRead, readDocument } from '../../platform/readers/read-document.ts'
import { Unreadable } from '../../platform/readers/unreadable.ts'
import { failReading, finishReading, startReading } from '../actions.ts'
import { listFiles } from '../queries.ts'
import type { ImportProblem, StoredFile } from '../schema.ts'
import { parseAside } from './parse-aside.ts'

/**
 * Reads a document that waits: its files page by page, then what they say, and keeps the result. Answers why it could not be read; null when it was, or when there is
 * nothing to read any more, because it was cancelled or removed meanwhile.
 */
export async function readWaiting(
  ctx: Context,
  document: string,
  run: Pick<Run, 'signal' | 'progress'>,
): Promise<ImportProblem | null> {
  if (!(await write(ctx, (tx) => startReading(tx, document)))) return null
  const read = await readPlan(ctx, document, run)
  if ('plan' in read) {
    await write(ctx, (tx) => finishReading(tx, document, read))
    return null
  }
  await write(ctx, (tx) => failReading(tx, document, read))
  return read
}

/** The reading, or what is the matter with the files. Throws only when the job is stopped. */
async function readPlan(
  ctx: Context,
  document: string,
  run: Pick<Run, 'signal' | 'progress'>,
): Promise<ParsedPlan | ImportProblem> {
  try {
    const files = await listFiles(ctx, document)
    const source = await withLocalFiles(ctx, files, (local) => readFiles(ctx, local, run))
    await run.progress({ done: 0, total: null, step: 'understand' })
    return await parseAside(storable(source), { signal: run.signal })
  } catch (error) {
    if (run.signal.aborted) throw error
    if (error instanceof Unreadable) return { code: error.code, facts: { ...error.facts } }
    ctx.log.error('a document could not be read', { document, error })
    return { code: 'broken', facts: {} }
  }
}

async function readFiles(
  ctx: Context,
  files: readonly FileToRead[],
  run: Pick<Run, 'signal' | 'progress'>,
): Promise<SourceText> {
  const limits = { ...defaultLimits, maxPages: ctx.config.pageLimit, maxBytes: ctx.config.uploadLimit }
  let told = Promise.resolve()
  const source = await readDocument(
    { files, limits },
    {
      signal: run.signal,
      onProgress: ({ page, pages, step }) => {
        told = told.then(() => run.progress({ done: page, total: pages || null, step })).catch(() => undefined)
      },
    },
  )
  await told
  return source
}

/** Lends all files as paths at once; they lie under names of their own, `name` is what the person called them. */
async function withLocalFiles<T>(
  ctx: Context,
  files: readonly StoredFile[],
  use: (local: readonly FileToRead[]) => Promise<T>,
  lent: readonly FileToRead[] = [],
): Promise<T> {
  const next = files[lent.length]
  if (!next) return use(lent)
  return ctx.files.withLocalPath(next.key, (path) =>
    withLocalFiles(ctx, files, use, [...lent, { path, name: next.name, turn: next.turn }]),
  )
}

/** PostgreSQL keeps neither NUL nor halves of a surrogate pair; replacing them one for one leaves every position as it is. */
function storable(source: SourceText): SourceText {
  return { ...source, text: source.text.toWellFormed().replaceAll('\0', '\uFFFD') }
}
