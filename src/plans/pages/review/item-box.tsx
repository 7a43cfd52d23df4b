import type { ComponentChildren } from 'preact'
import type { Item } from '../../items/item-schema.ts'
import { backTo, outermost, type Passage, passageId, spanKey, widestOf } from '../../passages.ts'
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
  /** Passages that stand with parts of the item of their own (`lead/0`) are left to them. */
  readonly parts?: readonly string[]
  readonly children: ComponentChildren
}

/** An item of the plan: tied to its passages (hovering, focusing or pressing it lights them up), with the way to its form. */
export function ItemBox({ review, item, as: Tag = 'li', class: extra, parts = [], children }: ItemBoxProps) {
  const own = item.sourceId === review.plan.id ? outermost(item.passages) : []
  const spans = own.filter(({ key }) => !parts.includes(key.split('/')[0] ?? ''))
  const classes = ['item', extra, review.asked.has(item.id) && 'asked'].filter(Boolean).join(' ')
  return (
    <Tag class={classes} id={itemAnchor(item.id)} lang={foreignLang(review)} data-p={keysOf(spans)}>
      {children}
      <span class="item-tools">
        <PassageLink review={review} spans={spans} home={itemAnchor(item.id)} />
        {review.mayEdit && (
          <a class="edit" href={reviewPaths.item(review.plan.id, item.id, 'sua')} lang={toolLang(review)}>
            {reviewTexts[review.view.lang].edit}
          </a>
        )}
      </span>
    </Tag>
  )
}

interface PartProps {
  readonly review: Review
  readonly item: Item
  /** The key whose passages it is tied to: `lead/0`. */
  readonly part: string
  readonly children: ComponentChildren
}

/** Part of an item with passages of its own. */
export function Part({ review, item, part, children }: PartProps) {
  const own = item.sourceId === review.plan.id ? item.passages : []
  const spans = own.filter(({ key }) => key === part || key.startsWith(`${part}/`))
  return <li data-p={keysOf(spans)}>{children}</li>
}

/** A row of the header: an element that passages of the document lead to. */
export function HeaderRow({ review, id, children }: { review: Review; id: string; children: ComponentChildren }) {
  const spans = review.byItem.get(id) ?? []
  return (
    <dd class="item" id={id} data-p={keysOf(spans)} lang={foreignLang(review)}>
      {children}
      <PassageLink review={review} spans={spans} />
    </dd>
  )
}

function keysOf(spans: readonly Pick<Passage, 'start' | 'end'>[]): string | undefined {
  return [...new Set(spans.map(spanKey))].join(' ') || undefined
}

/** The tools beside Vietnamese words speak the language of the page. */
function toolLang(review: Review) {
  return foreignLang(review) && review.view.lang
}

interface PassageLinkProps {
  readonly review: Review
  readonly spans: readonly Pick<Passage, 'start' | 'end'>[]
  /** The item that it stands in, if the document leads back to it here. */
  readonly home?: string
}

/** To the passage that says most of it, and back from there. */
export function PassageLink({ review, spans, home }: PassageLinkProps) {
  const widest = widestOf(spans.filter(({ start, end }) => start < end))
  if (!widest || review.text === null) return null
  const back = home && backTo(home, review.byItem.get(home) ?? [])
  return (
    <a class="at" id={back === home ? undefined : back} href={`#${passageId(widest)}`} lang={toolLang(review)}>
      {wordsOf(review).passage}
    </a>
  )
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
