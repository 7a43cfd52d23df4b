import type { GreyPicture } from './grey-picture.ts'

const INK = 140
const PAPER = 255
/** Inches: a speck is no larger, and no ink is nearer to it. Points, marks and dotted lines stand nearer to other ink. */
const LARGEST_SPECK = 0.024
const ALONE = 0.05
/** Wider than this many times its height it is a dash, which opens an item of a list and stands alone. */
const DASH = 1.6

interface Blot {
  readonly size: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Takes away small blots that stand alone: dirt on the glass, crumbs of toner. */
export function removeSpecks(picture: GreyPicture, dpi: number): GreyPicture {
  const { width, height } = picture
  const largest = Math.max(2, Math.round(LARGEST_SPECK * dpi))
  const reach = Math.max(3, Math.round(ALONE * dpi))
  const ink = inkOf(picture)
  const waiting = new Int32Array(ink.length)
  const specks: Blot[] = []
  for (let at = 0; at < ink.length; at += 1) {
    if (ink[at] !== INKED) continue
    const blot = blotAt(at, ink, waiting, width)
    const [wide, high] = [blot.right - blot.left + 1, blot.bottom - blot.top + 1]
    const small = wide <= largest && high <= largest && (wide < DASH * high || wide <= 2)
    if (small && standsAlone(blot, ink, width, height, reach)) specks.push(blot)
  }
  if (specks.length === 0) return picture
  const pixels = new Uint8Array(picture.pixels)
  for (const speck of specks) wipe(pixels, speck, width, height)
  return { width, height, pixels }
}

const INKED = 1
const SEEN = 2

function inkOf({ pixels }: GreyPicture): Uint8Array {
  const ink = new Uint8Array(pixels.length)
  for (let at = 0; at < pixels.length; at += 1) if ((pixels[at] ?? PAPER) < INK) ink[at] = INKED
  return ink
}

/** All ink that hangs together with this, corners included; it is marked as seen. `waiting` is room for the places still to be looked at. */
function blotAt(start: number, ink: Uint8Array, waiting: Int32Array, width: number): Blot {
  let [first, size] = [0, 1]
  waiting[0] = start
  ink[start] = SEEN
  let [left, right, top, bottom] = [width, 0, Number.POSITIVE_INFINITY, 0]
  for (; first < size; first += 1) {
    const at = waiting[first] ?? 0
    const y = (at / width) | 0
    const x = at - y * width
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
    const [from, to] = [x === 0 ? 0 : -1, x === width - 1 ? 0 : 1]
    for (let down = -width; down <= width; down += width)
      for (let next = at + down + from; next <= at + down + to; next += 1) {
        if (ink[next] !== INKED) continue
        ink[next] = SEEN
        waiting[size] = next
        size += 1
      }
  }
  return { size, left, right, top, bottom }
}

function standsAlone(blot: Blot, ink: Uint8Array, width: number, height: number, reach: number): boolean {
  let around = 0
  for (let y = Math.max(0, blot.top - reach); y <= Math.min(height - 1, blot.bottom + reach); y += 1)
    for (let x = Math.max(0, blot.left - reach); x <= Math.min(width - 1, blot.right + reach); x += 1) {
      if (ink[y * width + x] !== 0) around += 1
      if (around > blot.size) return false
    }
  return true
}

/** The blot and the grey rim around it. */
function wipe(pixels: Uint8Array, { left, right, top, bottom }: Blot, width: number, height: number): void {
  for (let y = Math.max(0, top - 1); y <= Math.min(height - 1, bottom + 1); y += 1)
    pixels.fill(PAPER, y * width + Math.max(0, left - 1), y * width + Math.min(width, right + 2))
}
