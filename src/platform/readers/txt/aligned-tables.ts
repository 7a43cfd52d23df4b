import type { TabTable } from './tab-tables.ts'

const FEWEST_ROWS = 2
/** Two blocks side by side, as in the header of a document, have two columns. */
const FEWEST_COLUMNS = 3
const LONGEST_HEAD = 40
/** How far a cell may begin from where its head begins. */
const SLACK = 3
/** No table of a plan has more lines. */
const MOST_LINES = 400

interface Piece {
  readonly text: string
  readonly at: number
}

function piecesOf(line: string): Piece[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => ({ text: match[0], at: match.index }))
}

/** Index of the column in which each piece stands; null where one stands in none, or two in one. */
function columnsOf(pieces: readonly Piece[], starts: readonly number[]): number[] | null {
  const columns = pieces.map(({ at }) => starts.findLastIndex((start) => start <= at + SLACK))
  const fits = pieces.every(({ at }, i) => Math.abs(at - (starts[columns[i] ?? -1] ?? -99)) <= SLACK)
  return fits && new Set(columns).size === columns.length ? columns : null
}

/**
 * A table that is drawn with nothing but blanks: every cell begins below the head of its column; what does not fit goes on in the lines
 * below. undefined where no table begins at the line.
 */
export function alignedTable(lines: readonly string[], from: number): TabTable | undefined {
  const head = piecesOf(lines[from] ?? '')
  if (head.length < FEWEST_COLUMNS || head.some(({ text }) => text.length > LONGEST_HEAD || /[.:;]$/.test(text)))
    return undefined
  const starts = head.map(({ at }) => at)
  const rows: string[][][] = [head.map(({ text }) => [text])]
  let [next, whole] = [from + 1, 0]
  for (let at = next; at < Math.min(lines.length, from + MOST_LINES); at += 1) {
    const pieces = piecesOf(lines[at] ?? '')
    const columns = columnsOf(pieces, starts)
    if (columns === null || (pieces.length === 1 && columns[0] === 0)) break
    if (columns[0] === 0) rows.push(head.map(() => []))
    pieces.forEach(({ text }, i) => {
      rows.at(-1)?.[columns[i] ?? 0]?.push(text)
    })
    if (pieces.length > 0) next = at + 1
    if (columns[0] === 0 && pieces.length >= FEWEST_COLUMNS) whole += 1
  }
  return whole < FEWEST_ROWS ? undefined : { rows: rows.map((row) => row.map(filled)), next }
}

const filled = (cell: readonly string[]): string[] => (cell.length > 0 ? [...cell] : [''])
