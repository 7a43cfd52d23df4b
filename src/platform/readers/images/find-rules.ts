import type { GreyPicture } from './grey-picture.ts'

/** A ruled line in a picture, in pixels: rows `top` to `bottom` and columns `left` to `right`, both counted in. */
export interface RuledLine {
  readonly direction: 'horizontal' | 'vertical'
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const INK = 150
/** As shares of the picture's width: shorter lines may be letters or their feet, thicker ones bars and photographs. */
const SHORTEST_LYING = 0.06
const SHORTEST_UPRIGHT = 0.035
const THICKEST = 0.006
/** Holes that noise eats into a line. */
const HOLE = 3
/** The feet of letters almost touch; a line is ink nearly all along. */
const LEAST_INK = 0.93
/** So many pixels beside a line there is paper, but for letters that touch it; beside the feet of letters there are the letters. */
const BESIDE = 3
const MOST_INK_BESIDE = 0.18

interface Run {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The straight horizontal and vertical lines that tables are ruled with; the picture has to be straight. */
export function findRules(picture: GreyPicture): RuledLine[] {
  const thickest = Math.max(3, Math.round(picture.width * THICKEST))
  const horizontal = merged(runsOf(picture, 'horizontal', picture.width * SHORTEST_LYING), thickest).map(
    ({ first, last, from, to }): RuledLine => ({
      direction: 'horizontal',
      left: from,
      right: to,
      top: first,
      bottom: last,
    }),
  )
  const vertical = merged(runsOf(picture, 'vertical', picture.width * SHORTEST_UPRIGHT), thickest).map(
    ({ first, last, from, to }): RuledLine => ({
      direction: 'vertical',
      left: first,
      right: last,
      top: from,
      bottom: to,
    }),
  )
  return [...horizontal, ...vertical].filter((line) => hasPaperBeside(picture, line))
}

function hasPaperBeside({ width, height, pixels }: GreyPicture, line: RuledLine): boolean {
  const { left, right, top, bottom } = line
  const lying = line.direction === 'horizontal'
  const [from, to] = lying ? [left, right] : [top, bottom]
  const inkShare = (beside: number) => {
    if (beside < 0 || beside >= (lying ? height : width)) return 0
    let ink = 0
    for (let along = from; along <= to; along += 1)
      if ((pixels[lying ? beside * width + along : along * width + beside] ?? 255) < INK) ink += 1
    return ink / (to - from + 1)
  }
  const [before, after] = lying ? [top, bottom] : [left, right]
  return inkShare(before - BESIDE) <= MOST_INK_BESIDE && inkShare(after + BESIDE) <= MOST_INK_BESIDE
}

/** Paints the lines over with paper, so that the recogniser sees letters only. */
export function eraseRules(picture: GreyPicture, rules: readonly RuledLine[]): GreyPicture {
  const pixels = new Uint8Array(picture.pixels)
  for (const { left, right, top, bottom } of rules)
    for (let y = Math.max(0, top - 1); y <= Math.min(picture.height - 1, bottom + 1); y += 1)
      pixels.fill(
        255,
        y * picture.width + Math.max(0, left - 1),
        y * picture.width + Math.min(picture.width, right + 2),
      )
  return { ...picture, pixels }
}

/** Long unbroken stretches of ink along rows or columns. */
function runsOf({ width, height, pixels }: GreyPicture, direction: 'horizontal' | 'vertical', shortest: number): Run[] {
  const [lanes, length] = direction === 'horizontal' ? [height, width] : [width, height]
  const [laneStep, step] = direction === 'horizontal' ? [width, 1] : [1, width]
  const runs: Run[] = []
  for (let at = 0; at < lanes; at += 1) {
    let [from, last, ink] = [-1, -1, 0]
    const end = () => {
      if (from >= 0 && last - from >= shortest && ink >= LEAST_INK * (last - from + 1))
        runs.push({ at, from, to: last })
    }
    for (let place = 0; place < length; place += 1) {
      if ((pixels[at * laneStep + place * step] ?? 255) >= INK) continue
      if (from < 0 || place - last > HOLE) {
        end()
        ;[from, ink] = [place, 0]
      }
      last = place
      ink += 1
    }
    end()
  }
  return runs
}

interface Bar {
  first: number
  last: number
  from: number
  to: number
}

/** Runs in neighbouring lanes are one bar; a bar that is too thick is no line. */
function merged(runs: readonly Run[], thickest: number): Bar[] {
  const done: Bar[] = []
  let open: Bar[] = []
  for (const run of runs) {
    const [near, past] = [[] as Bar[], [] as Bar[]]
    for (const bar of open) (run.at - bar.last <= 2 ? near : past).push(bar)
    done.push(...past)
    open = near
    const bar = open.find((one) => run.from <= one.to + HOLE && run.to >= one.from - HOLE)
    if (bar === undefined) open.push({ first: run.at, last: run.at, from: run.from, to: run.to })
    else Object.assign(bar, { last: run.at, from: Math.min(bar.from, run.from), to: Math.max(bar.to, run.to) })
  }
  return [...done, ...open].filter((bar) => bar.last - bar.first < thickest)
}
