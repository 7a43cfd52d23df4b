import type { TabTable } from './tab-tables.ts'

const SIDE = /[│┃║|]/
/** «├────┼────┤», «+====+====+»: a line that is drawn between two rows, or above and below all. */
const RULE = /^\s*[┌┏╔├┣╠╟└┗╚+][─━═┬┳╦┼╋╬╪╫┴┻╩+=-]{3,}[┐┓╗┤┫╣╢┘┛╝+]\s*$/
/** No table of a plan has more lines. */
const MOST_LINES = 2000

const isRow = (line: string): boolean => {
  const row = line.trim()
  return row.length > 2 && SIDE.test(row[0] ?? '') && SIDE.test(row.at(-1) ?? '')
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .slice(1, -1)
    .split(SIDE)
    .map((cell) => cell.trim())

/** A dash, a number or the end of a sentence in front: a line of its own, not what the width of the cell has cut. */
const BEGINS = /^(?:[-–+•*]|\d{1,2}[.)]|[a-zđ][.)])\s/u

function unwrapped(lines: readonly string[]): string[] {
  const whole: string[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    if (last === undefined || BEGINS.test(line) || /[.;:]$/.test(last)) whole.push(line)
    else whole[whole.length - 1] = `${last} ${line}`
  }
  return whole
}

/** The lines of one row of the table, each cell with those of its lines that hold something. */
function joined(lines: readonly (readonly string[])[], width: number): string[][] {
  return Array.from({ length: width }, (_, column) => {
    const filled = lines.map((cells) => cells[column] ?? '').filter((cell) => cell !== '')
    return filled.length > 0 ? unwrapped(filled) : ['']
  })
}

/** Without rules between them rows begin where the first cell is not empty. */
function byFirstCell(lines: readonly (readonly string[])[]): (readonly string[])[][] {
  const rows: (readonly string[])[][] = []
  for (const cells of lines) {
    const last = rows.at(-1)
    if (last === undefined || (cells[0] ?? '') !== '') rows.push([cells])
    else last.push(cells)
  }
  return rows
}

/**
 * A table that is drawn with lines: cells between bars, rules above, below and between its rows; a cell of several lines goes on in the
 * next line between the bars. undefined where no rule stands at the line.
 */
export function drawnTable(lines: readonly string[], from: number): TabTable | undefined {
  if (!RULE.test(lines[from] ?? '')) return undefined
  const blocks: string[][][] = []
  let next = from
  for (; next < Math.min(lines.length, from + MOST_LINES); next += 1) {
    const line = lines[next] ?? ''
    if (RULE.test(line)) blocks.push([])
    else if (isRow(line)) blocks.at(-1)?.push(cellsOf(line))
    else break
  }
  const filled = blocks.filter(({ length }) => length > 0)
  const width = Math.max(0, ...filled.flat().map(({ length }) => length))
  if (filled.length === 0 || width < 2) return undefined
  const [head = [], ...body] = filled
  const rows = filled.length > 2 ? filled : [head, ...body.flatMap(byFirstCell)]
  return { rows: rows.map((row) => joined(row, width)), next }
}
