import type { GreyPicture } from './grey-picture.ts'

/** A pixel that stands out from all its neighbours by more than this is dust or noise. */
const STANDS_OUT = 20
/** Side of the squares in which the light on the paper is measured, as a share of the picture's width. */
const LIGHT_SQUARES = 40
const PAPER_SHARE = 0.85
const DARKEST_PAPER = 60
const EVEN = 12

/** Takes away single dark or light points: they cost the recogniser more than skew or blur (measured: see docs/accuracy.md). */
export function removeDust({ width, height, pixels }: GreyPicture): GreyPicture {
  const cleaned = new Uint8Array(pixels)
  for (let y = 1; y < height - 1; y += 1)
    for (let at = y * width + 1; at < y * width + width - 1; at += 1) {
      const here = pixels[at] ?? 0
      const left = pixels[at - 1] ?? 0
      const right = pixels[at + 1] ?? 0
      const darker = here < left - STANDS_OUT && here < right - STANDS_OUT
      const lighter = here > left + STANDS_OUT && here > right + STANDS_OUT
      if (!darker && !lighter) continue
      const around = [left, right, ...threeAt(pixels, at - width), ...threeAt(pixels, at + width)]
      if (darker) cleaned[at] = Math.max(here, stands(Math.min(...around), here) ? Math.min(...around) : here)
      else cleaned[at] = Math.min(here, stands(here, Math.max(...around)) ? Math.max(...around) : here)
    }
  return { width, height, pixels: cleaned }
}

const stands = (high: number, low: number) => high - low > STANDS_OUT
const threeAt = (pixels: Uint8Array, at: number) => [pixels[at - 1] ?? 0, pixels[at] ?? 0, pixels[at + 1] ?? 0]

/** Makes the paper equally light everywhere: shadows of a hand, a page's fold, grey paper. A page that is even stays as it is. */
export function evenLight(picture: GreyPicture): GreyPicture {
  const side = Math.max(8, Math.round(picture.width / LIGHT_SQUARES))
  const columns = Math.ceil(picture.width / side)
  const rows = Math.ceil(picture.height / side)
  const light = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      light[row * columns + column] = paperShade(picture, column * side, row * side, side)
  const levels = [...light].sort((a, b) => a - b)
  const [dark, bright] = [
    levels[Math.floor(levels.length * 0.02)] ?? 255,
    levels[Math.floor(levels.length * 0.98)] ?? 255,
  ]
  if (bright - dark < EVEN && bright > 255 - 2 * EVEN) return picture
  return divided(picture, light, columns, rows, side)
}

/** The shade that most of a square's pixels are no lighter than: its paper, unless the square is all ink. */
function paperShade({ width, height, pixels }: GreyPicture, left: number, top: number, side: number): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let y = top; y < Math.min(height, top + side); y += 2)
    for (let x = left; x < Math.min(width, left + side); x += 2) {
      const shade = pixels[y * width + x] ?? 255
      counts[shade] = (counts[shade] ?? 0) + 1
      total += 1
    }
  let seen = 0
  for (let shade = 0; shade < 256; shade += 1) {
    seen += counts[shade] ?? 0
    if (seen >= total * PAPER_SHARE) return Math.max(DARKEST_PAPER, shade)
  }
  return 255
}

function divided(picture: GreyPicture, light: Float32Array, columns: number, rows: number, side: number): GreyPicture {
  const { width, height } = picture
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const down = Math.max(0, Math.min(rows - 1, y / side - 0.5))
    const [top, bottom] = [Math.floor(down), Math.min(rows - 1, Math.floor(down) + 1)]
    for (let x = 0; x < width; x += 1) {
      const across = Math.max(0, Math.min(columns - 1, x / side - 0.5))
      const [left, right] = [Math.floor(across), Math.min(columns - 1, Math.floor(across) + 1)]
      const upper = between(light[top * columns + left], light[top * columns + right], across - left)
      const lower = between(light[bottom * columns + left], light[bottom * columns + right], across - left)
      const shade = ((picture.pixels[y * width + x] ?? 255) * 255) / between(upper, lower, down - top)
      pixels[y * width + x] = Math.min(255, shade)
    }
  }
  return { width, height, pixels }
}

const between = (from: number | undefined, to: number | undefined, share: number) =>
  (from ?? 255) * (1 - share) + (to ?? 255) * share
