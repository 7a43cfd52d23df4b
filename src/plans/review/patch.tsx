import { renderToString } from 'preact-render-to-string'
import type { Span } from '../../core/text/source.ts'
import type { ItemChange } from '../items/item-rows.ts'
import { isKind } from '../items/item-schema.ts'
import { Line } from '../pages/review/document-pane.tsx'
import { RemovedSection } from '../pages/review/doubts.tsx'
import { Entry } from '../pages/review/entries.tsx'
import { HeaderItem } from '../pages/review/header-section.tsx'
import { headerOf, listId, listOf, type Review } from '../pages/review/review-data.ts'
import { paragraphsOf, unusedAnchor } from './passages.ts'

/** What a page that stands at an earlier revision has to redraw. Ids are those of elements where they have a letter in front, else of items. */
export interface Patch {
  readonly revision: number
  readonly title: string | null
  /** Item → its element; fields and assignments with everything below them. */
  readonly items: Readonly<Record<string, string>>
  /** Element of a list → its items in order. */
  readonly lists: Readonly<Record<string, readonly string[]>>
  /** Index of a paragraph → its element. */
  readonly paragraphs: Readonly<Record<string, string>>
  readonly counts: Readonly<Record<string, number>>
  /** Questions that are open, and unused passages that are listed: elements. */
  readonly questions: readonly string[]
  readonly unused: readonly string[]
  /** The section of removed items; null where it has not changed. */
  readonly removed: string | null
  readonly undo: boolean
  readonly redo: boolean
}

/** The patch that these changes ask for, of the plan as it is now. */
export function patchOf(
  review: Review,
  changes: readonly ItemChange[],
  steps: { readonly undo: number | null; readonly redo: number | null },
): Patch {
  const changed = new Set(changes.map(({ id }) => id))
  const items = review.items.filter(({ id }) => changed.has(id))
  return {
    revision: review.plan.revision,
    title: headerOf(review).data.title,
    items: Object.fromEntries(items.map((item) => [item.id, renderToString(drawn(review, item))])),
    lists: listsOf(review, changes),
    paragraphs: paragraphsIn(review, spansOf(changes)),
    counts: {
      questions: review.questions.length,
      general: listOf(review, 'criterion').length,
      fields: listOf(review, 'field').length,
      milestones: listOf(review, 'milestone').length,
      duties: listOf(review, 'duty').length,
      assignments: listOf(review, 'assignment').length,
      citations: listOf(review, 'citation').length,
      unused: review.listed.length,
    },
    questions: review.questions.map(({ id }) => `c-q-${id}`),
    unused: review.listed.map(unusedAnchor),
    removed: changes.some(({ before, after }) => (before?.removed ?? false) !== after.removed)
      ? renderToString(<RemovedSection review={review} />)
      : null,
    undo: steps.undo !== null,
    redo: steps.redo !== null,
  }
}

function drawn(review: Review, item: Review['items'][number]) {
  return isKind(item, 'header') ? <HeaderItem review={review} /> : <Entry review={review} item={item} />
}

/** Every list that an item came to, left, or stands in. */
function listsOf(review: Review, changes: readonly ItemChange[]): Record<string, readonly string[]> {
  const places = changes
    .flatMap(({ before, after }) => [before ?? after, after])
    .filter(({ kind }) => kind !== 'header')
  return Object.fromEntries(
    places.map(({ kind, parentId }) => [listId(kind, parentId), listOf(review, kind, parentId).map(({ id }) => id)]),
  )
}

/** Passages that came, went or were cut. */
function spansOf(changes: readonly ItemChange[]): Span[] {
  return changes.flatMap(({ before, after }) => {
    const isSame = before !== null && before.removed === after.removed
    if (isSame && JSON.stringify(before.passages) === JSON.stringify(after.passages)) return []
    return [...(before?.passages ?? []), ...after.passages]
  })
}

function paragraphsIn(review: Review, spans: readonly Span[]): Record<string, string> {
  const { text } = review
  if (text === null || spans.length === 0) return {}
  const touched = paragraphsOf(text, review.passages).filter(({ start, end }) =>
    spans.some((span) => span.start < end && span.end > start),
  )
  return Object.fromEntries(
    touched.map((paragraph) => [
      paragraph.index,
      renderToString(<Line review={review} paragraph={paragraph} text={text} />),
    ]),
  )
}
