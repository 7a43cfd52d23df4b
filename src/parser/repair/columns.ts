import type { Line } from './lines.ts'

const GAP = /\s{3,}|\t+\s*/g

/** «Số:       /KH-UBND», «ngày      tháng      năm»: a gap left to be filled in by hand is not one between columns. */
const isBlank = (before: string, after: string): boolean =>
  /(?:^|\s)(?:S[ốôo]\s*:?|ngày|tháng|năm)$/iu.test(before) && /^(?:[-–/]\s?\p{Lu}|tháng|năm|\d)/iu.test(after)

interface Piece {
  readonly text: string
  readonly at: number
}

function pieces(line: Line): Piece[] {
  const found: Piece[] = []
  let start = 0
  for (const match of line.text.matchAll(GAP)) {
    if (isBlank(line.text.slice(0, match.index), line.text.slice(match.index + match[0].length))) continue
    found.push({ text: line.text.slice(start, match.index).trim(), at: line.indent + start })
    start = match.index + match[0].length
  }
  found.push({ text: line.text.slice(start).trim(), at: line.indent + start })
  return found.filter(({ text }) => text !== '')
}

/** Where the right column begins: the place at which most split lines go on behind the gap. */
function rightEdge(rows: readonly Piece[][]): number | null {
  const starts = rows.filter((row) => row.length === 2).map((row) => row[1]?.at ?? 0)
  const wide = rows.filter((row) => row.length > 2).map((row) => row.at(-2)?.at ?? 0)
  if (starts.length + wide.length === 0) return null
  return Math.min(...(starts.length > 0 ? starts : wide))
}

/**
 * Two blocks printed side by side and read line by line (issuer | motto, recipients | signature), told apart by the gaps between
 * them: first the whole left block, then the right one. Lines without any gap stay as they are. `toEnd`: nothing but the two blocks
 * follows, so that a line behind the last gap belongs to one of them too.
 */
export function splitColumns(lines: readonly Line[], toEnd: boolean): Line[] {
  const rows = lines.map((line) => (line.cell || line.kind !== 'text' ? [{ text: line.text, at: 0 }] : pieces(line)))
  const split = rows.map((row, i) => (row.length >= 2 ? i : -1)).filter((i) => i >= 0)
  const first = split[0]
  const last = split.at(-1)
  const edge = rightEdge(rows)
  if (first === undefined || last === undefined || edge === null) return lines.map(tidy)
  const result = lines.slice(0, first).map(tidy)
  const left: Line[] = []
  const right: Line[] = []
  let end = first
  for (; end < lines.length; end++) {
    const line = lines[end] as Line
    const row = rows[end] ?? []
    const onRight = row.length === 1 && line.indent >= edge * 0.7 && line.indent > 8
    if (end > last && !onRight && !toEnd) break
    if (row.length >= 2) {
      const cut = Math.max(
        1,
        row.findIndex(({ at }) => at >= edge * 0.85),
      )
      left.push({
        ...line,
        text: row
          .slice(0, cut)
          .map(({ text }) => text)
          .join(' '),
      })
      right.push({
        ...line,
        text: row
          .slice(cut)
          .map(({ text }) => text)
          .join(' '),
        blanks: 0,
      })
    } else (onRight ? right : left).push(tidy(line))
  }
  return [...result, ...left, ...right, ...lines.slice(end).map(tidy)]
}

function tidy(line: Line): Line {
  return { ...line, text: line.text.replace(/\s+/g, ' ') }
}
