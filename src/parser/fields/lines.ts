import type { Item, Mark } from '../outline.ts'
import type { Passage } from './passage.ts'

/** A paragraph of the body in reading order, with the items that it stands under. */
export interface Line {
  readonly item: Item
  readonly body: Passage
  readonly mark: Mark
  readonly ordinal: string | null
  readonly above: readonly Line[]
}

const RANK: Readonly<Record<Mark, number>> = {
  part: 0,
  chapter: 1,
  section: 2,
  article: 3,
  roman: 4,
  number: 5,
  decimal: 6,
  letter: 8,
  bracket: 9,
  dash: 10,
  plus: 11,
  bullet: 12,
  plain: 20,
}

/** All paragraphs of a tree in reading order. */
export function linesOf(items: readonly Item[], page: Passage, above: readonly Line[] = []): Line[] {
  return items.flatMap((item) => {
    const line: Line = { item, body: page.at(item.body).trim(), mark: item.mark, ordinal: item.ordinal, above }
    return [line, ...linesOf(item.children, page, [...above, line])]
  })
}

/** Whether a line stands below another: in the tree, or by a lower mark. */
export function isInside(line: Line, holder: Line): boolean {
  if (line === holder || line.above.includes(holder)) return line !== holder
  if (holder.mark === 'plain') return RANK[line.mark] >= RANK.dash && line.mark !== 'plain'
  return line.mark !== 'plain' && RANK[line.mark] > RANK[holder.mark]
}
