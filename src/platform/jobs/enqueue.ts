import { sql } from 'kysely'
import type { Context, WriteContext } from '../../context.ts'
import type { Json } from '../canonical-json.ts'
import { announce } from '../db/announce.ts'

export interface JobOrder {
  /** The record that the job works for; pages find its progress by it. */
  readonly subjectId: string | null
  readonly payload: { readonly [key: string]: Json }
  /** How often it may be tried when it breaks; a `JobProblem` is never tried again. */
  readonly attempts?: number
}

/** The topic under which the job's progress is announced. */
export function jobTopic(id: string): string {
  return `job:${id}`
}

/** The topic that stops a running job. */
export const CANCEL_TOPIC = 'job.cancel:'

/** Orders a job in the transaction of the change that needs it: both commit, or neither. Returns the job's id. */
export async function enqueue(ctx: WriteContext, name: string, order: JobOrder): Promise<string> {
  const id = ctx.chance.id()
  await ctx.db
    .insertInto('job')
    .values({ id, name, subjectId: order.subjectId, state: 'waiting', createdAt: ctx.clock.now() })
    .execute()
  const payload = JSON.stringify({ job: id, given: order.payload })
  await sql`select order_job(${name}::text, ${payload}::json, ${order.attempts ?? 3}::integer, ${id}::text)`.execute(
    ctx.db,
  )
  return id
}

/**
 * Cancels a job that waits, or asks a running one to stop; the handler hears it through its signal. False when there is
 * nothing to cancel: it has ended, or does not exist.
 */
export async function cancelJob(ctx: WriteContext, id: string): Promise<boolean> {
  const found = await ctx.db.selectFrom('job').select('state').where('id', '=', id).forUpdate().executeTakeFirst()
  if (found?.state === 'waiting') {
    await sql`select withdraw_job(${id}::text)`.execute(ctx.db)
    const ended = { state: 'cancelled', cancelRequested: true, finishedAt: ctx.clock.now() } as const
    await ctx.db.updateTable('job').set(ended).where('id', '=', id).execute()
    await announce(ctx.db, jobTopic(id))
    return true
  }
  if (found?.state !== 'running') return false
  await ctx.db.updateTable('job').set({ cancelRequested: true }).where('id', '=', id).execute()
  await announce(ctx.db, CANCEL_TOPIC + id)
  return true
}

export interface JobStatus {
  readonly id: string
  readonly name: string
  readonly subjectId: string | null
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total: number | null
  readonly step: string | null
  readonly problem: { readonly field: string | null; readonly code: string; readonly [fact: string]: Json } | null
  readonly cancelRequested: boolean
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
}

/** The newest job of every record asked for, in one query. Whether the caller may see the records is the caller's check. */
export async function listJobsOf(ctx: Context, subjectIds: readonly string[]): Promise<JobStatus[]> {
  const rows = await ctx.db
    .selectFrom('job')
    .selectAll()
    .distinctOn('subjectId')
    .where('subjectId', '=', sql<string>`any(${[...subjectIds]}::uuid[])`)
    .orderBy('subjectId')
    .orderBy('id', 'desc')
    .execute()
  return rows as JobStatus[]
}
