import type { Passage } from './passages.ts'
import { widestOf } from './passages.ts'

/*
 * The document and the items beside it lead to each other by names. A page of forty pages says them thousands of times, so the items of one reading, whose
 * ids differ in their last four digits only, are named by these.
 */

/** What a passage of the document says of itself on the page. */
export interface PassageMarks {
  /** Of the element in which it begins, where something of the page leads to it. */
  readonly id: string | undefined
  /** Names of everything that was read from it, as `data-i`; where it has an id, without the one that the id names. */
  readonly others: string | undefined
}

export interface PassageNames {
  /** What the names of counted items go on from: `i-01a1fd0f-6e20-7244-b0af-f23c9db0`. */
  readonly stem: string
  /** Id of the passage that says most of what this element shows; undefined where the document says nothing of it. */
  passageOf(anchor: string): string | undefined
  marksOf(passage: Passage, begins: boolean): PassageMarks
  /** The element that the passage leads back to. */
  backFrom(passage: Passage): string
}

const DIGITS = 4

/** Names for the page whose header is this element; `unlisted` passages are marked, but nothing leads to them or from them. */
export function passageNames(
  header: string,
  byItem: ReadonlyMap<string, readonly Passage[]>,
  unlisted: ReadonlySet<Passage>,
): PassageNames {
  const stem = header.slice(0, -DIGITS)
  const nameOf = (anchor: string) =>
    anchor.startsWith(stem) && /^[0-9a-f]{4}(?:\.\d+)?$/.test(anchor.slice(stem.length))
      ? anchor.slice(stem.length)
      : anchor
  const homes = homesOf(byItem, unlisted)
  return {
    stem,
    passageOf: (anchor) => {
      const home = homes.get(widestOf(byItem.get(anchor) ?? []))
      return home === undefined ? undefined : `p-${nameOf(home)}`
    },
    marksOf: (passage, begins) => {
      if (unlisted.has(passage)) return { id: undefined, others: undefined }
      const home = begins ? homes.get(passage) : undefined
      const others = passage.items.filter((item) => item !== home).map(nameOf)
      return { id: home && `p-${nameOf(home)}`, others: others.join(' ') || undefined }
    },
    backFrom: (passage) => withoutPart(homes.get(passage) ?? passage.items[0] ?? ''),
  }
}

/** Whose name a passage carries: the first of those of which it says most. Parts of an item have no link of their own. */
function homesOf(
  byItem: ReadonlyMap<string, readonly Passage[]>,
  unlisted: ReadonlySet<Passage>,
): ReadonlyMap<Passage | undefined, string> {
  const homes = new Map<Passage | undefined, string>()
  for (const [anchor, passages] of byItem) {
    const widest = widestOf(passages)
    if (widest && !unlisted.has(widest) && !homes.has(widest) && withoutPart(anchor) === anchor)
      homes.set(widest, anchor)
  }
  return homes
}

/** `i-….2` is the third unit named in an item. */
function withoutPart(anchor: string): string {
  return anchor.replace(/\.\d+$/, '')
}
