import { type GreyPicture, shrink } from './grey-picture.ts'

const INK = 140
const WORKING_WIDTH = 700
/** Ink with paper this near on both sides is a stroke of a letter; the desk around a photographed page is not. */
const STROKE = 4
const MAX_POINTS = 24_000
const STEEPEST_DEGREES = 7
const COARSE_DEGREES = 0.5
const FINE_DEGREES = 0.05

/**
 * How far the lines of print run downhill to the right, in radians: the angle at which ink falls most sharply into rows
 * (projection profile). 0 where there is too little ink to tell.
 */
export function findSkew(picture: GreyPicture): number {
  const small = shrink(picture, Math.max(1, Math.round(picture.width / WORKING_WIDTH)))
  const points = inkPoints(small)
  if (points.length < 400) return 0
  const best = (from: number, to: number, step: number) => {
    let found = { degrees: 0, sharpness: -1 }
    for (let degrees = from; degrees <= to + step / 2; degrees += step) {
      const sharpness = rowSharpness(points, small, degrees)
      if (sharpness > found.sharpness) found = { degrees, sharpness }
    }
    return found.degrees
  }
  const coarse = best(-STEEPEST_DEGREES, STEEPEST_DEGREES, COARSE_DEGREES)
  return (best(coarse - COARSE_DEGREES, coarse + COARSE_DEGREES, FINE_DEGREES) * Math.PI) / 180
}

/** Ink into rows against ink into columns: above 1 where print runs from side to side, below where it runs up or down. */
export function rowsOverColumns(picture: GreyPicture): number {
  const small = shrink(
    picture,
    Math.max(1, Math.round(Math.max(picture.width, picture.height) / (WORKING_WIDTH * 1.4))),
  )
  const points = inkPoints(small)
  const sideways = { width: small.height, height: small.width }
  const swapped = new Uint16Array(points.length)
  for (let at = 0; at < points.length; at += 2) {
    swapped[at] = points[at + 1] ?? 0
    swapped[at + 1] = points[at] ?? 0
  }
  const sharpest = (of: Uint16Array, size: { width: number; height: number }) =>
    Math.max(...[-4, -3, -2, -1, 0, 1, 2, 3, 4].map((degrees) => rowSharpness(of, size, degrees)))
  return (sharpest(points, small) + 1) / (sharpest(swapped, sideways) + 1)
}

/** Columns and rows of ink, one after the other; thinned out evenly when there are very many. */
function inkPoints({ width, height, pixels }: GreyPicture): Uint16Array {
  const strokes = new Int32Array(width * height)
  let found = 0
  for (let y = STROKE; y < height - STROKE; y += 1)
    for (let at = y * width + STROKE; at < (y + 1) * width - STROKE; at += 1) {
      if ((pixels[at] ?? 255) >= INK) continue
      const paperAcross = (pixels[at - STROKE] ?? 255) >= INK && (pixels[at + STROKE] ?? 255) >= INK
      if (!paperAcross && ((pixels[at - STROKE * width] ?? 255) < INK || (pixels[at + STROKE * width] ?? 255) < INK))
        continue
      strokes[found] = at
      found += 1
    }
  const every = Math.max(1, Math.ceil(found / MAX_POINTS))
  const points = new Uint16Array(2 * Math.ceil(found / every))
  for (let from = 0, to = 0; from < found; from += every, to += 2) {
    const at = strokes[from] ?? 0
    points[to] = at % width
    points[to + 1] = (at / width) | 0
  }
  return points
}

/** How much the ink of neighbouring rows differs, with rows running `degrees` downhill. */
function rowSharpness(
  points: Uint16Array,
  { width, height }: { width: number; height: number },
  degrees: number,
): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const margin = Math.ceil(width * Math.abs(slope)) + 1
  const rows = new Float64Array(height + 2 * margin)
  for (let at = 0; at < points.length; at += 2) {
    const row = Math.round((points[at + 1] ?? 0) - (points[at] ?? 0) * slope) + margin
    rows[row] = (rows[row] ?? 0) + 1
  }
  let sharpness = 0
  for (let row = 1; row < rows.length; row += 1) sharpness += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2
  return sharpness
}
