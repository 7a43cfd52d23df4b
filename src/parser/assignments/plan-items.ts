import { foldInPlace } from '../../core/text/fold.ts'
import type { Item, Outline } from '../outline.ts'

const ATTACHED_PLAN = /^\W{0,4}(?:ke hoach|chuong trinh|de an|phuong an|huong dan)(?![a-z])/

/** The paragraphs of the plan itself: the body, and a plan that is attached to the decision or letter that the body is. */
export function planItems(outline: Outline): readonly Item[] {
  const attached = outline.annexes.filter((annex) => {
    const first = annex[0]
    return first !== undefined && ATTACHED_PLAN.test(foldInPlace(outline.text.slice(first.body.start, first.body.end)))
  })
  return attached.length === 0 ? outline.body : [...outline.body, ...attached.flat()]
}

/** Every paragraph below these, each before those under it. */
export function* everyItem(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    yield item
    yield* everyItem(item.children)
  }
}

/** Folded words of an item; a chapter whose title stands on the next line takes that line. */
export function headingWords(item: Item, text: string): string {
  const first = item.children[0]
  const own = text.slice(item.body.start, item.body.end)
  const body = own.trim() === '' && first?.mark === 'plain' ? first.body : item.body
  return foldInPlace(text.slice(body.start, body.end)).trim()
}
