import type { Box, Rule } from './page.ts'

/** A ruled table: where its lines stand and what they enclose. */
export interface Grid extends Box {
  /** Positions of the upright lines, the outer ones included. */
  readonly xs: readonly number[]
  readonly cells: readonly GridCell[]
  readonly rows: number
}

export interface GridCell extends Box {
  readonly column: number
  readonly columns: number
  readonly row: number
  readonly rows: number
}

/** Lines closer than this are one line, drawn twice or in pieces. Points. */
const SAME_LINE = 3
const TOUCHING = 4
const MAX_RULES = 4_000
const MAX_COLUMNS = 60
const MAX_ROWS = 400

/** The tables that the lines of a page rule: at least two rows or two columns that touch one another. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  const joined = joinRules(rules).slice(0, MAX_RULES)
  return groupsThatTouch(joined)
    .map(toGrid)
    .filter((grid) => grid !== undefined)
    .sort((a, b) => a.top - b.top)
}

/** Pieces of one line into that line. */
function joinRules(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = []
  const inOrder = [...rules].sort((a, b) => a.direction.localeCompare(b.direction) || a.at - b.at || a.from - b.from)
  for (const rule of inOrder) {
    const index = joined.findLastIndex(
      (one, place) => place >= joined.length - MAX_COLUMNS && one.direction === rule.direction && continues(one, rule),
    )
    const piece = joined[index]
    if (piece === undefined) joined.push(rule)
    else joined[index] = { ...piece, from: Math.min(piece.from, rule.from), to: Math.max(piece.to, rule.to) }
  }
  return joined
}

function continues(one: Rule, next: Rule): boolean {
  return Math.abs(one.at - next.at) <= SAME_LINE && next.from <= one.to + SAME_LINE && next.to >= one.from - SAME_LINE
}

function touch(one: Rule, other: Rule): boolean {
  if (one.direction === other.direction) return false
  return (
    other.at >= one.from - TOUCHING &&
    other.at <= one.to + TOUCHING &&
    one.at >= other.from - TOUCHING &&
    one.at <= other.to + TOUCHING
  )
}

function groupsThatTouch(rules: readonly Rule[]): Rule[][] {
  const left = new Set(rules)
  const groups: Rule[][] = []
  for (const first of rules) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const rule of group)
      for (const other of left)
        if (touch(rule, other)) {
          left.delete(other)
          group.push(other)
        }
    groups.push(group)
  }
  return groups
}

function toGrid(group: readonly Rule[]): Grid | undefined {
  const lying = group.filter((rule) => rule.direction === 'horizontal')
  const upright = group.filter((rule) => rule.direction === 'vertical')
  if (lying.length < 2 || upright.length < 1) return undefined
  const xs = positions(upright, lying)
  const ys = positions(lying, upright)
  if (xs.length < 3 || ys.length < 2 || xs.length > MAX_COLUMNS || ys.length > MAX_ROWS) return undefined
  const [left, right, top, bottom] = [xs.at(0), xs.at(-1), ys.at(0), ys.at(-1)]
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined
  return { left, right, top, bottom, xs, rows: ys.length - 1, cells: cellsOf(xs, ys, lying, upright) }
}

/** Where the lines stand, and the ends of the lines across them: many tables leave their sides open. */
function positions(rules: readonly Rule[], across: readonly Rule[]): number[] {
  const ends = [Math.min(...across.map((rule) => rule.from)), Math.max(...across.map((rule) => rule.to))]
  const found: number[] = []
  for (const at of rules.map((rule) => rule.at).sort((a, b) => a - b))
    if (at - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_LINE) found.push(at)
  const [first, last] = [found[0] ?? 0, found.at(-1) ?? 0]
  if ((ends[0] ?? first) < first - 2 * TOUCHING) found.unshift(ends[0] ?? first)
  if ((ends[1] ?? last) > last + 2 * TOUCHING) found.push(ends[1] ?? last)
  return found
}

/** Fields of the raster that no line parts are one cell. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  lying: readonly Rule[],
  upright: readonly Rule[],
): GridCell[] {
  const taken = new Set<string>()
  const parted = (rules: readonly Rule[], at: number, from: number, to: number) => {
    const middle = (from + to) / 2
    return rules.some((rule) => Math.abs(rule.at - at) <= SAME_LINE && rule.from <= middle && rule.to >= middle)
  }
  const x = (index: number) => xs[index] ?? 0
  const y = (index: number) => ys[index] ?? 0
  const cells: GridCell[] = []
  for (let row = 0; row < ys.length - 1; row += 1)
    for (let column = 0; column < xs.length - 1; column += 1) {
      if (taken.has(`${row} ${column}`)) continue
      let columns = 1
      while (column + columns < xs.length - 1 && !parted(upright, x(column + columns), y(row), y(row + 1))) columns += 1
      let rows = 1
      const open = (below: number) =>
        Array.from({ length: columns }, (_, index) => column + index).every(
          (one) => !parted(lying, y(below), x(one), x(one + 1)) && !taken.has(`${below} ${one}`),
        )
      while (row + rows < ys.length - 1 && open(row + rows)) rows += 1
      for (let down = 0; down < rows; down += 1)
        for (let along = 0; along < columns; along += 1) taken.add(`${row + down} ${column + along}`)
      const box = { left: x(column), right: x(column + columns), top: y(row), bottom: y(row + rows) }
      cells.push({ ...box, column, columns, row, rows })
    }
  return cells
}
