import { Csrf } from '../../../ui/fields.tsx'
import { reviewPath, reviewPaths } from '../../review/paths.ts'
import type { ShowQuery } from '../../review/schema.ts'
import { reviewTexts } from '../../texts/review.ts'
import { wordsOf } from './item-box.tsx'
import { listOf, type Review } from './review-data.ts'

interface ReviewBarProps {
  readonly review: Review
  readonly show: ShowQuery
  readonly steps: { readonly undo: number | null; readonly redo: number | null }
}

/** Stays in sight: where to go, what to take back, whether it is saved, who else is here. */
export function ReviewBar({ review, show, steps }: ReviewBarProps) {
  const { plan, view } = review
  const words = reviewTexts[view.lang]
  return (
    <>
      <div class="review-bar no-print">
        <Contents review={review} />
        {review.mayEdit && (
          // biome-ignore lint/a11y/useSemanticElements: a toolbar has no element of its own
          <div
            class="review-tools"
            role="group"
            aria-label={words.bar}
            id="review"
            data-revision={plan.revision}
            data-plan={plan.id}
            data-saving={words.saving}
            data-saved={words.saved}
            data-unsaved={words.unsaved}
            data-lost={words.lost}
            data-invalid={words.invalid}
            data-conflict={words.conflict}
            data-here={words.here}
          >
            <StepForm review={review} path={reviewPaths.undo(plan.id)} label={words.undo} step={steps.undo} />
            <StepForm review={review} path={reviewPaths.redo(plan.id)} label={words.redo} step={steps.redo} />
            <p class="saving" id="saving" role="status" />
            <p class="people" id="people" role="status" />
          </div>
        )}
      </div>
      <Finder review={review} show={show} />
    </>
  )
}

function StepForm({ review, path, label, step }: { review: Review; path: string; label: string; step: number | null }) {
  return (
    <form method="post" action={path} data-do>
      <Csrf view={review.view} />
      <button class="button small quiet" type="submit" disabled={step === null}>
        {label}
      </button>
    </form>
  )
}

/** The words to find and the filter: an address of its own, so that it works everywhere. */
function Finder({ review, show }: Pick<ReviewBarProps, 'review' | 'show'>) {
  const words = reviewTexts[review.view.lang]
  const isNarrowed = show.words !== '' || show.only !== null
  return (
    <search class="no-print">
      <form class="finder" method="get" action={reviewPath(review.plan)} id="finder">
        <label for="find">{words.find}</label>
        <input class="input" type="search" id="find" name="tim" value={show.words} autocomplete="off" />
        <label class="check">
          <input type="checkbox" name="chi" value="cau-hoi" checked={show.only !== null} /> {words.onlyQuestions}
        </label>
        <button class="button small" type="submit">
          {words.show}
        </button>
        {isNarrowed && (
          <a class="button small quiet" href={reviewPath(review.plan)}>
            {words.showAll}
          </a>
        )}
      </form>
    </search>
  )
}

function Contents({ review }: { review: Review }) {
  const words = wordsOf(review)
  const isRead = review.text !== null
  const entries: readonly (readonly [id: string, label: string, count: number | null, isThere: boolean])[] = [
    ['questions', words.questionsShort, review.questions.length, isRead],
    ['document', words.short.document, null, true],
    ['general', words.short.general, listOf(review, 'criterion').length, true],
    ['fields', words.fieldsShort, listOf(review, 'field').length, true],
    ['milestones', words.short.milestones, listOf(review, 'milestone').length, true],
    ['duties', words.short.duties, listOf(review, 'duty').length, true],
    ['assignments', words.assignments, listOf(review, 'assignment').length, true],
    ['citations', words.short.citations, listOf(review, 'citation').length, true],
    ['unused', words.short.unused, review.listed.length, isRead],
    ['text', words.text, null, isRead],
  ]
  return (
    <nav class="contents" aria-label={words.sections}>
      {entries
        .filter(([, , , isThere]) => isThere)
        .map(([id, label, count]) => (
          <a href={`#${id}`}>
            {label}
            {count !== null && (
              <span class="count" data-count={id}>
                {count}
              </span>
            )}
          </a>
        ))}
    </nav>
  )
}
