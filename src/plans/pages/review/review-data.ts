import { fold } from '../../../core/text/fold.ts'
import type { Span } from '../../../core/text/source.ts'
import type { View } from '../../../ui/view.ts'
import { type Item, type ItemKind, isKind } from '../../items/item-schema.ts'
import { type PassageNames, passageNames } from '../../review/passage-names.ts'
import { listedUnused, type Passage, passagesByItem, passagesOf } from '../../review/passages.ts'
import { itemAnchor } from '../../review/paths.ts'
import type { PlanQuestion, ShowQuery } from '../../review/schema.ts'
import type { PlanState } from '../../workflow.ts'

/** What every part of the page of a plan under review is drawn from. */
export interface Review {
  readonly view: View
  readonly plan: { readonly id: string; readonly state: PlanState; readonly revision: number }
  /** The text of the document; null where the plan is written here. */
  readonly text: string | null
  readonly unused: readonly Span[]
  readonly mayEdit: boolean
  readonly items: readonly Item[]
  readonly removed: readonly Item[]
  readonly questions: readonly PlanQuestion[]
  readonly passages: readonly Passage[]
  /** Passages that gave no item and should be looked through. */
  readonly listed: readonly Passage[]
  readonly names: PassageNames
  /** Items in their order, by kind and parent: `listOf(review, 'criterion', fieldId)`. */
  readonly lists: ReadonlyMap<string, readonly Item[]>
  /** Items with an open question. */
  readonly asked: ReadonlySet<string>
}

type Given = Pick<Review, 'view' | 'plan' | 'text' | 'unused' | 'mayEdit' | 'items' | 'removed' | 'questions'>

/** Puts the facts of a plan together for its page. */
export function reviewOf(given: Given): Review {
  const { plan, items, questions, text } = given
  const passages = text === null ? [] : passagesOf({ planId: plan.id, items, questions, unused: given.unused })
  const lists = new Map<string, Item[]>()
  for (const item of items.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))) {
    const key = listId(item.kind, item.parentId)
    lists.set(key, [...(lists.get(key) ?? []), item])
  }
  const asked = new Set(questions.flatMap(({ itemId }) => itemId ?? []))
  const left = passages.filter(({ kind }) => kind === 'unused')
  const listed = listedUnused(text ?? '', left)
  const unlisted = new Set(left.filter((passage) => !listed.includes(passage)))
  const names = passageNames(itemAnchor(headerOf(given).id), passagesByItem(passages), unlisted)
  return { ...given, passages, listed, names, lists, asked }
}

/** Id of the element that holds the items of one kind below one parent. */
export function listId(kind: ItemKind, parentId: string | null): string {
  return parentId === null ? `l-${kind}` : `l-${kind}-${parentId}`
}

export function listOf<K extends ItemKind>(
  review: Pick<Review, 'lists'>,
  kind: K,
  parentId: string | null = null,
): readonly Item<K>[] {
  return (review.lists.get(listId(kind, parentId)) ?? []) as readonly Item[] as readonly Item<K>[]
}

export function headerOf({ items }: Pick<Review, 'items'>): Item<'header'> {
  const header = items.find((item) => isKind(item, 'header'))
  if (!header) throw new Error('a plan has a header from its beginning')
  return header as Item<'header'>
}

/**
 * The same page with only what was asked for: items with all of the words, or with an open question. What an item belongs to stays, and what
 * belongs to a field whose own words match.
 */
export function narrowed(review: Review, { words, only }: ShowQuery): Review {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  if (wanted.length === 0 && only === null) return review
  const fits = (item: Item) => {
    const text = fold(JSON.stringify(item.data))
    return wanted.every((word) => text.includes(word)) && (only === null || review.asked.has(item.id))
  }
  const kept = new Set<string>()
  for (const item of review.items) if (fits(item)) for (const id of [item.id, item.parentId]) if (id) kept.add(id)
  const lists = new Map([...review.lists].map(([key, items]) => [key, items.filter(({ id }) => kept.has(id))]))
  return { ...review, lists }
}
