import { foldInPlace } from '../../core/text/fold.ts'
import type { Item } from '../outline.ts'

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
