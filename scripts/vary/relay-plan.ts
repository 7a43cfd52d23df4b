import { type Draw, drawFrom } from './draw.ts'

type Layout = (text: string, draw: Draw) => string

/** Lines that only make sense as they are: columns side by side, rows of a table, rules. */
const SET_LINE = /\S {3,}\S|^\s*\||[-_*.]{4,}|\t.*\t/
const PARAGRAPH_FORM = 110

function pick<T>(draw: Draw, from: readonly T[]): T | undefined {
  return from[draw.between(0, from.length - 1)]
}

function folded(line: string, width: number): string[] {
  const lines: string[] = []
  let open = ''
  for (const word of line.split(' ')) {
    if (open !== '' && open.length + 1 + word.length > width) {
      lines.push(open)
      open = word
    } else open = open === '' ? word : `${open} ${word}`
  }
  return [...lines, open]
}

/** Paragraphs broken into lines of print, as a PDF gives them; a text that is already in lines stays. */
const wrap: Layout = (text, draw) => {
  const width = pick(draw, [64, 74, 86, 98])
  const lines = text.split('\n')
  if (width === undefined || !lines.some((line) => line.length > PARAGRAPH_FORM)) return text
  return lines
    .flatMap((line) => (line.length <= width || SET_LINE.test(line) ? [line] : folded(line, width)))
    .join('\n')
}

/** A page number between two lines now and then, also inside a paragraph. */
const paginate: Layout = (text, draw) => {
  const height = draw.between(38, 52)
  const lines = text.split('\n')
  if (lines.some((line) => /^[ \t\f]*\d{1,3}[ \t]*$/.test(line))) return text
  return lines
    .flatMap((line, i) => (i > 0 && i % height === 0 ? ['', `${' '.repeat(38)}${1 + i / height}`, '', line] : [line]))
    .join('\n')
}

/** `1.` as `1)`, `1/` or `1-`; `a)` as `a.` or `a/`; `I.` as `I/` or `I-`: each the same way throughout. */
const marks: Layout = (text, draw) => {
  const number = pick(draw, ['.', ')', '/', '-'])
  const letter = pick(draw, [')', '.', '/'])
  const roman = pick(draw, ['.', '/', '-'])
  return text
    .replace(/^([ \t]*[“"]?\d{1,2})[.)/](?=[ \t]+\S)/gm, `$1${number}`)
    .replace(/^([ \t]*[a-zđ])[.)/](?=[ \t]+\S)/gm, `$1${letter}`)
    .replace(/^([ \t]*[IVX]{1,5})[.)/](?=[ \t]+\S)/gm, `$1${roman}`)
}

const bullets: Layout = (text, draw) => {
  const bullet = pick(draw, ['-', '–', '•', '*'])
  return text.replace(/^([ \t]*)-(?=[ \t]+\S)/gm, (_, indent) => `${indent}${bullet}`)
}

const blankLines: Layout = (text, draw) => {
  if (draw.between(0, 1) === 0) return text.replace(/\n[ \t]*\n+/g, '\n')
  return text.includes('\n\n') ? text : text.replace(/\n/g, '\n\n')
}

/** Another spelling of the same letters, another end of line, spaces nobody sees. */
const spelling: Layout = (text, draw) => {
  const form = draw.between(0, 3)
  if (form === 0) return text.normalize('NFD')
  if (form === 1) return text.replace(/\n/g, ' \r\n')
  if (form === 2)
    return text
      .replace(/\u00f2a(?!\p{L})/gu, 'oà')
      .replace(/\u00f3a(?!\p{L})/gu, 'oá')
      .replace(/ủy/g, 'uỷ')
  return text.replace(/([.;:]) (?=\p{L})/gu, '$1  ').replace(/^([^\t\n]*)\t([^\t\n]*)$/gm, '$1 $2')
}

/**
 * The same plan set by another office's typist: other marks, bullets, line ends, pages, spelling of tone marks. The labels stay,
 * since they hold no marks and the comparison overlooks the rest. The same seed gives the same text.
 */
export function relayPlan(text: string, seed: number): string {
  const draw = drawFrom(seed)
  const layouts: readonly Layout[] = [marks, bullets, blankLines, wrap, paginate, spelling]
  return layouts.reduce((result, layout) => layout(result, draw), text)
}
