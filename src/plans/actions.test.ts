import { expect, it } from 'vitest'
import { aContext } from '../../test/builders/database.ts'
import { anUploadedPlan, aParsedPlan, aReadPlan, sampleText } from '../../test/builders/plans.ts'
import { type Context, write } from '../context.ts'
import { Refusal } from '../core/problem.ts'
import type { Run } from '../platform/jobs/job.ts'
import { cancelReading, failReading, finishReading, removeDocument, retryReading, startReading } from './actions.ts'
import { readPlanJob } from './jobs.ts'
import { findDocument } from './queries.ts'

const events = async (ctx: Context) =>
  (await ctx.db.selectFrom('history').select('event').orderBy('number').execute()).map(({ event }) => event)

function aRun(signal = new AbortController().signal): Run & { readonly steps: (string | null)[] } {
  const steps: (string | null)[] = []
  return { id: '', signal, steps, progress: async ({ step }) => void steps.push(step) }
}

it('a plan is uploaded, read and journalled', async () => {
  const ctx = await aContext()
  const id = await anUploadedPlan(ctx, 'plan.txt', sampleText())
  const run = aRun()
  await readPlanJob.handle(ctx, { document: id }, run)
  const document = await findDocument(ctx, id)
  expect([document?.state, document?.number, document?.issued]).toEqual(['read', '38/KH-UBND', '2026-01-27'])
  expect(document?.fieldCount).toBe(document?.reading?.plan.fields.length)
  expect(run.steps.at(-1)).toBe('understand')
  expect(await events(ctx)).toEqual(['plan.uploaded', 'plan.read'])
})

it('a file that cannot be read leaves its reason, and can be tried again', async () => {
  const ctx = await aContext()
  const id = await anUploadedPlan(ctx, 'trống.docx', '')
  await expect(readPlanJob.handle(ctx, { document: id }, aRun())).rejects.toThrow('empty')
  expect(await findDocument(ctx, id)).toMatchObject({ state: 'failed', problem: { code: 'empty', facts: {} } })
  await write(ctx, (tx) => retryReading(tx, id))
  expect(await findDocument(ctx, id)).toMatchObject({ state: 'uploaded', problem: null })
  expect(await events(ctx)).toEqual(['plan.uploaded', 'plan.reading-failed', 'plan.reading-retried'])
})

it('a reading that was cancelled meanwhile keeps nothing', async () => {
  const ctx = await aContext()
  const id = await anUploadedPlan(ctx)
  await write(ctx, (tx) => startReading(tx, id))
  await write(ctx, (tx) => cancelReading(tx, id))
  await write(ctx, (tx) => finishReading(tx, id, aParsedPlan()))
  await write(ctx, (tx) => failReading(tx, id, { code: 'damaged', facts: {} }))
  expect(await findDocument(ctx, id)).toMatchObject({ state: 'cancelled', reading: null, problem: null })
})

it('a job that was cut off begins anew', async () => {
  const ctx = await aContext()
  const id = await anUploadedPlan(ctx, 'plan.txt', sampleText())
  const stopping = AbortSignal.abort()
  await expect(readPlanJob.handle(ctx, { document: id }, aRun(stopping))).rejects.toThrow()
  expect(await findDocument(ctx, id)).toMatchObject({ state: 'reading' })
  await readPlanJob.handle(ctx, { document: id }, aRun())
  expect(await findDocument(ctx, id)).toMatchObject({ state: 'read' })
})

it('half a character, which the database would refuse, costs one letter and not the plan', async () => {
  const ctx = await aContext()
  const id = await anUploadedPlan(ctx, 'plan.rtf', '{\\rtf1\\ansi KE HOACH \\u-10240? thi dua\\par}')
  await readPlanJob.handle(ctx, { document: id }, aRun())
  expect(await findDocument(ctx, id)).toMatchObject({ state: 'read' })
})

it('removing takes the record, the reading and, by a job, the files', async () => {
  const ctx = await aContext()
  const id = await aReadPlan(ctx)
  const { files } = (await findDocument(ctx, id)) ?? { files: [] }
  await write(ctx, (tx) => removeDocument(tx, id))
  expect(await findDocument(ctx, id)).toBeUndefined()
  const tables = ['planFile', 'planReading'] as const
  for (const table of tables) expect(await ctx.db.selectFrom(table).selectAll().execute()).toEqual([])
  const job = await ctx.db.selectFrom('job').select('name').where('name', '=', 'plan.remove-files').execute()
  expect([files.length, job.length]).toEqual([1, 1])
})

it('what the state does not allow is refused with what it allows', async () => {
  const ctx = await aContext()
  const id = await aReadPlan(ctx)
  const refusal = await write(ctx, (tx) => cancelReading(tx, id)).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({ reason: 'conflict', allowed: ['confirm', 'apply', 'remove'] })
})

it('who may read but not import may not cancel, and who may neither sees nothing', async () => {
  const ctx = await aContext()
  const id = await anUploadedPlan(ctx)
  const grant = { permission: 'plan.read' as const, unit: '1', reach: 'subtree' as const, from: null, until: null }
  const reader = { ...ctx, actor: { ...ctx.actor, grants: [grant] } }
  await expect(write(reader, (tx) => cancelReading(tx, id))).rejects.toMatchObject({ reason: 'forbidden' })
  const outsider = { ...ctx, actor: { ...ctx.actor, grants: [] } }
  await expect(write(outsider, (tx) => cancelReading(tx, id))).rejects.toMatchObject({ reason: 'not-found' })
})
