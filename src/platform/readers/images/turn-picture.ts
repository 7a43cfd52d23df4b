import type { GreyPicture } from './grey-picture.ts'

const PAPER = 255
/** Where all four neighbours are lighter than this there is nothing to draw finely; most of a page is like that. */
const BARE = 215

/** Weights of the four neighbours at a distance of `t` behind the second (Catmull-Rom). */
function weights(t: number): readonly [number, number, number, number] {
  const [square, cube] = [t * t, t * t * t]
  return [
    (-cube + 2 * square - t) / 2,
    (3 * cube - 5 * square + 2) / 2,
    (-3 * cube + 4 * square + t) / 2,
    (cube - square) / 2,
  ]
}

/** Steps of the tables of weights: finer than a pixel's shade can show. */
const STEPS = 64
/** Four weights a step, one after the other. */
const table = Float64Array.from(Array.from({ length: STEPS }, (_, step) => weights(step / STEPS)).flat())

/**
 * The picture turned counter-clockwise by `angle` radians about its middle and made `scale` times as large; corners that open are
 * paper.
 */
export function turnPicture(picture: GreyPicture, angle: number, scale = 1): GreyPicture {
  const width = Math.round(picture.width * scale)
  const height = Math.round(picture.height * scale)
  const pixels = new Uint8Array(width * height).fill(PAPER)
  const [cos, sin] = [Math.cos(angle) / scale, Math.sin(angle) / scale]
  for (let y = 0; y < height; y += 1) {
    const dy = y + 0.5 - height / 2
    const fromX = cos * (0.5 - width / 2) - sin * dy + picture.width / 2 - 0.5
    const fromY = sin * (0.5 - width / 2) + cos * dy + picture.height / 2 - 0.5
    drawRow(picture, pixels, y * width, width, fromX, fromY, cos, sin)
  }
  return { width, height, pixels }
}

/** One row of the turned picture: `count` places from `to` on, seen along a line through the picture as it was. */
function drawRow(
  { width, height, pixels }: GreyPicture,
  into: Uint8Array,
  to: number,
  count: number,
  fromX: number,
  fromY: number,
  stepX: number,
  stepY: number,
): void {
  const [rightmost, lowest] = [width - 2, height - 2]
  for (let place = 0; place < count; place += 1) {
    const x = fromX + place * stepX
    const y = fromY + place * stepY
    // Both are checked to be positive, where cutting off is rounding down.
    if (x < 1 || y < 1 || x >= rightmost || y >= lowest) continue
    const left = x | 0
    const top = y | 0
    const corner = top * width + left
    const near = pixels[corner] ?? PAPER
    if (
      near > BARE &&
      (pixels[corner + 1] ?? 0) > BARE &&
      (pixels[corner + width] ?? 0) > BARE &&
      (pixels[corner + width + 1] ?? 0) > BARE
    )
      into[to + place] = near
    else
      into[to + place] = fine(
        pixels,
        corner - width - 1,
        width,
        (((x - left) * STEPS) | 0) * 4,
        (((y - top) * STEPS) | 0) * 4,
      )
  }
}

/** The shade between four by four neighbours, the first of which is at `at`; `across` and `down` are places in the table. */
function fine(pixels: Uint8Array, at: number, width: number, across: number, down: number): number {
  const [a, b, c, d] = [table[across] ?? 0, table[across + 1] ?? 0, table[across + 2] ?? 0, table[across + 3] ?? 0]
  let value = 0
  for (let row = 0; row < 4; row += 1) {
    const from = at + row * width
    value +=
      (table[down + row] ?? 0) *
      (a * (pixels[from] ?? PAPER) +
        b * (pixels[from + 1] ?? PAPER) +
        c * (pixels[from + 2] ?? PAPER) +
        d * (pixels[from + 3] ?? PAPER))
  }
  return value < 0 ? 0 : value > 255 ? 255 : value
}
