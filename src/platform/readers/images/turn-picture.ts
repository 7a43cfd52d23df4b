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
const table = Array.from({ length: STEPS }, (_, step) => weights(step / STEPS))

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
    let fromX = cos * (0.5 - width / 2) - sin * dy + picture.width / 2 - 0.5
    let fromY = sin * (0.5 - width / 2) + cos * dy + picture.height / 2 - 0.5
    for (let x = 0; x < width; x += 1) {
      pixels[y * width + x] = sample(picture, fromX, fromY)
      fromX += cos
      fromY += sin
    }
  }
  return { width, height, pixels }
}

function sample({ width, height, pixels }: GreyPicture, x: number, y: number): number {
  const left = Math.floor(x)
  const top = Math.floor(y)
  if (left < 1 || top < 1 || left >= width - 2 || top >= height - 2) return PAPER
  const corner = top * width + left
  const near = pixels[corner] ?? PAPER
  const bare = near > BARE && (pixels[corner + 1] ?? 0) > BARE && (pixels[corner + width] ?? 0) > BARE
  if (bare && (pixels[corner + width + 1] ?? 0) > BARE) return near
  const across = table[Math.floor((x - left) * STEPS)]
  const down = table[Math.floor((y - top) * STEPS)]
  if (across === undefined || down === undefined) return PAPER
  let value = 0
  for (let row = 0; row < 4; row += 1) {
    const at = (top - 1 + row) * width + left - 1
    value +=
      (down[row] ?? 0) *
      (across[0] * (pixels[at] ?? PAPER) +
        across[1] * (pixels[at + 1] ?? PAPER) +
        across[2] * (pixels[at + 2] ?? PAPER) +
        across[3] * (pixels[at + 3] ?? PAPER))
  }
  return Math.max(0, Math.min(255, value))
}
