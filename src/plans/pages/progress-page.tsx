import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import type { View } from '../../ui/view.ts'
import { planPaths } from '../paths.ts'
import { importingTexts } from '../texts/importing.ts'
import { listingTexts } from '../texts/listing.ts'
import { pendingStates } from '../workflow.ts'
import { type CardProps, DocumentCard } from './document-card.tsx'

const REFRESH_SECONDS = 5

interface ProgressPageProps {
  readonly view: View
  readonly cards: readonly Pick<CardProps, 'document' | 'job'>[]
  readonly mayImport: boolean
  /** Where the island hears of progress. */
  readonly events: string
  /** Name of the one document whose page this is, while it is not read yet. */
  readonly single?: string
}

/** Documents on their way, each with its progress; kept fresh by an island, or by loading anew every few seconds. */
export function ProgressPage({ view, cards, mayImport, events, single }: ProgressPageProps) {
  const words = importingTexts[view.lang]
  const isPending = cards.some(({ document }) => pendingStates.includes(document.state))
  const title = single ?? words.importing.under
  return (
    <Shell
      view={view}
      title={title}
      scripts={isPending ? ['job-progress'] : []}
      refresh={isPending ? REFRESH_SECONDS : undefined}
    >
      <PageHeader
        view={view}
        title={title}
        crumbs={[{ label: listingTexts[view.lang].nav, href: planPaths.list }, { label: title }]}
        actions={
          mayImport && (
            <a class="button" href={planPaths.import}>
              {words.importing.title}
            </a>
          )
        }
      />
      <div class="grid gap-4 max-w-3xl" data-events={isPending ? events : undefined} data-single={single && 'yes'}>
        {cards.map((card) => (
          <DocumentCard view={view} mayImport={mayImport} {...card} />
        ))}
        {isPending && (
          <noscript>
            <a class="button" href={view.path}>
              {words.job.refresh}
            </a>
          </noscript>
        )}
        {cards.length === 0 && (
          <div class="sheet">
            <Empty title={words.importing.nothingUnder} text={words.importing.nothingUnderText}>
              <a class="button first" href={planPaths.list}>
                {listingTexts[view.lang].list.title}
              </a>
            </Empty>
          </div>
        )}
      </div>
    </Shell>
  )
}
