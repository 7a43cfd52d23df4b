import type { Rule } from '../layout/page.ts'
import { apply, type Matrix } from './matrix.ts'

type Point = readonly [number, number]

/** Numbers that follow each drawing command of a pdf.js path: move, line, cubic, quadratic, close. */
const POINTS_OF: readonly number[] = [1, 1, 3, 2, 0]
const CLOSE = 4
const STRAIGHT = 0.7
const THICKEST_RULE = 3
const SHORTEST_RULE = 4
const MAX_POINTS = 200_000

/** The straight horizontal and vertical lines of a path: its segments when it is stroked, its thin rectangles when it is filled. */
export function rulesOfPath(path: ArrayLike<number>, matrix: Matrix, paint: 'stroke' | 'fill'): Rule[] {
  const outlines = outlinesOf(path, matrix)
  return paint === 'stroke' ? outlines.flatMap(segmentRules) : outlines.flatMap(thinRectangleRule)
}

/** The corners of each part of the path; a part with a curve in it is left out. */
function outlinesOf(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const outlines: Point[][] = []
  let outline: Point[] = []
  const end = Math.min(path.length, MAX_POINTS)
  for (let at = 0; at < end; ) {
    const command = path[at] ?? CLOSE
    const points = POINTS_OF[command] ?? 0
    if (command === 0) {
      outlines.push(outline)
      outline = []
    }
    if (points === 1) outline.push(apply(matrix, path[at + 1] ?? 0, path[at + 2] ?? 0))
    else if (points > 1) outline = []
    if (command === CLOSE && outline[0] !== undefined) outline.push(outline[0])
    at += 1 + 2 * points
  }
  return [...outlines, outline].filter((one) => one.length > 1)
}

function segmentRules(outline: readonly Point[]): Rule[] {
  return outline.slice(1).flatMap((to, index) => {
    const from = outline[index]
    return from === undefined ? [] : ruleBetween(from[0], from[1], to[0], to[1])
  })
}

function thinRectangleRule(outline: readonly Point[]): Rule[] {
  const xs = outline.map((point) => point[0])
  const ys = outline.map((point) => point[1])
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const thin = Math.min(right - left, bottom - top)
  if (thin > THICKEST_RULE) return []
  if (right - left > bottom - top) return ruleBetween(left, (top + bottom) / 2, right, (top + bottom) / 2)
  return ruleBetween((left + right) / 2, top, (left + right) / 2, bottom)
}

function ruleBetween(x0: number, y0: number, x1: number, y1: number): Rule[] {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)]
  if (height <= STRAIGHT && width >= SHORTEST_RULE)
    return [{ direction: 'horizontal', at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }]
  if (width <= STRAIGHT && height >= SHORTEST_RULE)
    return [{ direction: 'vertical', at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }]
  return []
}
