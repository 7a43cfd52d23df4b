import { cleanText } from '../../core/text/clean.ts'
import { startsSmall } from '../../core/text/fold.ts'
import type { Span } from '../../core/text/source.ts'
import { Passage } from '../fields/passage.ts'
import { kindsIn, type Role, readColumn } from '../fields/table-columns.ts'

/** A line of the source without blanks around it, with where it stands. */
export interface RawLine extends Span {
  readonly text: string
}

/** A head of a column; one that is divided holds the heads below it. */
export interface StackedHead {
  readonly role: Role
  readonly lines: RawLine[]
  readonly below: StackedHead[]
}

/** «A», «II»: names a group of rows. */
export const GROUP = /^(?:[IVX]{1,4}|[A-HĐ])[.)]?(?=$|\s+\p{Lu})/u
const NUMBER_HEAD = /^(?:stt|tt|so tt|so thu tu|#)\.?$/
const LONGEST = 45
const MOST_HEADS = 12
const PART_OF_UNITS = /^(?:chu tri|phoi hop|don vi chu tri|don vi phoi hop)$/
const UNITS = /^(?:don vi|co quan|phan cong|bo phan|to chuc)(?: (?:thuc hien|phu trach|tham gia|duoc giao))?$/

export const passageOf = ({ text }: RawLine): Passage => Passage.of(text)

/** The lines of a text that hold something, in the order of print. */
export function rawLines(text: string): RawLine[] {
  let at = 0
  return text.split(/[\n\f]/).flatMap((line) => {
    const start = at + (line.length - line.trimStart().length)
    at += line.length + 1
    const trimmed = line.trim()
    return trimmed === '' ? [] : [{ text: cleanText(trimmed).trim(), start, end: start + trimmed.length }]
  })
}

/** «Tập thể» below «Tiêu chuẩn», «Chủ trì» below «Đơn vị thực hiện»: the head that a line divides. */
function dividedBy(heads: readonly StackedHead[], line: Passage): StackedHead | undefined {
  const mere = line.length < 30 && kindsIn(line).length > 0 && readColumn(line).role === 'other'
  if (mere) return heads.find(({ role }) => role === 'criteria') ?? heads.find(({ role }) => role === 'targets')
  if (!PART_OF_UNITS.test(line.folded)) return undefined
  return heads.find(({ role, lines }) => role === 'lead' && lines.some((head) => UNITS.test(passageOf(head).folded)))
}

const wordsOf = (lines: readonly RawLine[]): Passage => Passage.of(lines.map(({ text }) => text).join(' '))

const isKnown = (head: readonly RawLine[]): boolean => readColumn(wordsOf(head)).role !== 'other'

/** A line with those that go on with it: «Số» / «lượng». */
function headAt(lines: readonly RawLine[], from: number): RawLine[] {
  let end = from + 1
  while (end < from + 4 && startsSmall(lines[end]?.text ?? '')) end++
  return lines.slice(from, end)
}

/**
 * Heads of columns, one under the other: «STT», «Lĩnh vực», «Tiêu chuẩn», … from a line on, with the index behind them. Behind the number of
 * order stand the names, whatever their head says. null where no number of order stands first, or fewer than two known heads follow.
 */
export function stackedHeads(lines: readonly RawLine[], from: number): { heads: StackedHead[]; next: number } | null {
  const first = lines[from]
  if (!first || first.text.length > 12 || !NUMBER_HEAD.test(passageOf(first).folded)) return null
  const heads: StackedHead[] = [{ role: 'ordinal', lines: [first], below: [] }]
  let next = from + 1
  while (next < lines.length && heads.length <= MOST_HEADS) {
    const own = headAt(lines, next)
    const words = wordsOf(own)
    if (own.length === 0 || words.length > LONGEST || /\d|[.:;]$/.test(words.text)) break
    const divided = dividedBy(heads, words)
    const { role: known } = readColumn(words)
    const role = known === 'other' && !divided && heads.length === 1 ? 'title' : known
    if (divided) divided.below.push({ role: role === 'other' ? divided.role : role, lines: own, below: [] })
    else if (role === 'ordinal' || GROUP.test(words.text)) break
    else heads.push({ role, lines: own, below: [] })
    next += own.length
  }
  const known = heads.filter(({ role, lines: own }) => role !== 'ordinal' && isKnown(own))
  return known.length >= 2 && known.length * 2 >= heads.length - 1 && heads.length <= MOST_HEADS
    ? { heads, next }
    : null
}
