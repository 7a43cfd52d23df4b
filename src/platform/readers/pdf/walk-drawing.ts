import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { loadPdfjs } from './load-pdfjs.ts'
import { apply, identity, type Matrix, multiply, toMatrix } from './matrix.ts'

/** A glyph as pdf.js hands it out; a number in its place moves the pen. */
export interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

/** Where the pen stands and how it writes; saved and restored as the file says. */
export interface Pen {
  readonly matrix: Matrix
  readonly text: Matrix
  readonly x: number
  readonly y: number
  readonly lineX: number
  readonly lineY: number
  readonly font: string
  readonly size: number
  readonly charSpacing: number
  readonly wordSpacing: number
  readonly scale: number
  readonly leading: number
  readonly rise: number
  readonly invisible: boolean
}

/** What a page draws, as the walker meets it. Coordinates still have to go through `pen.matrix`. */
export interface DrawingVisitor {
  glyphs(pen: Pen, glyphs: readonly (Glyph | number)[]): Pen
  path(pen: Pen, paint: 'stroke' | 'fill', path: ArrayLike<number>): void
  /** `pixels` of the picture's own, where the file tells. */
  image(pen: Pen, pixels: number | undefined): void
}

const startPen: Pen = {
  matrix: identity,
  text: identity,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
  font: '',
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  invisible: false,
}

const INVISIBLE_TEXT = [3, 7]
const MAX_SAVED = 1_000

type Step = (pen: Pen, args: readonly unknown[]) => Pen

const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0)
const moved = (pen: Pen, x: number, y: number): Pen => ({
  ...pen,
  x: pen.lineX + x,
  lineX: pen.lineX + x,
  y: pen.lineY + y,
  lineY: pen.lineY + y,
})
const withText = (pen: Pen, text: Matrix): Pen => ({ ...pen, text, x: 0, y: 0, lineX: 0, lineY: 0 })

/** How each operator moves the pen (ISO 32000-1, 8.4 and 9.3–9.4); the names are those of pdf.js. */
const penSteps: Record<string, Step> = {
  transform: (pen, args) => ({ ...pen, matrix: multiply(pen.matrix, toMatrix(args)) }),
  beginText: (pen) => withText(pen, identity),
  setTextMatrix: (pen, [matrix]) => withText(pen, toMatrix(matrix)),
  moveText: (pen, [x, y]) => moved(pen, number(x), number(y)),
  setLeadingMoveText: (pen, [x, y]) => moved({ ...pen, leading: number(y) }, number(x), number(y)),
  nextLine: (pen) => moved(pen, 0, pen.leading),
  setLeading: (pen, [leading]) => ({ ...pen, leading: -number(leading) }),
  setFont: (pen, [font, size]) => ({ ...pen, font: String(font), size: number(size) }),
  setCharSpacing: (pen, [spacing]) => ({ ...pen, charSpacing: number(spacing) }),
  setWordSpacing: (pen, [spacing]) => ({ ...pen, wordSpacing: number(spacing) }),
  setHScale: (pen, [scale]) => ({ ...pen, scale: number(scale) / 100 }),
  setTextRise: (pen, [rise]) => ({ ...pen, rise: number(rise) }),
  setTextRenderingMode: (pen, [mode]) => ({ ...pen, invisible: INVISIBLE_TEXT.includes(number(mode)) }),
}

/** Walks through everything the page draws, annotations that show (a stamped number, a date) included. */
export async function walkDrawing(page: PDFPageProxy, visitor: DrawingVisitor): Promise<void> {
  const { pdfjs } = await loadPdfjs()
  const names = new Map<number, string>(Object.entries(pdfjs.OPS).map(([name, code]) => [code as number, name]))
  const paints = paintKinds(pdfjs.OPS)
  const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE })
  const base = toMatrix(page.getViewport({ scale: 1 }).transform)
  const saved: Pen[] = []
  let pen: Pen = { ...startPen, matrix: base }
  for (const [index, code] of list.fnArray.entries()) {
    const name = names.get(code) ?? ''
    const args = (list.argsArray[index] ?? []) as readonly unknown[]
    if (opens(name)) {
      if (saved.length < MAX_SAVED) saved.push(pen)
      pen = entered(name, pen, args, base)
    } else if (closes(name)) pen = saved.pop() ?? pen
    else if (name === 'showText') pen = visitor.glyphs(pen, (args[0] ?? []) as (Glyph | number)[])
    else if (name === 'constructPath') visitPath(visitor, pen, paints.get(number(args[0])), args[1])
    else if (name.startsWith('paint') && name.includes('Image')) visitor.image(pen, pixelsOf(args))
    else pen = penSteps[name]?.(pen, args) ?? pen
  }
}

const opens = (name: string) => name === 'save' || name === 'paintFormXObjectBegin' || name === 'beginAnnotation'
const closes = (name: string) => name === 'restore' || name === 'paintFormXObjectEnd' || name === 'endAnnotation'

function entered(name: string, pen: Pen, args: readonly unknown[], base: Matrix): Pen {
  if (name === 'save') return pen
  if (name === 'paintFormXObjectBegin') return { ...pen, matrix: multiply(pen.matrix, toMatrix(args[0])) }
  return { ...startPen, matrix: multiply(multiply(base, toMatrix(args[2])), toMatrix(args[3])) }
}

/** pdf.js hands out a picture's name, width and height, or a mask with its own. */
function pixelsOf([first, width, height]: readonly unknown[]): number | undefined {
  const mask = typeof first === 'object' && first !== null ? (first as { width?: unknown; height?: unknown }) : {}
  return number(width) * number(height) || number(mask.width) * number(mask.height) || undefined
}

function paintKinds(ops: Record<string, number>): Map<number, 'stroke' | 'fill'> {
  const kinds = new Map<number, 'stroke' | 'fill'>()
  for (const name of ['stroke', 'closeStroke']) if (ops[name] !== undefined) kinds.set(ops[name], 'stroke')
  for (const name of ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'])
    if (ops[name] !== undefined) kinds.set(ops[name], 'fill')
  return kinds
}

function visitPath(visitor: DrawingVisitor, pen: Pen, paint: 'stroke' | 'fill' | undefined, data: unknown): void {
  const path = Array.isArray(data) ? data[0] : undefined
  if (paint !== undefined && ArrayBuffer.isView(path)) visitor.path(pen, paint, path as unknown as ArrayLike<number>)
}

/** A point of the text that the pen writes, on the page. */
export function onPage(pen: Pen, x: number, y: number): readonly [number, number] {
  return apply(multiply(pen.matrix, pen.text), x, y)
}
