import { type Line, middle, toLine } from './lines.ts'

/** Lines of print from top to bottom; those that stand beside one another are one row. */
export interface Row {
  readonly lines: readonly Line[]
  readonly baseline: number
  readonly size: number
}

/** Rows that stand in columns, parted by white gutters that run through all of them. */
export interface ColumnBand {
  readonly first: number
  readonly last: number
  /** The rows from first to last, parted at the gutters. */
  readonly rows: readonly Row[]
  /** Where one column ends and the next begins. */
  readonly gutters: readonly number[]
}

interface Gap {
  readonly from: number
  readonly to: number
}

const NARROWEST_GUTTER = 6
/** In type sizes: lines this near on the page belong to one block; a name stands far below the office, with room to sign. */
const NEAR = 3.5
const NEAR_ABOVE = 1.8
const ROOM_TO_SIGN = 13
/** Points by which the edges or the middles of lines in one block may differ. */
const SAME_EDGE = 8
const SAME_MIDDLE = 16
const MARKER = /^(?:[-–—+*•·o]|\(?[\p{L}\d]{1,4}[.)]|[IVXLC]{1,6}[.)]?|\d{1,3}(?:\.\d{1,2}){1,3}\.?)$/u

/** Lines into rows; a line that begins beside another, even half a line lower, belongs to its row. */
export function rowsOfLines(lines: readonly Line[]): Row[] {
  const rows: Line[][] = []
  for (const line of [...lines].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1)
    const first = row?.[0]
    const beside = row?.every((one) => one.right <= line.left || line.right <= one.left) === true
    if (
      row !== undefined &&
      first !== undefined &&
      beside &&
      line.baseline - first.baseline <= 0.75 * Math.min(line.size, first.size)
    )
      row.push(line)
    else rows.push([line])
  }
  return rows.map((row) => toRow(row))
}

function toRow(row: readonly Line[]): Row {
  const lines = withMarkersJoined([...row].sort((a, b) => a.left - b.left))
  return {
    lines,
    baseline: Math.min(...row.map((line) => line.baseline)),
    size: Math.max(...row.map((line) => line.size)),
  }
}

/** «a)» and what follows it after a wide tab are one line, no matter how wide. */
function withMarkersJoined(lines: readonly Line[]): Line[] {
  const [first, second, ...others] = lines
  if (first === undefined || second === undefined || !MARKER.test(textOf(first))) return [...lines]
  return [joinLines([first, second]), ...others]
}

export function joinLines(lines: readonly Line[]): Line {
  return {
    fragments: lines.flatMap((line) => line.fragments),
    left: Math.min(...lines.map((line) => line.left)),
    right: Math.max(...lines.map((line) => line.right)),
    baseline: lines[0]?.baseline ?? 0,
    size: Math.max(...lines.map((line) => line.size)),
  }
}

export function textOf(line: Line): string {
  return line.fragments.map((fragment) => fragment.text).join(' ')
}

/** Stretches of rows that stand in columns, as headers and closings of letters do; a page set in lines has none. */
export function findColumnBands(rows: readonly Row[]): ColumnBand[] {
  const bands: ColumnBand[] = []
  let free = 0
  for (let seed = 0; seed < rows.length; seed += 1) {
    if (seed < free || (rows[seed]?.lines.length ?? 0) < 2) continue
    const band = grow(rows, seed, free)
    if (band === undefined) continue
    bands.push(band)
    free = band.last + 1
  }
  return bands
}

function grow(rows: readonly Row[], seed: number, free: number): ColumnBand | undefined {
  const band = rows.slice(seed, seed + 1)
  let gutters = gapsOf(band[0])
  const taken = (index: number): Row | undefined => {
    const row = rows[index]
    if (row === undefined) return undefined
    for (const form of [row, partedAt(row, gutters)]) {
      const narrowed = common(gutters, form.lines.length > 1 ? gapsOf(form) : outside(form.lines[0]))
      if (narrowed.length === 0 || !belongs(form, band, narrowed, form !== row)) continue
      gutters = narrowed
      return form
    }
    return undefined
  }
  let last = seed
  for (let row = taken(last + 1); row !== undefined; row = taken(last + 1)) {
    band.push(row)
    last += 1
  }
  let first = seed
  for (
    let row = first > free ? taken(first - 1) : undefined;
    row !== undefined;
    row = first > free ? taken(first - 1) : undefined
  ) {
    band.unshift(row)
    first -= 1
  }
  if (last === first) return undefined
  return { first, last, rows: band, gutters: gutters.map((gap) => (gap.from + gap.to) / 2) }
}

/** A line that runs across a gutter, taken apart where a word ends at it: some headers leave hardly more room than between words. */
function partedAt(row: Row, gutters: readonly Gap[]): Row {
  const [line] = row.lines
  if (row.lines.length !== 1 || line === undefined) return row
  const at = line.fragments.findIndex((fragment, index) => {
    const gap = { from: line.fragments[index - 1]?.right ?? fragment.left, to: fragment.left }
    return gap.to - gap.from >= NARROWEST_GUTTER && common(gutters, [gap]).length > 0
  })
  if (at <= 0) return row
  return { ...row, lines: [toLine(line.fragments.slice(0, at)), toLine(line.fragments.slice(at))] }
}

function gapsOf(row: Row | undefined): Gap[] {
  const lines = row?.lines ?? []
  return lines.slice(1).map((line, index) => ({ from: lines[index]?.right ?? line.left, to: line.left }))
}

const outside = (line: Line | undefined): Gap[] =>
  line === undefined
    ? []
    : [
        { from: Number.NEGATIVE_INFINITY, to: line.left },
        { from: line.right, to: Number.POSITIVE_INFINITY },
      ]

function common(gutters: readonly Gap[], gaps: readonly Gap[]): Gap[] {
  return gutters.flatMap((gutter) => {
    const shared = gaps
      .map((gap) => ({ from: Math.max(gap.from, gutter.from), to: Math.min(gap.to, gutter.to) }))
      .sort((a, b) => b.to - b.from - (a.to - a.from))[0]
    return shared !== undefined && shared.to - shared.from >= NARROWEST_GUTTER ? [shared] : []
  })
}

/** Rows with several lines belong when their gutters do; a single line, or a line taken apart, has to be in line with its blocks. */
function belongs(row: Row, inside: readonly Row[], gutters: readonly Gap[], parted: boolean): boolean {
  const distance = Math.min(...inside.map((one) => Math.abs(one.baseline - row.baseline)))
  if (row.lines.length > 1 && !parted) return distance <= ROOM_TO_SIGN * row.size
  return row.lines.every((line) => isInLine(line, inside, gutters))
}

function isInLine(line: Line, inside: readonly Row[], gutters: readonly Gap[]): boolean {
  const column = columnOf(line, gutters)
  const block = inside.flatMap((one) => one.lines.filter((other) => columnOf(other, gutters) === column))
  const near = Math.min(...block.map((one) => Math.abs(one.baseline - line.baseline))) / line.size
  if (block.every((one) => one.baseline > line.baseline) && near > NEAR_ABOVE) return false
  const centred = Math.abs(middle(block.map((one) => one.left + one.right)) - line.left - line.right) / 2 <= SAME_MIDDLE
  const flush = !isCentred(block) && block.some((one) => Math.abs(one.left - line.left) <= SAME_EDGE)
  return (centred && near <= ROOM_TO_SIGN) || (flush && near <= NEAR)
}

/** Lines that share their middle and not their left edge. */
function isCentred(block: readonly Line[]): boolean {
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
  return (
    block.length > 1 &&
    spread(block.map((line) => (line.left + line.right) / 2)) <= SAME_MIDDLE &&
    spread(block.map((line) => line.left)) > SAME_EDGE
  )
}

function columnOf(line: Line, gutters: readonly Gap[]): number {
  return gutters.filter((gutter) => (gutter.from + gutter.to) / 2 < (line.left + line.right) / 2).length
}
