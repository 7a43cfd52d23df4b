import type { UnreadPart } from '../../../core/text/source.ts'

/** Text that stands together on one line: a word, or words of one run. Points (1/72 inch) from the page's upper left corner. */
export interface Fragment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Height of the type. */
  readonly size: number
  /** 0 to 1, where the text was recognised in a picture. */
  readonly confidence?: number
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A drawn straight line: `at` is its y when horizontal, its x when vertical. */
export interface Rule {
  readonly direction: 'horizontal' | 'vertical'
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What stands on one page, before it is put in reading order. */
export interface Page {
  readonly width: number
  readonly height: number
  readonly fragments: readonly Fragment[]
  readonly rules: readonly Rule[]
  /** There is ink on it that does not read in any direction. */
  readonly isUnread?: boolean
  /** Words that run another way than the text of the page: in its margin, on a stamp. */
  readonly aside?: string
}

/** What stands on the pages and does not reach their text. */
export function unreadOf(pages: readonly Page[]): UnreadPart[] {
  return pages.flatMap(({ isUnread, aside }, index): UnreadPart[] => [
    ...(isUnread ? [{ kind: 'page' as const, page: index + 1 }] : []),
    ...(aside ? [{ kind: 'aside' as const, page: index + 1, words: aside }] : []),
  ])
}
