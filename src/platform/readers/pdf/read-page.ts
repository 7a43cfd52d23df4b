import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Fragment, Page, Rule } from '../layout/page.ts'
import { type FontHint, fontHint } from '../legacy-encoding/fonts.ts'
import { WordCollector } from './glyph-words.ts'
import { apply, type Matrix, multiply } from './matrix.ts'
import { rulesOfPath } from './path-rules.ts'
import { type DrawingVisitor, type Glyph, onPage, type Pen, walkDrawing } from './walk-drawing.ts'

/** One page of a PDF as its file draws it. */
export interface DrawnPage extends Page {
  /** Share of the page that pictures cover, counted up to 1. */
  readonly pictures: number
  /** Resolution of the picture that the page mostly consists of; none where there is no such picture. */
  readonly pictureDpi: number | undefined
  /** Characters that are written but not shown: the layer that another recogniser laid under a scan. */
  readonly hiddenCharacters: number
  readonly characters: number
}

/** Fewer letters are page numbers and marks of a scanner's driver. */
const LETTERS = /\p{L}{2}.*\p{L}{2}/su
const LONGEST_ASIDE = 300
const MAX_RULES = 20_000
const MAIN_PICTURE = 0.3

/** Reads what the page writes and rules, turned so that most of its text runs from left to right. */
export async function readPage(page: PDFPageProxy): Promise<DrawnPage> {
  const viewport = page.getViewport({ scale: 1 })
  const visitor = new PageVisitor((font) => getFont(page, font))
  await walkDrawing(page, visitor)
  return visitor.finish(viewport.width, viewport.height)
}

/** Width of one unit of the font's own measure, in shares of the type size, and what its name says. */
interface Font {
  readonly unit: number
  readonly hint: FontHint
}

function getFont(page: PDFPageProxy, id: string): Font {
  const font = knownFont(page, id)
  const unit = font?.fontMatrix?.[0]
  return {
    unit: unit !== undefined && Number.isFinite(unit) && unit !== 0 ? Math.abs(unit) : 0.001,
    hint: fontHint(font?.name?.replace(/^[A-Z]{6}\+/, '')),
  }
}

function knownFont(page: PDFPageProxy, id: string): { fontMatrix?: readonly number[]; name?: string } | undefined {
  return page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined
}

/** Quarter turns, clockwise, that text of this direction has been given. */
function quarterTurns(matrix: Matrix): 0 | 1 | 2 | 3 {
  const [along, down] = [matrix[0], matrix[1]]
  if (Math.abs(along) >= Math.abs(down)) return along >= 0 ? 0 : 2
  return down > 0 ? 1 : 3
}

class PageVisitor implements DrawingVisitor {
  private readonly collectors = [0, 1, 2, 3].map(() => ({ words: new WordCollector(), characters: 0 }))
  private readonly rules: Rule[] = []
  private readonly fontOf: (id: string) => Font
  private readonly fonts = new Map<string, Font>()
  private hidden = 0
  private pictures = 0
  private largest: { readonly area: number; readonly dpi: number | undefined } = { area: 0, dpi: undefined }

  constructor(fontOf: (id: string) => Font) {
    this.fontOf = fontOf
  }

  glyphs(pen: Pen, glyphs: readonly (Glyph | number)[]): Pen {
    const font = this.fonts.get(pen.font) ?? this.fontOf(pen.font)
    this.fonts.set(pen.font, font)
    let x = pen.x
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        x -= (glyph / 1000) * pen.size * pen.scale
        continue
      }
      const width = glyph.width * font.unit * pen.size
      this.place({ ...pen, x }, glyph, width * pen.scale, font.hint)
      x += (width + pen.charSpacing + (glyph.isSpace ? pen.wordSpacing : 0)) * pen.scale
    }
    return { ...pen, x }
  }

  path(pen: Pen, paint: 'stroke' | 'fill', path: ArrayLike<number>): void {
    if (this.rules.length < MAX_RULES) this.rules.push(...rulesOfPath(path, pen.matrix, paint))
  }

  image(pen: Pen, pixels: number | undefined): void {
    const [a, b, c, d] = pen.matrix
    const area = Math.abs(a * d - b * c)
    this.pictures += area
    if (pixels === undefined || area <= this.largest.area) return
    this.largest = { area, dpi: 72 * Math.sqrt(pixels / Math.max(1, area)) }
  }

  private place(pen: Pen, glyph: Glyph, width: number, hint: FontHint): void {
    const direction = multiply(pen.matrix, pen.text)
    const turns = quarterTurns(direction)
    const collector = this.collectors[turns]
    const from = turned(onPage(pen, pen.x, pen.y + pen.rise), turns)
    const to = turned(onPage(pen, pen.x + width, pen.y + pen.rise), turns)
    const size = Math.abs(pen.size) * Math.hypot(direction[2], direction[3])
    const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])]
    collector?.words.add({ text: glyph.unicode, left, right, baseline: from[1], size, hint })
    if (collector !== undefined && glyph.unicode.trim() !== '') {
      collector.characters += 1
      if (pen.invisible) this.hidden += 1
    }
  }

  finish(width: number, height: number): DrawnPage {
    const counts = this.collectors.map((one) => one.characters)
    const turns = counts.indexOf(Math.max(...counts))
    const fragments = this.collectors[turns]?.words.finish() ?? []
    const aside = this.collectors
      .filter((_, index) => index !== turns)
      .flatMap(({ words }) => words.finish().map(({ text }) => text))
      .join(' ')
      .trim()
    return {
      ...upright(fragments, this.rules, turns, width, height),
      ...(LETTERS.test(aside) ? { aside: aside.slice(0, LONGEST_ASIDE) } : {}),
      pictures: Math.min(1, this.pictures / Math.max(1, width * height)),
      pictureDpi: this.largest.area > MAIN_PICTURE * width * height ? this.largest.dpi : undefined,
      hiddenCharacters: this.hidden,
      characters: counts.reduce((sum, one) => sum + one, 0),
    }
  }
}

const turning: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
]

/** Turns a point back about the page's corner, so that the text it belongs to runs from left to right. */
function turned([x, y]: readonly [number, number], turns: number): readonly [number, number] {
  return apply(turning[turns] ?? [1, 0, 0, 1, 0, 0], x, y)
}

/** Moves a page that was turned about its corner back to where its corner is at zero. */
function upright(
  fragments: readonly Fragment[],
  rules: readonly Rule[],
  turns: number,
  width: number,
  height: number,
): Page {
  const [size, dx, dy] = [
    [[width, height], 0, 0],
    [[height, width], 0, width],
    [[width, height], width, height],
    [[height, width], height, 0],
  ][turns] as [[number, number], number, number]
  return {
    width: size[0],
    height: size[1],
    fragments: fragments.map((one) => ({
      ...one,
      left: one.left + dx,
      right: one.right + dx,
      baseline: one.baseline + dy,
    })),
    rules: rules.map((rule) => turnedRule(rule, turns, dx, dy)),
  }
}

function turnedRule(rule: Rule, turns: number, dx: number, dy: number): Rule {
  const horizontal = rule.direction === 'horizontal'
  const from = turned(horizontal ? [rule.from, rule.at] : [rule.at, rule.from], turns)
  const to = turned(horizontal ? [rule.to, rule.at] : [rule.at, rule.to], turns)
  const lies = Math.abs(to[0] - from[0]) >= Math.abs(to[1] - from[1])
  return lies
    ? {
        direction: 'horizontal',
        at: from[1] + dy,
        from: Math.min(from[0], to[0]) + dx,
        to: Math.max(from[0], to[0]) + dx,
      }
    : {
        direction: 'vertical',
        at: from[0] + dx,
        from: Math.min(from[1], to[1]) + dy,
        to: Math.max(from[1], to[1]) + dy,
      }
}
