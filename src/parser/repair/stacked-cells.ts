import { startsSmall } from '../../core/text/fold.ts'
import type { Role } from '../fields/table-columns.ts'
import { beginsUnit } from '../fields/unit-names.ts'
import { findMark } from '../outline/marks.ts'
import { passageOf, type RawLine } from './stacked-heads.ts'

/** What the first line of a cell must look like in a column, and how much it speaks for the column. */
function suits(role: Role, line: RawLine): number {
  const { text } = line
  const unit = beginsUnit(passageOf(line)) || /^(?:Giao|Đề nghị|Phân công)\s/u.test(text)
  if (role === 'lead' || role === 'coordinating' || role === 'units') return unit ? 2 : -2
  const number = /\d|(?:^|\s)(?:một|hai|ba|bốn|năm|mười|mỗi)\s/iu.test(text)
  if (role === 'targets') return number && text.length < 120 ? 2 : -2
  if (role === 'time') return /\d|tháng|quý|năm|hằng|thường/iu.test(text) && text.length < 80 ? 2 : -2
  if (role === 'criteria') return (text.length > 25 ? 1 : 0) - (unit && text.length < 60 ? 1 : 0)
  return role === 'title' && text.length < 100 ? 1 : 0
}

const GOES_ON = /(?:[,–-]|(?:^|\s)(?:và|của|các|trong|về|với|cho|theo|là|tại|đến|từ|do|những|được|để|trên|hoặc))$/iu

const UNITS: ReadonlySet<Role> = new Set(['lead', 'coordinating', 'units'])
/** «02 tập thể»: a number and whom it counts. */
const COUNT = /^\d{1,3}\s+\p{L}[^.;:]{1,40}[.;]?$/u

const isUnit = (line: RawLine): boolean => line.text.length < 60 && beginsUnit(passageOf(line))

/** How much speaks for a line being the rest of the line above it in one cell. */
function join(above: RawLine, line: RawLine, role: Role, widest: number): number {
  if (COUNT.test(line.text)) return role === 'targets' && COUNT.test(above.text) ? 1 : -2
  if (UNITS.has(role) && isUnit(above) && isUnit(line)) return 1
  if (GOES_ON.test(above.text)) return 2
  if (startsSmall(line.text) && !/[.;]$/.test(above.text)) return 2
  if (role === 'criteria' && findMark(line.text)?.ordinal === null) return 2
  return above.text.length > widest * 0.8 && !/[.;]$/.test(above.text) ? 0.5 : -2
}

const EMPTY = -1.5
/** No row of a plan's table has more lines. */
export const MOST_LINES = 60

interface Best {
  readonly score: number
  /** Where each column's lines end. */
  readonly ends: readonly number[]
}

const NONE: Best = { score: Number.NEGATIVE_INFINITY, ends: [] }

/**
 * Gives the lines of one row to its columns in order, so that cells begin as their columns ask and lines that go on stay together. `open`:
 * the row is the last one, and lines at its end may stand behind the table. The number of lines of each column.
 */
export function dealLines(lines: readonly RawLine[], roles: readonly Role[], open: boolean): number[] {
  const widest = Math.max(...lines.map(({ text }) => text.length))
  let best: Best[] = lines.concat(lines.slice(0, 1)).map((_, i) => (i === 0 ? { score: 0, ends: [] } : NONE))
  for (const role of roles) {
    const next = best.map(({ score, ends }, i): Best => ({ score: score + EMPTY, ends: [...ends, i] }))
    for (let from = 0; from < lines.length; from++) {
      const start = best[from]
      const first = lines[from]
      if (!start || !first || start.score === Number.NEGATIVE_INFINITY) continue
      let score = start.score + suits(role, first)
      for (let to = from + 1; to <= lines.length; to++) {
        if (score > (next[to] ?? NONE).score) next[to] = { score, ends: [...start.ends, to] }
        const [above, line] = [lines[to - 1], lines[to]]
        if (above && line) score += join(above, line, role, widest)
      }
    }
    best = next
  }
  const whole = best[lines.length] ?? NONE
  const { ends } = open ? best.reduce((a, b) => (b.score > a.score ? b : a), whole) : whole
  return ends.map((end, i) => end - (ends[i - 1] ?? 0))
}
