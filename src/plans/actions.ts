import { sql } from 'kysely'
import type { WriteContext } from '../context.ts'
import { Refusal } from '../core/problem.ts'
import { can, reachedUnits } from '../core/reach.ts'
import { fold } from '../core/text/fold.ts'
import { allowedActions, nextState } from '../core/workflow.ts'
import { recordHistory } from '../history/record-history.ts'
import type { ParsedPlan } from '../parser/contract.ts'
import type { KeptFile } from '../platform/files/files.ts'
import { cancelJob, enqueue } from '../platform/jobs/enqueue.ts'
import { storeReading } from './items/store-items.ts'
import { importPlans, permissionFor, readPlans } from './permissions.ts'
import { listFiles, lockDocument } from './queries.ts'
import type { ImportProblem, ReadJob } from './schema.ts'
import { summaryOf } from './summary.ts'
import { type PlanAction, type PlanState, planWorkflow } from './workflow.ts'

/** A file that lies in the store and is to become a document, or a page of one. */
export interface UploadedFile extends KeptFile {
  readonly name: string
  readonly turn: number
}

/** Takes one document in: its files, in the order of their pages, and the job that reads them. Returns its id. */
export async function importDocument(ctx: WriteContext, files: readonly UploadedFile[]): Promise<string> {
  const [first] = files
  if (!first) throw new Refusal('invalid', [], [{ field: 'files', code: 'no-file' }])
  const unit = await unitForImport(ctx)
  const id = ctx.chance.id()
  const name = files.length > 1 ? `${first.name} (+${files.length - 1})` : first.name
  await ctx.db
    .insertInto('planDocument')
    .values({
      id,
      unitId: unit.id,
      unitPath: unit.path,
      name,
      state: 'uploaded',
      createdAt: ctx.clock.now(),
      search: fold(name),
      sortTitle: fold(name),
    })
    .execute()
  await ctx.db
    .insertInto('planFile')
    .values(
      files.map(({ key, ...file }, position) => ({
        ...file,
        id: ctx.chance.id(),
        documentId: id,
        position,
        fileKey: key,
      })),
    )
    .execute()
  await recordHistory(
    ctx,
    'plan.uploaded',
    { id, unitId: unit.id },
    {
      files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    },
  )
  await enqueueReading(ctx, id)
  return id
}

/** The unit that a document is handed in for: the one where the actor may import; the own unit for whoever may everywhere. */
export async function unitForImport(ctx: WriteContext): Promise<{ id: number; path: string }> {
  const paths = reachedUnits(ctx.actor, importPlans).map(({ unit }) => unit)
  const unit = await ctx.db
    .selectFrom('unit')
    .select(['id', 'path'])
    .where('path', '=', sql<string>`any(${paths}::ltree[])`)
    .orderBy(sql`nlevel(path)`)
    .orderBy('id')
    .executeTakeFirst()
  if (!unit) throw new Refusal('forbidden')
  return unit
}

function enqueueReading(ctx: WriteContext, document: string): Promise<string> {
  return enqueue(ctx, 'plan.read', { subjectId: document, payload: { document } satisfies ReadJob })
}

/** Loads and locks the document, and asks: may the actor see it, may they do this, does the state allow it? */
async function openFor(ctx: WriteContext, id: string, action: keyof typeof permissionFor) {
  const document = await lockDocument(ctx, id)
  if (!document || !can(ctx.actor, readPlans, document.unitPath)) throw new Refusal('not-found')
  if (!can(ctx.actor, permissionFor[action], document.unitPath)) throw new Refusal('forbidden')
  const state = nextState(planWorkflow, document.state as PlanState, action)
  if (!state) throw new Refusal('conflict', allowedActions(planWorkflow, document.state as PlanState))
  return { document, state }
}

/** Stops the reading of a document, waiting or under way. */
export async function cancelReading(ctx: WriteContext, id: string): Promise<void> {
  const { document, state } = await openFor(ctx, id, 'cancel')
  await saveState(ctx, id, state)
  const job = await ctx.db
    .selectFrom('job')
    .select('id')
    .where('subjectId', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (job) await cancelJob(ctx, job.id)
  await recordHistory(ctx, 'plan.reading-cancelled', document, {})
}

/** Reads a document once more that could not be read or was cancelled. */
export async function retryReading(ctx: WriteContext, id: string): Promise<void> {
  const { document, state } = await openFor(ctx, id, 'retry')
  await saveState(ctx, id, state)
  await enqueueReading(ctx, id)
  await recordHistory(ctx, 'plan.reading-retried', document, {})
}

/** Removes the document, what was read from it and the withdrawn tasks under it; a job removes their files once that is certain. */
export async function removeDocument(ctx: WriteContext, id: string): Promise<void> {
  const { document } = await openFor(ctx, id, 'remove')
  const delivered = ctx.db
    .selectFrom('taskFile')
    .innerJoin('task', 'task.id', 'taskFile.taskId')
    .select('fileKey as key')
    .where('planId', '=', id)
  const files = [...(await listFiles(ctx, id)), ...(await delivered.execute())]
  await ctx.db.deleteFrom('planDocument').where('id', '=', id).execute()
  await recordHistory(ctx, 'plan.removed', document, { name: document.name })
  await enqueue(ctx, 'plan.remove-files', { subjectId: null, payload: { keys: files.map(({ key }) => key) } })
}

/** For the job: false where there is nothing to read any more, because it was cancelled or removed meanwhile. */
export async function startReading(ctx: WriteContext, id: string): Promise<boolean> {
  return moveInJob(ctx, id, 'start', (state) => saveState(ctx, id, state))
}

/** For the job: keeps what was read. */
export async function finishReading(ctx: WriteContext, id: string, parsed: ParsedPlan): Promise<void> {
  await moveInJob(ctx, id, 'finish', async (state, document) => {
    const { text, plan, sources, unused, questions } = parsed
    const reading = {
      text,
      plan: JSON.stringify(plan),
      sources: JSON.stringify(sources),
      unused: JSON.stringify(unused),
      questions: JSON.stringify(questions),
    }
    await ctx.db
      .insertInto('planReading')
      .values({ documentId: id, ...reading })
      .execute()
    await storeReading(ctx, id, parsed)
    const summary = summaryOf(document.name, parsed)
    await ctx.db
      .updateTable('planDocument')
      .set({ state, ...summary, readAt: ctx.clock.now() })
      .where('id', '=', id)
      .execute()
    await recordHistory(ctx, 'plan.read', document, { questions: questions.length, fields: plan.fields.length })
  })
}

/** For the job: keeps why the document could not be read. */
export async function failReading(ctx: WriteContext, id: string, problem: ImportProblem): Promise<void> {
  await moveInJob(ctx, id, 'fail', async (state, document) => {
    await ctx.db
      .updateTable('planDocument')
      .set({ state, problem: JSON.stringify(problem) })
      .where('id', '=', id)
      .execute()
    await recordHistory(ctx, 'plan.reading-failed', document, { code: problem.code })
  })
}

async function moveInJob(
  ctx: WriteContext,
  id: string,
  action: PlanAction,
  save: (state: PlanState, document: { id: string; unitId: number; name: string }) => Promise<void>,
): Promise<boolean> {
  const document = await lockDocument(ctx, id)
  const state = document && nextState(planWorkflow, document.state as PlanState, action)
  if (!document || !state || state === 'removed') return false
  await save(state, document)
  return true
}

/** Only `remove` leads to `removed`, and it deletes the row instead of saving it. */
async function saveState(ctx: WriteContext, id: string, state: PlanState | 'removed'): Promise<void> {
  if (state === 'removed') throw new Error('a removed document has no row')
  await ctx.db.updateTable('planDocument').set({ state, problem: null }).where('id', '=', id).execute()
}
