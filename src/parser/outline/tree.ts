import type { Span } from '../../core/text/source.ts'
import type { Item, Mark } from '../outline.ts'
import type { FoundMark } from './marks.ts'

/** A paragraph on its way into the tree. */
export interface Entry {
  readonly at: Span
  readonly text: string
  readonly found: FoundMark | null
  readonly cell: Item['cell']
  readonly heading: boolean
}

interface Node {
  readonly mark: Mark
  readonly ordinal: string | null
  readonly at: Span
  readonly body: Span
  readonly cell: Item['cell']
  readonly heading: boolean
  readonly opensList: boolean
  readonly children: Node[]
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
const BULLETS: ReadonlySet<Mark> = new Set(['dash', 'plus', 'bullet'])

const depth = (ordinal: string | null): number => (ordinal ?? '').split('.').length

/** Order of letters in Vietnamese lists; misreadings and skipped letters keep the order. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'

function value(node: Pick<Node, 'mark' | 'ordinal'>): number {
  if (node.mark === 'letter') return LETTERS.indexOf(node.ordinal ?? '') + 1
  return Number.parseInt(node.ordinal ?? '', 10) || 0
}

function startsAnew(found: FoundMark): boolean {
  return found.ordinal === '1' || found.ordinal === 'a' || found.ordinal === 'I'
}

/** «A. Tiêu chuẩn chung» below «II. NỘI DUNG»: a letter heads parts of a Roman heading, or the whole document. */
const isLetterHead = ({ mark, ordinal }: Pick<FoundMark, 'mark' | 'ordinal'>): boolean =>
  mark === 'part' && /^[A-HĐ]$/.test(ordinal ?? '')

function ranksAlike(node: Node, found: FoundMark): boolean {
  if (node.mark !== found.mark) return false
  if (found.mark === 'decimal') return depth(node.ordinal) === depth(found.ordinal)
  if (found.mark === 'roman') return depth(node.ordinal) === depth(found.ordinal)
  return found.mark !== 'part' || isLetterHead({ ...node, mark: 'part' }) === isLetterHead(found)
}

/** Index in the stack of the node under which a marked paragraph goes; -1 for the top. */
function parentIndex(stack: readonly Node[], found: FoundMark): number {
  const same = stack.findLastIndex((node) => ranksAlike(node, found))
  if (same < 0 && isLetterHead(found)) return stack.findLastIndex(({ mark }) => RANK[mark] <= RANK.roman)
  if (found.mark === 'decimal') return decimalParent(stack, found, same)
  if (same >= 0) return sibling(stack, found, same)
  const top = stack.at(-1)
  if (!top) return -1
  if (BULLETS.has(found.mark)) return bulletParent(stack, found)
  const holder = stack.findLastIndex((node) => RANK[node.mark] < RANK[found.mark] || (node.opensList && node === top))
  return holder
}

/** The same kind of mark is open: a sibling, unless the count begins anew below something that was opened since. */
function sibling(stack: readonly Node[], found: FoundMark, same: number): number {
  const open = stack[same]
  if (open && startsAnew(found) && value(open) >= 1 && found.ordinal !== null) {
    const below = stack.slice(same + 1).findLastIndex((node) => !BULLETS.has(node.mark) || node.opensList)
    if (below >= 0 && RANK[found.mark] > 4) return same + 1 + below
    if (open.opensList && RANK[found.mark] > 4) return same
  }
  if (BULLETS.has(found.mark)) {
    const holder = stack.findLastIndex((node, i) => i > same && node.opensList)
    if (holder > same && holder === stack.length - 1) return holder
  }
  return same - 1
}

function decimalParent(stack: readonly Node[], found: FoundMark, same: number): number {
  const prefix = (found.ordinal ?? '').split('.').slice(0, -1).join('.')
  const owner = stack.findLastIndex(
    (node) => (node.mark === 'number' || node.mark === 'decimal') && node.ordinal === prefix,
  )
  if (owner >= 0) return owner
  if (same >= 0) return same - 1
  return stack.findLastIndex(
    (node) => RANK[node.mark] < RANK.decimal || (node.mark === 'decimal' && depth(node.ordinal) < depth(found.ordinal)),
  )
}

/** A dash goes below what was opened last, a bullet of another kind below the bullet in front of it. */
function bulletParent(stack: readonly Node[], found: FoundMark): number {
  const last = stack.length - 1
  const top = stack[last]
  if (found.mark === 'bullet' && top?.mark === 'letter' && top.body.end - top.body.start > 100 && !top.opensList) {
    return stack.findLastIndex((node) => RANK[node.mark] < RANK.letter)
  }
  return stack[last]?.mark === 'plain' && !stack[last]?.heading && !stack[last]?.opensList ? last - 1 : last
}

const FAREWELL =
  /^(?:Trên đây là|(?:Trong )?[Qq]uá trình (?:tổ chức |triển khai )*thực hiện|Căn cứ (?:nội dung )?[Kk]ế hoạch này|Nhận được [Kk]ế hoạch)/u
const PLEA = /^(?:Đề nghị|Yêu cầu) (?:các|thủ trưởng|Thủ trưởng|cán bộ)/u

/** Paragraphs without a mark belong to the nearest heading, not to the bullet in front; words of farewell stand on the top. */
function plainParent(stack: readonly Node[], entry: Entry, left: number): number {
  if (entry.heading)
    return stack.findLastIndex((node) => RANK[node.mark] < (/\p{Ll}/u.test(entry.text) ? 5 : 4) && !node.heading)
  const ends = left === 0 && /\.\s?\/\s?\.?$/.test(entry.text)
  if (ends || (left < 4 && FAREWELL.test(entry.text)) || (left < 2 && PLEA.test(entry.text))) return -1
  return stack.findLastIndex((node) => !BULLETS.has(node.mark) && (node.mark !== 'plain' || node.heading))
}

function bodyOf(entry: Entry): Span {
  return { start: entry.at.start + (entry.found?.length ?? 0), end: entry.at.end }
}

function nodeOf(entry: Entry): Node {
  const { found } = entry
  return {
    mark: found?.mark ?? 'plain',
    ordinal: found?.ordinal ?? null,
    at: entry.at,
    body: bodyOf(entry),
    cell: entry.cell,
    heading: entry.heading,
    opensList: /:["”]?$/.test(entry.text),
    children: [],
  }
}

/** No document is divided this deep; what goes on below, a run of damaged marks, stands side by side. */
const DEEPEST = 40

/** Builds the tree of one run of paragraphs. Paragraphs of a table cell are given apart and stand where the table stands. */
export function buildTree(entries: readonly Entry[]): Item[] {
  const roots: Node[] = []
  const stack: Node[] = []
  let cellStack: Node[] = []
  let cellKey = ''
  entries.forEach((entry, i) => {
    const { found } = entry
    const node = nodeOf(entry)
    if (entry.cell) {
      const key = `${entry.cell.table}/${entry.cell.row}/${entry.cell.cell}`
      if (key !== cellKey) cellStack = []
      cellKey = key
      const at = found ? parentIndex(cellStack, found) : plainParent(cellStack, entry, Number.POSITIVE_INFINITY)
      cellStack.length = Math.min(at + 1, DEEPEST)
      const home = stack.findLast((open) => !BULLETS.has(open.mark))
      ;(cellStack.at(-1)?.children ?? home?.children ?? roots).push(node)
      cellStack.push(node)
      return
    }
    const at = found ? parentIndex(stack, found) : plainParent(stack, entry, entries.length - 1 - i)
    stack.length = Math.min(at + 1, DEEPEST)
    ;(stack.at(-1)?.children ?? roots).push(node)
    stack.push(node)
  })
  return roots.map(freeze)
}

function freeze({ mark, ordinal, at, body, cell, children }: Node): Item {
  return { mark, ordinal, at, body, cell, children: children.map(freeze) }
}
