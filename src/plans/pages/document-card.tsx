import { allowedActions } from '../../core/workflow.ts'
import type { JobStatus } from '../../platform/jobs/enqueue.ts'
import { Csrf } from '../../ui/fields.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Status } from '../../ui/notice.tsx'
import { Progress } from '../../ui/states.tsx'
import type { View } from '../../ui/view.ts'
import { planPaths } from '../paths.ts'
import type { DocumentRow } from '../schema.ts'
import { importingTexts } from '../texts/importing.ts'
import { listingTexts } from '../texts/listing.ts'
import { pendingStates, planWorkflow } from '../workflow.ts'
import { stateTones } from './list-page.tsx'
import { problemSentence } from './problem-sentence.ts'

export interface CardProps {
  readonly view: View
  readonly document: DocumentRow
  /** The newest job of the document; undefined once jobs of that age are swept away. */
  readonly job: JobStatus | undefined
  readonly mayImport: boolean
}

/** One document on its way: how far it is, what is wrong with it, what can be done. The island `job-progress` keeps it fresh. */
export function DocumentCard(props: CardProps) {
  const { view, document } = props
  return (
    <article class="sheet pad grid gap-3" id={`d-${document.id}`} data-state={document.state}>
      <div class="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 class="row-title text-lg min-w-0">
          {document.state === 'read' ? (
            <a href={planPaths.document(document.id)}>{document.title ?? document.name}</a>
          ) : (
            document.name
          )}
        </h2>
        <Status tone={stateTones[document.state]} label={listingTexts[view.lang].states[document.state]} />
      </div>
      <div data-progress class="empty:hidden">
        <JobProgress {...props} />
      </div>
      {document.problem && <p>{problemSentence(view.lang, document.problem)}</p>}
      <Actions {...props} />
    </article>
  )
}

/** The part of a card that changes with every page read; nothing in it can hold the focus. */
export function JobProgress({ view, document, job }: Omit<CardProps, 'mayImport'>) {
  if (!pendingStates.includes(document.state)) return null
  const words = importingTexts[view.lang].job
  const total = job?.total ?? 0
  return (
    <Progress
      label={words.progressOf(document.name)}
      done={job?.done ?? 0}
      total={total}
      words={stepWords(view, job)}
    />
  )
}

function stepWords(view: View, job: JobStatus | undefined): string {
  const words = importingTexts[view.lang].job
  if (!job || job.state === 'waiting') return words.waiting
  if (job.state === 'failed') return words.interrupted
  if (job.cancelRequested) return words.stopping
  if (job.step === 'understand') return words.understand
  if (job.step === 'text' || job.step === 'recognise') return words[job.step](job.done, job.total ?? 0)
  return words.starting
}

const shownActions = ['cancel', 'retry', 'remove'] as const

function Actions({ view, document, mayImport }: CardProps) {
  const words = importingTexts[view.lang].job
  const allowed: readonly string[] = allowedActions(planWorkflow, document.state)
  const actions = mayImport ? shownActions.filter((action) => allowed.includes(action)) : []
  return (
    <div class="page-actions">
      {document.state === 'read' && (
        <a class="button first small" href={planPaths.document(document.id)}>
          {words.open}
        </a>
      )}
      {actions.map((action) =>
        action === 'remove' ? (
          <a class="button small quiet" href={planPaths.remove(document.id)}>
            <Icon name="trash" />
            {words.remove}
          </a>
        ) : (
          <form method="post" action={planPaths[action](document.id)}>
            <Csrf view={view} />
            <button class="button small" type="submit">
              <Icon name={action === 'retry' ? 'turn' : 'close'} />
              {words[action]}
            </button>
          </form>
        ),
      )}
    </div>
  )
}
