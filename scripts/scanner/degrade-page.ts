import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { Picture } from './write-pdf.ts'

/** What a tired office scanner does to a page. */
export interface Scanner {
  readonly skewDegrees: number
  /** Standard deviation of the blur, in pixels. */
  readonly blur: number
  /** Standard deviation of the noise, in steps of 255. */
  readonly noise: number
  /** Share of pixels that are dust: black on paper, white on ink. */
  readonly dust: number
  /** 0 to 100. */
  readonly jpegQuality: number
  readonly seed: number
}

/** The scanner that the accuracy of recognition is measured after. */
export const officeScanner: Scanner = {
  skewDegrees: 0.8,
  blur: 0.8,
  noise: 12,
  dust: 0.0004,
  jpegQuality: 55,
  seed: 20_240_523,
}

/** Paper is printed this much finer than it is scanned: a scanner averages over what its sensor sees, it draws no letters. */
export const FINER = 3

/**
 * A page printed at `FINER` times the scanner's resolution, as the scanner sees it. The same page, scanner and number give the
 * same bytes.
 */
export async function degradePage(page: Canvas, scanner: Scanner, number: number): Promise<Picture> {
  const [width, height] = [Math.round(page.width / FINER), Math.round(page.height / FINER)]
  const skewed = skew(page, (scanner.skewDegrees * Math.PI) / 180)
  const fine = skewed.getContext('2d').getImageData(0, 0, page.width, page.height)
  const grey = blurred(averaged(fine.data, page.width, width, height), width, height, scanner.blur)
  soil(grey, scanner, chanceFrom(scanner.seed + number))
  const seen = createCanvas(width, height)
  const pen = seen.getContext('2d')
  const picture = pen.createImageData(width, height)
  picture.data.fill(255)
  for (let at = 0; at < grey.length; at += 1)
    picture.data.fill(Math.max(0, Math.min(255, Math.round(grey[at] ?? 0))), at * 4, at * 4 + 3)
  pen.putImageData(picture, 0, 0)
  return { jpeg: await seen.encode('jpeg', scanner.jpegQuality), width, height }
}

function skew(page: Canvas, angle: number): Canvas {
  const canvas = createCanvas(page.width, page.height)
  const pen = canvas.getContext('2d')
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, page.width, page.height)
  pen.translate(page.width / 2, page.height / 2)
  pen.rotate(angle)
  pen.drawImage(page, -page.width / 2, -page.height / 2)
  return canvas
}

/** The mean of each square of `FINER` by `FINER` pixels of a black and white page. */
function averaged(pixels: Uint8ClampedArray, from: number, width: number, height: number): Float32Array {
  const grey = new Float32Array(width * height)
  for (let y = 0; y < height * FINER; y += 1)
    for (let x = 0; x < width * FINER; x += 1) {
      const at = Math.floor(y / FINER) * width + Math.floor(x / FINER)
      grey[at] = (grey[at] ?? 0) + (pixels[(y * from + x) * 4] ?? 255) / (FINER * FINER)
    }
  return grey
}

/** A Gaussian blur, first along the rows, then along the columns. */
function blurred(grey: Float32Array, width: number, height: number, deviation: number): Float32Array {
  const reach = Math.ceil(3 * deviation)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-((index - reach) ** 2) / (2 * deviation ** 2)),
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const along = (from: Float32Array, step: number, place: (at: number) => number, length: number) => {
    const to = new Float32Array(from.length)
    for (let at = 0; at < from.length; at += 1) {
      const here = place(at)
      let value = 0
      for (let offset = -reach; offset <= reach; offset += 1) {
        const inside = Math.max(-here, Math.min(length - 1 - here, offset))
        value += (from[at + inside * step] ?? 0) * (weights[offset + reach] ?? 0)
      }
      to[at] = value / sum
    }
    return to
  }
  const rows = along(grey, 1, (at) => at % width, width)
  return along(rows, width, (at) => Math.floor(at / width), height)
}

function soil(grey: Float32Array, scanner: Scanner, chance: () => number): void {
  for (let at = 0; at < grey.length; at += 1) {
    const bell = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
    grey[at] = (grey[at] ?? 0) + bell * scanner.noise
    if (chance() < scanner.dust) grey[at] = (grey[at] ?? 0) > 128 ? 40 : 220
  }
}

/** Numbers from 0 to 1 that look like chance and are the same for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
