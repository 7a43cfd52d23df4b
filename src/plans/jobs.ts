import { z } from 'zod'
import { JobProblem, job } from '../platform/jobs/job.ts'
import { readWaiting } from './reading/read-files.ts'
import { ReadJob } from './schema.ts'

/** Reads one document page by page; a job that was cut off by a stop of the server starts anew. */
export const readPlanJob = job(ReadJob, async (ctx, { document }, run) => {
  const problem = await readWaiting(ctx, document, run)
  if (problem !== null) throw new JobProblem({ field: 'files', code: problem.code })
})

/** Removes files from the store whose records are gone. */
export const removeFilesJob = job(z.object({ keys: z.array(z.string()) }), async (ctx, { keys }) => {
  for (const key of keys) await ctx.files.remove(key)
})
