import { isPause, type TabTable } from './tab-tables.ts'

/** What parts two cells of a line: tabs, a bar, or more blanks than stand between words. */
const GAP = /\s{3,}|\t\s*|\s\|\s/u
const TIME =
  /^(?:(?:từ|đến|trước|trong|vào|cuối|đầu|giữa|hết|ngày|dự kiến|khoảng)\s+)*(?:(?:tháng|quý|ngày|tuần|năm|học kỳ)\s+(?:\d|[IVX]+(?!\p{L})|thứ|đầu|cuối)|\d{1,2}\s?[/.-]\s?\d{1,4}(?!\d))/iu
const TIME_HEAD = /^(?:thời (?:gian|hạn|điểm)|mốc|tháng|quý|ngày|tuần|lúc|khi nào|tiến độ|hạn|giai đoạn|đợt)(?!\p{L})/iu
const LONGEST_TIME = 50
const LONGEST_HEAD = 60
/** Rows behind a head, and where no head names the time. */
const FEWEST_HEADED = 2
const FEWEST_BARE = 3

type Pair = readonly [string, string]

function pairIn(line: string | undefined): Pair | null {
  const [first, second, ...more] = (line ?? '')
    .trim()
    .split(GAP)
    .map((cell) => cell.trim())
  return first && second && more.length === 0 ? [first, second] : null
}

const isTime = (cell: string): boolean => cell.length <= LONGEST_TIME && TIME.test(cell)

/** «Thời gian», «Nội dung»: a head of which one cell names the time. */
const isHead = (pair: Pair): boolean =>
  pair.every((cell) => cell.length <= LONGEST_HEAD && !isTime(cell)) && pair.some((cell) => TIME_HEAD.test(cell))

/**
 * A schedule of two columns in plain text, one of which is all times: with so few columns nothing else tells a table from two blocks side
 * by side. A line that begins small goes on with the cell above. undefined where no such table begins at the line.
 */
export function scheduleTable(lines: readonly string[], from: number): TabTable | undefined {
  const first = pairIn(lines[from])
  if (!first) return undefined
  const headed = isHead(first)
  const rows: string[][][] = []
  if (headed) rows.push(first.map((cell) => [cell]))
  let side: number | null = null
  let next = headed ? from + 1 : from
  for (let at = next; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const pair = pairIn(line)
    const times: number = pair ? (side ?? pair.findIndex(isTime)) : -1
    if (pair && times >= 0 && isTime(pair[times] ?? '')) {
      side = times
      rows.push(pair.map((cell) => [cell]))
    } else if (side !== null && next === at && /^\s*\p{Ll}/u.test(line)) rows.at(-1)?.[1 - side]?.push(line.trim())
    else if (isPause(line)) continue
    else break
    next = at + 1
  }
  const found = rows.length - (headed ? 1 : 0)
  return found < (headed ? FEWEST_HEADED : FEWEST_BARE) ? undefined : { rows, next }
}
