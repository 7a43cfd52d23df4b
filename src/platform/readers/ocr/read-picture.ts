import { evenLight, removeDust } from '../images/clean-picture.ts'
import { eraseRules, findRules, type RuledLine } from '../images/find-rules.ts'
import { findSkew, rowsOverColumns } from '../images/find-skew.ts'
import { type GreyPicture, isBlank, turnQuarters } from '../images/grey-picture.ts'
import { removeSpecks } from '../images/remove-specks.ts'
import { sharpen } from '../images/sharpen-picture.ts'
import { turnPicture } from '../images/turn-picture.ts'
import { findGrids } from '../layout/find-grids.ts'
import type { Box, Page, Rule } from '../layout/page.ts'
import { isVietnameseSyllable } from '../legacy-encoding/syllables.ts'
import { dropDirt } from './drop-dirt.ts'
import { mendCase } from './mend-case.ts'
import type { SeenWord } from './recogniser.ts'
import type { RecogniserPool } from './recogniser-pool.ts'

/** A turn smaller than this blurs more than it helps. */
const LEAST_SKEW = (0.15 * Math.PI) / 180
/** A page that reads better than this stands upright; one that reads worse in every direction bears no text. */
const READS_WELL = 0.5
const READS_AT_ALL = 0.35
/** Letters of a scan coarser than this gain by sharpening. */
const COARSE_DPI = 180

interface Seen {
  readonly picture: GreyPicture
  readonly rules: readonly RuledLine[]
  readonly words: readonly SeenWord[]
  readonly quality: number
  /** There is more on it than rules and dust. */
  readonly isInked: boolean
}

/** A page as a picture shows it: cleaned, turned upright, straightened, recognised. A picture without text gives an empty page. */
export async function readPicture(picture: GreyPicture, dpi: number, engines: RecogniserPool): Promise<Page> {
  const cleaned = removeSpecks(evenLight(removeDust(picture)), dpi)
  if (isBlank(cleaned)) return toPage({ picture: cleaned, rules: [], words: [], quality: 0, isInked: false }, dpi)
  // A page that is higher than wide stands upright nearly always: only when it reads badly is it worth while to look which way its lines run.
  const first = cleaned.height >= cleaned.width ? 0 : likelyTurns(cleaned)[0]
  let best = await see(turnQuarters(cleaned, first), dpi, engines)
  if (best.quality >= READS_WELL) return toPage(best, dpi)
  const others = likelyTurns(cleaned).filter((turns) => turns !== first)
  for (const [index, turns] of others.entries()) {
    if (best.quality >= READS_WELL || (index > 0 && best.quality >= READS_AT_ALL)) break
    const other = await see(turnQuarters(cleaned, turns), dpi, engines)
    if (other.quality > best.quality) best = other
  }
  return toPage(best, dpi)
}

/** Quarter turns that may put a page upright, the likeliest first: ink falls into rows along the lines of print. */
function likelyTurns(picture: GreyPicture): readonly [number, ...number[]] {
  return rowsOverColumns(picture) >= 1 ? [0, 2, 1, 3] : [1, 3, 0, 2]
}

async function see(picture: GreyPicture, dpi: number, engines: RecogniserPool): Promise<Seen> {
  const skew = findSkew(picture)
  const straight = Math.abs(skew) < LEAST_SKEW ? picture : turnPicture(picture, skew)
  const rules = findRules(straight)
  const unruled = rules.length === 0 ? straight : eraseRules(straight, rules)
  const letters = dpi < COARSE_DPI ? sharpen(unruled) : unruled
  const isInked = !isBlank(letters)
  const words = isInked ? await engines.use((engine) => engine.recognise(letters)) : []
  return { picture: straight, rules, words, quality: qualityOf(words), isInked }
}

/** 0 to 1: how sure the engine is, letter by letter, where words that no Vietnamese could say count half. */
function qualityOf(words: readonly SeenWord[]): number {
  let sure = 0
  let letters = 0
  for (const word of words) {
    const length = (word.text.match(/[\p{L}\p{N}]/gu) ?? []).length
    const sayable =
      isVietnameseSyllable(word.text.replace(/[^\p{L}]/gu, '').toLowerCase()) || /^\P{L}*$/u.test(word.text)
    letters += length
    sure += length * word.confidence * (sayable ? 1 : 0.5)
  }
  return letters === 0 ? 0 : sure / letters
}

function toPage({ picture, rules, words, quality, isInked }: Seen, dpi: number): Page {
  const points = 72 / dpi
  const ruled = rules.map((rule) => toRule(rule, points))
  const grids = findGrids(ruled)
  const inTable = (word: SeenWord) =>
    grids.some((grid) =>
      isInside(grid, ((word.left + word.right) / 2) * points, ((word.top + word.bottom) / 2) * points),
    )
  const kept = quality < READS_AT_ALL ? [] : dropDirt(words, inTable)
  return {
    width: picture.width * points,
    height: picture.height * points,
    fragments: kept.map((word) => ({
      text: mendCase(word.text),
      left: word.left * points,
      right: word.right * points,
      baseline: word.baseline * points,
      size: word.height * points,
      confidence: word.confidence,
    })),
    rules: ruled,
    ...(isInked && kept.length === 0 ? { isUnread: true } : {}),
  }
}

const isInside = (box: Box, x: number, y: number) => x > box.left && x < box.right && y > box.top && y < box.bottom

function toRule({ direction, left, right, top, bottom }: RuledLine, points: number): Rule {
  return direction === 'horizontal'
    ? { direction, at: ((top + bottom + 1) / 2) * points, from: left * points, to: (right + 1) * points }
    : { direction, at: ((left + right + 1) / 2) * points, from: top * points, to: (bottom + 1) * points }
}
