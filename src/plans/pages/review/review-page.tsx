import { Icon } from '../../../ui/icon.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { planPaths } from '../../paths.ts'
import type { ShowQuery } from '../../review/schema.ts'
import type { StoredDocument } from '../../schema.ts'
import { listingTexts } from '../../texts/listing.ts'
import { reviewTexts } from '../../texts/review.ts'
import { shownPartialDate } from '../dates.ts'
import { DocumentPane } from './document-pane.tsx'
import { QuestionsSection, RemovedSection, UnusedSection } from './doubts.tsx'
import { HeaderSection } from './header-section.tsx'
import { wordsOf } from './item-box.tsx'
import { ReviewBar } from './review-bar.tsx'
import { headerOf, narrowed, type Review } from './review-data.ts'
import { FieldsSection, GeneralSection, ListSection } from './sections.tsx'
import { Shortcuts } from './shortcuts.tsx'

/** From so many items on, what is out of sight is not painted: a key must be seen at once on an old computer. */
const LONG = 250

interface ReviewPageProps {
  readonly review: Review
  readonly document: Pick<StoredDocument, 'id' | 'name' | 'files' | 'state'>
  readonly show: ShowQuery
  /** What the actor's undo and redo would take next; null where there is nothing. */
  readonly steps: { readonly undo: number | null; readonly redo: number | null }
  /** Whether the plan may be put in force, and where. */
  readonly confirm: string | null
}

/** The document, and beside it the items of the plan to be corrected; without a document, a plan that is written here. */
export function ReviewPage({ review, document, show, steps, confirm }: ReviewPageProps) {
  const { view, text } = review
  const words = wordsOf(review)
  const { data } = headerOf(review)
  const title = data.title ?? document.name
  return (
    <Shell view={view} title={title} styles={['reading']} scripts={['review', 'print']}>
      <PageHeader
        view={view}
        title={title}
        crumbs={[
          { label: listingTexts[view.lang].nav, href: planPaths.list },
          { label: data.number ?? data.symbol ?? words.document },
        ]}
        lead={<Lead review={review} />}
        actions={<PageActions review={review} document={document} confirm={confirm} />}
      />
      {review.questions.length > 0 && (
        <Notice view={view} tone="amber">
          <a href="#questions">{words.questionsNotice(review.questions.length)}</a>
        </Notice>
      )}
      {!review.mayEdit && <Notice view={view} tone="plain" text={reviewTexts[view.lang].readOnly} />}
      <ReviewBar review={review} show={show} steps={steps} />
      <div class={classesOf(review)}>
        <Items review={review} show={show} />
        {text !== null && <DocumentPane review={review} text={text} />}
      </div>
      {review.mayEdit && <Shortcuts view={view} />}
    </Shell>
  )
}

function classesOf({ text, items }: Review): string {
  return ['reading', text === null && 'alone', items.length > LONG && 'long'].filter(Boolean).join(' ')
}

function Items({ review, show }: { review: Review; show: ShowQuery }) {
  const words = wordsOf(review)
  const shown = narrowed(review, show)
  const isNarrowed = shown !== review
  return (
    <div class="items" id="items">
      {!isNarrowed && review.text !== null && <QuestionsSection review={shown} />}
      {!isNarrowed && <HeaderSection review={shown} />}
      <GeneralSection review={shown} />
      <FieldsSection review={shown} />
      <ListSection review={shown} id="milestones" kind="milestone" title={words.milestones} />
      <ListSection review={shown} id="duties" kind="duty" title={words.duties} />
      <ListSection review={shown} id="assignments" kind="assignment" title={words.assignments} />
      <ListSection review={shown} id="citations" kind="citation" title={words.citations} />
      {!isNarrowed && review.text !== null && <UnusedSection review={shown} />}
      <RemovedSection review={shown} />
    </div>
  )
}

function Lead({ review }: { review: Review }) {
  const { type, number, symbol, issuer, date } = headerOf(review).data
  const facts = [[type, number ?? symbol].filter(Boolean).join(' '), issuer, shownPartialDate(review.view.lang, date)]
  return (
    <>
      <p>{facts.filter(Boolean).join(' · ')}</p>
      {review.mayEdit && <p class="hint">{reviewTexts[review.view.lang].lead[review.plan.state]}</p>}
    </>
  )
}

function PageActions({ review, document, confirm }: Pick<ReviewPageProps, 'review' | 'document' | 'confirm'>) {
  const words = wordsOf(review)
  const own = reviewTexts[review.view.lang]
  return (
    <>
      {confirm && (
        <a class="button small first" href={confirm}>
          <Icon name="done" />
          {own.confirm}
        </a>
      )}
      {document.state === 'in-force' && (
        <a class="button small" href={planPaths.document(document.id)}>
          {own.toPlan}
        </a>
      )}
      <Downloads review={review} document={document} />
      <PrintButton label={words.print} kind="small" />
      {review.mayEdit && document.state !== 'in-force' && (
        <a class="button small grave" href={planPaths.remove(document.id)}>
          <Icon name="trash" />
          {words.remove}
        </a>
      )}
    </>
  )
}

function Downloads({ review, document }: Pick<ReviewPageProps, 'review' | 'document'>) {
  const words = wordsOf(review)
  const [first, ...others] = document.files
  if (!first) return null
  if (others.length === 0)
    return (
      <a class="button small" href={planPaths.file(document.id, first.position)} download={first.name}>
        <Icon name="download" />
        {words.download}
      </a>
    )
  return (
    <Menu icon="download" label={words.download}>
      {document.files.map((file) => (
        <a href={planPaths.file(document.id, file.position)} download={file.name}>
          {words.downloadPage(file.position + 1)}
        </a>
      ))}
    </Menu>
  )
}
