import type { ComponentChildren } from 'preact'
import type { Span } from '../../../core/text/source.ts'
import type { Item } from '../../items/item-schema.ts'
import { lineEnd } from '../../review/passages.ts'
import { itemAnchor, reviewPaths } from '../../review/paths.ts'
import { type ReadingWords, readingTexts } from '../../texts/reading.ts'
import { reviewTexts } from '../../texts/review.ts'
import type { Review } from './review-data.ts'

export function wordsOf(review: Pick<Review, 'view'>): ReadingWords {
  return readingTexts[review.view.lang].reading
}

/** Words of a document are Vietnamese also on an English page, and must be read out so. */
export function foreignLang({ view }: Pick<Review, 'view'>): 'vi' | undefined {
  return view.lang === 'vi' ? undefined : 'vi'
}

type Tag = 'li' | 'div' | 'dd'

interface ItemBoxProps {
  readonly review: Review
  readonly item: Item
  readonly as?: Tag
  readonly class?: string
  readonly children: ComponentChildren
}

/** An item of the plan: tied to its passages (hovering, focusing or pressing it lights them up), with the way to its form. */
export function ItemBox({ review, item, as: Tag = 'li', class: extra, children }: ItemBoxProps) {
  const classes = ['item', extra, review.asked.has(item.id) && 'asked'].filter(Boolean).join(' ')
  return (
    <Tag class={classes} id={itemAnchor(item.id)} lang={foreignLang(review)}>
      {children}
      <span class="item-tools">
        <PassageLink review={review} of={itemAnchor(item.id)} />
        {review.mayEdit && (
          <a class="edit" href={reviewPaths.item(review.plan.id, item.id, 'sua')} lang={toolLang(review)}>
            {reviewTexts[review.view.lang].edit}
          </a>
        )}
      </span>
    </Tag>
  )
}

/** A row of the header: an element that passages of the document lead to. */
export function HeaderRow({ review, id, children }: { review: Review; id: string; children: ComponentChildren }) {
  return (
    <dd class="item" id={id} lang={foreignLang(review)}>
      {children}
      <PassageLink review={review} of={id} />
    </dd>
  )
}

/** The tools beside Vietnamese words speak the language of the page. */
function toolLang(review: Review) {
  return foreignLang(review) && review.view.lang
}

/** From an element of the page to the passage that says most of it. */
export function PassageLink({ review, of }: { review: Review; of: string }) {
  const passage = review.names.passageOf(of)
  if (passage === undefined) return null
  return (
    <a class="at" href={`#${passage}`} lang={toolLang(review)}>
      {wordsOf(review).passage}
    </a>
  )
}

/** Where a passage that gave no item becomes one. */
export function addingFrom({ plan, text }: Pick<Review, 'plan' | 'text'>, { start, end }: Span): string {
  const isRestOfLine = lineEnd(text ?? '', start) === end
  return reviewPaths.adding(plan.id, isRestOfLine ? { start } : { start, end })
}

interface SectionProps {
  readonly id: string
  readonly title: string
  readonly count?: number
  readonly lead?: string
  readonly children: ComponentChildren
}

export function Section({ id, title, count, lead, children }: SectionProps) {
  return (
    <section class="part" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {title} {count !== undefined && <span class="count">{count}</span>}
      </h2>
      {lead && <p class="hint mb-3">{lead}</p>}
      {children}
    </section>
  )
}

/** Where the document says nothing, or nothing has been written yet. */
export function NotStated({ review }: { review: Review }) {
  const { notFilled } = reviewTexts[review.view.lang]
  return <span class="missing">{review.text === null ? notFilled : wordsOf(review).notStated}</span>
}
