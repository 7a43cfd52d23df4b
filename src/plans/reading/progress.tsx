import { renderToString } from 'preact-render-to-string'
import type { Context } from '../../context.ts'
import { type JobStatus, jobTopic, listJobsOf } from '../../platform/jobs/enqueue.ts'
import type { View } from '../../ui/view.ts'
import { DocumentCard, JobProgress } from '../pages/document-card.tsx'
import { listRows } from '../queries.ts'
import type { DocumentRow } from '../schema.ts'
import { pendingStates } from '../workflow.ts'

export interface Card {
  readonly document: DocumentRow
  readonly job: JobStatus | undefined
}

/** The asked documents with their newest jobs, or, when none is asked for, all that are on their way: two statements. */
export async function cardsOf(ctx: Context, ids: readonly string[]): Promise<Card[]> {
  const rows = await listRows(ctx, ids)
  const jobs = new Map(
    (
      await listJobsOf(
        ctx,
        rows.map(({ id }) => id),
      )
    ).map((job) => [job.subjectId, job]),
  )
  return rows.map((document) => ({ document, job: jobs.get(document.id) }))
}

/** What the event stream has to listen to for these cards. */
export function topicsOf(cards: readonly Card[]): string[] {
  return cards.flatMap(({ job }) => (job ? [jobTopic(job.id)] : []))
}

/** What the island `job-progress` is told of each card. */
export function cardNews(view: View, cards: readonly Card[], mayImport: boolean) {
  return cards.map(({ document, job }) => ({
    id: document.id,
    state: document.state,
    isPending: pendingStates.includes(document.state),
    progress: renderToString(<JobProgress view={view} document={document} job={job} />),
    card: renderToString(<DocumentCard view={view} document={document} job={job} mayImport={mayImport} />),
  }))
}
