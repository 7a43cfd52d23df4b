import { createRequire } from 'node:module'
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'

/** How a text is put on A4 paper: margins and type as Decree 30/2020/NĐ-CP, annex I, has them. Points unless said. */
export interface Print {
  readonly dpi: number
  readonly size: number
}

const PAGE = { width: 595, height: 842, left: 85, right: 57, top: 57, bottom: 57 }
const FIRST_LINE_INDENT = 36
const LEADING = 1.25
const PARAGRAPH_GAP = 4
const SMALLEST = 11
const FAMILY = 'Tinos'
/** A text whose lines are this long on the middle was wrapped by a printer: its lines are printed as they are. */
const WRAPPED_LINE = 60

interface PrintedLine {
  readonly words: readonly string[]
  readonly indent: number
  readonly justified: boolean
  readonly columns?: readonly string[]
  readonly gap: number
}

/** Prints a text on as many pages as it takes, black on white, with page numbers from the second page on. */
export function printPages(text: string, print: Print): Canvas[] {
  registerType()
  const ruler = createCanvas(1, 1).getContext('2d')
  const size = fittingSize(text, print.size, ruler)
  ruler.font = `${size}px ${FAMILY}`
  const pages: Canvas[] = []
  for (const lines of fillPages(
    linesOfText(text, (words) => ruler.measureText(words).width),
    size,
  ))
    pages.push(drawPage(lines, pages.length + 1, size, print.dpi))
  return pages
}

/** As many lines on each page as its height takes. */
function fillPages(lines: readonly PrintedLine[], size: number): PrintedLine[][] {
  const pages: PrintedLine[][] = [[]]
  let y = PAGE.top
  for (const line of lines) {
    const height = size * LEADING + line.gap
    if (y + height > PAGE.height - PAGE.bottom) {
      pages.push([])
      y = PAGE.top
    }
    pages.at(-1)?.push(line)
    y += height
  }
  return pages
}

function registerType(): void {
  if (GlobalFonts.has(FAMILY)) return
  const file = createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')
  GlobalFonts.registerFromPath(file, FAMILY)
}

const isWrapped = (text: string) => {
  const lengths = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.length)
  return (
    (lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0) >= WRAPPED_LINE &&
    (lengths.at(-1) ?? 0) < 2.5 * WRAPPED_LINE
  )
}

function fittingSize(text: string, size: number, ruler: SKRSContext2D): number {
  if (!isWrapped(text)) return size
  ruler.font = `${size}px ${FAMILY}`
  const widths = text
    .split('\n')
    .map((line) => ruler.measureText(line.trim()).width)
    .sort((a, b) => a - b)
  const wide = widths[Math.floor(widths.length * 0.97)] ?? 0
  return Math.max(SMALLEST, Math.min(size, (size * (PAGE.width - PAGE.left - PAGE.right)) / Math.max(1, wide)))
}

function linesOfText(text: string, measure: (words: string) => number): PrintedLine[] {
  const wrapped = isWrapped(text)
  return text.split(/[\n\f]/).flatMap((raw) => {
    const line = raw.replaceAll('**', '').trimEnd()
    if (line.trim() === '') return []
    const columns = line.trim().split(/ {3,}|\t+/)
    if (columns.length > 1 && columns.length < 4) return [{ words: [], indent: 0, justified: false, columns, gap: 0 }]
    return wrap(line.trim(), wrapped ? 0 : FIRST_LINE_INDENT, measure)
  })
}

function wrap(paragraph: string, indent: number, measure: (words: string) => number): PrintedLine[] {
  const lines: { words: string[]; indent: number }[] = [{ words: [], indent }]
  for (const word of paragraph.split(/\s+/)) {
    const line = lines.at(-1)
    const room = PAGE.width - PAGE.left - PAGE.right - (line?.indent ?? 0)
    if (line !== undefined && (line.words.length === 0 || measure([...line.words, word].join(' ')) <= room))
      line.words.push(word)
    else lines.push({ words: [word], indent: 0 })
  }
  return lines.map((line, index) => {
    const last = index === lines.length - 1
    return { ...line, justified: !last, gap: last ? PARAGRAPH_GAP : 0 }
  })
}

function drawPage(lines: readonly PrintedLine[], number: number, size: number, dpi: number): Canvas {
  const scale = dpi / 72
  const canvas = createCanvas(Math.round(PAGE.width * scale), Math.round(PAGE.height * scale))
  const pen = canvas.getContext('2d')
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = 'black'
  pen.scale(scale, scale)
  pen.font = `${size}px ${FAMILY}`
  if (number > 1) drawCentred(pen, String(number), PAGE.width / 2, PAGE.top - size)
  let y = PAGE.top + size
  for (const line of lines) {
    drawLine(pen, line, y)
    y += size * LEADING + line.gap
  }
  return canvas
}

function drawLine(pen: SKRSContext2D, line: PrintedLine, y: number): void {
  const width = PAGE.width - PAGE.left - PAGE.right
  if (line.columns !== undefined) {
    const share = width / line.columns.length
    for (const [index, text] of line.columns.entries()) drawCentred(pen, text, PAGE.left + share * (index + 0.5), y)
    return
  }
  const natural = line.words.reduce((sum, word) => sum + pen.measureText(word).width, 0)
  const space = pen.measureText(' ').width
  const filling = (width - line.indent - natural) / Math.max(1, line.words.length - 1)
  let x = PAGE.left + line.indent
  for (const word of line.words) {
    pen.fillText(word, x, y)
    x += pen.measureText(word).width + (line.justified ? filling : space)
  }
}

function drawCentred(pen: SKRSContext2D, text: string, x: number, y: number): void {
  pen.fillText(text, x - pen.measureText(text).width / 2, y)
}
