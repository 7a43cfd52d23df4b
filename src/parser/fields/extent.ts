import { isCapitals } from '../../core/text/fold.ts'
import { partOf } from './field-parts.ts'
import { readLabel } from './labels.ts'
import type { Line } from './lines.ts'
import { HEADING_MARKS } from './marks-of-headings.ts'
import { hasUnitLabel } from './unit-labels.ts'

/** What the words of a line say is asked again for every heading above it, and read only once. */
const said = new WeakMap<Line, Said>()

interface Said {
  /** A label of criteria, or a part of a field by its first words. */
  readonly labels: boolean
  /** The same without a mark. */
  readonly part: boolean
  /** «THỜI GIAN THỰC HIỆN» in capitals: a part of the plan where the fields are printed in small letters. */
  readonly opensPart: boolean
}

function saidBy(line: Line): Said {
  const known = said.get(line)
  if (known) return known
  const part = partOf(line.body)
  const labels = part !== null || readLabel(line.body) !== null
  const plain = line.mark === 'plain'
  const ofField = hasUnitLabel(line.body) || part?.part === 'criteria' || part?.part === 'targets'
  const fresh = {
    labels,
    part: plain && (labels || ofField),
    opensPart:
      (plain || HEADING_MARKS.has(line.mark)) &&
      !ofField &&
      line.body.length < 160 &&
      isCapitals(line.body.text.split(':', 1)[0] ?? ''),
  }
  said.set(line, fresh)
  return fresh
}

/** Whether a line in capitals opens another part of the plan where the heading is printed in small letters. */
export const opensPart = (line: Line, head: Line): boolean => saidBy(line).opensPart && !isCapitals(head.body.text)

/** Whether a line behind a heading without a mark, or behind quoted wording, still belongs to it. */
function goesOn(line: Line, holder: Line | undefined): boolean {
  if ((holder && !line.above.includes(holder)) || line.quoted) return false
  return !HEADING_MARKS.has(line.mark) || saidBy(line).labels
}

/**
 * Index behind the last line that belongs to a line: its subtree, or for a heading without mark the lines up to the next heading.
 * «Đối với tập thể», «Thời gian: …» without a mark can only be a part of the field above it, wherever the tree puts it. No more than
 * `most` lines are counted.
 */
export function extentOf(lines: readonly Line[], index: number, most = Number.POSITIVE_INFINITY): number {
  const head = lines[index]
  if (!head) return index
  // headings without a mark may stand below one another in the tree; what holds them all is the marked heading above
  const holder = head.above.findLast((line) => line.mark !== 'plain')
  const parts = new Set([head])
  const small = !isCapitals(head.body.text)
  const last = Math.min(lines.length, index + 1 + most)
  let end = index + 1
  for (; end < last; end++) {
    const line = lines[end]
    if (!line || line.above.some((above) => parts.has(above))) continue
    if (small && saidBy(line).opensPart) break
    if (saidBy(line).part) parts.add(line)
    else if ((head.mark !== 'plain' && !head.quoted) || !goesOn(line, holder)) break
  }
  return end
}
