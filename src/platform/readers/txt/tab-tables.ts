/** The rows of a table, each its cells, each the lines that stand in it. */
export interface TabTable {
  readonly rows: readonly (readonly (readonly string[])[])[]
  /** Index of the line behind the table. */
  readonly next: number
}

/** The head and one row; a single line with tabs may be anything. */
const FEWEST_ROWS = 2
/** Two blocks side by side, as in the header of a document, have two columns. */
const FEWEST_COLUMNS = 3
const LONGEST_HEAD = 80
/** Cells of several lines: so many lines may stand in a row, so many short rows and empty lines between two whole ones. */
const MOST_LINES = 30

const cellsOf = (line: string): string[] => line.split('\t').map((cell) => cell.trim())
const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length

/**
 * A table as a spreadsheet or a word processor copies it into plain text: cells parted by tabs, the same number in every row. Empty
 * lines and page numbers may stand between rows; rows may leave out their last cells; a cell of several lines goes on below. undefined
 * where no table begins at the line.
 */
export function tabTable(lines: readonly string[], from: number): TabTable | undefined {
  const head = cellsOf(trimmed(lines[from] ?? ''))
  const heads = head.filter((cell) => cell !== '')
  if (heads.length < FEWEST_COLUMNS || heads.some((cell) => cell.length > LONGEST_HEAD)) return undefined
  const rows = [head.map((cell) => [cell])]
  let [next, kept, full] = [from + 1, 1, 1]
  for (let at = next; at < Math.min(lines.length, next + MOST_LINES); ) {
    if (isPause(lines[at] ?? '')) {
      at += 1
      continue
    }
    const row = rowAt(lines, at, head.length)
    if (!row) break
    const apart = at > next && rows.length === kept
    rows.push(row.cells)
    at = row.next
    if (row.full) full += 1
    // a row that leaves out its last cells may be the last one; what has only two cells must have a row behind it
    if (!row.full && (apart || row.cells.length < FEWEST_COLUMNS)) continue
    next = at
    kept = rows.length
  }
  return full < FEWEST_ROWS ? undefined : { rows: padded(withoutRepeats(rows.slice(0, kept)), head.length), next }
}

/** An empty line or the number of a page. */
export const isPause = (line: string): boolean => /^[\s–-]*\d{0,3}[\s–-]*$/.test(line) && !/\d.*\t|\t.*\d/.test(line)

/** The head comes again on every page. */
function withoutRepeats(rows: readonly string[][][]): string[][][] {
  const head = JSON.stringify(rows[0])
  return rows.filter((row, i) => i === 0 || JSON.stringify(row) !== head)
}

/** Tabs behind the last word of the head are cells without a name. */
const trimmed = (line: string): string => line.replace(/\t[\t ]*$/, '')

interface FoundRow {
  readonly cells: string[][]
  readonly full: boolean
  readonly next: number
}

function rowAt(lines: readonly string[], at: number, width: number): FoundRow | undefined {
  const whole = wholeRow(lines, at, width)
  if (whole) return whole
  const line = lines[at] ?? ''
  const cells = cellsOf(line)
  // «A ⇥ Đối với nhà giáo» names a group of rows; so does a merged cell, which has no tab
  const tabs = line.includes('\t') || (line.length <= LONGEST_HEAD && (lines[at + 1] ?? '').includes('\t'))
  const short = cells.length < width && tabs && filled(cells) > 0
  return short ? { cells: cells.map((cell) => [cell]), full: false, next: at + 1 } : undefined
}

/** The number with which another row begins. */
const STARTS_ROW = /^\s*(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[IVX]{1,4})[.)]?\s*\t/

/** A row with all its tabs, on one line or on several that follow one another. */
function wholeRow(lines: readonly string[], from: number, width: number): FoundRow | undefined {
  const cells: string[][] = []
  for (let at = from; at < Math.min(lines.length, from + MOST_LINES); at += 1) {
    const line = lines[at] ?? ''
    if (line.trim() === '' || (at === from && !line.includes('\t'))) return undefined
    if (at > from && STARTS_ROW.test(line)) return undefined
    const [first = '', ...more] = cellsOf(line)
    if (at === from) cells.push([first])
    else cells.at(-1)?.push(first)
    cells.push(...more.map((cell) => [cell]))
    const empty = cells.slice(width).every((lines) => lines.join('') === '')
    if (cells.length > width && !empty) return undefined
    if (cells.length < width) continue
    const row = cells.slice(0, width)
    return row.flat().some((cell) => cell !== '')
      ? { cells: row, full: true, next: endOfRow(lines, at, row) }
      : undefined
  }
  return undefined
}

/** Lines without a tab that begin with a small letter or a dash go on with the last cell, where another row follows. */
function endOfRow(lines: readonly string[], last: number, row: string[][]): number {
  let end = last + 1
  const goesOn = (line: string): boolean =>
    /^\s*(?:\p{Ll}|[-–+•]\s)/u.test(line) && !line.includes('\t') && !isPause(line)
  while (goesOn(lines[end] ?? '')) end += 1
  if (end === last + 1 || !(lines[end] ?? '').includes('\t')) return last + 1
  row.at(-1)?.push(...lines.slice(last + 1, end).map((line) => line.trim()))
  return end
}

function padded(rows: readonly string[][][], width: number): string[][][] {
  return rows.map((row) => [...row, ...Array.from({ length: Math.max(0, width - row.length) }, () => [''])])
}
