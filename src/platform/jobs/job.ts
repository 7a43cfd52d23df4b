import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Problem } from '../../core/problem.ts'

/** How far a job is: `done` of `total` pieces (null: not known), and a code of what it is doing. */
export interface Progress {
  readonly done: number
  readonly total: number | null
  readonly step: string | null
}

/** What a handler gets beside its context. */
export interface Run {
  readonly id: string
  /** Aborts when someone cancels the job or the server stops; pass it on to whatever takes long. */
  readonly signal: AbortSignal
  /** Saves the progress and tells the pages that watch; cheap enough to be called for every page of a scan. */
  progress(progress: Progress): Promise<void>
}

/** A handler that ends by throwing this has failed for good, for a reason that people are shown; it is not tried again. */
export class JobProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'JobProblem'
    this.problem = problem
  }
}

export interface JobHandler {
  /** May run more than once: after a killed server it starts again. */
  handle(ctx: Context, payload: unknown, run: Run): Promise<void>
  /** After the last attempt has failed, so that the record does not wait for ever for its job. */
  whenFailed(ctx: Context, payload: unknown, problem: Problem): Promise<void>
}

/** A handler with the schema of its payload, and what is to be done when it has failed for good. */
export function job<P>(
  payload: z.ZodType<P>,
  handle: (ctx: Context, payload: P, run: Run) => Promise<void>,
  whenFailed: (ctx: Context, payload: P, problem: Problem) => Promise<void> = async () => undefined,
): JobHandler {
  return {
    handle: (ctx, given, run) => handle(ctx, payload.parse(given), run),
    whenFailed: (ctx, given, problem) => whenFailed(ctx, payload.parse(given), problem),
  }
}
