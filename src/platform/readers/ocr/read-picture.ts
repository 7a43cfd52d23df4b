import { evenLight, removeDust } from '../images/clean-picture.ts'
import { eraseRules, findRules, type RuledLine } from '../images/find-rules.ts'
import { findSkew, rowsOverColumns } from '../images/find-skew.ts'
import { type GreyPicture, turnQuarters } from '../images/grey-picture.ts'
import { turnPicture } from '../images/turn-picture.ts'
import type { Page, Rule } from '../layout/page.ts'
import { isVietnameseSyllable } from '../legacy-encoding/syllables.ts'
import type { Recogniser, SeenWord } from './recogniser.ts'

/** A turn smaller than this blurs more than it helps. */
const LEAST_SKEW = (0.15 * Math.PI) / 180
/** Print runs along the longer side of its own lines: below this the page lies on its side. */
const LIES_ON_SIDE = 0.8
/** A page that reads better than this stands upright; one that reads worse in every direction bears no text. */
const READS_WELL = 0.7
const READS_AT_ALL = 0.4
/** A mark without letter or digit that is less sure than this is dirt. */
const DIRT = 0.5

interface Seen {
  readonly picture: GreyPicture
  readonly rules: readonly RuledLine[]
  readonly words: readonly SeenWord[]
  readonly quality: number
}

/** A page as a picture shows it: cleaned, straightened, turned upright, recognised. A picture without text gives an empty page. */
export async function readPicture(picture: GreyPicture, dpi: number, recogniser: Recogniser): Promise<Page> {
  const cleaned = evenLight(removeDust(picture))
  const side = rowsOverColumns(cleaned) < LIES_ON_SIDE ? 1 : 0
  let best = await see(turnQuarters(cleaned, side), recogniser)
  for (const turns of [side + 2, side + 1, side + 3]) {
    if (best.quality >= READS_WELL) break
    const other = await see(turnQuarters(cleaned, turns), recogniser)
    if (other.quality > best.quality) best = other
  }
  return toPage(best, dpi)
}

async function see(picture: GreyPicture, recogniser: Recogniser): Promise<Seen> {
  const skew = findSkew(picture)
  const straight = Math.abs(skew) < LEAST_SKEW ? picture : turnPicture(picture, skew)
  const rules = findRules(straight)
  const words = await recogniser.recognise(rules.length === 0 ? straight : eraseRules(straight, rules))
  return { picture: straight, rules, words, quality: qualityOf(words) }
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

function toPage({ picture, rules, words, quality }: Seen, dpi: number): Page {
  const points = 72 / dpi
  const kept =
    quality < READS_AT_ALL ? [] : words.filter((word) => /[\p{L}\p{N}]/u.test(word.text) || word.confidence >= DIRT)
  return {
    width: picture.width * points,
    height: picture.height * points,
    fragments: kept.map((word) => ({
      text: word.text,
      left: word.left * points,
      right: word.right * points,
      baseline: word.baseline * points,
      size: word.height * points,
      confidence: word.confidence,
    })),
    rules: rules.map((rule) => toRule(rule, points)),
  }
}

function toRule({ direction, left, right, top, bottom }: RuledLine, points: number): Rule {
  return direction === 'horizontal'
    ? { direction, at: ((top + bottom + 1) / 2) * points, from: left * points, to: (right + 1) * points }
    : { direction, at: ((left + right + 1) / 2) * points, from: top * points, to: (bottom + 1) * points }
}
