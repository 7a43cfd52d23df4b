import { Csrf } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { unusedAnchor } from '../../review/passages.ts'
import { itemAnchor, reviewPaths } from '../../review/paths.ts'
import type { PlanQuestion } from '../../review/schema.ts'
import { itemFormTexts } from '../../texts/item-forms.ts'
import { reviewTexts } from '../../texts/review.ts'
import { shownDate, shownPeriod } from '../dates.ts'
import { Words } from './entries.tsx'
import { addingFrom, foreignLang, PassageLink, Section, wordsOf } from './item-box.tsx'
import type { Review } from './review-data.ts'

const QUOTED = 320
const LISTED = 110

/** What the reader will not decide alone, before everything else. */
export function QuestionsSection({ review }: { review: Review }) {
  const words = wordsOf(review)
  const { questions } = review
  return (
    <Section
      id="questions"
      title={words.questions}
      count={questions.length}
      {...(questions.length > 0 ? { lead: words.questionsLead } : {})}
    >
      {questions.length === 0 && <p class="missing">{words.noQuestions}</p>}
      {questions.map((question) => (
        <QuestionCard review={review} question={question} />
      ))}
    </Section>
  )
}

function QuestionCard({ review, question }: { review: Review; question: PlanQuestion }) {
  const { id, itemId, start, end, reason, candidates } = question
  const quote = shorten((review.text ?? '').slice(start, end), QUOTED)
  return (
    <article class="entry doubt" id={`c-q-${id}`}>
      <div class="item" id={`q-${id}`}>
        <Icon name="question" />
        <strong>{reason}</strong>
        <PassageLink review={review} of={`q-${id}`} />
      </div>
      {quote && <blockquote lang={foreignLang(review)}>{quote}</blockquote>}
      {review.mayEdit && <Answers review={review} id={id} candidates={candidates} itemId={itemId} />}
    </article>
  )
}

type AnswersProps = { readonly review: Review } & Pick<PlanQuestion, 'id' | 'itemId' | 'candidates'>

function Answers({ review, id, itemId, candidates }: AnswersProps) {
  const words = reviewTexts[review.view.lang]
  const { plan, view } = review
  return (
    <form class="page-actions mt-3 no-print" method="post" action={reviewPaths.answer(plan.id, id)} data-do>
      <Csrf view={view} />
      {candidates.map((candidate, index) => (
        <button class="button small" type="submit" name="candidate" value={index}>
          {words.take(shownCandidate(review, candidate))}
        </button>
      ))}
      <button class="button small" type="submit" name="candidate" value="">
        {words.keep}
      </button>
      {itemId && (
        <a class="button small quiet" href={reviewPaths.item(plan.id, itemId, 'sua')} data-edit={itemAnchor(itemId)}>
          {words.edit}
        </a>
      )}
    </form>
  )
}

/** Candidates are as the reader writes them: `2026-01 đến 2026-12`, `quarterly`, a day, words of the document. */
function shownCandidate(review: Review, candidate: string): string {
  const { lang } = review.view
  const cadences: Readonly<Record<string, string>> = wordsOf(review).cadences
  const [from = '', to] = candidate.split(' đến ')
  if (to && /^\d{4}-\d\d$/.test(from)) return shownPeriod(lang, { from, to })
  return cadences[candidate] ?? (/^\d{4}-\d\d(-\d\d)?$/.test(candidate) ? shownDate(lang, candidate) : candidate)
}

/** Nothing is dropped in silence: what gave no item is listed, and can become one. */
export function UnusedSection({ review }: { review: Review }) {
  const words = wordsOf(review)
  const text = review.text ?? ''
  const shown = review.listed
  return (
    <Section
      id="unused"
      title={words.unused}
      count={shown.length}
      lead={shown.length > 0 ? words.unusedLead(shown.length) : words.allUsed}
    >
      <ul class="rows small">
        {shown.map((span) => (
          <li class="item" id={unusedAnchor(span)} lang={foreignLang(review)}>
            {shorten(text.slice(span.start, span.end), LISTED)}
            <PassageLink review={review} of={unusedAnchor(span)} />
            {review.mayEdit && (
              <a class="add from" href={addingFrom(review, span)} lang={foreignLang(review) && review.view.lang}>
                {reviewTexts[review.view.lang].addAs}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What was taken out, to be brought back. */
export function RemovedSection({ review }: { review: Review }) {
  const words = reviewTexts[review.view.lang]
  const { removed, plan, view } = review
  // What went with a field comes back with it.
  const gone = new Set(removed.map(({ id }) => id))
  const shown = removed.filter(({ parentId }) => parentId === null || !gone.has(parentId))
  if (!review.mayEdit || shown.length === 0) return null
  return (
    <details class="part no-print" id="removed">
      <summary>
        {words.removed} <span class="count">{shown.length}</span>
      </summary>
      <p class="hint mb-3">{words.removedLead}</p>
      <ul class="rows small">
        {shown.map((item) => (
          <li class="removed-item">
            <span lang={foreignLang(review)}>
              <span class="row-note">{itemFormTexts[view.lang].kinds[item.kind]}</span>
              {item.kind === 'field' || item.kind === 'assignment' ? (
                String(Reflect.get(item.data, 'title') ?? Reflect.get(item.data, 'unit'))
              ) : (
                <Words review={review} item={item} />
              )}
            </span>
            <form method="post" action={reviewPaths.item(plan.id, item.id, 'khoi-phuc')} data-do>
              <Csrf view={view} />
              <button class="button small" type="submit">
                {words.restore}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** On one line, cut behind a word. */
function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s+\S*$/, '')} …`
}
